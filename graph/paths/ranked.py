"""The best chains one after the other, with all that texts say of the order of events.

A best-first search (A*) from the targets backwards. What a chain can still become at best is known from the
labels of :func:`_labels`, so the first chains that come out whole are the best ones. Candidates for a hop
wait in sorted streams, of which only the first are looked at.
"""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Literal

import numpy as np

from graph.index.rows import Ints, Longs
from graph.paths.follow import follow
from graph.paths.search import Step, ranking, step
from graph.paths.view import NEVER, Mask, View, Ways

Aim = Literal["arrival", "hops", "duration"]
Cost = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Rest:
    """The end of a chain, before which ``left`` more hops are wanted.

    ``since`` is the latest first day of its events, ``until`` the earliest last day.
    """

    steps: tuple[Step, ...]
    left: int
    since: int
    until: int


@dataclass(frozen=True, slots=True)
class _Stream:
    """Candidates for the hop before ``rest``, the best first; ``path`` tells streams of equal cost apart."""

    rest: _Rest
    ways: Ways
    costs: Longs
    path: tuple[int, ...]


@dataclass(slots=True)
class Ranking:
    """Chains from some actors to some others, the best first, each with at most ``max_hops`` hops.

    ``aim`` says what counts most: ``arrival``, then fewer hops; ``hops``, then the arrival; ``duration``,
    the days from the first event to the last, then the arrival. Between equals the chain comes first whose
    last event has narrower days, then the smaller id, then the same for the hop before, the earlier first.
    """

    view: View
    sources: frozenset[int]
    targets: frozenset[int]
    max_hops: int
    aim: Aim = "arrival"
    _arrivals: list[Ints] = field(default_factory=list)
    _departures: list[Ints] = field(default_factory=list)
    _heap: list[tuple[Cost, tuple[int, ...], int, _Stream, int]] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=count)

    def chains(self) -> Iterator[list[Step]]:
        """All chains."""
        self._arrivals, self._departures = _labels(self.view, self.sources, self.targets, self.max_hops)
        targets = np.array(sorted(self.targets), dtype=np.int64)
        ends = self.view.into(targets, self.view.start, np.full(len(targets), self.view.end, dtype=np.int32))
        for left in range(self.max_hops):
            self._add(_Rest((), left, self.view.start, self.view.end), ends, (left,))
        while self._heap:
            _, _, _, stream, place = heapq.heappop(self._heap)
            self._offer(stream, place + 1)
            rest = _before(stream.rest, step(stream.ways, place))
            if rest.left < 0:
                yield list(rest.steps)
            else:
                actor = np.array([rest.steps[0][0]])
                ways = self.view.into(actor, self.view.start, np.array([self.view.end], dtype=np.int32))
                self._add(rest, ways, (*stream.path, place))

    def _add(self, rest: _Rest, ways: Ways, path: tuple[int, ...]) -> None:
        ways = ways.where(self._allowed(rest, ways))
        label = self._arrivals[rest.left][ways.far]
        arrival, can = follow(self.view, label, ways)
        if not self.view.certain:
            can &= arrival <= rest.until
        ways, arrival = ways.where(can), arrival[can]
        if not len(ways):
            return
        costs = self._costs(rest, ways, arrival)
        order = ranking(self.view, ways, *costs, arrival)
        self._offer(_Stream(rest, ways.where(order), np.stack(costs, axis=1)[order], path), 0)

    def _offer(self, stream: _Stream, place: int) -> None:
        if place < len(stream.ways):
            cost = tuple(stream.costs[place].tolist())
            heapq.heappush(self._heap, (cost, (*stream.path, place), next(self._numbers), stream, place))

    def _allowed(self, rest: _Rest, ways: Ways) -> Mask:
        """The contacts that set out where the chain may pass, and that may come right before the rest."""
        ends = np.array(sorted(self.sources), dtype=np.int32)
        allowed = np.isin(ways.far, ends)
        if rest.left:
            met = [*(one[0] for one in rest.steps), *(one[1] for one in rest.steps), *self.targets]
            allowed = ~allowed & ~np.isin(ways.far, np.array(met, dtype=np.int32))
        if not rest.steps:
            return allowed
        event, first = rest.steps[0][2], rest.steps[0][3]
        earlier, later = self.view.placed(event)
        if self.view.certain:
            return allowed & ((ways.last < first) | np.isin(ways.event, earlier))
        return allowed & ~np.isin(ways.event, later)

    def _costs(self, rest: _Rest, ways: Ways, arrival: Ints) -> tuple[Longs, ...]:
        """What a chain costs at least that goes on by these contacts, in the order of what counts."""
        hops = np.full(len(ways), rest.left + len(rest.steps) + 1, dtype=np.int64)
        if self.view.certain and rest.steps:
            arrives = np.full(len(ways), rest.steps[-1][4], dtype=np.int64)
        else:
            arrives = np.maximum(arrival, np.int32(rest.since)).astype(np.int64)
        if self.aim == "arrival":
            return arrives, hops
        if self.aim == "hops":
            return hops, arrives
        leaves = self._departures[rest.left][ways.far]
        if not self.view.certain:
            leaves = np.minimum(leaves, np.minimum(ways.last, rest.until))
        elif not rest.left:
            leaves = ways.first
        return np.maximum(arrives - leaves, 0), arrives, hops


def _before(rest: _Rest, one: Step) -> _Rest:
    since, until = max(rest.since, one[3]), min(rest.until, one[4])
    return _Rest((one, *rest.steps), rest.left - 1, since, until)


def _labels(
    view: View, sources: Iterable[int], targets: Iterable[int], max_hops: int
) -> tuple[list[Ints], list[Ints]]:
    """Earliest arrivals and latest departures at all actors, with exactly so many hops."""
    arrivals = [view.labels(sources)]
    departures = [np.where(arrivals[0] == NEVER, -NEVER, np.int32(view.end))]
    for hop in range(max_hops - 1):
        away = [*targets, *(sources if hop else ())]
        reached = np.setdiff1d(np.flatnonzero(arrivals[-1] != NEVER), away)
        since = np.full(len(reached), view.start, dtype=np.int32) if len(view.told) else arrivals[-1][reached]
        ways = view.leaving(reached, since, view.end)
        arrival, can = follow(view, arrivals[-1][ways.near], ways)
        ways, arrival = ways.where(can), arrival[can]
        left = departures[-1][ways.near]
        if not view.certain:
            left = np.minimum(left, ways.last)
        elif not hop:
            left = ways.first
        arrivals.append(np.full_like(arrivals[0], NEVER))
        departures.append(np.full_like(arrivals[0], -NEVER))
        np.minimum.at(arrivals[-1], ways.far, arrival)
        np.maximum.at(departures[-1], ways.far, left)
    return arrivals, departures
