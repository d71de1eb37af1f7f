"""Bounds of what a text dates by about: *um 1990*, *circa May 2024*, *vers 1990*, *hacia 1990*."""

from dataclasses import replace

from extract.times.calendar import Unit
from extract.times.lengths import moved_period
from extract.times.resolve import Resolved
from ontology.model import Interval

_CALENDAR = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.DECADE, Unit.CENTURY)


def approximate(resolved: Resolved) -> Resolved | None:
    """The expression with one more unit of its own precision to either side: *um 1990* is 1989 to 1991.

    None where it isn't a date of the calendar (*um 14 Uhr* is exact). What already ends at publication,
    because it is told as past, goes on doing so.
    """
    focus, interval = resolved.focus, resolved.interval
    if focus is None or interval is None or focus.unit not in _CALENDAR or "T" in resolved.value:
        return None
    if focus.begin is None or focus.end is None:
        return None
    before, after = moved_period(focus.begin, focus.unit, 1, -1), moved_period(focus.begin, focus.unit, 1, 1)
    first = before.begin if before is not None else None
    last = after.end if after is not None else None
    clipped = interval.latest is not None and interval.latest < focus.end
    days = Interval.within(first, interval.latest if clipped else last, approximate=True)
    return replace(resolved, interval=days, trace=(*resolved.trace, f"about: one {focus.unit} either side"))
