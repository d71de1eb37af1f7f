"""From the named parts of a date to the period that they mean, the missing parts read from the context."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from extract.times.calendar import (
    Period,
    Unit,
    century_period,
    cycle,
    day_period,
    decade_period,
    half_period,
    iso_week,
    make_date,
    month_period,
    months_period,
    moved,
    period_of,
    quarter_period,
    season_period,
    shifted,
    weekday_near,
    weekend_period,
    year_period,
)
from extract.times.choice import Fields, Steps, choose
from extract.times.context import FUTURE, PAST, PRESENT, Context
from extract.times.lexer import Value
from extract.times.moveable import holiday_date, holiday_length

_SCENE = timedelta(days=7)
"""News goes on about a day for so long; what is older is background."""


def locate(fields: Fields, context: Context, steps: Steps) -> Period | None:
    """The period that the fields name; None where the calendar has none. ``steps`` is told how.

    Without a publication date, missing parts stay X in the value and the period has no days.
    """
    period = _named(fields, context, steps)
    if period is not None and "nth" in fields:
        return _nth(period, Unit(str(fields["unit"])), int(fields["nth"]))
    return period


def _named(fields: Fields, context: Context, steps: Steps) -> Period | None:
    if "compact" in fields:
        return _compact(int(fields["compact"]))
    if "century" in fields:
        return _century(int(fields["century"]), fields)
    if "decade" in fields:
        decade = _full_decade(int(fields["decade"]), context.published)
        return decade_period(decade) if decade is not None else None
    if "holiday" in fields:
        return _holiday(str(fields["holiday"]), fields, context, steps)
    if "month" in fields:
        return _month(int(fields["month"]), fields, context, steps)
    for name, maker in _YEARLY.items():
        if name in fields:
            return _yearly(name, fields[name], maker, fields, context, steps)
    if "week" in fields:
        year = _year(fields, context) or (context.published.year if context.published else None)
        return iso_week(year, int(fields["week"])) if year else _blank(f"XXXX-W{int(fields['week']):02d}")
    return _below_month(fields, context, steps)


def _below_month(fields: Fields, context: Context, steps: Steps) -> Period | None:
    if "day" in fields:
        return _day_of_month(int(fields["day"]), fields, context, steps)
    if "weekday" in fields:
        return _weekday(int(fields["weekday"]), fields, context, steps)
    if "weekend" in fields:
        return _weekend(fields, context, steps)
    if "day_rel" in fields:
        base = (
            context.last_day.begin if fields.get("base") == "last" and context.last_day else context.published
        )
        return _or_blank(base and moved(base, int(fields["day_rel"])), day_period, "XXXX-XX-XX")
    year = _year(fields, context)
    if year is not None:
        return _years(year, fields)
    for unit in (Unit.QUARTER, Unit.MONTH, Unit.WEEK):
        if f"{unit}_rel" in fields:
            return cycle(context.published, unit, int(fields[f"{unit}_rel"])) if context.published else None
    return _current_day(context, steps)


def _years(year: int, fields: Fields) -> Period | None:
    if "to_year" not in fields:
        return year_period(-year if fields.get("era") == "BC" else year)
    last = int(fields["to_year"])
    if last <= 12 and last != (year + 1) % 100:
        return month_period(year, last)  # "2015-12" is a month, "2015-16" a season
    if last < 100:
        last += year // 100 * 100 + (100 if last < year % 100 else 0)
    return (
        months_period(f"{year:04d}", Unit.YEAR, year, 1, 12 * (last - year + 1)) if last < year + 50 else None
    )


def _blank(value: str, unit: Unit = Unit.DAY) -> Period:
    return Period(value, unit, None, None)


def _or_blank(day: date | None, make: Callable[[date], Period], value: str) -> Period:
    return make(day) if day else _blank(value)


def _compact(number: int) -> Period | None:
    day = make_date(number // 10000, number // 100 % 100, number % 100)
    return day_period(day) if day else None


def _century(ordinal: int, fields: Fields) -> Period | None:
    if fields.get("era") == "BC":
        return _blank(f"BC{ordinal - 1:02d}", Unit.CENTURY)
    return century_period(ordinal - 1) if 1 <= ordinal <= 99 else None


def _full_decade(digits: int, today: date | None) -> int | None:
    """The decade's first three digits: from 1990, 199, or from 90 or 9 in the latest century possible."""
    if digits % 10 and (digits >= 1000 or 10 <= digits < 100):
        return None  # "the 45s" are records
    if digits >= 100:
        return digits // 10 if digits >= 1000 else digits
    tens = digits // 10 if digits >= 10 else digits
    century = (today.year if today else 1999) // 100
    decade = century * 10 + tens
    return decade - 10 if decade * 10 > (today.year if today else 1999) else decade


