"""The one best chain, searched from both ends at once.

Labels say how early each actor can be reached with so many hops (after the earliest-arrival algorithms of Wu
et al., *Path Problems in Temporal Graphs*, 2014). They spread from the sources, and are asked for from the
targets' side only where it matters; whichever of the two looks at fewer contacts goes on. So a hub's many
contacts are looked at once, and only on the days that can still improve the answer.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph.index.rows import Ints, Longs
from graph.paths.follow import deadline, follow, follows
from graph.paths.view import NEVER, View, Ways

# An entry of a chain: from actor, to actor, event, first and last day in the view's time.
Step = tuple[int, int, int, int, int]


@dataclass(slots=True)
class Search:
    """The state of a search for chains from some actors to some others.

    ``labels[h]`` has the arrival at each actor with at most ``h`` hops. ``levels[0]`` has the contacts that
    lead to the targets, ``levels[1]`` those that lead to where these set out, and so on; ``until[i]`` by
    when the chain must have arrived where the contacts of level i lead to.
    """

    view: View
    sources: frozenset[int]
    targets: frozenset[int]
    labels: list[Ints] = field(default_factory=list)
    levels: list[Ways] = field(default_factory=list)
    bound: int = 0

    def best(self, max_hops: int, *, fewest: bool = False) -> list[Step] | None:
        """The chain that arrives first, of these one with the fewest hops; or with ``fewest`` the converse.

        Then come the narrower days of the last event and the smaller id, then the same for the hop before,
        which is as early as can be. Orders that texts say are not looked at here (see :mod:`.ranked`).
        """
        self._begin()
        found: list[Step] | None = None
        for hops in range(1, max_hops + 1):
            if hops > 1 and not self._widen():
                break
            pulled = self._pull()
            arrival, can = follow(self.view, pulled[0][self.levels[0].far], self.levels[0])
            earliest = int(arrival[can].min(initial=NEVER))
            if earliest < self.bound:
                self.bound = earliest
                found = self._chain(pulled, np.flatnonzero(can & (arrival == earliest)))
                if fewest:
                    break
            if not self._narrow():
                break
        return found

    def _begin(self) -> None:
        view = self.view
        self.labels, self.bound = [view.labels(self.sources)], view.end + 1
        targets = np.array(sorted(self.targets), dtype=np.int64)
        ends = view.into(targets, view.start, np.full(len(targets), view.end, dtype=np.int32))
        self.levels = [ends.where(~np.isin(ends.far, targets))]

    def _narrow(self) -> bool:
        """Leave out what can't lead to an earlier arrival than the one found; false if nothing is left."""
        ends = self.levels[0]
        if self._loose:
            return True
        can = (ends.last if self.view.certain else ends.first) < self.bound
        can &= self._since() <= (ends.last if self.view.certain else np.minimum(ends.last, self.bound - 1))
        if not can.all():
            self.levels[0] = ends.where(can)
        return bool(len(self.levels[0]))

    @property
    def _loose(self) -> bool:
        """Whether texts may have events follow others whatever their dates: then dates leave nothing out."""
        return bool(len(self.view.told))

    def _since(self) -> int:
        """No chain arrives anywhere before; the sources themselves left aside."""
        if self._loose or len(self.labels) == 1:
            return self.view.start
        label = self.labels[1]
        return int(np.where(label == self.labels[0], NEVER, label).min(initial=NEVER))

    def _widen(self) -> bool:
        """Allow for one hop more; false if no chain can have so many."""
        reached = self._fresh()
        if not len(reached):
            return False
        asked, until = self._asked()
        if self.view.contacts_of(asked) < self.view.contacts_of(reached):
            self.levels.append(self.view.into(asked, self._since(), until))
        else:
            self._push(reached, self.view.end if self._loose else int(until.max(initial=self.view.start)))
        return True

    def _fresh(self) -> Longs:
        """Actors that the last hop has reached, or reached earlier, and from which it can still matter."""
        label = self.labels[-1]
        if len(self.labels) == 1:
            return np.flatnonzero(label != NEVER)
        better = label < self.labels[-2]
        if not self._loose:
            better &= label < self.bound
        better[list(self.targets)] = False
        return np.flatnonzero(better)

    def _asked(self) -> tuple[Longs, Ints]:
        """Where the contacts of the last level set out, and by when a chain must have arrived there."""
        asked = np.full(len(self.view.index.actors), -NEVER, dtype=np.int32)
        until = np.full(len(self.levels[0]), self.bound - 1, dtype=np.int32)
        for level, ways in enumerate(self.levels):
            if level:
                until = asked[ways.near]
                asked = np.full(len(asked), -NEVER, dtype=np.int32)
            np.maximum.at(asked, ways.far, deadline(self.view, until, ways))
        asked[list(self.sources | self.targets)] = -NEVER
        actors = np.flatnonzero(asked >= self.view.start)
        return actors, asked[actors]

    def _push(self, reached: Longs, until: int) -> None:
        label = self.labels[-1].copy()
        since = np.full(len(reached), self.view.start, dtype=np.int32) if self._loose else label[reached]
        ways = self.view.leaving(reached, since, until)
        arrival, can = follow(self.view, label[ways.near], ways)
        np.minimum.at(label, ways.far[can], arrival[can])
        self.labels.append(label)

    def _pull(self) -> list[Ints]:
        """The labels where the contacts of each level set out, with as many hops as there may be."""
        pulled = [self.labels[-1]]
        for ways in reversed(self.levels[1:]):
            label = pulled[0].copy()
            arrival, can = follow(self.view, label[ways.far], ways)
            np.minimum.at(label, ways.near[can], arrival[can])
            pulled.insert(0, label)
        return pulled

    def _chain(self, pulled: list[Ints], ends: Longs) -> list[Step]:
        """The chain behind the best of the contacts ``ends`` to the targets."""
        steps = [step(self.levels[0], chosen(self.view, self.levels[0], ends))]
        for level, ways in enumerate(self.levels[1:], 1):
            actor, label = steps[0][0], pulled[level - 1]
            if label[actor] == self.labels[-1][actor]:
                break
            arrival, can = follow(self.view, pulled[level][ways.far], ways)
            here = np.flatnonzero(can & (ways.near == actor) & (arrival == label[actor]))
            steps.insert(0, step(ways, chosen(self.view, ways, here)))
        hop = len(self.labels)
        while steps[0][0] not in self.sources:
            hop, before = self._before(steps[0][0], hop)
            steps.insert(0, before)
        return steps

    def _before(self, actor: int, within: int) -> tuple[int, Step]:
        """The contact by which an actor was first reached ``within`` fewer hops, and by how many.

        On the day of the arrival its event can be. Hops count down, so that no chain runs in circles.
        """
        arrival = self.labels[within - 1][actor]
        hop = next(h for h, label in enumerate(self.labels) if label[actor] == arrival)
        ways = self.view.into(np.array([actor]), int(arrival), np.array([arrival], dtype=np.int32))
        when, can = follow(self.view, self.labels[hop - 1][ways.far], ways)
        return hop, step(ways, chosen(self.view, ways, np.flatnonzero(can & (when == arrival))))


