"""Where Neo4j finds the statements that look at some days: by block, length of the stretch, and first day.

Of stretches of one length, up to a factor, those that touch some days begin near them. So one range of an
index for each length finds them, however many there are before and after.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from graph.identity import Part, Report
from graph.identity.reach import reach, stands
from graph.identity.report import Window, shifted

_DAY = timedelta(days=1)
# The most days of each span but the last, which takes all that are longer.
_MOST = (1, 8, 64, 512, 4096)


def columns(report: Report) -> tuple[int | None, date | None, date | None, date | None]:
    """The properties ``near_span``, ``near_first``, ``near_last`` and ``told`` of a statement."""
    days = reach(report).days
    if days is None:
        return None, None, None, stands(report)
    return _span(days), days.first, days.last, stands(report)


def days_rows(block: str, part: Part) -> Iterator[list[object]]:
    """The ranges in which ``load_present.cypher`` finds the statements that look at the days of a part.

    Each ends in whether only dated ones count, and in the day since when undated ones must have been told, if
    only they do.
    """
    for window in part.days:
        yield from _ranges(block, window, False, None)
    for window in part.dated:
        yield from _ranges(block, window, True, None)
    for window, since in sorted(part.later):
        yield from _ranges(block, window, False, since)


def _ranges(block: str, window: Window, dated: bool, since: date | None) -> Iterator[list[object]]:
    for span, most in enumerate(_MOST):
        first = shifted(window.first, -(most - 1) * _DAY)
        yield [block, span, first, window.last, window.first, dated, since]
    yield [block, len(_MOST), date.min, window.last, window.first, dated, since]


def told_rows(block: str, part: Part) -> Iterator[list[object]]:
    """The same for undated statements by when they were told."""
    for window in part.told:
        yield [block, window.first, window.last]


def _span(window: Window) -> int:
    return next((span for span, most in enumerate(_MOST) if window.days <= most), len(_MOST))
