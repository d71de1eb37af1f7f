"""Calendar arithmetic: periods of every unit, their TIMEX3 values, and steps from one to the next.

Weeks are ISO 8601 weeks. Days are proleptic Gregorian; a period that leaves the years 1 to 9999 has no
days (``None``), only its value.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """Units of time, as the rule files name them."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    NIGHT = "night"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


# TIMEX3 designators of durations: head, letters, and how many of them one unit counts.
DURATION_CODES = {
    Unit.SECOND: ("PT", "S", 1),
    Unit.MINUTE: ("PT", "M", 1),
    Unit.HOUR: ("PT", "H", 1),
    Unit.DAY: ("P", "D", 1),
    Unit.WORKDAY: ("P", "D", 1),
    Unit.NIGHT: ("PT", "NI", 1),
    Unit.WEEK: ("P", "W", 1),
    Unit.FORTNIGHT: ("P", "W", 2),
    Unit.WEEKEND: ("P", "WE", 1),
    Unit.MONTH: ("P", "M", 1),
    Unit.QUARTER: ("P", "Q", 1),
    Unit.HALF: ("P", "M", 6),
    Unit.YEAR: ("P", "Y", 1),
    Unit.DECADE: ("P", "DE", 1),
    Unit.CENTURY: ("P", "CE", 1),
    Unit.MILLENNIUM: ("P", "ML", 1),
}
MONTHS_OF = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6}
YEARS_OF = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
# First months of the meteorological seasons of the northern half of the earth.
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: TIMEX3 value, unit, first and last day (both included)."""

    value: str
    unit: Unit
    begin: date | None
    end: date | None


def make_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none (31 April, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def day_period(day: date) -> Period:
    """One day: ``2024-02-29``."""
    return Period(day.isoformat(), Unit.DAY, day, day)


def week_period(day: date) -> Period:
    """The ISO week that holds ``day``, Monday to Sunday: ``2020-W53``."""
    year, week, weekday = day.isocalendar()
    return Period(f"{year:04d}-W{week:02d}", Unit.WEEK, moved(day, 1 - weekday), moved(day, 7 - weekday))


def weekend_period(day: date) -> Period:
    """Saturday and Sunday of the ISO week that holds ``day``: ``2020-W53-WE``."""
    week = week_period(day)
    begin = moved(week.end, -1) if week.end else None
    return Period(f"{week.value}-WE", Unit.WEEKEND, begin, week.end)


def months_period(value: str, unit: Unit, year: int, first: int, count: int) -> Period:
    """``count`` months from month ``first`` of ``year`` on."""
    begin = make_date(year, first, 1)
    last_index = year * 12 + first - 1 + count - 1
    last_year, last_month = divmod(last_index, 12)
    end = None
    if 1 <= last_year <= 9999:
        end = date(last_year, last_month + 1, calendar.monthrange(last_year, last_month + 1)[1])
    return Period(value, unit, begin, end)


def month_period(year: int, month: int) -> Period:
    """A month: ``2024-02``."""
    return months_period(f"{year:04d}-{month:02d}", Unit.MONTH, year, month, 1)


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter: ``2024-Q1``."""
    return months_period(f"{year:04d}-Q{quarter}", Unit.QUARTER, year, 3 * quarter - 2, 3)


def half_period(year: int, half: int) -> Period:
    """A half-year: ``2024-H2``."""
    return months_period(f"{year:04d}-H{half}", Unit.HALF, year, 6 * half - 5, 6)


def season_period(year: int, season: str) -> Period:
    """A meteorological season; ``2024-WI`` begins in December 2024 but may be meant from January 2024 on.

    The wide bounds of winter are on purpose: texts use "winter 2024" for either of the two.
    """
    value = f"{year:04d}-{season}"
    if season == "WI":
        return months_period(value, Unit.SEASON, year, 1, 14)
    return months_period(value, Unit.SEASON, year, SEASON_STARTS[season], 3)


def year_period(year: int) -> Period:
    """A year: ``2024``; before our era ``BC0044``, without days."""
    if year < 1:
        return Period(f"BC{-year:04d}", Unit.YEAR, None, None)
    return months_period(f"{year:04d}", Unit.YEAR, year, 1, 12)


