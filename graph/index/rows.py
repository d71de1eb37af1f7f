"""From participations, as the graph tells them, to parts: small arrays that put together make an index."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ontology.event_types import event_types
from ontology.model import Modality

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Codes = NDArray[np.uint64]
Kinds = NDArray[np.uint16]
Bits = NDArray[np.uint8]

ACTING, ACTED_UPON = 1, 2
_MODALITIES = {str(modality): number for number, modality in enumerate(Modality)}


@dataclass(frozen=True, slots=True)
class Participation:
    """Columns of equal length: an actor in an event that somebody says to have happened, or plans.

    ``states`` has the state that the actor acts for there, or ``""``. ``subject`` is true where the actor
    acts, false where it is acted upon. ``first`` and ``last`` are the first and last day that are possible
    for the event, as proleptic ordinals.
    """

    events: Sequence[str]
    actors: Sequence[str]
    states: Sequence[str]
    subject: Sequence[bool]
    first: Sequence[int] | Longs
    last: Sequence[int] | Longs
    types: Sequence[str]
    modalities: Sequence[str]


class Names:
    """Numbers for names, in the order in which they come."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._numbers = {name: number for number, name in enumerate(names)}

    def __len__(self) -> int:
        return len(self._numbers)

    def numbers(self, names: Sequence[str]) -> Ints:
        """The numbers of some names; new ones get the next."""
        known = self._numbers
        for name in names:
            if name not in known:
                known[name] = len(known)
        return np.fromiter((known[name] for name in names), dtype=np.int32, count=len(names))

    @property
    def all(self) -> tuple[str, ...]:
        """The names by number."""
        return tuple(self._numbers)


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers that all parts of one index share."""

    actors: Names = field(default_factory=Names)
    states: Names = field(default_factory=Names)


@dataclass(frozen=True, slots=True)
class Part:
    """Whole events, each once, with all contacts that they open.

    Entry k of ``tail``, ``head``, ``event``, ``role``: from one actor to another through an event, which is
    a number within the part; ``role`` is ACTING if the first acts upon the second, ACTED_UPON for the
    converse, both bits for both. ``seats`` has a row for each actor and state that it acts for: the two
    numbers, and the first and last day. ``odd`` has the ids of the codes that no hexadecimal id has.
    """

    code: Codes
    first: Ints
    last: Ints
    kind: Kinds
    tail: Ints
    head: Ints
    event: Ints
    role: Bits
    seats: Ints
    odd: dict[int, str]


def codes(ids: Sequence[str]) -> Codes:
    """Event ids as numbers: their 16 hexadecimal digits, or a hash of an id that is made otherwise."""
    try:
        if all(len(name) == 17 and name[0] == "e" for name in ids):
            digits = bytes.fromhex("".join(name[1:] for name in ids))
            if len(digits) == 8 * len(ids):
                return np.frombuffer(digits, dtype=">u8").astype(np.uint64)
    except ValueError:
        pass
    return np.array([_code(name) for name in ids], dtype=np.uint64)


def kind_of(event_type: str, modality: str) -> int:
    """Event type and modality as one number."""
    return list(event_types()).index(event_type) << 4 | _MODALITIES[modality]


def part(rows: Participation, numbering: Numbering) -> Part:
    """The events of some rows. All rows of an event must be among them."""
    code, start, event = np.unique(codes(rows.events), return_index=True, return_inverse=True)
    actor, state = numbering.actors.numbers(rows.actors), numbering.states.numbers(rows.states)
    first, last = (_days(column) for column in (rows.first, rows.last))
    acts = np.where(np.array(rows.subject, dtype=bool), ACTING, ACTED_UPON).astype(np.uint8)
    seat = np.unique(event.astype(np.int64) << 32 | actor, return_inverse=True)
    bits = np.zeros(len(seat[0]), dtype=np.uint8)
    np.bitwise_or.at(bits, seat[1], acts)
    seat_event, seat_actor = (seat[0] >> 32).astype(np.int32), (seat[0] & 0xFFFFFFFF).astype(np.int32)
    one, other = _pairs(seat_event)
    role = (bits[one] & bits[other] >> 1 & 1) | (bits[other] & bits[one] >> 1 & 1) << 1
    return Part(
        code,
        first[start],
        last[start],
        _kinds(rows)[start],
        seat_actor[one],
        seat_actor[other],
        seat_event[one],
        role.astype(np.uint8),
        seats(np.stack([actor, state, first, last], axis=1)[state != numbering.states.numbers([""])[0]]),
        _odd(rows.events),
    )


def seats(rows: Ints) -> Ints:
    """Rows of actor, state, first and last day; each actor and state once."""
    if not len(rows):
        return rows.reshape(-1, 4)
    order = np.lexsort((rows[:, 1], rows[:, 0]))
    rows = rows[order]
    new = np.flatnonzero(np.r_[True, (rows[1:, :2] != rows[:-1, :2]).any(axis=1)])
    firsts, lasts = np.minimum.reduceat(rows[:, 2], new), np.maximum.reduceat(rows[:, 3], new)
    return np.stack([rows[new, 0], rows[new, 1], firsts, lasts], axis=1)


def _code(name: str) -> int:
    try:
        if len(name) == 17 and name[0] == "e":
            return int(name[1:], 16)
    except ValueError:
        pass
    return int.from_bytes(blake2b(name.encode("utf-8"), digest_size=8).digest(), "big")


def _odd(ids: Sequence[str]) -> dict[int, str]:
    return {code: name for name in set(ids) if (code := _code(name)) is not None and f"e{code:016x}" != name}


def _days(column: Sequence[int] | Longs) -> Ints:
    return np.asarray(column, dtype=np.int32)


def _kinds(rows: Participation) -> Kinds:
    known = {pair: kind_of(*pair) for pair in set(zip(rows.types, rows.modalities, strict=True))}
    return np.fromiter(
        (known[pair] for pair in zip(rows.types, rows.modalities, strict=True)),
        dtype=np.uint16,
        count=len(rows.types),
    )


def _pairs(event: NDArray[Any]) -> tuple[Longs, Longs]:
    """Indices of all ordered pairs of different entries with the same event; ``event`` is sorted."""
    counts = np.bincount(event) if len(event) else np.zeros(0, dtype=np.int64)
    starts, sizes = np.repeat(np.cumsum(counts) - counts, counts), np.repeat(counts, counts)
    one = np.repeat(np.arange(len(event)), sizes)
    offset = np.arange(len(one)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    other = np.repeat(starts, sizes) + offset
    apart = one != other
    return one[apart], other[apart]