def chosen(view: View, ways: Ways, among: Longs) -> int:
    """The one with the narrowest days, then the smallest id."""
    if len(among) == 1:
        return int(among[0])
    return int(among[ranking(view, ways.where(among))[0]])


def ranking(view: View, ways: Ways, *keys: NDArray[Any]) -> Longs:
    """The order by ``keys``, the narrower days, and ids."""
    sorting: list[NDArray[Any]] = [ways.far, view.index.code[ways.event], ways.last - ways.first]
    return np.lexsort([*sorting, *reversed(keys)])


def step(ways: Ways, k: int) -> Step:
    """One contact, from where it sets out to where it leads."""
    ends = (int(ways.far[k]), int(ways.near[k]))
    return (*ends, int(ways.event[k]), int(ways.first[k]), int(ways.last[k]))


def best(
    view: View, sources: Iterable[int], targets: Iterable[int], max_hops: int, *, fewest: bool = False
) -> list[Step] | None:
    """The best chain, if orders said in texts are left aside; see :meth:`Search.best`."""
    return Search(view, frozenset(sources), frozenset(targets)).best(max_hops, fewest=fewest)


def sound(view: View, chain: list[Step], ends: frozenset[int]) -> bool:
    """Whether each event can follow the one before, texts included, and nobody stands in the chain twice."""
    if not all(follows(view, one[2:], other[2:]) for one, other in pairwise(chain)):
        return False
    met = [one[1] for one in chain[:-1]]
    return len({*met, chain[0][0], chain[-1][1]}) == len(chain) + 1 and ends.isdisjoint(met)
