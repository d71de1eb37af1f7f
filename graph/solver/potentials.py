"""Potentials for constraints with days of either sign, or the circle that shows that there are none.

A constraint says that one point lies no more than some days after another (``low ≤ high + days``; days may be
negative). Potentials are days for all points that satisfy all constraints: with them Dijkstra's algorithm
finds shortest paths although days are negative (Johnson 1977). They come from the algorithm of Bellman and
Ford, which looks at no more than negative days reach; if it goes on for ever, the constraints contradict one
another in a circle.
"""

import heapq
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arc:
    """A constraint between two points, seen from one of them; ``link`` is the number of who says so.

    The earlier point lies no more than ``days`` after the later one (negative: at least so many before it).
    Not a ``moment``: it tells of the days of the two, and nothing of their order within one day.
    """

    point: int
    link: int
    strict: bool = False
    days: int = 0
    moment: bool = True


@dataclass(frozen=True, slots=True)
class Potentials:
    """A number of days for each point; together they satisfy all constraints."""

    of: Sequence[int]


@dataclass(frozen=True, slots=True)
class Circle:
    """The numbers of the links that say the constraints of a circle that comes back earlier than it began."""

    links: tuple[int, ...]


def potentials(below: Sequence[Sequence[Arc]]) -> Potentials | Circle:
    """Potentials of all points; ``below`` has for each point those that its own day is an upper bound of."""
    heights = [0] * len(below)
    came: dict[int, tuple[int, int]] = {}
    waiting = deque(p for p, arcs in enumerate(below) if any(arc.days < 0 for arc in arcs))
    queued = set(waiting)
    lowered = 0
    while waiting:
        high = waiting.popleft()
        queued.discard(high)
        for arc in below[high]:
            if heights[high] + arc.days < heights[arc.point]:
                heights[arc.point] = heights[high] + arc.days
                came[arc.point] = (high, arc.link)
                if arc.point not in queued:
                    queued.add(arc.point)
                    waiting.append(arc.point)
                lowered += 1
                if lowered % len(below) == 0 and (found := _circle(came)):
                    return Circle(found)
    return Potentials(heights)


def _circle(came: dict[int, tuple[int, int]]) -> tuple[int, ...] | None:
    """The links of a circle among the arcs by which points came by their potentials, if there is one."""
    clear: set[int] = set()
    for start in came:
        way: dict[int, None] = {}
        here = start
        while here in came and here not in clear and here not in way:
            way[here] = None
            here = came[here][0]
        if here in way:
            points = list(way)
            links = (came[point][1] for point in points[points.index(here) :])
            return tuple(dict.fromkeys(link for link in links if link >= 0))
        clear.update(way)
    return None


def shortest(
    below: Sequence[Sequence[Arc]], heights: Sequence[int], high: int, low: int
) -> tuple[int, tuple[int, ...]] | None:
    """The most days that ``low`` can lie after ``high``, and the links that say so; None if nothing does.

    By Dijkstra's algorithm, with ``heights`` as potentials; of equally short ways the one over fewest links.
    """
    came: dict[int, tuple[int, int]] = {}
    heap = [(0, 0, -1, high, high)]
    while heap:
        raised, length, link, point, previous = heapq.heappop(heap)
        if point in came:
            continue
        came[point] = (previous, link)
        if point == low:
            return raised + heights[low] - heights[high], _links(came, high, low)
        for arc in below[point]:
            if arc.point not in came:
                further = raised + arc.days + heights[point] - heights[arc.point]
                heapq.heappush(heap, (further, length + 1, arc.link, arc.point, point))
    return None


def _links(came: dict[int, tuple[int, int]], high: int, low: int) -> tuple[int, ...]:
    found: list[int] = []
    while low != high:
        low, link = came[low]
        found.append(link)
    return tuple(dict.fromkeys(link for link in found if link >= 0))
