"""Finding time-respecting paths in the graph."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from graph.event_rows import EventRow, event_rows
from graph.index import TemporalIndex
from graph.index.keep import index_of
from graph.index.read import Progress, silent
from graph.known import NOW, Known
from graph.members import Group, group
from graph.paths.best import Ends, Objective, best_chains
from graph.paths.past import index_then, told_then
from graph.paths.search import Step
from graph.paths.view import Certainty, View
from graph.statements import Named, StatementDetail, statements
from graph.store import Store
from graph.then import Then, known_then
from graph.timeline import HAPPENED, check_days, check_types
from ontology.errors import ParameterError
from ontology.model import Modality

MAX_HOPS = 8
MAX_PATHS = 100


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
    ``earliest_departure`` is the first day on which the first event can be, ``latest_departure`` the last
    one, before all the others (None: open). ``days`` are the fewest that the chain can have
    taken, 0 for a single day.
    """

    certainty: Certainty
    earliest_departure: date
    latest_departure: date | None
    earliest_arrival: date
    latest_arrival: date | None
    days: int
    hops: tuple[Hop, ...]


@dataclass(frozen=True, slots=True)
class Search:
    """What paths are looked for; both days are included.

    ``objective`` and ``certainty`` are those of :func:`graph.paths.best.best_chains`: a chain is *possible*
    if the bounds allow that each event is after the one before, on the same day if need be, and *certain* if
    they, or an order said in a text, prove it. Empty ``types`` means all. ``directed`` hops lead only from
    those who act to those acted upon. ``include_members``: a state at an end stands for all who act for it.
    """

    start: date
    end: date
    max_hops: int = 4
    objective: Objective = "earliest-arrival"
    certainty: Certainty = "possible"
    types: Collection[str] = ()
    modalities: Collection[Modality] = HAPPENED
    directed: bool = False
    include_members: bool = True

    def check(self) -> None:
        """See that it can be asked.

        Raises:
            ParameterError: The days are inverted, ``max_hops`` is out of range, or a type doesn't exist.
        """
        check_days(self.start, self.end)
        check_types(self.types)
        if not 1 <= self.max_hops <= MAX_HOPS:
            raise ParameterError("max_hops", f"A path may have 1 to {MAX_HOPS} hops, not {self.max_hops}.")

    def view(self, index: TemporalIndex) -> View:
        """The index as this search looks at it."""
        return View.of(
            index,
            self.start.toordinal(),
            self.end.toordinal(),
            certainty=self.certainty,
            directed=self.directed,
            types=self.types,
            modalities=self.modalities,
        )


def find_paths(
    store: Store,
    source_id: str,
    target_id: str,
    search: Search,
    *,
    count: int = 1,
    known: Known = NOW,
    progress: Progress = silent,
) -> list[Path]:
    """The best paths from one actor to another, the best first; an empty list if there is none.

    A hop is an event in which both actors take part. Events of which not even the first possible day is
    known are left out. On the way, everybody stands for himself.

    Args:
        store: The graph.
        source_id: Where the paths set out.
        target_id: Where they shall lead.
        search: What paths.
        count: At most so many, 1 to 100.
        known: As of when; by default everything that is known now. Another time is worked out from the
            statements known then, which takes longer.
        progress: Told how far the index is, where it has to be built first.

    Raises:
        ParameterError: ``search`` can't be asked, both actors are the same, or ``count`` is out of range.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    search.check()
    if source_id == target_id:
        raise ParameterError(
            "target", "A path leads from one actor to another: source and target are the same."
        )
    if not 1 <= count <= MAX_PATHS:
        raise ParameterError("count", f"There may be 1 to {MAX_PATHS} paths, not {count}.")
    sides = (group(store, source_id, search.include_members), group(store, target_id, search.include_members))
    then = None if known.now else known_then(store, known)
    view = search.view(
        index_of(store, progress) if then is None else index_then(then, search.start, search.end)
    )
    chains = best_chains(view, _ends(view, sides), search.max_hops, search.objective, count)
    return _paths(store, then, view, chains)


def members(view: View, side: Group) -> set[int]:
    """The numbers of an actor and of those who stand for it, as far as they are in the index."""
    index = view.index
    found = {index.actor_numbers[side.actor]} if side.actor in index.actor_numbers else set()
    if side.state in index.states:
        state = index.states.index(side.state)
        first, last = index.seats[:, 2], index.seats[:, 3]
        start, end = sorted((abs(view.start), abs(view.end)))
        held = (index.seats[:, 1] == state) & (first <= end) & (last >= start)
        found |= set(np.unique(index.seats[held, 0]).tolist())
    return found


def _ends(view: View, sides: tuple[Group, Group]) -> Ends:
    """The actors at which a path may set out, and those where it may end.

    Who belongs to both sides (a president asked for with his own state) counts for himself only.
    """
    source, target = (members(view, side) for side in sides)
    own = [{view.index.actor_numbers.get(side.actor)} - {None} for side in sides]
    shared = (source & target) | own[0] | own[1]
    return Ends(
        frozenset((source - shared) | (source & own[0])), frozenset((target - shared) | (target & own[1]))
    )


def _paths(store: Store, then: Then | None, view: View, chains: list[list[Step]]) -> list[Path]:
    """The chains with all that their events show, read at once."""
    index = view.index
    ids = list(dict.fromkeys(index.event_id(step[2]) for chain in chains for step in chain))
    events, said = (_told(store, ids) if then is None else told_then(store, then, ids)) if ids else ((), ())
    rows = {row.id: row for row in events}
    told: dict[str | None, list[StatementDetail]] = {}
    for one in said:
        told.setdefault(one.event, []).append(one)
    whole = [chain for chain in chains if all(index.event_id(step[2]) in rows for step in chain)]
    return [
        _path(view, chain, tuple(_hop(index, step, rows[index.event_id(step[2])], told) for step in chain))
        for chain in whole
    ]


def _told(store: Store, ids: list[str]) -> tuple[tuple[EventRow, ...], tuple[StatementDetail, ...]]:
    (found,) = store.read("path_statements", events=ids)
    return event_rows(store, ids), statements(store, found["statements"])


def _hop(
    index: TemporalIndex, step: Step, row: EventRow, told: dict[str | None, list[StatementDetail]]
) -> Hop:
    named = {actor.id: actor for actor in (*row.subjects, *row.objects)}
    ends = (named[index.actors[step[0]]], named[index.actors[step[1]]])
    return Hop(row, *ends, tuple(told.get(row.id, ())))


def _path(view: View, chain: list[Step], hops: tuple[Hop, ...]) -> Path:
    firsts, lasts = [step[3] for step in chain], [step[4] for step in chain]
    sure = view.start <= min(firsts) and max(lasts) <= view.end
    sure = sure and all(one[4] < other[3] or view.said(one[2], other[2]) for one, other in pairwise(chain))
    arrival, departure = max(view.start, *firsts), min(view.end, *lasts)
    return Path(
        "certain" if sure else "possible",
        date.fromordinal(max(view.start, firsts[0])),
        date.fromordinal(departure) if departure < date.max.toordinal() else None,
        date.fromordinal(arrival),
        hops[-1].latest,
        max(arrival - departure, 0),
        hops,
    )
