"""When a chain that has arrived somewhere arrives by one more contact, if it can go on by it at all."""

import numpy as np

from graph.index.rows import Ints
from graph.paths.view import NEVER, Mask, View, Ways


def follow(view: View, before: Ints, ways: Ways) -> tuple[Ints, Mask]:
    """Arrivals by contacts after having arrived at ``before``, and which contacts can follow at all.

    In a possible chain the arrival is the first day on which the last event can be; in a certain one the
    last day on which it can still go on. A contact of which a text says that it follows another is taken
    to follow here: whether it is that other one, :func:`sound` looks at.
    """
    if not view.certain:
        arrival = np.maximum(before, ways.first)
        return arrival, arrival <= np.minimum(ways.last, view.end)
    after = before < ways.first
    if len(view.told):
        after |= (before != NEVER) & np.isin(ways.event, view.told)
    return ways.last, after & (ways.first >= view.start) & (ways.last <= view.end)


def deadline(view: View, until: Ints, ways: Ways) -> Ints:
    """By when a chain must have arrived where contacts set out, to arrive by them at ``until`` or before."""
    if not view.certain:
        return np.minimum(ways.last, until)
    day: Ints = ways.first - np.int32(1)
    return np.where(np.isin(ways.event, view.told), np.int32(view.end), day) if len(view.told) else day


def follows(view: View, one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether an event may come right after another: each as number, first, last day in the view's time."""
    if view.certain:
        return one[2] < other[1] or view.said(one[0], other[0])
    return not view.said(other[0], one[0])
