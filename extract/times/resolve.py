"""Readings to values and days: the language-neutral half of the tagger.

Each function takes the filled fields of one reading and the context, and gives a :class:`Resolved` with the
steps that led there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from extract.mentions import TimexType
from extract.times.calendar import (
    Period,
    Unit,
    cycle,
    moved,
    period_of,
    shifted,
    weekday_near,
)
from extract.times.clock import clock_value
from extract.times.context import FUTURE, PAST, Context
from extract.times.lengths import duration_value, moved_period, window_days
from extract.times.lexer import Value
from extract.times.point import locate
from ontology.model import Interval

Fields = Mapping[str, Value]
UNKNOWN = "XXXX-XX-XX"


@dataclass(frozen=True, slots=True)
class Resolved:
    """Type, TIMEX3 value and days of an expression; ``focus`` is the date that later ones may lean on."""

    type: TimexType
    value: str
    interval: Interval | None
    focus: Period | None = None
    trace: tuple[str, ...] = ()


def resolve(kind: str, fields: Fields, context: Context) -> Resolved | None:
    """Resolve a reading of the given kind; None where its parts name no day of the calendar (31 April)."""
    return _RESOLVERS[kind](fields, context)


def _point(fields: Fields, context: Context) -> Resolved | None:
    steps: list[str] = []
    period = locate(fields, context, steps)
    if period is None:
        return None
    focus = period if period.begin else None
    clock = clock_value(fields)
    if clock and period.unit is Unit.DAY:
        if "night_to" in fields and period.begin:
            period = replace(period, begin=moved(period.begin, -1))
        value = f"{period.value}{clock}"
        return Resolved(TimexType.TIME, value, _days(period, context), focus, tuple(steps))
    return Resolved(TimexType.DATE, period.value, _days(period, context), focus, tuple(steps))


def _days(period: Period, context: Context) -> Interval | None:
    """The days of a period that the tense leaves: plans begin at publication, past things end there."""
    begin, end, today = period.begin, period.end, context.published
    if begin is None and end is None:
        return None
    if today and begin and end and begin < today < end and period.unit is not Unit.CENTURY:
        if context.direction == FUTURE:
            begin = today
        elif context.direction == PAST:
            end = today
    return Interval.within(begin, end)


def _base(fields: Fields, context: Context) -> date | None:
    if fields.get("base") == "last" and context.last and context.last.begin:
        return context.last.begin
    return context.published


def _shift(fields: Fields, context: Context) -> Resolved | None:
    unit, count, sign = Unit(str(fields["unit"])), fields["count"], int(fields.get("sign", 1))
    if fields.get("base") == "last" and context.last is None and count != "X":
        return _duration(fields, context)  # "three days later" than something that has no date
    base = _base(fields, context)
    if count == "X":
        return _open_ended(sign, context)
    if base is None:
        return Resolved(TimexType.DATE, UNKNOWN, None)
    if "exact" in fields:
        period = _same_day(base, unit, sign * int(count), fields)
    else:
        period = moved_period(base, unit, float(count) + float(fields.get("fraction", 0)), sign)
    if period is None:
        return None
    steps = (f"{'+' if sign > 0 else '-'}{count} {unit} from {base.isoformat()}",)
    kind = TimexType.TIME if unit in (Unit.SECOND, Unit.MINUTE, Unit.HOUR) else TimexType.DATE
    return Resolved(kind, period.value, Interval.within(period.begin, period.end), period, steps)


def _same_day(base: date, unit: Unit, count: int, fields: Fields) -> Period | None:
    """The day that lies so many units from ``base``, or from the named weekday up to (or after) it."""
    start = (
        weekday_near(base, int(fields["weekday"]), -1 if count < 0 else 1) if "weekday" in fields else base
    )
    day = shifted(start, unit, count) if start is not None else None
    return period_of(day, Unit.DAY) if day is not None else None


def _open_ended(sign: int, context: Context) -> Resolved:
    today = context.published
    days = Interval.within(None, today) if sign < 0 else Interval.within(today, None)
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Resolved(TimexType.DATE, value, days if today else None, None, ("an unknown number of units",))


def _cycle(fields: Fields, context: Context) -> Resolved | None:
    unit, offset = _cycle_unit(fields, context)
    same = fields["unit"] == "same" and unit is not Unit.YEAR
    base = context.last.begin if same and context.last else _base(fields, context)
    if base is None:
        return Resolved(TimexType.DATE, _unknown_value(unit), None)
    period = cycle(base, unit, offset)
    if period is None:
        return None
    steps = (f"the {unit} {offset:+d} from that of {base.isoformat()}",)
    days = _days(period, replace(context, direction=PAST) if _ends_now(offset, context) else context)
    return Resolved(TimexType.DATE, period.value, days, period, steps)


def _ends_now(offset: int, context: Context) -> bool:
    """Whether "this week" ends at publication: where no tense looks ahead."""
    return offset == 0 and context.direction is None


def _cycle_unit(fields: Fields, context: Context) -> tuple[Unit, int]:
    """Unit and offset; ``same`` is the unit of the date mentioned last, counted in years.

    So "the same quarter a year ago" is a quarter where a quarter was mentioned, a month where a month was.
    """
    if fields["unit"] != "same":
        return Unit(str(fields["unit"])), int(fields["offset"])
    per_year = {Unit.QUARTER: 4, Unit.MONTH: 12, Unit.HALF: 2}
    unit = context.last.unit if context.last and context.near else Unit.YEAR
    if unit not in per_year:
        return Unit.YEAR, int(fields["offset"])
    return unit, per_year[unit] * int(fields["offset"])


def _unknown_value(unit: Unit) -> str:
    return {Unit.YEAR: "XXXX", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX"}.get(unit, UNKNOWN)


def _duration(fields: Fields, context: Context) -> Resolved | None:
    unit, count = Unit(str(fields["unit"])), fields.get("count", 1)
    fraction = float(fields.get("fraction", 0))
    value = duration_value(unit, count, fraction)
    if "unit2" in fields:
        second = duration_value(Unit(str(fields["unit2"])), fields.get("count2", 1))
        value += second.removeprefix("PT" if value.startswith("PT") else "P")
    window = fields.get("window")
    days = window_days(unit, count, fraction, str(window), context.published) if window else None
    steps = (f"{window} {value} at publication",) if window else ()
    return Resolved(TimexType.DURATION, value, days, None, steps)


def _repeat(fields: Fields, _context: Context) -> Resolved | None:
    if "weekday" in fields:
        value = f"XXXX-WXX-{fields['weekday']}"
    elif "month" in fields:
        value = f"XXXX-{int(fields['month']):02d}"
    elif "season" in fields:
        value = f"P1{fields['season']}"
    elif "unit" in fields:
        value = duration_value(Unit(str(fields["unit"])), fields.get("count", 1))
    else:
        value = f"PT1{fields['part']}"
    return Resolved(TimexType.SET, value, None)


def _vague(fields: Fields, context: Context) -> Resolved | None:
    ref, today = str(fields["ref"]), context.published
    days = None
    if today:
        days = {
            "PAST_REF": Interval.within(None, today),
            "FUTURE_REF": Interval.within(today, None),
            "PRESENT_REF": Interval(None, today, today, today),
        }.get(ref)
    return Resolved(TimexType.DATE, ref, days)


_RESOLVERS: Mapping[str, Callable[[Fields, Context], Resolved | None]] = {
    "point": _point,
    "shift": _shift,
    "cycle": _cycle,
    "duration": _duration,
    "repeat": _repeat,
    "vague": _vague,
}
