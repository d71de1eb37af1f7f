"""Whom the acts of some actors can have reached, and how early."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from graph.index.rows import Ints, Longs
from graph.paths.best import Ends, arrives, best_chains
from graph.paths.follow import follow
from graph.paths.view import View


@dataclass(frozen=True, slots=True)
class Reached:
    """An actor (by number) with the earliest arrival there, and the fewest hops that arrive so early."""

    actor: int
    arrival: int
    hops: int


@dataclass(slots=True)
class _Spread:
    """The arrival at each actor and the number of hops; ``doubtful`` are those of whom texts may say more."""

    arrival: Ints
    hops: Ints
    doubtful: set[int] = field(default_factory=set)


def reached(view: View, sources: Iterable[int], max_hops: int) -> list[Reached]:
    """All actors that chains from some sources arrive at, the earliest first.

    In the mirror of a view: all actors from which chains can set out to arrive at the ``sources``, the latest
    first, arrivals being days before.
    """
    sources = frozenset(sources)
    if not sources:
        return []
    spread = _spread(view, sources, max_hops)
    found = [
        Reached(actor, int(spread.arrival[actor]), int(spread.hops[actor]))
        for actor in np.flatnonzero(spread.hops > 0).tolist()
        if actor not in spread.doubtful
    ]
    for actor in sorted(spread.doubtful):
        chains = best_chains(view, Ends(sources, frozenset([actor])), max_hops)
        found += [Reached(actor, arrives(view, chain, view.start), len(chain)) for chain in chains]
    return sorted(found, key=lambda one: (one.arrival, one.hops, view.index.actors[one.actor]))


def _spread(view: View, sources: frozenset[int], max_hops: int) -> _Spread:
    """The arrivals if orders said in texts are left aside, and whose must be looked at again for them."""
    label = view.labels(sources)
    spread = _Spread(label, np.zeros_like(label))
    fresh = np.array(sorted(sources), dtype=np.int64)
    for hop in range(1, max_hops + 1):
        fresh = _step(view, spread, fresh, hop)
        if not len(fresh):
            break
    return spread


def _step(view: View, spread: _Spread, fresh: Longs, hop: int) -> Longs:
    before = spread.arrival.copy()
    since = np.full(len(fresh), view.start, dtype=np.int32) if len(view.told) else before[fresh]
    ways = view.leaving(fresh, since, view.end)
    arrival, can = follow(view, before[ways.near], ways)
    ways, arrival = ways.where(can), arrival[can]
    np.minimum.at(spread.arrival, ways.far, arrival)
    better = (arrival == spread.arrival[ways.far]) & (arrival < before[ways.far])
    far = ways.far[better]
    _mark(view, spread, ways.near[better], far, ways.event[better])
    spread.hops[far] = hop
    return np.flatnonzero(spread.arrival < before)


def _mark(view: View, spread: _Spread, near: Ints, far: Ints, event: Ints) -> None:
    """Note whose arrival rests on an order that a text speaks of, or on another one that does."""
    if not len(view.index.before):
        return
    said = np.unique(view.index.before)
    touched = np.isin(event, said) | np.isin(near, np.array(sorted(spread.doubtful), dtype=np.int32))
    spread.doubtful.difference_update(far.tolist())
    spread.doubtful.update(far[touched].tolist())
