"""Solving: from stated intervals and order links to bounds with proofs, and conflicts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.solver.conflicts import Clash, clashes, contradictory
from graph.solver.disputes import claims_of
from graph.solver.network import Claim, Network, intersection
from graph.solver.problem import Bound, Conflict, EventBounds, EventTimes, Link
from ontology.model import Interval


@dataclass(frozen=True, slots=True)
class Solution:
    """Bounds of every event by id, and the conflicts found.

    ``networks`` has the consistent constraints that the bounds follow from, by event; they answer
    questions about two events (see :mod:`graph.solver.precedence`).
    """

    bounds: dict[str, EventBounds]
    conflicts: tuple[Conflict, ...]
    networks: dict[str, Network] = field(repr=False, compare=False, default_factory=dict)


def solve(events: Iterable[EventTimes], links: Iterable[Link]) -> Solution:
    """The tightest bounds of all events, with proofs; the order of the arguments doesn't matter.

    Where sources contradict one another, none of them is preferred: see :mod:`graph.solver`. Links to
    events that aren't given count as links to undated events.
    """
    known = {event.id: event for event in events}
    links = tuple(links)
    for link in links:
        for end in (link.event, link.other):
            known.setdefault(end, EventTimes(end))
    bounds: dict[str, EventBounds] = {}
    conflicts: list[Conflict] = []
    networks: dict[str, Network] = {}
    for members, inner in components(known.keys(), links):
        network, found = _settle([known[member] for member in members], inner)
        conflicts += found
        at_odds = {event for conflict in found for event in conflict.events}
        bounds |= {event: _bounds(network, event, event not in at_odds) for event in members}
        networks |= dict.fromkeys(members, network)
    return Solution(bounds, tuple(sorted(conflicts, key=lambda c: (c.sources, c.events))), networks)


def alone(event: EventTimes) -> tuple[Interval, bool]:
    """The bounds of an event without links as :func:`solve` finds them, and whether it is consistent."""
    claims, conflicts = claims_of(event)
    return intersection([claim.interval for claim in claims]), not conflicts


def components(events: Iterable[str], links: Sequence[Link]) -> Iterator[tuple[list[str], list[Link]]]:
    """The events that hang together by links, each group with its links; in order of their ids."""
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        touching[link.event].append(link)
        if link.other != link.event:
            touching[link.other].append(link)
    seen: set[str] = set()
    for first in sorted(events):
        if first in seen:
            continue
        seen.add(first)
        members = [first]
        for member in members:
            for link in touching.get(member, ()):
                for end in (link.event, link.other):
                    if end not in seen:
                        seen.add(end)
                        members.append(end)
        yield members, [link for m in members for link in touching.get(m, ()) if link.event == m]


def _settle(events: Sequence[EventTimes], links: Sequence[Link]) -> tuple[Network, list[Conflict]]:
    """Leave links of conflicts aside until the rest is consistent; each round leaves out at least one."""
    found: list[Conflict] = []
    claims: list[Claim] = []
    for event in events:
        agreed, disputes = claims_of(event)
        claims += agreed
        found += disputes
    names = [event.id for event in events]
    network = Network(names, claims, links)
    while clash_list := clashes(network):
        found += [_conflict(clash, events) for clash in clash_list]
        dropped = {link for clash in clash_list for link in clash.links}
        network = Network(names, claims, [link for link in network.links if link not in dropped])
    return network, found


def _conflict(clash: Clash, events: Sequence[EventTimes]) -> Conflict:
    """Name the sources of a clash; of sources that stand together in a hull, only those that are needed."""
    ends = {claim.event for claim in clash.claims} | {e for k in clash.links for e in (k.event, k.other)}
    joint = {source for claim in clash.claims if len(claim.sources) > 1 for source in claim.sources}
    sources = {(claim.event, source) for claim in clash.claims for source in claim.sources}
    claims = [
        Claim(event.id, (one.source,), one.interval)
        for event in events
        for one in event.stated
        if (event.id, one.source) in sources
    ]
    for claim in sorted(claims, key=lambda claim: claim.sources):
        rest = [other for other in claims if other is not claim]
        if claim.sources[0] in joint and contradictory(rest, clash.links):
            claims = rest
    named = {claim.sources[0] for claim in claims} | {link.source for link in clash.links}
    return Conflict(tuple(sorted(named)), tuple(sorted(ends)))


def _bounds(network: Network, event: str, consistent: bool) -> EventBounds:
    proofs = {bound: proof for bound in Bound if (proof := network.proof(event, bound))}
    return EventBounds(event, network.interval(event), network.alone(event), proofs, consistent)
