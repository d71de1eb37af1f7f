"""The difference constraints of one set of events, and the tightest bounds that follow from them.

Every event has two points, its begin and its end. Constraints are ``point ≥ day``, ``point ≤ day`` and
``point ≤ point + days``; together with a virtual origin they are a simple temporal problem, whose exact
bounds are shortest paths from and to the origin (Dechter, Meiri, Pearl 1991). Days are negative only where a
text says how far two events lie apart. Potentials make up for those (Johnson 1977; see
:mod:`graph.solver.potentials`), so that one pass of Dijkstra's algorithm in each direction finds the bounds.
"""

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from graph.solver.potentials import Arc, Circle, Potentials, potentials
from graph.solver.problem import Bound, Link, Reason
from ontology.model import Distance, Interval, Order

_BEGIN, _END = 0, 1
_BY_DEFINITION = -1
# (point of the event, point of the other, strictly?): the first is never later than the second.
_NOT_LATER: dict[Order, tuple[tuple[tuple[bool, int], tuple[bool, int], bool], ...]] = {
    Order.BEFORE: (((False, _END), (True, _BEGIN), True),),
    Order.AFTER: (((True, _END), (False, _BEGIN), True),),
    Order.DURING: (((True, _BEGIN), (False, _BEGIN), False), ((False, _END), (True, _END), False)),
    Order.CONTAINS: (((False, _BEGIN), (True, _BEGIN), False), ((True, _END), (False, _END), False)),
    Order.SIMULTANEOUS: (
        ((False, _BEGIN), (True, _BEGIN), False),
        ((True, _BEGIN), (False, _BEGIN), False),
        ((False, _END), (True, _END), False),
        ((True, _END), (False, _END), False),
    ),
    Order.OVERLAPS: (((False, _BEGIN), (True, _END), False), ((True, _BEGIN), (False, _END), False)),
}


@dataclass(frozen=True, slots=True)
class Claim:
    """An interval that one source, or several contradicting ones together, give to an event."""

    event: str
    sources: tuple[str, ...]
    interval: Interval


@dataclass(frozen=True, slots=True)
class Step:
    """How a point came by its bound: from ``previous`` over a link, or from a claim (``previous`` None).

    ``about`` says that the claim at the end of the chain dates by about, and that no other gives this bound.
    """

    value: int
    previous: int | None
    by: int
    about: bool = False


