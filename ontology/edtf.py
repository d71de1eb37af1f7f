"""Intervals as text after EDTF (Extended Date/Time Format, ISO 8601-2:2019)."""

from datetime import date, timedelta

from ontology.model import Interval


def edtf(interval: Interval) -> str:
    """The days within which an event lies, from the first possible begin to the last possible end.

    One day is ``2025-08-15``; a whole month, year, decade or century is written as such (``2025-08``,
    ``2024``, ``202X``, ``19XX``); other stretches are ``2025-08-11/2025-08-15``; an open end is ``..``.
    A state whose begin and end are known to the day is always written with both
    (``2024-01-01/2024-12-31``), as "2024" would say less.
    """
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}"
    if first == last:
        return first.isoformat()
    known_to_the_day = interval.begin_latest == first and interval.end_earliest == last
    unit = None if known_to_the_day else _calendar_unit(first, last)
    return unit or f"{first}/{last}"


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