def full_year(two_digits: int, today: date | None) -> int:
    """The year nearest to ``today`` that ends with two digits; up to 20 years ahead of it."""
    year = today.year if today else 2000
    candidate = year // 100 * 100 + two_digits
    if candidate > year + 20:
        return candidate - 100
    return candidate + 100 if candidate <= year - 80 else candidate


def _year(fields: Fields, context: Context) -> int | None:
    if "year" in fields:
        return int(fields["year"])
    if "year2" in fields:
        return full_year(int(fields["year2"]), context.published)
    if "year_rel" in fields and context.published:
        return context.published.year + int(fields["year_rel"])
    return None


def _years_around(context: Context) -> range:
    year = context.published.year if context.published else 2000
    return range(year - 2, year + 3)


def _lent_year(fields: Fields, context: Context, steps: Steps) -> int | None:
    """The year of the date mentioned just before, where that is another than the year of publication."""
    if not (context.near and context.last and context.last.begin and context.published) or "rel" in fields:
        return None
    year = context.last.begin.year
    if abs(year - context.published.year) < 2 or context.last.unit in (Unit.DECADE, Unit.CENTURY):
        return None
    if context.direction in (PRESENT, FUTURE):
        return None
    steps.append(f"in {year}, mentioned just before")
    return year


def _yearly(
    name: str,
    value: Value,
    maker: Callable[[int, Value], Period],
    fields: Fields,
    context: Context,
    steps: Steps,
) -> Period | None:
    year = _year(fields, context) or _lent_year(fields, context, steps)
    if year is not None:
        period = maker(year, value)
        if "to_year" in fields and name == "season":
            return months_period(period.value, Unit.SEASON, year, 12, 3) if value == "WI" else period
        return period
    if context.published is None:
        return _blank("XXXX" + maker(2000, value).value[4:], maker(2000, value).unit)
    return choose((maker(y, value) for y in _years_around(context)), fields, context, steps)


_YEARLY: Mapping[str, Callable[[int, Value], Period]] = {
    "quarter": lambda year, value: quarter_period(year, min(max(int(value), 1), 4)),
    "half": lambda year, value: half_period(year, min(max(int(value), 1), 2)),
    "season": lambda year, value: season_period(year, str(value)),
}


def _holiday(rule: str, fields: Fields, context: Context, steps: Steps) -> Period | None:
    def on(year: int) -> Period | None:
        day = holiday_date(rule, year)
        return Period(day.isoformat(), Unit.DAY, day, moved(day, holiday_length(rule))) if day else None

    year = _year(fields, context) or _lent_year(fields, context, steps)
    if year is not None:
        return on(year)
    if context.published is None:
        return _blank(f"XXXX-{rule}" if rule[:2].isdigit() and len(rule) == 5 else "XXXX-XX-XX")
    return choose((on(y) for y in _years_around(context)), fields, context, steps)


