"""Days that a name fixes: Easter and what hangs on it, Advent, fixed feasts, nth weekdays of a month."""

import re
from datetime import date, timedelta

from dateutil.easter import easter

from extract.times.calendar import make_date, moved
from ontology.errors import DataError

_EASTER = re.compile(r"easter([+-]\d+)?")
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_NTH = re.compile(r"(\d\d)-(-?\d)-(\d)")  # month, which one (-1: last), ISO weekday
_ADVENT = re.compile(r"advent([+-]\d+)?")


def holiday_date(rule: str, year: int) -> date | None:
    """The day of a feast in a year; None where the year has no such day.

    ``rule`` is ``MM-DD``, ``easter±days`` (Western Easter), ``advent±days`` (first Sunday of Advent), or
    ``MM-n-weekday`` (the nth weekday of a month, -1 for the last; ``11-4-4`` is November's fourth Thursday);
    a length ``~days`` behind it is ignored.

    Raises:
        DataError: the rule has none of these forms.
    """
    rule = rule.partition("~")[0]
    if not 1583 <= year <= 4099:  # the years for which the Gregorian Easter is defined by dateutil
        return None
    if found := _EASTER.fullmatch(rule):
        return moved(easter(year), int(found.group(1) or 0))
    if found := _FIXED.fullmatch(rule):
        return make_date(year, int(found.group(1)), int(found.group(2)))
    if found := _NTH.fullmatch(rule):
        return _nth_weekday(year, *(int(part) for part in found.groups()))
    if found := _ADVENT.fullmatch(rule):
        christmas = date(year, 12, 25)
        return moved(christmas - timedelta(days=christmas.isoweekday() + 21), int(found.group(1) or 0))
    raise DataError(f"holiday {rule!r}: write MM-DD, easter+days, advent+days or MM-n-weekday")


def holiday_length(rule: str) -> int:
    """How many days follow the first one: ``12-24~2`` is a feast of three days."""
    return int(rule.partition("~")[2] or 0)


def _nth_weekday(year: int, month: int, nth: int, weekday: int) -> date | None:
    if nth > 0:
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    else:
        last = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return day if day.month == month else None
