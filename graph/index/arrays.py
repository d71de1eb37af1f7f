"""The index itself: events in the order of their days, and each actor's contacts in the order of events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from graph.changes import Stamp
from graph.index.rows import Bits, Codes, Ints, Kinds, Longs, Numbering, Part, codes, seats

# Events whose days span more are looked up one by one, so that a range of days is a range of the arrays.
LONG_DAYS = 31


@dataclass(frozen=True)
class TemporalIndex:
    """Contacts between actors. Events and actors are numbers.

    Events are sorted by ``first``, ``last`` and code. The contacts of actor a are the entries ``start[a]`` to
    ``start[a + 1]``, sorted by event; entry k leads to ``head[k]`` through ``event[k]``. ``long_entry`` has
    those entries again whose events span more than LONG_DAYS days, ``long_start`` where each actor's begin.
    ``before`` has pairs of events of which a text says that the first lies before the second; both ways of
    saying it are the same here. ``seats`` and ``odd`` are as in :class:`graph.index.rows.Part`.
    """

    code: Codes
    first: Ints
    last: Ints
    kind: Kinds
    start: Longs
    head: Ints
    event: Ints
    role: Bits
    long_start: Longs
    long_entry: Ints
    before: Ints
    seats: Ints
    actors: tuple[str, ...]
    states: tuple[str, ...]
    odd: Mapping[int, str]
    stamp: Stamp = field(default_factory=Stamp)

    @cached_property
    def actor_numbers(self) -> Mapping[str, int]:
        """The number of each actor's id."""
        return {name: number for number, name in enumerate(self.actors)}

    @cached_property
    def kinds(self) -> Kinds:
        """All kinds of events that there are."""
        return np.unique(self.kind)

    @cached_property
    def said(self) -> frozenset[tuple[int, int]]:
        """The pairs of ``before``."""
        return frozenset((int(one), int(other)) for one, other in self.before)

    @cached_property
    def earlier(self) -> Mapping[int, Ints]:
        """The events that texts place before an event."""
        return _grouped(self.before[:, ::-1])

    @cached_property
    def later(self) -> Mapping[int, Ints]:
        """The events that texts place after an event."""
        return _grouped(self.before)

    @property
    def part(self) -> Part:
        """All of it, as it was put together."""
        tail = np.repeat(np.arange(len(self.actors), dtype=np.int32), np.diff(self.start))
        contacts = (tail, self.head, self.event, self.role)
        return Part(self.code, self.first, self.last, self.kind, *contacts, self.seats, dict(self.odd))

    def event_id(self, number: int) -> str:
        """The id of an event."""
        code = int(self.code[number])
        return self.odd.get(code) or f"e{code:016x}"

    @property
    def size_bytes(self) -> int:
        """What the arrays take."""
        arrays = (self.code, self.first, self.last, self.kind, self.start, self.head, self.event, self.role)
        more = (self.long_start, self.long_entry, self.before, self.seats)
        return sum(array.nbytes for array in (*arrays, *more)) + sum(map(len, self.actors))


def assemble(
    parts: Sequence[Part],
    numbering: Numbering,
    orders: Iterable[tuple[str, str]] = (),
    stamp: Stamp | None = None,
) -> TemporalIndex:
    """The index of some parts, of which no two have an event in common.

    Args:
        parts: What :func:`graph.index.rows.part` makes.
        numbering: The numbers that they were made with.
        orders: Pairs of event ids of which the first is said to lie before the second.
        stamp: Which graph they tell of.
    """
    whole = joined(parts)
    order = np.lexsort((whole.code, whole.last, whole.first))
    rank = np.empty(len(order), dtype=np.int32)
    rank[order] = np.arange(len(order), dtype=np.int32)
    event = rank[whole.event]
    place = np.argsort(whole.tail.astype(np.int64) << 32 | event, kind="stable")
    first, last = whole.first[order], whole.last[order]
    tail, event = whole.tail[place], event[place]
    long = np.flatnonzero((last - first > LONG_DAYS)[event]).astype(np.int32)
    actors = len(numbering.actors)
    return TemporalIndex(
        code=whole.code[order],
        first=first,
        last=last,
        kind=whole.kind[order],
        start=_starts(tail, actors),
        head=whole.head[place],
        event=event,
        role=whole.role[place],
        long_start=_starts(tail[long], actors),
        long_entry=long,
        before=_before(orders, whole.code, rank),
        seats=whole.seats,
        actors=numbering.actors.all,
        states=numbering.states.all,
        odd=whole.odd,
        stamp=stamp or Stamp(),
    )


def without(one: Part, gone: Codes) -> Part:
    """A part but for some events."""
    stays = ~np.isin(one.code, gone)
    number = np.cumsum(stays, dtype=np.int32) - np.int32(1)
    entry = stays[one.event]
    contacts = (one.tail[entry], one.head[entry], number[one.event[entry]], one.role[entry])
    events = (one.code[stays], one.first[stays], one.last[stays], one.kind[stays])
    return Part(*events, *contacts, one.seats, one.odd)


def joined(parts: Sequence[Part]) -> Part:
    """Several parts as one."""
    if len(parts) == 1:
        return parts[0]
    base = np.cumsum([0, *(len(one.code) for one in parts)])
    events = [one.event + np.int32(offset) for one, offset in zip(parts, base, strict=False)]
    return Part(
        np.concatenate([np.zeros(0, dtype=np.uint64), *(one.code for one in parts)]),
        np.concatenate([_NONE, *(one.first for one in parts)]),
        np.concatenate([_NONE, *(one.last for one in parts)]),
        np.concatenate([np.zeros(0, dtype=np.uint16), *(one.kind for one in parts)]),
        np.concatenate([_NONE, *(one.tail for one in parts)]),
        np.concatenate([_NONE, *(one.head for one in parts)]),
        np.concatenate([_NONE, *events]),
        np.concatenate([np.zeros(0, dtype=np.uint8), *(one.role for one in parts)]),
        seats(np.concatenate([_NONE.reshape(-1, 4), *(one.seats for one in parts)])),
        {code: name for one in parts for code, name in one.odd.items()},
    )


_NONE = np.zeros(0, dtype=np.int32)


def _grouped(pairs: Ints) -> Mapping[int, Ints]:
    """The second numbers of pairs by the first."""
    order = np.argsort(pairs[:, 0], kind="stable")
    keys, begin = np.unique(pairs[order, 0], return_index=True)
    groups = np.split(pairs[order, 1], begin[1:])
    return {int(key): group for key, group in zip(keys, groups, strict=False)}


def _starts(tail: Ints, actors: int) -> Longs:
    """Where the entries of each actor begin in an array sorted by ``tail``, and the end of all."""
    counts = np.bincount(tail, minlength=actors) if len(tail) else np.zeros(actors, dtype=np.int64)
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])


def _before(orders: Iterable[tuple[str, str]], code: Codes, rank: Ints) -> Ints:
    """The pairs of which both events are there, each once, as numbers."""
    said = list(orders)
    found = np.zeros((0, 2), dtype=np.int32)
    if not said or not len(code):
        return found
    by_code = np.argsort(code)
    wanted = np.stack([codes([one for one, _ in said]), codes([other for _, other in said])], axis=1)
    at = np.minimum(np.searchsorted(code, wanted, sorter=by_code), len(code) - 1)
    here = by_code[at]
    there = (code[here] == wanted).all(axis=1)
    return np.unique(rank[here[there]], axis=0).astype(np.int32)
