"""Collecting the part of a graph that a change can concern."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.solver.problem import EventTimes, Link


@dataclass(frozen=True, slots=True)
class Region:
    """Events and links to solve together.

    ``edge`` has the fixed events at which the collecting stopped. The others need them to be solved. Their
    own bounds can't change, but a link from within may put them in a conflict; conflicts that they have
    elsewhere are not seen here.
    """

    events: tuple[EventTimes, ...]
    links: tuple[Link, ...]
    edge: frozenset[str] = frozenset()


def region(
    touched: Iterable[str],
    times: Callable[[Sequence[str]], Iterable[EventTimes]],
    links: Callable[[Sequence[str]], Iterable[Link]],
    *,
    stop: bool = True,
) -> Region:
    """All that hangs together with the touched events.

    Args:
        touched: Ids of events that got or lost a statement or link. Of a new link, one end is enough: best
            the one that has fewer links.
        times: Gives the events of some ids with their stated times; ids that it doesn't know are left out.
            Called once per layer, with ids not asked for before.
        links: Gives all links that touch one of some events, in either direction; called after ``times``.
        stop: Whether to stop at events that their own statements fix to the day: nothing can pass through
            them. False collects the whole connected component.
    """
    start = frozenset(touched)
    events: dict[str, EventTimes] = {}
    kept: dict[Link, None] = {}
    edge: set[str] = set()
    layer = sorted(start)
    asked = set(layer)
    while layer:
        found = {event.id: event for event in times(layer)}
        events |= found
        fixed = {name for name, event in found.items() if stop and name not in start and is_fixed(event)}
        edge |= fixed
        through = sorted(found.keys() - fixed)
        new = tuple(links(through)) if through else ()
        kept |= dict.fromkeys(new)
        ends = {end for link in new for end in (link.event, link.other)}
        layer = sorted(ends - asked)
        asked.update(layer)
    inner = tuple(link for link in kept if link.event in events and link.other in events)
    return Region(tuple(events[name] for name in sorted(events)), inner, frozenset(edge))


def is_fixed(event: EventTimes) -> bool:
    """Whether all that is stated of the event is one and the same day of begin and day of end."""
    intervals = {stated.interval for stated in event.stated}
    if len(intervals) != 1:
        return False
    (only,) = intervals
    days = (only.begin_earliest, only.end_earliest)
    return None not in days and days == (only.begin_latest, only.end_latest)
