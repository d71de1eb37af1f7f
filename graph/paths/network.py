"""The contacts of a window of days as arrays: who met whom in which event, and when that can have been."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Participation:
    """Columns of equal length: an actor in an event, with the first and last day that are possible for it.

    ``subject`` is true where the actor acts, false where it is acted upon. Days are proleptic ordinals.
    """

    events: Sequence[str]
    actors: Sequence[str]
    subject: Sequence[bool]
    earliest: Days
    latest: Days


@dataclass(frozen=True, slots=True)
class Contacts:
    """Ways from actor to actor: entry k leads from ``tail[k]`` to ``head[k]`` through ``event[k]``.

    Numbers stand for ``actors`` and ``events``, which are sorted. ``orders`` are pairs of entries (j, k) such
    that k sets out where j ends, and it is said that j's event lies before k's; of ``against`` the converse.
    ``by_tail`` has the entries in the order of their tails; those of actor a begin at ``first_by_tail[a]``.
    """

    actors: tuple[str, ...]
    events: tuple[str, ...]
    tail: Days
    head: Days
    event: Days
    earliest: Days
    latest: Days
    orders: Days
    against: Days
    by_tail: Days
    first_by_tail: Days

    def leaving(self, actors: Days) -> Days:
        """The entries that lead away from some actors."""
        starts = self.first_by_tail[actors]
        sizes = self.first_by_tail[actors + 1] - starts
        offset = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        found: Days = self.by_tail[np.repeat(starts, sizes) + offset]
        return found


def contacts(
    taking_part: Participation, orders: Iterable[tuple[str, str]] = (), *, directed: bool = False
) -> Contacts:
    """All ways that the events open.

    Args:
        taking_part: Who takes part in what, in any order.
        orders: Pairs of events of which the first is said to lie before the second.
        directed: Only from those who act to those acted upon; otherwise between any two that take part.
    """
    actors, actor = np.unique(np.array(taking_part.actors, dtype=np.str_), return_inverse=True)
    events, event = np.unique(np.array(taking_part.events, dtype=np.str_), return_inverse=True)
    one, other = _pairs(event)
    subject = np.array(taking_part.subject, dtype=bool)
    kept = actor[one] != actor[other]
    if directed:
        kept &= subject[one] & ~subject[other]
    keys = np.stack([event[one[kept]], actor[one[kept]], actor[other[kept]], one[kept]], axis=1)
    _, first = np.unique(keys[:, :3], axis=0, return_index=True)
    rows = keys[first].astype(np.int64)
    entry = rows[:, 3]
    numbers = {name: k for k, name in enumerate(events.tolist())}
    said = [(numbers[a], numbers[b]) for a, b in orders if a in numbers and b in numbers]
    return Contacts(
        tuple(actors.tolist()),
        tuple(events.tolist()),
        rows[:, 1],
        rows[:, 2],
        rows[:, 0],
        taking_part.earliest[entry],
        taking_part.latest[entry],
        _following(said, rows),
        _following([(b, a) for a, b in said], rows),
        np.argsort(rows[:, 1], kind="stable"),
        np.searchsorted(np.sort(rows[:, 1]), np.arange(len(actors) + 1)),
    )


def _pairs(event: NDArray[Any]) -> tuple[Days, Days]:
    """Indices of all ordered pairs of participations in the same event."""
    order = np.argsort(event, kind="stable")
    counts = np.bincount(event) if len(event) else np.zeros(0, dtype=np.int64)
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    sizes = np.repeat(counts, counts)
    one = np.repeat(np.arange(len(order)), sizes)
    offset = np.arange(len(one)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    other = np.repeat(starts, sizes) + offset
    return order[one], order[other]


def _following(said: Iterable[tuple[int, int]], rows: Days) -> Days:
    """Pairs of entries (j, k), one of each event of a pair, such that k sets out where j ends."""
    found = [
        (j, k)
        for a, b in dict.fromkeys(said)
        for j in range(*np.searchsorted(rows[:, 0], [a, a + 1]))
        for k in range(*np.searchsorted(rows[:, 0], [b, b + 1]))
        if rows[j, 2] == rows[k, 1]
    ]
    return np.array(found, dtype=np.int64).reshape(-1, 2)
