"""What is known of a statement's time, and giving it one that the text says elsewhere."""

from dataclasses import replace
from datetime import date, timedelta

from extract.claims.repetition import Told
from ontology.model import Interval, Modality, Statement, StatementTime

FIRM = (Modality.ASSERTED, Modality.REPORTED)
SCENE = timedelta(days=31)
"""A scene lasts no longer than this: nobody goes on speaking *last year*."""
FRESH = timedelta(days=7)
"""A lead tells news: its day is at most this far from the publication."""


def at(item: Told, time: StatementTime | None, why: str) -> Told:
    """The statement with the bounds of ``time``, and the reason for people."""
    if time is None:
        return item
    trace = (*item.statement.trace, f"time: {why}")
    return replace(item, statement=replace(item.statement, time=StatementTime(time.interval), trace=trace))


def is_open(statement: Statement) -> bool:
    """Whether nothing yet says when a fact began."""
    return (
        statement.modality in FIRM
        and statement.time is not None
        and statement.time.text is None
        and statement.time.interval.earliest is None
    )


def is_dated(told: Told, length: timedelta = timedelta.max) -> bool:
    """Whether both bounds are known, and lie less than ``length`` apart."""
    return told.statement.time is not None and is_short(told.statement.time.interval, length)


def is_short(interval: Interval, length: timedelta = SCENE) -> bool:
    """Whether both bounds of an interval are known, and lie less than ``length`` apart."""
    first, last = interval.earliest, interval.latest
    return first is not None and last is not None and last - first < length


def is_news(interval: Interval, published: date | None) -> bool:
    """Whether it begins in the last days before publication, or at it."""
    day = interval.earliest
    return published is not None and day is not None and timedelta() <= published - day <= FRESH
