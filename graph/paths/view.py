"""The index as one question looks at it: some days and kinds of events, forwards or backwards in time."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray

from graph.index import TemporalIndex
from graph.index.arrays import LONG_DAYS
from graph.index.rows import ACTED_UPON, ACTING, Ints, Longs, kind_of
from ontology.event_types import event_types
from ontology.model import Modality

Certainty = Literal["possible", "certain"]
Mask = NDArray[np.bool_]
NEVER = np.int32(np.iinfo(np.int32).max)
# Below this many contacts an actor's are looked at as a whole, without searching for the first of the days.
_FEW = 128
_NONE = np.zeros(0, dtype=np.int32)


@dataclass(frozen=True, slots=True)
class Ways:
    """Contacts of some actors: ``near`` is the actor asked for, ``far`` the other one.

    ``first`` and ``last`` are the days of the event in the time of the view.
    """

    near: Ints
    far: Ints
    event: Ints
    first: Ints
    last: Ints

    def __len__(self) -> int:
        return len(self.near)

    def where(self, chosen: Mask | Longs) -> "Ways":
        """Some of them."""
        return Ways(
            self.near[chosen], self.far[chosen], self.event[chosen], self.first[chosen], self.last[chosen]
        )


@dataclass(frozen=True)
class View:
    """Contacts that a question may use, between two days (ordinals, both included).

    ``kinds`` has the kinds of events that count; None is all. ``mirrored`` runs time backwards: days are
    negative, and contacts lead from those who come later in a chain to those who come before.
    """

    index: TemporalIndex
    start: int
    end: int
    certainty: Certainty = "possible"
    directed: bool = False
    kinds: NDArray[np.bool_] | None = None
    mirrored: bool = False

    @classmethod
    def of(
        cls,
        index: TemporalIndex,
        start: int,
        end: int,
        *,
        certainty: Certainty = "possible",
        directed: bool = False,
        types: Collection[str] = (),
        modalities: Collection[Modality] = tuple(Modality),
    ) -> Self:
        """Events of some types (empty means all) and modalities, from one ordinal day to another."""
        wanted = {kind_of(kind, str(m)) for kind in types or event_types() for m in modalities}
        counted: NDArray[np.bool_] | None = None
        if not {int(kind) for kind in index.kinds} <= wanted:
            counted = np.zeros(np.iinfo(np.uint16).max + 1, dtype=np.bool_)
            counted[list(wanted)] = True
        return cls(index, start, end, certainty, directed, counted)

    @property
    def mirror(self) -> Self:
        """The same backwards in time."""
        return replace(self, start=-self.end, end=-self.start, mirrored=not self.mirrored)

    def within(self, start: int, end: int) -> Self:
        """The same for other days, in the time of the view."""
        return replace(self, start=start, end=end)

    @property
    def certain(self) -> bool:
        """Whether dates or texts must prove the order of events."""
        return self.certainty == "certain"

    @property
    def eve(self) -> int:
        """What a chain that has not begun has arrived at: then the first hop may be on the first day."""
        return self.start - self.certain

    @cached_property
    def told(self) -> Ints:
        """In a certain chain, the events whose place behind another is said by a text."""
        if not self.certain or not len(self.index.before):
            return np.zeros(0, dtype=np.int32)
        return np.unique(self.index.before[:, 0 if self.mirrored else 1]).astype(np.int32)

    def said(self, one: int, other: int) -> bool:
        """Whether a text says that an event lies before another, in the time of the view."""
        return ((other, one) if self.mirrored else (one, other)) in self.index.said

    def placed(self, event: int) -> tuple[Ints, Ints]:
        """The events that texts place before an event, and those after it, in the time of the view."""
        before, after = self.index.earlier.get(event, _NONE), self.index.later.get(event, _NONE)
        return (after, before) if self.mirrored else (before, after)

    def labels(self, actors: Iterable[int]) -> Ints:
        """Arrivals at all actors before the first hop: some are there, the others never."""
        found = np.full(len(self.index.actors), NEVER, dtype=np.int32)
        found[list(actors)] = self.eve
        return found

    def leaving(self, actors: Longs, since: Ints, until: int) -> Ways:
        """The contacts that lead away from actors and can touch the days from ``since``, one for each, on."""
        return self._ways(actors, since, np.full(len(actors), until, dtype=np.int32), leaving=True)

    def into(self, actors: Longs, since: int, until: Ints) -> Ways:
        """The contacts that lead to actors and can touch the days up to ``until``, one for each."""
        return self._ways(actors, np.full(len(actors), since, dtype=np.int32), until, leaving=False)

    def contacts_of(self, actors: Longs) -> int:
        """How many contacts some actors have on all days."""
        return int((self.index.start[actors + 1] - self.index.start[actors]).sum())

    def _ways(self, actors: Longs, since: Ints, until: Ints, *, leaving: bool) -> Ways:
        index = self.index
        if self.mirrored:
            since, until = -until, -since
        entry, owner, short = _entries(index, actors, since, until)
        event = index.event[entry]
        first, last = index.first[event], index.last[event]
        good = (first <= until[owner]) & (last >= since[owner])
        if short < len(entry):
            good[:short] &= (last - first)[:short] <= LONG_DAYS
        if self.kinds is not None:
            good &= self.kinds[index.kind[event]]
        if self.directed:
            good &= index.role[entry] & (ACTING if leaving != self.mirrored else ACTED_UPON) != 0
        if self.mirrored:
            first, last = -last, -first
        ways = Ways(actors[owner].astype(np.int32), index.head[entry], event, first, last)
        return ways if good.all() else ways.where(good)


def _entries(index: TemporalIndex, actors: Longs, since: Ints, until: Ints) -> tuple[Longs, Longs, int]:
    """Entries of actors that may touch the days of each, and whose they are; and where long ones begin."""
    entry, size = _ranges(index, actors, since, until)
    owner = np.repeat(np.arange(len(actors)), size)
    if not len(index.long_entry):
        return entry, owner, len(entry)
    low, high = index.long_start[actors], index.long_start[actors + 1]
    long = index.long_entry[_spread(low, high - low)].astype(np.int64)
    owners = np.concatenate([owner, np.repeat(np.arange(len(actors)), high - low)])
    return np.concatenate([entry, long]), owners, len(entry)


def _ranges(index: TemporalIndex, actors: Longs, since: Ints, until: Ints) -> tuple[Longs, Longs]:
    """The entries of actors whose events can touch some days, and how many each has; long events aside."""
    low, high = index.start[actors], index.start[actors + 1]
    many = np.flatnonzero(high - low > _FEW)
    if len(many):
        wide = since[many].astype(np.int64) - LONG_DAYS
        least = np.searchsorted(index.first, np.maximum(wide, -(2**31)).astype(np.int32), "left")
        most = np.searchsorted(index.first, until[many], "right")
        begin, stop = low[many], high[many]
        low[many] = _first_at(index.event, begin, stop, least)
        high[many] = _first_at(index.event, low[many], stop, most)
    size = high - low
    return _spread(low, size), size


def _spread(low: Longs, size: Longs) -> Longs:
    """All numbers of some ranges, one range after the other."""
    if len(low) == 1:
        return np.arange(low[0], low[0] + size[0])
    ends = np.cumsum(size)
    found: Longs = np.arange(ends[-1] if len(ends) else 0) + np.repeat(low - (ends - size), size)
    return found


def _first_at(events: Ints, low: Longs, high: Longs, least: Longs) -> Longs:
    """In each range of a sorted stretch, the first place whose event is ``least`` or more."""
    if len(low) <= 32:
        found = (
            a + np.searchsorted(events[a:b], np.int32(n)) for a, b, n in zip(low, high, least, strict=True)
        )
        return np.fromiter(found, dtype=np.int64, count=len(low))
    low, high = low.copy(), high.copy()
    while (low < high).any():
        middle = (low + high) >> 1
        less = events[np.minimum(middle, len(events) - 1)] < least
        less &= low < high
        low = np.where(less, middle + 1, low)
        high = np.where(less, high, np.minimum(high, middle))
    return low
