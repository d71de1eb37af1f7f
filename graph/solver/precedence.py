"""Questions about two events: must one precede the other, may it, do they overlap? With proof."""

from dataclasses import dataclass
from enum import StrEnum

from graph.solver.conflicts import path
from graph.solver.network import Network
from graph.solver.potentials import shortest
from graph.solver.problem import Bound, Reason
from graph.solver.solve import Solution


class Possibility(StrEnum):
    """What the sources allow."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Answer:
    """``proof`` shows why something is certain or impossible; it is empty for what is merely possible."""

    possibility: Possibility
    proof: tuple[Reason, ...] = ()

    @property
    def may(self) -> bool:
        """Whether the sources allow it."""
        return self.possibility is not Possibility.IMPOSSIBLE

    @property
    def must(self) -> bool:
        """Whether the sources leave nothing else."""
        return self.possibility is Possibility.CERTAIN


def precedes(solution: Solution, first: str, second: str) -> Answer:
    """Whether the first event ends before the second begins.

    Certain if dates or a chain of links prove it, impossible if they prove that the second begins no later
    than the first ends. Events of which only the same day is known may precede one another.

    Raises:
        KeyError: The solution has no event of this id.
    """
    proof = _not_later(solution, (first, Bound.END_LATEST), (second, Bound.BEGIN_EARLIEST))
    if proof is not None:
        return Answer(Possibility.CERTAIN, proof)
    proof = _not_later(solution, (second, Bound.BEGIN_LATEST), (first, Bound.END_EARLIEST))
    return Answer(Possibility.POSSIBLE) if proof is None else Answer(Possibility.IMPOSSIBLE, proof)


def overlaps(solution: Solution, first: str, second: str) -> Answer:
    """Whether the two events share an instant; two events of one and the same day only may.

    Raises:
        KeyError: The solution has no event of this id.
    """
    for order in (precedes(solution, first, second), precedes(solution, second, first)):
        if order.must:
            return Answer(Possibility.IMPOSSIBLE, order.proof)
    begun = _not_later(solution, (first, Bound.BEGIN_LATEST), (second, Bound.END_EARLIEST))
    lasting = _not_later(solution, (second, Bound.BEGIN_LATEST), (first, Bound.END_EARLIEST))
    if begun is None or lasting is None:
        return Answer(Possibility.POSSIBLE)
    return Answer(Possibility.CERTAIN, tuple(dict.fromkeys((*begun, *lasting))))


def _not_later(
    solution: Solution, low: tuple[str, Bound], high: tuple[str, Bound]
) -> tuple[Reason, ...] | None:
    """Why the point of ``low`` is never later than that of ``high``; None if that isn't certain.

    Each side is an event and the bound that limits the point: the upper one of ``low``, the lower one of
    ``high``.
    """
    linked = _linked(solution, low, high)
    if linked is not None:
        return linked
    upper, lower = solution.bounds[low[0]], solution.bounds[high[0]]
    last, first = getattr(upper.interval, low[1]), getattr(lower.interval, high[1])
    if last is None or first is None or not last < first:
        return None
    return (*upper.proofs[low[1]], *lower.proofs[high[1]])


def _linked(solution: Solution, low: tuple[str, Bound], high: tuple[str, Bound]) -> tuple[Reason, ...] | None:
    network = solution.networks[low[0]]
    if network is not solution.networks[high[0]]:
        return None
    ends = (Bound.END_EARLIEST, Bound.END_LATEST)
    points = network.point(low[0], low[1] in ends), network.point(high[0], high[1] in ends)
    way = path(network, *points)
    if way is None and network.measured:
        way = _days_before(network, *points)
    return None if way is None else tuple(dict.fromkeys(network.said(link) for link in way))


def _days_before(network: Network, low: int, high: int) -> tuple[int, ...] | None:
    """The links whose distances put the one point at least a day before the other."""
    found = shortest(network.below, network.heights.of, high, low)
    return found[1] if found is not None and found[0] < 0 else None
