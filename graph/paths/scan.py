"""Time-respecting paths by a scan in layers: layer h has what ``h`` hops can reach, and how early.

After the earliest-arrival algorithms for temporal graphs (Wu et al. 2014), for events whose day is only known
to lie between two days. Each layer looks once at the contacts of those who were reached earlier than before,
so the cost is at most hops × contacts, however many paths there are. Latest departure is the same scan on
reversed time; k best paths need the same layers, and more of :func:`_previous`.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from graph.paths.network import Contacts, Days

Objective = Literal["earliest-arrival", "fewest-hops"]
Certainty = Literal["possible", "certain"]
_NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True)
class Question:
    """From some actors to some others (by number), between two days (ordinals, both included).

    A chain is *possible* if its events can have been one after the other, on the same day if need be, and
    nobody says that of two neighbouring hops the second was before the first. It is *certain* if every event
    lies within the days, and each ends on an earlier day than the next begins or is said to lie before it.
    """

    sources: frozenset[int]
    targets: frozenset[int]
    start: int
    end: int
    max_hops: int = 4
    objective: Objective = "earliest-arrival"
    certainty: Certainty = "possible"


@dataclass(frozen=True, slots=True)
class _Scan:
    """``arrivals[h - 1][k]`` is the earliest arrival by contact k of a chain of at most ``h`` hops.

    In a possible chain the arrival is the first day on which the last hop can be; in a certain one it is
    the last day on which the last hop can still go on.
    """

    contacts: Contacts
    asked: Question
    arrivals: list[Days]


def best_chain(contacts: Contacts, asked: Question) -> list[int] | None:
    """The contacts of the best chain, in the order of the hops; None if there is none.

    Earliest arrival prefers fewer hops among equals, fewest hops the earlier arrival; then come narrower
    days, then the order of ids, so that the answer is always the same.
    """
    arriving = np.flatnonzero(np.isin(contacts.head, list(asked.targets)))
    scanned = _scan(contacts, asked, arriving)
    ends = [(int(layer[arriving].min(initial=_NEVER)), h) for h, layer in enumerate(scanned.arrivals, 1)]
    reached = [end for end in ends if end[0] < _NEVER]
    if not reached:
        return None
    arrival, hops = reached[0] if asked.objective == "fewest-hops" else min(reached)
    layer = scanned.arrivals[hops - 1]
    chain = [_narrowest(contacts, arriving[layer[arriving] == arrival])]
    while int(contacts.tail[chain[0]]) not in asked.sources:
        previous, hops = _previous(scanned, chain[0], hops)
        chain.insert(0, previous)
    return chain


def _scan(contacts: Contacts, asked: Question, arriving: Days) -> _Scan:
    reached = np.full(len(contacts.actors), _NEVER, dtype=np.int64)
    fresh = np.array(sorted(asked.sources), dtype=np.int64)
    reached[fresh] = asked.start - (asked.certainty == "certain")
    sofar = np.full(len(contacts.tail), _NEVER, dtype=np.int64)
    arrivals: list[Days] = []
    for _ in range(asked.max_hops):
        entries, arrival = _layer(contacts, asked, reached, sofar, fresh)
        better = arrival < sofar[entries]
        entries, arrival = entries[better], arrival[better]
        sofar = sofar.copy()
        sofar[entries] = arrival
        arrivals.append(sofar)
        before = reached.copy()
        np.minimum.at(reached, contacts.head[entries], arrival)
        fresh = np.flatnonzero(reached < before)
        done = sofar[arriving].min(initial=_NEVER)
        if not len(entries) or (asked.objective == "fewest-hops" and done < _NEVER):
            break
        if asked.certainty == "possible":
            # Who is reached only when the target is already cannot lead to it any earlier.
            fresh = fresh[reached[fresh] < done]
    return _Scan(contacts, asked, arrivals)


def _layer(contacts: Contacts, asked: Question, reached: Days, sofar: Days, fresh: Days) -> tuple[Days, Days]:
    """The contacts that can follow, and when they arrive."""
    if asked.certainty == "certain":
        told = contacts.orders[sofar[contacts.orders[:, 0]] < _NEVER, 1]
        entries = np.unique(np.concatenate([contacts.leaving(fresh), told]))
        earliest, latest = contacts.earliest[entries], contacts.latest[entries]
        usable = (reached[contacts.tail[entries]] < earliest) | np.isin(entries, told)
        usable &= (earliest >= asked.start) & (latest <= asked.end)
        return entries[usable], latest[usable]
    barred = np.unique(contacts.against[:, 1])
    entries = (
        np.unique(np.concatenate([contacts.leaving(fresh), barred]))
        if len(barred)
        else contacts.leaving(fresh)
    )
    before = reached[contacts.tail[entries]]
    _leave_out(contacts, asked, sofar, entries, before)
    earliest = np.maximum(contacts.earliest[entries], asked.start)
    latest = np.minimum(contacts.latest[entries], asked.end)
    usable = (before <= latest) & (earliest <= latest)
    return entries[usable], np.maximum(before, earliest)[usable]


def _leave_out(contacts: Contacts, asked: Question, sofar: Days, entries: Days, before: Days) -> None:
    """Where something is said against a contact's following others, count only what else leads to it."""
    for at in np.flatnonzero(np.isin(entries, contacts.against[:, 1])).tolist():
        k = int(entries[at])
        if int(contacts.tail[k]) not in asked.sources:
            before[at] = sofar[_leading_to(contacts, k)].min(initial=_NEVER)


def _leading_to(contacts: Contacts, k: int) -> Days:
    """The contacts that end where k sets out, but for those that are said to come after it."""
    leading = np.flatnonzero(contacts.head == contacts.tail[k])
    barred = contacts.against[contacts.against[:, 1] == k, 0]
    return leading[~np.isin(leading, barred)] if len(barred) else leading


def _previous(scanned: _Scan, k: int, hops: int) -> tuple[int, int]:
    """The best contact before k as a hop before number ``hops``, and which hop it is then."""
    contacts = scanned.contacts
    if scanned.asked.certainty == "certain":
        leading = np.flatnonzero(contacts.head == contacts.tail[k])
        told = contacts.orders[contacts.orders[:, 1] == k, 0]
        leading = leading[(contacts.latest[leading] < contacts.earliest[k]) | np.isin(leading, told)]
    else:
        leading = _leading_to(contacts, k)
    arrivals = np.stack([layer[leading] for layer in scanned.arrivals[: hops - 1]])
    arrival = arrivals.min()
    hop = int(np.flatnonzero((arrivals == arrival).any(axis=1))[0])
    return _narrowest(contacts, leading[arrivals[hop] == arrival]), hop + 1


def _narrowest(contacts: Contacts, among: Days) -> int:
    width = contacts.latest[among] - contacts.earliest[among]
    return int(among[np.argmin(width)])


def surely_follows(contacts: Contacts, first: int, second: int) -> bool:
    """Whether the event of one contact is certainly before that of another."""
    if contacts.latest[first] < contacts.earliest[second]:
        return True
    return bool(((contacts.orders[:, 0] == first) & (contacts.orders[:, 1] == second)).any())
