"""Time-respecting paths by a scan in layers: layer h has what ``h`` hops can reach, and how early.

After the earliest-arrival algorithms for temporal graphs (Wu et al. 2014), for events whose day is only known
to lie between two days. Each layer looks once at every contact, so the cost is hops × contacts, however many
paths there are. The layers hold all that other objectives need (latest departure is the same scan on reversed
time); objectives differ in :func:`best` alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from graph.paths.network import Contacts

Objective = Literal["earliest-arrival", "fewest-hops"]
Certainty = Literal["possible", "certain"]
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Scan:
    """``arrivals[h - 1][k]`` is the earliest arrival of a chain of ``h`` hops that ends with contact k.

    In a *possible* chain the arrival is the first day on which the last hop can be; in a *certain* one it is
    the last day on which the last hop can still go on.
    """

    contacts: Contacts
    certain: bool
    arrivals: tuple[NDArray[np.int64], ...]


def scan(
    contacts: Contacts, sources: Iterable[int], start: int, end: int, max_hops: int, certainty: Certainty
) -> Scan:
    """Scan all chains of at most ``max_hops`` contacts that set out from a source and stay within some days.

    A chain is possible if its events can have been one after the other, on the same day if need be, between
    ``start`` and ``end`` (ordinals, both included), and nobody says that of two neighbouring hops the second
    was before the first. It is certain if every event lies within these days, and each ends on an earlier day
    than the next begins, or is said to lie before it.
    """
    certain = certainty == "certain"
    earliest, latest = np.maximum(contacts.earliest, start), np.minimum(contacts.latest, end)
    within = (contacts.earliest >= start) & (contacts.latest <= end) if certain else earliest <= latest
    reached = np.full(len(contacts.actors), _NEVER, dtype=np.int64)
    reached[list(sources)] = start - 1 if certain else start
    layers: list[NDArray[np.int64]] = []
    sofar = np.full(len(contacts.tail), _NEVER, dtype=np.int64)
    for _ in range(max_hops):
        before = reached[contacts.tail]
        if not certain and layers:
            _leave_out(before, contacts, sofar, set(sources))
        usable = within & ((before < earliest) if certain else (before <= latest))
        if certain:
            told = contacts.orders[sofar[contacts.orders[:, 0]] < _NEVER, 1]
            usable[told] = within[told]
        arrival = np.where(usable, latest if certain else np.maximum(before, earliest), _NEVER)
        layers.append(arrival)
        sofar = np.minimum(sofar, arrival)
        np.minimum.at(reached, contacts.head, arrival)
    return Scan(contacts, certain, tuple(layers))


def _leave_out(
    before: NDArray[np.int64], contacts: Contacts, sofar: NDArray[np.int64], sources: set[int]
) -> None:
    """Where something is said against a contact's following others, count only what else leads to it."""
    for k in np.unique(contacts.against[:, 1]).tolist():
        tail = int(contacts.tail[k])
        if tail not in sources:
            before[k] = sofar[_leading_to(contacts, k)].min(initial=_NEVER)


def _leading_to(contacts: Contacts, k: int) -> NDArray[np.int64]:
    """The contacts that end where k sets out, but for those that are said to come after it."""
    barred = contacts.against[contacts.against[:, 1] == k, 0]
    return np.setdiff1d(np.flatnonzero(contacts.head == contacts.tail[k]), barred)


def best(
    scanned: Scan, sources: Iterable[int], targets: Iterable[int], objective: Objective
) -> list[int] | None:
    """The contacts of the best chain to one of the targets, in the order of the hops; None if there is none.

    Earliest arrival prefers fewer hops among equals, fewest hops the earlier arrival; then come narrower
    days, then the order of ids, so that the answer is always the same.
    """
    arriving = np.isin(scanned.contacts.head, list(targets))
    ends = [
        (int(layer[arriving].min(initial=_NEVER)), hops) for hops, layer in enumerate(scanned.arrivals, 1)
    ]
    ends = [(arrival, hops) for arrival, hops in ends if arrival < _NEVER]
    if not ends:
        return None
    arrival, hops = min(ends) if objective == "earliest-arrival" else min(ends, key=lambda end: end[1])
    layer = scanned.arrivals[hops - 1]
    chain = [_narrowest(scanned.contacts, np.flatnonzero(arriving & (layer == arrival)))]
    starts = set(sources)
    while int(scanned.contacts.tail[chain[0]]) not in starts:
        previous, hops = _previous(scanned, chain[0], hops)
        chain.insert(0, previous)
    return chain


def _previous(scanned: Scan, k: int, hops: int) -> tuple[int, int]:
    """The best contact before k as a hop before number ``hops``, and which hop it is then."""
    contacts = scanned.contacts
    if scanned.certain:
        leading = np.flatnonzero(contacts.head == contacts.tail[k])
        told = contacts.orders[contacts.orders[:, 1] == k, 0]
        leading = leading[(contacts.latest[leading] < contacts.earliest[k]) | np.isin(leading, told)]
    else:
        leading = _leading_to(contacts, k)
    arrivals = np.stack([layer[leading] for layer in scanned.arrivals[: hops - 1]])
    arrival = arrivals.min()
    hop = int(np.flatnonzero((arrivals == arrival).any(axis=1))[0])
    return _narrowest(contacts, leading[arrivals[hop] == arrival]), hop + 1


def _narrowest(contacts: Contacts, among: NDArray[np.int64]) -> int:
    width = contacts.latest[among] - contacts.earliest[among]
    return int(among[np.argmin(width)])


def surely_follows(contacts: Contacts, first: int, second: int) -> bool:
    """Whether the event of one contact is certainly before that of another."""
    if contacts.latest[first] < contacts.earliest[second]:
        return True
    return bool(((contacts.orders[:, 0] == first) & (contacts.orders[:, 1] == second)).any())
