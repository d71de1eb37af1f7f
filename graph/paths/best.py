"""The best chains by any objective: which search answers, and chains told forwards in time."""

from dataclasses import dataclass
from itertools import islice
from typing import Literal, get_args

from graph.paths.ranked import Aim, Ranking
from graph.paths.search import Step, best, sound
from graph.paths.view import View

Objective = Literal["earliest-arrival", "latest-departure", "fewest-hops", "fastest"]
OBJECTIVES: tuple[Objective, ...] = get_args(Objective)
_AIMS: dict[Objective, Aim] = {
    "earliest-arrival": "arrival",
    "latest-departure": "arrival",
    "fewest-hops": "hops",
    "fastest": "duration",
}


@dataclass(frozen=True, slots=True)
class Ends:
    """The actors at which a chain may set out, and those at which it may end, by number; none is both."""

    sources: frozenset[int]
    targets: frozenset[int]

    @property
    def turned(self) -> "Ends":
        """The same backwards."""
        return Ends(self.targets, self.sources)

    @property
    def all(self) -> frozenset[int]:
        """Both."""
        return self.sources | self.targets


def best_chains(
    view: View, ends: Ends, max_hops: int, objective: Objective = "earliest-arrival", count: int = 1
) -> list[list[Step]]:
    """At most ``count`` chains, the best first. Nobody stands in a chain twice, none of the ends within it.

    - ``earliest-arrival``: the arrival, then fewer hops;
    - ``latest-departure``: the same backwards in time;
    - ``fewest-hops``: the hops, then the earlier arrival;
    - ``fastest``: the days from departure to arrival, then the earlier arrival, then fewer hops.

    In a possible chain these are the days if all goes as well as it can; in a certain one they hold however
    it went: the departure is the first possible day of the first event, the arrival the last one of the last.
    """
    if not ends.sources or not ends.targets:
        return []
    if objective == "latest-departure":
        return [_turned(chain) for chain in _found(view.mirror, ends.turned, max_hops, objective, count)]
    return _found(view, ends, max_hops, objective, count)


def _found(view: View, ends: Ends, max_hops: int, objective: Objective, count: int) -> list[list[Step]]:
    # Where texts place events that dates don't, a chain need not lie between its first and last day.
    if count == 1 and not (objective == "fastest" and len(view.told)):
        chain = _single(view, ends, max_hops, objective)
        if chain is None:
            return []
        if sound(view, chain, ends.all):
            return [chain]
    ranking = Ranking(view, ends.sources, ends.targets, max_hops, _AIMS[objective])
    return list(islice(ranking.chains(), count))


def _single(view: View, ends: Ends, max_hops: int, objective: Objective) -> list[Step] | None:
    """The best chain if orders said in texts are left aside: nothing is better with them."""
    if objective == "fastest":
        return _fastest(view, ends, max_hops)
    return best(view, ends.sources, ends.targets, max_hops, fewest=objective == "fewest-hops")


def _fastest(view: View, ends: Ends, max_hops: int) -> list[Step] | None:
    """Look at the earliest arrivals from later and later departures, and at what can leave last for each.

    Once a chain takes so many days, only departures that can take fewer are looked at.
    """
    found: list[Step] | None = None
    shortest, since = view.end - view.start + 1, view.start
    while since <= view.end and shortest:
        chain = best(view.within(since, view.end), ends.sources, ends.targets, max_hops)
        if chain is None:
            break
        arrival = arrives(view, chain, since)
        window = view.within(max(since, arrival - shortest + 1), arrival)
        late = best(window.mirror, ends.targets, ends.sources, max_hops)
        if late is None:
            since = arrival - shortest + 2
            continue
        departure = -arrives(window.mirror, late, window.mirror.start)
        shortest, since = arrival - departure, departure + 1
        found = best(view.within(departure, arrival), ends.sources, ends.targets, max_hops)
    return found


def arrives(view: View, chain: list[Step], start: int) -> int:
    """When a chain arrives that doesn't leave before ``start``, in the time of the view."""
    return chain[-1][4] if view.certain else max(start, *(one[3] for one in chain))


def _turned(chain: list[Step]) -> list[Step]:
    """A chain that was found backwards in time, forwards."""
    return [(head, tail, event, -last, -first) for tail, head, event, first, last in reversed(chain)]
