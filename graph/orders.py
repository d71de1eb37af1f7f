"""How two events of the graph lie to one another in time, with the sentences that prove it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.ended import current_event
from graph.event_detail import Proof
from graph.events import proofs
from graph.known import NOW, Known
from graph.loading.days import STAMPS, distance_of_row, interval_of_row
from graph.solver import (
    Answer,
    EventTimes,
    Link,
    Possibility,
    Reason,
    Solution,
    Stated,
    overlaps,
    precedes,
    region,
    solve,
)
from graph.store import Row, Store
from graph.then import known_then
from graph.then.detail import proofs as then_proofs
from ontology.errors import ParameterError
from ontology.model import Order


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether something is certain, possible or impossible; the proof is empty for what is only possible."""

    possibility: Possibility
    proof: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """``precedes``: the first event ends before the second begins; ``follows``: the converse."""

    first: str
    second: str
    precedes: Finding
    follows: Finding
    overlaps: Finding


def compare(store: Store, first: str, second: str, known: Known = NOW) -> Comparison:
    """How the event ``first`` lies to the event ``second``.

    Looks at all that hangs together with either of them by orders said in texts, as far as ``known`` allows.

    Raises:
        ParameterError: Both are the same event.
        NotFoundError: There is no event of one of these ids.
    """
    if first == second:
        raise ParameterError("second", "Compare an event with another one, not with itself.")
    if not known.now:
        return _compare_then(store, first, second, known)
    one, other = current_event(store, first), current_event(store, second)
    if one == other:
        raise ParameterError("second", "Both have become one event.")
    return _compare_now(store, one, other)


def _compare_then(store: Store, first: str, second: str, known: Known) -> Comparison:
    then = known_then(store, known)
    one, other = then.event(first), then.event(second)
    if one.id == other.id:
        raise ParameterError("second", "By what was known then both are one event.")
    part = region((one.id, other.id), then.times, then.links, stop=False)
    coded = [EventTimes(e.id, (Stated(e.id, e.stated),)) for e in (one, other) if e.coded]
    dated = {event.id: sorted(map(_stated_row, event.stated), key=_ident) for event in part.events}
    dated |= {event.id: [] for event in coded}
    solution = solve((*part.events, *coded), part.links)
    return _comparison(solution, (one.id, other.id), dated, lambda ids: then_proofs(store, then, ids))


def _compare_now(store: Store, first: str, second: str) -> Comparison:
    dated: dict[str, list[Row]] = {}
    part = region(
        (first, second), lambda ids: _times(store, ids, dated), lambda ids: _links(store, ids), stop=False
    )
    solution = solve(part.events, part.links)
    return _comparison(solution, (first, second), dated, lambda ids: proofs(store, ids))


def _comparison(
    solution: Solution,
    pair: tuple[str, str],
    dated: Mapping[str, Sequence[Row]],
    sentences: Callable[[set[str]], Mapping[str, Proof]],
) -> Comparison:
    first, second = pair
    answers = (
        precedes(solution, first, second),
        precedes(solution, second, first),
        overlaps(solution, first, second),
    )
    named = [_named(answer, dated) for answer in answers]
    told = sentences({name for names in named for name in names})
    found = (
        Finding(answer.possibility, tuple(told[name] for name in names))
        for answer, names in zip(answers, named, strict=True)
    )
    return Comparison(first, second, *found)


def _times(store: Store, ids: Sequence[str], dated: dict[str, list[Row]]) -> Iterable[EventTimes]:
    rows = store.read("order_times", events=list(ids))
    dated |= {row["id"]: row["statements"] for row in rows}
    return [EventTimes(row["id"], (Stated(row["id"], interval_of_row(row)),)) for row in rows]


def _links(store: Store, ids: Sequence[str]) -> Iterable[Link]:
    rows = store.read("load_links", events=list(ids))
    return [
        Link(row["id"], row["source_event"], Order(row["order"]), row["target_event"], distance_of_row(row))
        for row in rows
        if row["source_event"] != row["target_event"]
    ]


def _named(answer: Answer, dated: Mapping[str, Sequence[Row]]) -> tuple[str, ...]:
    """The ids of the orders and statements of a proof, each once."""
    ids = (name for reason in answer.proof for name in _sources(reason, dated))
    return tuple(dict.fromkeys(ids))


def _sources(reason: Reason, dated: Mapping[str, Sequence[Row]]) -> tuple[str, ...]:
    """The order, or the first statement that gives the day; all that date the event if they don't agree."""
    if reason.bound is None:
        return reason.sources
    giving = [row["id"] for row in dated[reason.event] if _gives(row, reason.day)]
    return tuple(giving[:1]) or tuple(row["id"] for row in dated[reason.event])


def _stated_row(stated: Stated) -> Row:
    days = {stamp: getattr(stated.interval, stamp) for stamp in STAMPS}
    return {"id": stated.source} | {stamp: day.isoformat() if day else None for stamp, day in days.items()}


def _ident(row: Row) -> str:
    return str(row["id"])


def _gives(row: Row, day: date | None) -> bool:
    return day is not None and day.isoformat() in [row[stamp] for stamp in STAMPS]
