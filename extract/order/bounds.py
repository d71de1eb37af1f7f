"""What the order of events tells of their dates."""

from collections.abc import Sequence
from dataclasses import replace

from extract.order.found import FIRM, PLUPERFECT, Found
from ontology.model import Interval, Modality, Order, Statement, StatementTime

_ROUNDS = 4
"""Bounds travel along so many relations; longer chains of undated events are rare in one text."""


def agrees(one: Statement, order: Order, other: Statement) -> bool:
    """Whether the dates of two statements leave room for the order."""
    first = one.time.interval if one.time else Interval()
    second = other.time.interval if other.time else Interval()
    if order is Order.AFTER:
        first, second = second, first
    begin, end = first.earliest, second.latest
    if order in (Order.BEFORE, Order.AFTER):
        return begin is None or end is None or begin <= end
    return agrees(one, Order.BEFORE, other) and agrees(one, Order.AFTER, other)


def narrowed(statements: tuple[Statement, ...], found: Sequence[Found]) -> tuple[Statement, ...]:
    """Statements without an expression of their own take bounds from the events that they relate to."""
    known = {item.id: item for item in statements}
    for _ in range(_ROUNDS):
        last = dict(known)
        for source, order, target, word in found:
            # A flashback to 2018 tells nothing that a reader would date the story by.
            _relate(known, source.statement.id, order, target.statement.id, word != PLUPERFECT)
        if known == last:
            break
    return tuple(known[item.id] for item in statements)


def _relate(known: dict[str, Statement], one: str, order: Order, other: str, both: bool) -> None:
    """Narrow the first statement, and where ``both`` also the second."""
    if one == other or one not in known or other not in known:
        return
    if agrees(known[one], order, known[other]):
        known[one] = _bounded(known[one], order, known[other])
        if both:
            known[other] = _bounded(known[other], order.inverse, known[one])


def _bounded(item: Statement, order: Order, other: Statement) -> Statement:
    if other.time is None or (item.time is not None and item.time.text is not None):
        return item
    if item.modality is Modality.HYPOTHETICAL or (item.modality in FIRM) != (other.modality in FIRM):
        return item
    interval = item.time.interval if item.time else Interval()
    earliest, latest = interval.earliest, interval.latest
    if order is not Order.BEFORE:
        earliest = max((day for day in (earliest, other.time.interval.earliest) if day), default=None)
    if order is not Order.AFTER:
        latest = min((day for day in (latest, other.time.interval.latest) if day), default=None)
    if (earliest and latest and earliest > latest) or (earliest, latest) == (
        interval.earliest,
        interval.latest,
    ):
        return item
    time = StatementTime(
        Interval.within(earliest, latest), said=item.time.stated if item.time else Interval()
    )
    return replace(item, time=time, trace=(*item.trace, f"time: {order.value} '{other.predicate}'"))
