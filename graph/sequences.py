"""Events of one kind that are followed by others: "visits followed within 30 days by an agreement"."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from graph.cursors import given_out
from graph.event_rows import EventRow, event_rows
from graph.known import NOW, Known
from graph.store import Store
from graph.then import Then, known_then
from graph.timelines.past import Key, past_events
from graph.timelines.scope import Asked, Certainty, Filter, Scope, asked
from ontology.errors import ParameterError
from ontology.model import Order


@dataclass(frozen=True, slots=True)
class Sequence:
    """Two events with two sides in common, the second after the first.

    ``certainty`` is ``certain`` if the bounds, or a text, prove that the second is on a later day and within
    the days asked for, and ``possible`` if they allow it. Between the two lie ``least`` to ``most`` days;
    ``most`` is None where a bound is open.
    """

    first: EventRow
    second: EventRow
    certainty: Certainty
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Sequences:
    """Some of them by their days, and the ``total``; ``next`` is the cursor of those that follow, or None."""

    total: int
    results: tuple[Sequence, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class _Act:
    id: str
    first: date
    last: date
    sides: tuple[str, ...]


def sequences(
    store: Store,
    first: Filter,
    second: Filter,
    *,
    within_days: int,
    actor_id: str | None = None,
    certainty: Certainty = "possible",
    limit: int = 100,
    cursor: str | None = None,
    known: Known = NOW,
) -> Sequences:
    """Events that are followed by others between the same sides.

    A side is the state or organisation for which somebody acts, or the actor itself. Both events must have
    two sides in common.

    Args:
        store: The graph.
        first: Which events are followed; types must be given unless ``actor_id`` is.
        second: By which events.
        within_days: After at most so many days.
        actor_id: Only events in which this actor takes part; a state with all who act for it.
        certainty: Whether the bounds must allow that the second follows in time, or prove it.
        limit: At most so many.
        cursor: ``next`` of the page before.
        known: As of when; by default everything that is known now.

    Raises:
        ParameterError: A filter can't be asked, the days or the limit are below 1, or the cursor was not
            given out.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    if within_days < 1:
        raise ParameterError("within", "The second event follows within 1 day or more.")
    if limit < 1:
        raise ParameterError("limit", "The limit must be 1 or more.")
    after = _position(cursor)
    scope = Scope((actor_id,)) if actor_id else Scope()
    then = None if known.now else known_then(store, known)
    firsts, seconds = (
        _acts(store, then, asked(store, scope, replace(wanted, certainty="possible")))
        for wanted in (first, second)
    )
    said = _said(store, then, firsts)
    found = sorted(_pairs(firsts, seconds, within_days, said), key=lambda p: (_key(p[0]), _key(p[1])))
    told = [(a, b, _certainty(a, b, within_days, said)) for a, b in found]
    wanted = [pair for pair in told if certainty == "possible" or pair[2] == "certain"]
    rest = [pair for pair in wanted if after is None or (_key(pair[0]), _key(pair[1])) > after]
    following = _cursor(rest[limit - 1]) if len(rest) > limit else None
    return Sequences(len(wanted), tuple(_shown(store, then, rest[:limit])), following)


def _acts(store: Store, then: Then | None, question: Asked) -> list[_Act]:
    if then is not None:
        return [
            _Act(
                event.id,
                event.earliest,
                event.latest,
                tuple(sorted({p.party.side for p in event.participants if not p.general})),
            )
            for event in past_events(then, question)
        ]
    (row,) = store.read(f"sides_of_{question.scope.kind}", q=question.parameters)
    return [
        _Act(name, date.fromisoformat(first), date.fromisoformat(last), tuple(sides))
        for name, first, last, sides in row["events"]
    ]


def _said(store: Store, then: Then | None, acts: list[_Act]) -> set[tuple[str, str]]:
    """Pairs of events of which the first is said to lie before the second."""
    ids = [act.id for act in acts]
    if then is not None:
        return set(then.before(ids))
    found = set()
    for row in store.read("order_links", events=ids) if ids else ():
        if row["order"] == Order.BEFORE:
            found.add((row["event"], row["other"]))
        elif row["order"] == Order.AFTER:
            found.add((row["other"], row["event"]))
    return found


def _pairs(
    firsts: list[_Act], seconds: list[_Act], within: int, said: set[tuple[str, str]]
) -> Iterator[tuple[_Act, _Act]]:
    """Pairs that can follow each other in time, each once."""
    by_sides: dict[tuple[str, str], list[_Act]] = {}
    for act in seconds:
        for pair in combinations(act.sides, 2):
            by_sides.setdefault(pair, []).append(act)
    for acts in by_sides.values():
        acts.sort(key=lambda act: act.last)
    for act in firsts:
        followers = {
            other.id: other
            for pair in combinations(act.sides, 2)
            for other in _from(by_sides.get(pair, []), act.first)
        }
        for other in followers.values():
            if other.id != act.id and (other.id, act.id) not in said and _least(act, other) <= within:
                yield act, other


def _from(acts: list[_Act], day: date) -> list[_Act]:
    """Those, sorted by their last day, that can still be on a day or after it."""
    return acts[bisect_left(acts, day, key=lambda act: act.last) :]


def _least(one: _Act, other: _Act) -> int:
    return max((other.first - one.last).days, 0)


def _certainty(one: _Act, other: _Act, within: int, said: set[tuple[str, str]]) -> Certainty:
    follows = one.last < other.first or (one.id, other.id) in said
    return "certain" if follows and (other.last - one.first).days <= within else "possible"


def _key(act: _Act) -> Key:
    return act.first, act.last, act.id


def _cursor(pair: tuple[_Act, _Act, Certainty]) -> str:
    return "~".join(str(part) for act in pair[:2] for part in _key(act))


def _position(cursor: str | None) -> tuple[Key, Key] | None:
    if cursor is None:
        return None
    day = date.fromisoformat
    with given_out():
        first, last, one, begin, end, other = cursor.split("~")
        return (day(first), day(last), one), (day(begin), day(end), other)


def _shown(store: Store, then: Then | None, pairs: list[tuple[_Act, _Act, Certainty]]) -> Iterator[Sequence]:
    ids = list(dict.fromkeys(act.id for one, other, _ in pairs for act in (one, other)))
    rows = {row.id: row for row in (event_rows(store, ids) if then is None else then.rows(ids))}
    for one, other, certainty in pairs:
        open_ended = one.first == date.min or other.last == date.max
        most = None if open_ended else (other.last - one.first).days
        yield Sequence(rows[one.id], rows[other.id], certainty, _least(one, other), most)
