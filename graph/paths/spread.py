"""Reachability in the graph: all whom an actor's acts can have reached, or whose acts can have reached it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.cursors import given_out
from graph.index.keep import index_of
from graph.index.read import Progress, silent
from graph.known import NOW, Known
from graph.members import group
from graph.paths.find import Search, members
from graph.paths.past import index_then
from graph.paths.reach import Reached, reached
from graph.paths.view import Certainty
from graph.statements import Named
from graph.store import Store
from graph.then import known_then
from ontology.errors import ParameterError
from ontology.model import ActorType

Direction = Literal["from", "to"]


@dataclass(frozen=True, slots=True)
class ReachedActor:
    """An actor with the day of the best chain's arrival there (or departure, where it leads from there)."""

    actor: Named
    day: date
    hops: int


@dataclass(frozen=True, slots=True)
class ReachPage:
    """Actors in the order of their days; ``total`` counts all, ``next`` is the cursor of the next page."""

    certainty: Certainty
    total: int
    results: tuple[ReachedActor, ...]
    next: str | None


def find_reached(
    store: Store,
    actor_id: str,
    search: Search,
    *,
    direction: Direction = "from",
    limit: int = 100,
    cursor: str | None = None,
    known: Known = NOW,
    progress: Progress = silent,
) -> ReachPage:
    """All actors that chains of events lead to from an actor, the earliest arrival first.

    With ``direction="to"`` all from which chains lead to the actor, the latest departure first. The days are
    those of a chain that does best; among chains of equal days, ``hops`` are those of the shortest.

    Args:
        store: The graph.
        actor_id: Whose acts; a state or organisation stands for all who act for it too.
        search: What chains; its ``objective`` doesn't matter.
        direction: Whether chains set out ``from`` the actor or lead ``to`` it.
        limit: At most so many actors.
        cursor: ``next`` of the page before.
        known: As of when; by default everything that is known now.
        progress: Told how far the index is, where it has to be built first.

    Raises:
        ParameterError: ``search`` can't be asked, the limit is below 1, or the cursor was not given out.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    search.check()
    if limit < 1:
        raise ParameterError("limit", "The limit must be 1 or more.")
    after = _position(cursor)
    side = group(store, actor_id, search.include_members)
    if known.now:
        view = search.view(index_of(store, progress))
    else:
        view = search.view(index_then(known_then(store, known), search.start, search.end))
    here = members(view, side)
    found = reached(view if direction == "from" else view.mirror, here, search.max_hops)
    ids = view.index.actors
    rest = [one for one in found if after is None or (one.arrival, one.hops, ids[one.actor]) > after]
    page = rest[:limit]
    named = names(store, (ids[one.actor] for one in page))
    following = f"{page[-1].arrival}~{page[-1].hops}~{ids[page[-1].actor]}" if len(rest) > limit else None
    return ReachPage(search.certainty, len(found), tuple(_shown(one, ids, named) for one in page), following)


def names(store: Store, ids: Iterable[str]) -> dict[str, Named]:
    """Some actors by id."""
    (row,) = store.read("actor_names", ids=list(ids))
    return {
        name: Named(name, label, ActorType(kind), state or None) for name, label, kind, state in row["actors"]
    }


def _shown(one: Reached, ids: tuple[str, ...], named: dict[str, Named]) -> ReachedActor:
    name = ids[one.actor]
    actor = named.get(name) or Named(name, name, ActorType.OTHER)
    return ReachedActor(actor, date.fromordinal(abs(one.arrival)), one.hops)


def _position(cursor: str | None) -> tuple[int, int, str] | None:
    if cursor is None:
        return None
    with given_out():
        arrival, hops, name = cursor.split("~", 2)
        return int(arrival), int(hops), name
