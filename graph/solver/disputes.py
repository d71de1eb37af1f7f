"""Statements of one and the same event that exclude one another."""

from collections.abc import Callable, Sequence
from datetime import date

from graph.solver.network import Claim, only_about
from graph.solver.problem import Conflict, EventTimes, Stated
from ontology.model import Interval


def claims_of(event: EventTimes) -> tuple[list[Claim], list[Conflict]]:
    """What an event's statements claim together, and the pairs of them that cannot both be true.

    All statements that exclude another one of the same event become one claim: the hull of theirs. A
    statement that contradicts itself (an end before the begin) claims nothing.
    """
    usable = [one for one in event.stated if not exclude(one.interval, one.interval)]
    broken = [Conflict((one.source,), (event.id,)) for one in event.stated if one not in usable]
    pairs = _excluding(sorted(usable, key=lambda one: one.source)) if len(usable) > 1 else []
    disputed = {one for pair in pairs for one in pair}
    claims = [Claim(event.id, (one.source,), one.interval) for one in usable if one not in disputed]
    if disputed:
        sources = tuple(sorted({one.source for one in disputed}))
        claims.insert(0, Claim(event.id, sources, hull([one.interval for one in disputed])))
    return claims, broken + [Conflict(tuple(sorted((a.source, b.source))), (event.id,)) for a, b in pairs]


def exclude(one: Interval, other: Interval) -> bool:
    """Whether no event can satisfy both intervals (or the one, if both are the same)."""
    begin, end = (one.begin_earliest, other.begin_earliest), (one.end_earliest, other.end_earliest)
    for lower, uppers in (
        (begin, (one.begin_latest, other.begin_latest, one.end_latest, other.end_latest)),
        (end, (one.end_latest, other.end_latest)),
    ):
        known, limits = [d for d in lower if d], [d for d in uppers if d]
        if known and limits and max(known) > min(limits):
            return True
    return False


def _excluding(stated: Sequence[Stated]) -> list[tuple[Stated, Stated]]:
    """A pair for each statement that another one excludes: with the first that does."""
    pairs: dict[frozenset[Stated], tuple[Stated, Stated]] = {}
    for one in stated:
        against = next((two for two in stated if exclude(one.interval, two.interval)), None)
        if against is not None:
            pairs.setdefault(frozenset((one, against)), (one, against))
    return list(pairs.values())


def hull(intervals: Sequence[Interval]) -> Interval:
    """The narrowest interval that contradicts none of the given ones; open where any of them is open."""
    first = _outermost(min, [i.begin_earliest for i in intervals])
    last = _outermost(max, [i.end_latest for i in intervals])
    return Interval(
        first,
        _outermost(max, [i.begin_latest for i in intervals]),
        _outermost(min, [i.end_earliest for i in intervals]),
        last,
        only_about(intervals, first, last),
    )


def _outermost(choose: Callable[[list[date]], date], days: list[date | None]) -> date | None:
    known = [day for day in days if day is not None]
    return choose(known) if len(known) == len(days) else None
