"""What the order of events tells of their dates."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.order.distance import Distances
from extract.order.found import FIRM, PLUPERFECT, Found
from extract.times.calendar import moved
from ontology.model import Distance, Interval, Modality, Order, Statement, StatementTime

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


def narrowed(
    statements: tuple[Statement, ...], found: Sequence[Found], far: Distances | None = None
) -> tuple[Statement, ...]:
    """Statements without an expression of their own take bounds from the events that they relate to.

    ``far`` says how many days lie between some of them.
    """
    known = {item.id: item for item in statements}
    for _ in range(_ROUNDS):
        last = dict(known)
        for source, order, target, word in found:
            # A flashback to 2018 tells nothing that a reader would date the story by.
            one, other = source.statement.id, target.statement.id
            distance = (far or {}).get((one, other), Distance())
            _relate(known, (one, other), order, distance, word != PLUPERFECT)
        if known == last:
            break
    return tuple(known[item.id] for item in statements)


def _relate(
    known: dict[str, Statement], ends: tuple[str, str], order: Order, distance: Distance, both: bool
) -> None:
    """Narrow the first statement, and where ``both`` also the second."""
    one, other = ends
    if one == other or one not in known or other not in known:
        return
    if agrees(known[one], order, known[other]):
        known[one] = _bounded(known[one], order, known[other], distance)
        if both:
            known[other] = _bounded(known[other], order.inverse, known[one], distance)


def _allowed(other: Interval, order: Order, distance: Distance) -> tuple[date | None, date | None]:
    """The first and the last day that an event's order to another one leaves to it."""
    least, most = distance.least, distance.most
    if order is Order.AFTER:
        return _moved(other.earliest, least), _moved(other.latest, most)
    if order is Order.BEFORE:
        return _moved(other.earliest, None if most is None else -most), _moved(other.latest, -least)
    return other.earliest, other.latest


def _moved(day: date | None, days: int | None) -> date | None:
    return None if day is None or days is None else moved(day, days)


def _bounded(item: Statement, order: Order, other: Statement, distance: Distance) -> Statement:
    if other.time is None or (item.time is not None and item.time.text is not None):
        return item
    if item.modality is Modality.HYPOTHETICAL or (item.modality in FIRM) != (other.modality in FIRM):
        return item
    interval = item.time.interval if item.time else Interval()
    earliest, latest = interval.earliest, interval.latest
    first, last = _allowed(other.time.interval, order, distance)
    earliest = max((day for day in (earliest, first) if day), default=None)
    latest = min((day for day in (latest, last) if day), default=None)
    if (earliest and latest and earliest > latest) or (earliest, latest) == (
        interval.earliest,
        interval.latest,
    ):
        return item
    time = StatementTime(
        Interval.within(earliest, latest), said=item.time.stated if item.time else Interval()
    )
    return replace(item, time=time, trace=(*item.trace, f"time: {order.value} '{other.predicate}'"))
