"""Parts of a period: its beginning, middle or end, and what of it lies before or after publication."""

from dataclasses import replace
from datetime import date

from extract.times.calendar import Period, Unit, moved
from extract.times.resolve import Resolved
from ontology.model import Interval


def narrowed(resolved: Resolved, mod: str, today: date | None) -> Resolved:
    """Bounds that a modifier (START, MID, END) leaves of the focus; days 1–10, 11–20, 21– of a month.

    Of a year its first or last quarter, of anything else a generous half. EARLIER and LATER are seen from
    publication: "earlier this week".
    """
    period = resolved.focus
    if period is None or period.begin is None or period.end is None or resolved.interval is None:
        return resolved
    steps = (*resolved.trace, f"{mod} of it")
    if mod in ("EARLIER", "LATER"):
        return replace(resolved, interval=_seen_from(period.begin, period.end, mod, today), trace=steps)
    begin, end = _part_of(period, period.begin, period.end, mod)
    earliest, latest = resolved.interval.earliest, resolved.interval.latest
    clipped = max(begin or date.min, earliest or date.min), min(end or date.max, latest or date.max)
    if clipped[0] <= clipped[1]:
        begin, end = clipped
    return replace(resolved, interval=Interval.within(begin, end), trace=steps)


def _seen_from(begin: date, end: date, mod: str, today: date | None) -> Interval:
    """What of a period lies before (EARLIER) or after (LATER) the publication date."""
    if today is None or not begin <= today <= end:
        return Interval.within(begin, end)
    return Interval.within(begin, today) if mod == "EARLIER" else Interval.within(today, end)


def _part_of(period: Period, begin: date, end: date, mod: str) -> tuple[date | None, date | None]:
    length = (end - begin).days
    if period.unit is Unit.MONTH:
        bounds = {"START": (0, 9), "MID": (10, 19), "END": (20, length)}
    elif period.unit is Unit.YEAR:
        year = begin.year
        bounds = {
            "START": (0, (date(year, 3, 31) - begin).days),
            "MID": ((date(year, 4, 1) - begin).days, (date(year, 9, 30) - begin).days),
            "END": ((date(year, 10, 1) - begin).days, length),
        }
    elif period.unit is Unit.WEEK:
        bounds = {"START": (0, 2), "MID": (1, 3), "END": (3, 6)}
    else:
        bounds = {
            "START": (0, length // 2),
            "MID": (length // 4, length - length // 4),
            "END": (length - length // 2, length),
        }
    first, last = bounds.get(mod, (0, length))
    return moved(begin, first), moved(begin, last)
