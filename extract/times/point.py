"""From the named parts of a date to the period that they mean, the missing parts read from the context."""

from collections.abc import Callable, Mapping

from extract.times.calendar import (
    Period,
    Unit,
    blank,
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
    or_blank,
    period_of,
    quarter_period,
    season_period,
    shifted,
    year_period,
)
from extract.times.choice import Fields, Steps, choose
from extract.times.context import Context
from extract.times.days import current_day, day_of_month, day_of_week, on_weekday, weekend
from extract.times.lexer import Value
from extract.times.moveable import holiday_date, holiday_length
from extract.times.years import full_decade, lent_year, named_year, years_around


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
        decade = full_decade(int(fields["decade"]), context.published)
        return decade_period(decade) if decade is not None else None
    if "holiday" in fields:
        return _holiday(str(fields["holiday"]), fields, context, steps)
    if "month" in fields:
        return _month(int(fields["month"]), fields, context, steps)
    for name, maker in _YEARLY.items():
        if name in fields:
            return _yearly(name, fields[name], maker, fields, context, steps)
    if "week" in fields:
        year = named_year(fields, context) or (context.published.year if context.published else None)
        return iso_week(year, int(fields["week"])) if year else blank(f"XXXX-W{int(fields['week']):02d}")
    return _below_month(fields, context, steps)


def _below_month(fields: Fields, context: Context, steps: Steps) -> Period | None:
    if "day" in fields:
        return day_of_month(int(fields["day"]), fields, context, steps)
    if "weekday" in fields:
        return day_of_week(int(fields["weekday"]), fields, context, steps)
    if "weekend" in fields:
        return weekend(fields, context, steps)
    if "day_rel" in fields:
        base = (
            context.last_day.begin if fields.get("base") == "last" and context.last_day else context.published
        )
        return or_blank(base and moved(base, int(fields["day_rel"])), day_period, "XXXX-XX-XX")
    year = named_year(fields, context)
    if year is not None:
        return _years(year, fields)
    for unit in (Unit.QUARTER, Unit.MONTH, Unit.WEEK):
        if f"{unit}_rel" in fields:
            return cycle(context.published, unit, int(fields[f"{unit}_rel"])) if context.published else None
    return current_day(context, steps)


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


def _compact(number: int) -> Period | None:
    day = make_date(number // 10000, number // 100 % 100, number % 100)
    return day_period(day) if day else None


def _century(ordinal: int, fields: Fields) -> Period | None:
    if fields.get("era") == "BC":
        return blank(f"BC{ordinal - 1:02d}", Unit.CENTURY)
    return century_period(ordinal - 1) if 1 <= ordinal <= 99 else None


def _yearly(
    name: str,
    value: Value,
    maker: Callable[[int, Value], Period],
    fields: Fields,
    context: Context,
    steps: Steps,
) -> Period | None:
    year = named_year(fields, context) or lent_year(fields, context, steps)
    if year is not None:
        period = maker(year, value)
        if "to_year" in fields and name == "season":
            return months_period(period.value, Unit.SEASON, year, 12, 3) if value == "WI" else period
        return period
    if context.published is None:
        return blank("XXXX" + maker(2000, value).value[4:], maker(2000, value).unit)
    return choose((maker(y, value) for y in years_around(context)), fields, context, steps)


_YEARLY: Mapping[str, Callable[[int, Value], Period]] = {
    "quarter": lambda year, value: quarter_period(year, min(max(int(value), 1), 4)),
    "half": lambda year, value: half_period(year, min(max(int(value), 1), 2)),
    "season": lambda year, value: season_period(year, str(value)),
}


def _holiday(rule: str, fields: Fields, context: Context, steps: Steps) -> Period | None:
    def on(year: int) -> Period | None:
        day = holiday_date(rule, year)
        return Period(day.isoformat(), Unit.DAY, day, moved(day, holiday_length(rule))) if day else None

    year = named_year(fields, context) or lent_year(fields, context, steps)
    if year is not None:
        return on(year)
    if context.published is None:
        return blank(f"XXXX-{rule}" if rule[:2].isdigit() and len(rule) == 5 else "XXXX-XX-XX")
    return choose((on(y) for y in years_around(context)), fields, context, steps)


def _month(month: int, fields: Fields, context: Context, steps: Steps) -> Period | None:
    day = int(fields["day"]) if "day" in fields else None
    if not 1 <= month <= 12:
        return None

    def make(year: int) -> Period | None:
        if day is None:
            return month_period(year, month)
        exact = make_date(year, month, day)
        return day_period(exact) if exact else None

    year = named_year(fields, context) or lent_year(fields, context, steps)
    if year is not None:
        return make(year)
    if context.published is None:
        valid = day is None or make_date(2000, month, day)
        return blank(f"XXXX-{month:02d}" + (f"-{day:02d}" if day else "")) if valid else None
    candidates = [make(y) for y in years_around(context)]
    return choose(on_weekday(candidates, fields) if day else candidates, fields, context, steps)


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
