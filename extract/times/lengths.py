"""Lengths of time: their TIMEX3 values, and the days that they reach to from a given one."""

from datetime import date

from extract.times.calendar import DURATION_CODES, YEARS_OF, Period, Unit, period_of, shifted, year_period
from extract.times.lexer import Value
from ontology.model import Interval


def moved_period(base: date, unit: Unit, count: float, sign: int) -> Period | None:
    """The period of ``unit`` that lies ``count`` units from ``base``: "two years ago" is a year."""
    whole = int(count)
    target = shifted(base, unit, sign * whole)
    if target is not None and count != whole and unit is Unit.YEAR:
        target = shifted(target, Unit.MONTH, sign * round(12 * (count - whole)))
    if target is None:
        return year_period(base.year + sign * whole) if unit is Unit.YEAR and sign < 0 else None
    return period_of(target, {Unit.HALF: Unit.MONTH, Unit.WORKDAY: Unit.DAY}.get(unit, unit))


def number_text(count: Value) -> str:
    """A count as it stands in a TIMEX3 value: ``3``, ``2.5``, ``X``."""
    return f"{count:g}" if isinstance(count, (int, float)) else str(count)


def duration_value(unit: Unit, count: Value, fraction: float = 0) -> str:
    """The TIMEX3 value of a length of time: ``P3D``, ``PT90M``, ``P2.5Y``, ``PXW``."""
    if unit is Unit.SEASON:
        return f"P{number_text(count)}SE"
    head, letters, size = DURATION_CODES[unit]
    if isinstance(count, (int, float)):
        count = (count + fraction) * size
        if unit is Unit.HOUR and count == 0.5:
            return "PT30M"
        if unit in (Unit.DECADE, Unit.CENTURY) and count != int(count):
            return f"P{number_text(count * YEARS_OF[unit])}Y"
    return f"{head}{number_text(count)}{letters}"


def window_days(
    unit: Unit, count: Value, fraction: float, window: str, today: date | None
) -> Interval | None:
    """The days of a length of time that ends (past, ago, since) or begins (future, ahead) at publication."""
    if today is None:
        return None
    behind = window in ("past", "ago", "since")
    if not isinstance(count, (int, float)):
        return Interval.within(None, today) if behind else Interval.within(today, None)
    far = moved_period(today, unit, count + fraction, -1 if behind else 1)
    if far is None:
        return None
    if window in ("ago", "ahead"):
        return Interval.within(far.begin, far.end)
    if window == "since":
        exact = None if unit in YEARS_OF or count != int(count) else shifted(today, unit, -int(count))
        return Interval(exact or far.begin, exact or far.end, today, today)
    if behind:
        return Interval.within(_far_day(today, unit, -count, far), today)
    return Interval.within(today, _far_day(today, unit, count, far))


def _far_day(today: date, unit: Unit, count: float, far: Period) -> date | None:
    """The exact far end for whole numbers, the whole far period otherwise."""
    if count == int(count):
        return shifted(today, unit, int(count))
    return far.begin if count < 0 else far.end