class Network:
    """Claims and links of some events, indexed; the result doesn't depend on the order of the arguments."""

    def __init__(self, events: Iterable[str], claims: Iterable[Claim], links: Iterable[Link]) -> None:
        self.events = sorted(set(events))
        self.claims = sorted(claims, key=lambda claim: (claim.sources, claim.event))
        self.links = sorted(links, key=lambda link: (link.source, link.event, link.order, link.other))
        self.number = {event: i for i, event in enumerate(self.events)}
        self.above: list[list[Arc]] = [[] for _ in range(2 * len(self.events))]
        self.below: list[list[Arc]] = [[] for _ in range(2 * len(self.events))]
        for begin in range(0, 2 * len(self.events), 2):
            self._not_later(begin + _BEGIN, begin + _END, _BY_DEFINITION, False)
        for k, link in enumerate(self.links):
            points = (2 * self.number[link.event], 2 * self.number[link.other])
            for (low, low_side), (high, high_side), strict in _NOT_LATER[link.order]:
                self._not_later(points[low] + low_side, points[high] + high_side, k, strict)
            if link.distance is not None:
                self._measure(k, link.order, link.distance, points)
        self._alone: dict[str, Interval] | None = None
        self._latest: dict[int, Step] | None = None
        self._earliest: dict[int, Step] | None = None

    def _not_later(self, low: int, high: int, link: int, strict: bool) -> None:
        self.above[low].append(Arc(high, link, strict))
        self.below[high].append(Arc(low, link, strict))

    def _measure(self, link: int, order: Order, distance: Distance, points: tuple[int, int]) -> None:
        """How many days an event lies before the begin of the other, or after its end."""
        event, other = points
        if order is Order.BEFORE:
            near, far, anchor = event + _END, event + _BEGIN, other + _BEGIN
            limits = ((near, anchor, -distance.least), (anchor, far, distance.most))
        elif order is Order.AFTER:
            near, far, anchor = event + _BEGIN, event + _END, other + _END
            limits = ((anchor, near, -distance.least), (far, anchor, distance.most))
        else:
            return
        for low, high, days in limits:
            if days is not None:
                self.above[low].append(Arc(high, link, days=days, moment=False))
                self.below[high].append(Arc(low, link, days=days, moment=False))

    @cached_property
    def measured(self) -> bool:
        """Whether any link says how far two events lie apart."""
        return any(link.distance is not None for link in self.links)

    @property
    def moments(self) -> list[list[Arc]]:
        """What is said of the order of instants, without what only counts days."""
        if not self.measured:
            return self.above
        return [[arc for arc in arcs if arc.moment] for arcs in self.above]

    @cached_property
    def _potentials(self) -> Potentials | Circle:
        return potentials(self.below) if self.measured else Potentials((0,) * len(self.below))

    @property
    def circle(self) -> tuple[int, ...] | None:
        """The numbers of links whose distances can't all be true; None if there are none such."""
        found = self._potentials
        return found.links if isinstance(found, Circle) else None

    @property
    def heights(self) -> Potentials:
        """The potentials of all points.

        Raises:
            ValueError: The distances contradict one another.
        """
        found = self._potentials
        if isinstance(found, Circle):
            raise ValueError("distances that contradict one another leave no bounds")
        return found

    def point(self, event: str, end: bool) -> int:
        """The number of an event's begin or end."""
        return 2 * self.number[event] + (_END if end else _BEGIN)

    def latest(self) -> dict[int, Step]:
        """The tightest upper bound of every point that has one, in days (proleptic ordinals)."""
        if self._latest is None:
            seeds = self._seeds("begin_latest", "end_latest", 1)
            self._latest = _settle(seeds, self.below, [-height for height in self.heights.of])
        return self._latest

    def earliest(self) -> dict[int, Step]:
        """The tightest lower bound of every point that has one, *negated*."""
        if self._earliest is None:
            seeds = self._seeds("begin_earliest", "end_earliest", -1)
            self._earliest = _settle(seeds, self.above, self.heights.of)
        return self._earliest

    def _seeds(self, begin: str, end: str, sign: int) -> Iterator[tuple[int, bool, int, int]]:
        for k, claim in enumerate(self.claims):
            for side, name in ((_BEGIN, begin), (_END, end)):
                day: date | None = getattr(claim.interval, name)
                if day is not None:
                    about = claim.interval.approximate
                    yield sign * day.toordinal(), about, k, 2 * self.number[claim.event] + side

    def interval(self, event: str) -> Interval:
        """The bounds of an event; meaningful only if no point is contradictory."""
        point = self.point(event, end=False)
        low, high = self.earliest(), self.latest()
        first, last = low.get(point), high.get(point + 1)
        about = any(step is not None and step.about for step in (first, last))
        return Interval(
            _day(first, -1), _day(high.get(point), 1), _day(low.get(point + 1), -1), _day(last, 1), about
        )

    def alone(self, event: str) -> Interval:
        """The bounds that an event has by its own claims, without any link."""
        if self._alone is None:
            self._alone = {
                name: intersection([claim.interval for claim in own])
                for name, own in groupby(sorted(self.claims, key=_event), key=_event)
            }
        return self._alone.get(event, Interval())

    def steps(self, event: str, bound: Bound) -> list[Step]:
        """The chain from an event's bound back to the claim that it rests on; empty if open."""
        earliest = bound in (Bound.BEGIN_EARLIEST, Bound.END_EARLIEST)
        end = bound in (Bound.END_EARLIEST, Bound.END_LATEST)
        return self.chain(self.point(event, end), self.earliest() if earliest else self.latest())

    def chain(self, point: int, settled: dict[int, Step]) -> list[Step]:
        """The steps from ``point`` back to a claim."""
        steps: list[Step] = []
        here: int | None = point
        while here is not None and here in settled:
            steps.append(settled[here])
            here = settled[here].previous
        return steps

    def proof(self, event: str, bound: Bound) -> tuple[Reason, ...]:
        """The reasons for a bound, from the event to the statement that the chain ends in."""
        steps = self.steps(event, bound)
        reasons = [self.said(step.by) for step in steps[:-1] if step.by != _BY_DEFINITION]
        return (*reasons, self._stated(steps[-1].by, steps[-1].value)) if steps else ()

    def said(self, link: int) -> Reason:
        """Link number ``link`` as a step of a proof."""
        said = self.links[link]
        return Reason((said.source,), said.event, order=said.order, other=said.other)

    def _stated(self, claim: int, value: int) -> Reason:
        stated, day = self.claims[claim], date.fromordinal(abs(value))
        names = (
            (Bound.BEGIN_LATEST, Bound.END_LATEST)
            if value > 0
            else (Bound.BEGIN_EARLIEST, Bound.END_EARLIEST)
        )
        bound = next(name for name in names if getattr(stated.interval, name) == day)
        return Reason(stated.sources, stated.event, bound=bound, day=day)


def intersection(intervals: Sequence[Interval]) -> Interval:
    """What follows for one event of intervals that all hold; each bound also from begin not after end."""
    begins = [i.begin_earliest for i in intervals if i.begin_earliest]
    ends = [i.end_latest for i in intervals if i.end_latest]
    begin_latest = [i.begin_latest for i in intervals if i.begin_latest] + ends
    end_earliest = [i.end_earliest for i in intervals if i.end_earliest] + begins
    first, last = max(begins, default=None), min(ends, default=None)
    return Interval(
        first,
        min(begin_latest, default=None),
        max(end_earliest, default=None),
        last,
        only_about(intervals, first, last),
    )


def only_about(intervals: Sequence[Interval], first: date | None, last: date | None) -> bool:
    """Whether only dates given by about say that an event can't begin before or end after these days."""
    begins = [i.approximate for i in intervals if first and i.begin_earliest == first]
    ends = [i.approximate for i in intervals if last and i.end_latest == last]
    return any(given and all(given) for given in (begins, ends))


def _event(claim: Claim) -> str:
    return claim.event


def _day(step: Step | None, sign: int) -> date | None:
    return None if step is None else date.fromordinal(sign * step.value)


def _settle(
    seeds: Iterable[tuple[int, bool, int, int]], arcs: list[list[Arc]], heights: Sequence[int]
) -> dict[int, Step]:
    """Dijkstra's algorithm from the origin: the least value of each point.

    Ties go to dates that aren't given by about, then to the shorter proof. ``heights`` are added to the
    values: then no arc makes them less.
    """
    settled: dict[int, Step] = {}
    heap = [(value + heights[point], about, 0, by, point, -1) for value, about, by, point in seeds]
    heapq.heapify(heap)
    while heap:
        raised, about, length, by, point, previous = heapq.heappop(heap)
        if point in settled:
            continue
        value = raised - heights[point]
        settled[point] = Step(value, None if previous < 0 else previous, by, about)
        for arc in arcs[point]:
            if arc.point not in settled:
                further = value + arc.days + heights[arc.point]
                heapq.heappush(heap, (further, about, length + 1, arc.link, arc.point, point))
    return settled
