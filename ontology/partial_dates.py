"""Dates known to the day, month or year, written as in ISO 8601: ``2011-12-17``, ``2011-12``, ``2011``."""

from calendar import monthrange
from datetime import date


def first_day(text: str | None) -> date | None:
    """The first day that a partial date can mean; None stays None."""
    if not text:
        return None
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


def last_day(text: str | None) -> date | None:
    """The last day that a partial date can mean; None stays None."""
    if not text:
        return None
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(text: str) -> tuple[int, int, int]:
    numbers = [int(part) for part in text.split("-")] + [0, 0]
    return numbers[0], numbers[1], numbers[2]