def _month(month: int, fields: Fields, context: Context, steps: Steps) -> Period | None:
    day = int(fields["day"]) if "day" in fields else None
    if not 1 <= month <= 12:
        return None

    def make(year: int) -> Period | None:
        if day is None:
            return month_period(year, month)
        exact = make_date(year, month, day)
        return day_period(exact) if exact else None

    year = _year(fields, context) or _lent_year(fields, context, steps)
    if year is not None:
        return make(year)
    if context.published is None:
        valid = day is None or make_date(2000, month, day)
        return _blank(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")) if valid else None
    candidates = [make(y) for y in _years_around(context)]
    return choose(_on_weekday(candidates, fields) if day else candidates, fields, context, steps)


def _on_weekday(candidates: list[Period | None], fields: Fields) -> list[Period | None]:
    """Only the days that fall on the weekday named beside them, where any does (and not too far away)."""
    if "weekday" not in fields:
        return candidates
    weekday = int(fields["weekday"])
    fitting = [p for p in candidates if p and p.begin and p.begin.isoweekday() == weekday]
    return list(fitting) or candidates


def _day_of_month(day: int, fields: Fields, context: Context, steps: Steps) -> Period | None:
    base = context.published
    if "month_rel" in fields:
        month = base and shifted(base.replace(day=1), Unit.MONTH, int(fields["month_rel"]))
        exact = make_date(month.year, month.month, day) if month else None
        return day_period(exact) if exact else _blank(f"XXXX-XX-{day:02d}")
    if context.near and context.last and context.last.begin and context.last.unit in (Unit.DAY, Unit.MONTH):
        base = context.last.begin
        exact = make_date(base.year, base.month, day)
        steps.append("in the month mentioned just before")
        return day_period(exact) if exact else None
    if base is None:
        return _blank(f"XXXX-XX-{day:02d}")
    first = base.replace(day=1)
    around = [shifted(first, Unit.MONTH, k) for k in (-2, -1, 0, 1, 2)]
    days = [make_date(m.year, m.month, day) for m in around if m]
    candidates: list[Period | None] = [day_period(d) for d in days if d]
    return choose(_on_weekday(candidates, fields), fields, context, steps)


def _weekday(weekday: int, fields: Fields, context: Context, steps: Steps) -> Period | None:
    today = context.published
    if today is None:
        return _blank(f"XXXX-WXX-{weekday}")
    if "week_rel" in fields:
        week = moved(today, 7 * int(fields["week_rel"]))
        steps.append(f"in the week {int(fields['week_rel']):+d} from that of publication")
        return _or_blank(week and weekday_near(week, weekday, 0), day_period, "XXXX-XX-XX")
    if "rel" in fields:
        rel = int(fields["rel"])
        way = (
            2 * rel if rel else (-1 if context.direction == PAST else 1 if context.direction == FUTURE else 0)
        )
    else:
        way = 1 if context.direction in (FUTURE, PRESENT) else -1
    steps.append(
        {
            -2: "latest before publication",
            -1: "latest up to publication",
            0: "in the week of publication",
        }.get(way, "next after publication")
    )
    return _or_blank(weekday_near(today, weekday, way), day_period, "XXXX-XX-XX")


def _weekend(fields: Fields, context: Context, steps: Steps) -> Period | None:
    today = context.published
    if today is None:
        return _blank("XXXX-WXX-WE", Unit.WEEKEND)
    rel = fields.get("rel", fields.get("week_rel"))
    if rel is None:
        past = context.direction == PAST or context.direction is None
        rel = -1 if past and today.isoweekday() < 6 else 0
        steps.append("weekend before publication" if rel else "weekend of the week of publication")
    day = moved(today, 7 * int(rel))
    return weekend_period(day) if day else None


def _current_day(context: Context, steps: Steps) -> Period:
    """The day that a bare clock time or part of the day belongs to.

    A day long before publication, mentioned in another sentence, may be that of another scene: then the
    bounds reach from it to the report's own day.
    """
    if _is_far_back(context) and context.last_day:
        steps.append(f"on {context.last_day.value}, mentioned just before, or later up to publication")
        return replace(context.last_day, end=context.published)
    if context.day_near and context.last_day:
        steps.append(f"on {context.last_day.value}, mentioned just before")
        return context.last_day
    if context.published is None:
        return _blank("XXXX-XX-XX")
    steps.append("on the day of publication")
    return day_period(context.published)


def _is_far_back(context: Context) -> bool:
    """Whether the day mentioned last is from another sentence and far older than the report."""
    day, today = context.last_day, context.published
    if day is None or day.begin is None or today is None or not context.day_near:
        return False
    return today - day.begin > _SCENE and not (context.near and context.last == day)


def _nth(period: Period, unit: Unit, nth: int) -> Period | None:
    """The nth (from the end: -1) unit within a period; weeks begin with the first one that touches it."""
    if period.begin is None or period.end is None or nth == 0:
        return None
    anchor = period.begin if nth > 0 else period.end
    target = shifted(anchor, unit, nth - 1 if nth > 0 else nth + 1)
    if target is None:
        return None
    inner = period_of(target, unit)
    if inner.begin is None or inner.end is None or inner.begin > period.end or inner.end < period.begin:
        return None
    return inner