def decade_period(decade: int) -> Period:
    """The ten years that share the digits ``decade``: 199 for 1990 to 1999."""
    return months_period(f"{decade:03d}", Unit.DECADE, decade * 10, 1, 120)


def century_period(century: int) -> Period:
    """The years whose first digits are ``century``: 19 for 1900 to 1999 (TIMEX3 counts like that).

    Bounds take in both ways of counting, 1900–1999 and 1901–2000.
    """
    return months_period(f"{century:02d}", Unit.CENTURY, century * 100, 1, 1212)


def moved(day: date, days: int) -> date | None:
    """``day`` plus ``days``; None beyond the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """``day`` moved by months; a day that the target month lacks becomes its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shifted(day: date, unit: Unit, count: int) -> date | None:
    """``day`` moved by ``count`` whole units; units below the day leave it as it is."""
    if unit in MONTHS_OF:
        return add_months(day, MONTHS_OF[unit] * count)
    if unit in YEARS_OF:
        return add_months(day, 12 * YEARS_OF[unit] * count)
    if unit is Unit.WORKDAY:
        return _shift_workdays(day, count)
    if unit is Unit.SEASON:
        return add_months(day, 3 * count)
    days = {Unit.DAY: 1, Unit.NIGHT: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14}.get(unit, 0)
    return moved(day, days * count)


def _shift_workdays(day: date, count: int) -> date | None:
    """``day`` moved by working days, Monday to Friday."""
    weeks, rest = divmod(abs(count), 5)
    step = 1 if count >= 0 else -1
    here = moved(day, 7 * weeks * step)
    while here is not None and rest:
        here = moved(here, step)
        if here is not None and here.weekday() < 5:
            rest -= 1
    return here


def period_of(day: date, unit: Unit) -> Period:
    """The period of ``unit`` that holds ``day``; units below the day give the day."""
    makers = {
        Unit.WEEK: lambda: week_period(day),
        Unit.FORTNIGHT: lambda: week_period(day),
        Unit.WEEKEND: lambda: weekend_period(day),
        Unit.MONTH: lambda: month_period(day.year, day.month),
        Unit.QUARTER: lambda: quarter_period(day.year, (day.month + 2) // 3),
        Unit.HALF: lambda: half_period(day.year, 1 if day.month < 7 else 2),
        Unit.SEASON: lambda: season_period(*season_of(day)),
        Unit.YEAR: lambda: year_period(day.year),
        Unit.DECADE: lambda: decade_period(day.year // 10),
        Unit.CENTURY: lambda: century_period(day.year // 100),
    }
    return makers.get(unit, lambda: day_period(day))()


def season_of(day: date) -> tuple[int, str]:
    """The season that holds ``day``; January and February count to the winter of the year before."""
    if day.month < 3:
        return day.year - 1, "WI"
    return day.year, ("SP", "SU", "FA")[(day.month - 3) // 3] if day.month < 12 else "WI"


def cycle(day: date, unit: Unit, offset: int) -> Period | None:
    """The period of ``unit`` that lies ``offset`` units from the one that holds ``day``."""
    start = period_of(day, unit).begin if unit is not Unit.SEASON else day
    target = shifted(start or day, unit, offset)
    return period_of(target, unit) if target else None


def iso_week(year: int, week: int) -> Period | None:
    """Week ``week`` of ISO year ``year``; None where the year lacks it (week 53)."""
    try:
        return week_period(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def weekday_near(day: date, weekday: int, direction: int) -> date | None:
    """The nearest ``weekday`` (Monday 1 … Sunday 7) to ``day``.

    ``direction`` -2: strictly before, -1: on or before, 0: in the same ISO week, 1: on or after,
    2: strictly after.
    """
    ahead = (weekday - day.isoweekday()) % 7
    if direction == 0:
        return moved(day, weekday - day.isoweekday())
    if direction > 0:
        return moved(day, 7 if direction == 2 and ahead == 0 else ahead)
    back = (7 - ahead) % 7
    return moved(day, -(7 if direction == -2 and back == 0 else back))


def blank(value: str, unit: Unit = Unit.DAY) -> Period:
    """A period whose days nothing tells."""
    return Period(value, unit, None, None)


def or_blank(day: date | None, make: Callable[[date], Period], value: str) -> Period:
    """What ``make`` makes of a day, or, without one, a blank of this value."""
    return make(day) if day else blank(value)
