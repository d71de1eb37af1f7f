"""Finding time-respecting paths in the graph."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from graph.event_rows import EventRow, event_rows
from graph.members import Group, group
from graph.paths.network import Contacts, Days, Participation, contacts
from graph.paths.scan import Certainty, Objective, Question, best_chain, surely_follows
from graph.statements import Named, StatementDetail, statements
from graph.store import Row, Store
from graph.timeline import HAPPENED, check_days, check_types
from ontology.errors import ParameterError
from ontology.model import Modality

MAX_HOPS = 8


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a path: an event in which both actors take part, with all statements that report it."""

    event: EventRow
    from_actor: Named
    to_actor: Named
    statements: tuple[StatementDetail, ...]

    @property
    def earliest(self) -> date | None:
        """The first day on which the event can have begun."""
        return self.event.earliest

    @property
    def latest(self) -> date | None:
        """The last day on which the event can have ended."""
        return self.event.latest


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of events that can follow one another, or certainly do.

    ``certainty`` says which, whatever was asked for. ``earliest_arrival`` is the first day on which the last
    event can be, after all the others; ``latest_arrival`` the last on which it can still go on (None: open).
    """

    certainty: Certainty
    earliest_arrival: date
    latest_arrival: date | None
    hops: tuple[Hop, ...]


def find_paths(
    store: Store,
    source_id: str,
    target_id: str,
    *,
    start: date,
    end: date,
    max_hops: int = 4,
    objective: Objective = "earliest-arrival",
    certainty: Certainty = "possible",
    types: Collection[str] = (),
    modalities: Collection[Modality] = HAPPENED,
    directed: bool = False,
    include_members: bool = True,
) -> list[Path]:
    """The best path from one actor to another within some days; an empty list if there is none.

    A hop is an event in which both actors take part. Events of which not even the first possible day is known
    are left out. A state as source or target stands for all who act for it too; on the way, everybody
    stands for himself.

    Args:
        store: The graph.
        source_id: Where the path sets out.
        target_id: Where it shall lead.
        start: First day.
        end: Last day, included.
        max_hops: At most so many hops, 1 to 8.
        objective: ``earliest-arrival`` or ``fewest-hops``.
        certainty: ``possible`` if the bounds must allow that each event is after the one before, on the same
            day if need be; ``certain`` if they, or an order said in a text, must prove it.
        types: Only events of these types; empty means all.
        modalities: By default what is asserted or reported.
        directed: Whether hops go from those who act to those acted upon only.
        include_members: False takes a state for itself alone.

    Raises:
        ParameterError: The days are inverted, both actors are the same, ``max_hops`` is out of range, or a
            type doesn't exist.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    _check(source_id, target_id, start, end, max_hops, types)
    ends = (group(store, source_id, include_members), group(store, target_id, include_members))
    window: dict[str, object] = {"start": start, "end": end}
    (columns,) = store.read("path_window", **window, types=list(types) or None, modalities=list(modalities))
    said = store.read("path_orders", **window)
    orders = [pair for row in said for pair in zip(row["first"], row["second"], strict=True)]
    ways = contacts(_participation(columns), orders, directed=directed)
    sources, targets = _ends(columns, ways, ends)
    days = (start.toordinal(), end.toordinal())
    chain = best_chain(ways, Question(sources, targets, *days, max_hops, objective, certainty))
    return [_path(store, ways, chain, start, end)] if chain else []


def _check(source: str, target: str, start: date, end: date, max_hops: int, types: Collection[str]) -> None:
    check_days(start, end)
    check_types(types)
    if source == target:
        raise ParameterError(
            "target", "A path leads from one actor to another: source and target are the same."
        )
    if not 1 <= max_hops <= MAX_HOPS:
        raise ParameterError("max_hops", f"A path may have 1 to {MAX_HOPS} hops, not {max_hops}.")


def _participation(columns: Row) -> Participation:
    return Participation(
        columns["events"],
        columns["actors"],
        columns["subjects"],
        _ordinals(columns["earliest"]),
        _ordinals(columns["latest"]),
    )


def _ordinals(days: list[int]) -> Days:
    """Days as the query writes them (year * 1000 + day of the year) as proleptic ordinals."""
    numbers = np.array(days, dtype=np.int64)
    years = numbers // 1000 - 1
    return years * 365 + years // 4 - years // 100 + years // 400 + numbers % 1000


def _ends(columns: Row, ways: Contacts, ends: tuple[Group, Group]) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the actors at which a path may set out, and of those where it may end.

    Who belongs to both sides (a president asked for with his own state) counts for himself only.
    """
    numbers = {name: k for k, name in enumerate(ways.actors)}
    names = [{side.actor} for side in ends]
    for side, members in zip(ends, names, strict=True):
        if side.state:
            members |= {
                a for a, s in zip(columns["actors"], columns["states"], strict=True) if s == side.state
            }
    source, target = names
    shared = (source & target) | {end.actor for end in ends}
    source, target = (source - shared) | {ends[0].actor}, (target - shared) | {ends[1].actor}
    start, end = (frozenset(numbers[a] for a in side if a in numbers) for side in (source, target))
    return start, end


def _path(store: Store, ways: Contacts, chain: list[int], start: date, end: date) -> Path:
    first, last = start.toordinal(), end.toordinal()
    sure = all(first <= ways.earliest[k] and ways.latest[k] <= last for k in chain)
    sure = sure and all(surely_follows(ways, one, other) for one, other in pairwise(chain))
    arrival = max(first, *(int(ways.earliest[k]) for k in chain))
    rows = event_rows(store, [ways.events[ways.event[k]] for k in chain])
    hops = tuple(_hop(store, ways, k, row) for k, row in zip(chain, rows, strict=True))
    return Path("certain" if sure else "possible", date.fromordinal(arrival), hops[-1].latest, hops)


def _hop(store: Store, ways: Contacts, k: int, row: EventRow) -> Hop:
    named = {actor.id: actor for actor in (*row.subjects, *row.objects)}
    ids = store.read("event_statements", event=row.id)
    return Hop(
        row,
        named[ways.actors[ways.tail[k]]],
        named[ways.actors[ways.head[k]]],
        statements(store, [found["id"] for found in ids]),
    )
