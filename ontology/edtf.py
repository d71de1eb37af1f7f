"""Intervals as text after EDTF (Extended Date/Time Format, ISO 8601-2:2019)."""

from datetime import date, timedelta

from ontology.model import Interval


def edtf(interval: Interval) -> str:
    """The days within which an event lies, from the first possible begin to the last possible end.

    One day is ``2025-08-15``; a whole month, year, decade or century is written as such (``2025-08``,
    ``2024``, ``202X``, ``19XX``); other stretches are ``2025-08-11/2025-08-15``; an open end is ``..``.
    A state whose begin and end are known to the day is always written with both
    (``2024-01-01/2024-12-31``), as "2024" would say less. What is dated by about is written ``2024~`` where
    the days are those of 2024 and of one year more to either side (so with days, months and decades), else
    ``2023-01-01~/2025-08-15~``.
    """
    first, last = interval.earliest, interval.latest
    if interval.approximate:
        return _about(first, last)
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first.isoformat()
    known_to_the_day = interval.begin_latest == first and interval.end_earliest == last
    unit = None if known_to_the_day else _calendar_unit(first, last)
    return unit or f"{first}/{last}"


def _about(first: date | None, last: date | None) -> str:
    """The day, month, year or decade in the middle of three that begin and end on these days, and ``~``."""
    begin, end = (f"{day}~" if day else ".." for day in (first, last))
    if first is None or last is None:
        return f"{begin}/{end}"
    if (last - first).days == _ONE_EACH_SIDE:
        return f"{first + timedelta(days=1)}~"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if first.day == 1 and _last_of_month(last) and months in _THREE:
        size = months // 3
        year, month = divmod(12 * first.year + first.month - 1 + size, 12)
        middle = _calendar_unit(date(year, month + 1, 1), _month_end(year, month + size))
        return f"{middle}~" if middle else f"{begin}/{end}"
    return f"{begin}/{end}"


_ONE_EACH_SIDE = 2  # days between the first and the last of three
_THREE = (3, 36, 360)  # months of three months, years, decades


def _month_end(year: int, months: int) -> date:
    """The last day of the month that lies so many months (at least one) from the begin of a year."""
    more, month = divmod(months, 12)
    return date.max if year + more > date.max.year else date(year + more, month + 1, 1) - timedelta(days=1)


def _calendar_unit(first: date, last: date) -> str | None:
    """The month, year, decade or century that begins and ends on these days, if there is one."""
    if first.day != 1 or not _last_of_month(last):
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year:04}-{first.month:02}"
    if (first.month, last.month) != (1, 12):
        return None
    for years in (1, 10, 100):
        if first.year % years == 0 and last.year == first.year + years - 1:
            return f"{first.year:04}"[: 5 - len(str(years))] + "X" * (len(str(years)) - 1)
    return None


def _last_of_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
