"""Finding contradictions, and reducing each to sources of which none can be spared."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.solver.network import Claim, Network
from graph.solver.parts import strong_parts
from graph.solver.problem import Link


@dataclass(frozen=True, slots=True)
class Clash:
    """Claims and links that contradict one another; without any one of them they don't."""

    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


def clashes(network: Network) -> list[Clash]:
    """Contradictions of the network, disjoint, each irreducible; empty if and only if it is consistent.

    Not all contradictions: those that remain once these are resolved show themselves then.
    """
    found: list[Clash] = []
    used: set[Claim | Link] = set()
    for suspects in _suspects(network):
        if used.isdisjoint(suspects):
            clash = _reduce(suspects)
            used.update(clash.claims, clash.links)
            found.append(clash)
    return found


def _suspects(network: Network) -> list[tuple[Claim | Link, ...]]:
    """Claims and links that contradict one another, each time with all that it takes."""
    if network.circle is not None:
        return [tuple(network.links[k] for k in network.circle)]
    return sorted(_crossed(network), key=len) or _circles(network)


def contradictory(claims: Iterable[Claim], links: Iterable[Link]) -> bool:
    """Whether no dates at all satisfy these claims and links together."""
    claims, links = tuple(claims), tuple(links)
    events = {claim.event for claim in claims} | {e for link in links for e in (link.event, link.other)}
    return bool(_suspects(Network(events, claims, links)))


def _crossed(network: Network) -> list[tuple[Claim | Link, ...]]:
    """For each point whose lower bound lies above its upper bound: the claims and links behind both."""
    earliest, latest = network.earliest(), network.latest()
    crossed: list[tuple[Claim | Link, ...]] = []
    for point in sorted(earliest.keys() & latest.keys()):
        if -earliest[point].value > latest[point].value:
            both = (network.chain(point, earliest), network.chain(point, latest))
            claims = [network.claims[steps[-1].by] for steps in both]
            links = [network.links[step.by] for steps in both for step in steps[:-1] if step.by >= 0]
            crossed.append(tuple(dict.fromkeys((*claims, *links))))
    return crossed


def _circles(network: Network) -> list[tuple[Claim | Link, ...]]:
    """For each strict "before" that lies on a circle: the links of a shortest such circle."""
    if len(network.links) < 2 and all(link.event != link.other for link in network.links):
        return []
    above = network.moments
    part = strong_parts(above)
    circles: list[tuple[Claim | Link, ...]] = []
    for low, arcs in enumerate(above):
        for arc in arcs:
            if arc.strict and part[low] == part[arc.point]:
                way = path(network, arc.point, low) or ()
                circles.append(tuple(network.links[k] for k in dict.fromkeys((arc.link, *way))))
    return sorted(circles, key=len)


def path(network: Network, low: int, high: int) -> tuple[int, ...] | None:
    """Numbers of the links of a shortest chain of "not later" from one point to another; None if none."""
    came: dict[int, tuple[int, int]] = {low: (low, -1)}
    layer = [low]
    while layer and high not in came:
        following = []
        for here in layer:
            for arc in network.above[here]:
                if arc.moment and arc.point not in came:
                    came[arc.point] = (here, arc.link)
                    following.append(arc.point)
        layer = following
    if high not in came:
        return None
    links = []
    while high != low:
        high, link = came[high]
        links.append(link)
    return tuple(link for link in reversed(links) if link >= 0)


def _reduce(suspects: Iterable[Claim | Link]) -> Clash:
    """Leave out one after the other whatever the contradiction doesn't need."""
    kept = list(suspects)
    for suspect in list(kept):
        rest = [one for one in kept if one is not suspect]
        claims, links = _parted(rest)
        if contradictory(claims, links):
            kept = rest
    claims, links = _parted(kept)
    return Clash(claims, links)


def _parted(things: Iterable[Claim | Link]) -> tuple[tuple[Claim, ...], tuple[Link, ...]]:
    things = tuple(things)
    return (
        tuple(thing for thing in things if isinstance(thing, Claim)),
        tuple(thing for thing in things if isinstance(thing, Link)),
    )
