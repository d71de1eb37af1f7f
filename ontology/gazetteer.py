"""The gazetteer: who the actors are, what they are called, and which positions they held when.

The data is ``ontology/actors/gazetteer.jsonl``, compiled from the reviewed sources beside it by
``python -m ontology.actors.build``. Load it once with :func:`load`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from typing import Any

import orjson

from ontology.errors import DataError, NotFoundError
from ontology.folding import skeleton
from ontology.model import ActorRef, ActorType, Interval
from ontology.partial_dates import first_day, last_day


class NameKind(StrEnum):
    """What a name is to its actor; the values are the codes of the data file."""

    NAME = "n"  # full, official or short name
    ACRONYM = "c"  # matched only in its own case: "UN", "IS"
    ADJECTIVE = "a"  # "russisch", "Russian"
    INHABITANT = "i"  # "Russen", "the Russians"
    METONYM = "m"  # "Moskau", "Kreml"
    FAMILY = "f"  # a family name, or another short form that needs an introduction


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor. ``lang`` is None where it holds in every language; ``key`` is the folded text."""

    text: str
    key: str
    lang: str | None
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Position:
    """An office held: ``office`` is a key of ``source/offices.yaml``, ``of`` the id of a state or organisation.

    ``begin`` and ``end`` are days, months (``2011-12``) or years as known; both ends are included. None is
    open: unknown at the beginning; unknown, or still held when the data was reviewed, at the end.
    """

    office: str
    of: str
    begin: str | None = None
    end: str | None = None

    @property
    def interval(self) -> Interval:
        """When the office was held, with the bounds that the known precision gives."""
        return Interval(first_day(self.begin), last_day(self.begin), first_day(self.end), last_day(self.end))

    def holds(self, on: date) -> bool:
        """Whether the office can have been held on this day."""
        begin, end = first_day(self.begin), last_day(self.end)
        return (begin is None or begin <= on) and (end is None or on <= end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or place of the gazetteer.

    ``labels`` maps a language to the name shown in it. ``gender`` is ``Masc``, ``Fem`` or None (unknown).
    ``rank`` orders actors that share a name: higher is better known. ``place`` tells that the entry is a
    place inside a state (a region, a city) rather than an actor; ``ref`` is then the state that it stands for.
    """

    ref: ActorRef
    labels: dict[str, str]
    names: tuple[Name, ...]
    positions: tuple[Position, ...] = ()
    gender: str | None = None
    rank: int = 0
    place: bool = False
    begin: str | None = None
    end: str | None = None

    @property
    def id(self) -> str:
        """The actor's id."""
        return self.ref.id

    def positions_on(self, on: date) -> tuple[Position, ...]:
        """The positions that this actor can have held on a day."""
        return tuple(position for position in self.positions if position.holds(on))


@dataclass(frozen=True, slots=True)
class Found:
    """A name as the index keeps it: the entry's number, the name's language and kind."""

    entry: int
    lang: str | None
    kind: NameKind
    text: str


class Gazetteer:
    """All actors, by id, by ISO code and by folded name. Immutable; build it with :func:`load`."""

    def __init__(self, rows: Iterable[dict[str, Any]]) -> None:
        self._rows = list(rows)
        self._by_id: dict[str, int] = {}
        self._by_code: dict[str, int] = {}
        self._exact: dict[str, list[Found]] = {}
        self._longest: dict[str, int] = {}
        self._holders: dict[tuple[str, str], list[tuple[int, Position]]] = {}
        self._skeletons: dict[str, list[Found]] | None = None
        self._entries: dict[int, Entry] = {}
        for number, row in enumerate(self._rows):
            self._add(number, row)

    def _add(self, number: int, row: dict[str, Any]) -> None:
        self._by_id[row["id"]] = number
        if row["type"] == "state" and row.get("iso3"):
            self._by_code[row["iso3"]] = number
        elif row["type"] == "igo" and row.get("state"):
            self._by_code.setdefault(row["state"], number)
        for text, key, lang, kind in row["names"]:
            found = Found(number, lang, _KINDS[kind], text)
            self._exact.setdefault(key, []).append(found)
            first, _, rest = key.partition(" ")
            length = rest.count(" ") + 2 if rest else 1
            if self._longest.get(first, 0) < length:
                self._longest[first] = length
        for office, of, begin, end in row.get("roles", ()):
            self._holders.setdefault((of, office), []).append((number, Position(office, of, begin, end)))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Entry]:
        return (self.entry(number) for number in range(len(self._rows)))

    def entry(self, number: int) -> Entry:
        """The entry with this index number (as in :class:`Found`)."""
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = _entry(self._rows[number])
        return entry

    def get(self, actor: str) -> Entry:
        """The entry with this id.

        Raises:
            NotFoundError: no entry has the id.
        """
        if actor not in self._by_id:
            raise NotFoundError(f"No actor has the id {actor!r}; search by name to find ids.")
        return self.entry(self._by_id[actor])

    def __contains__(self, actor: str) -> bool:
        return actor in self._by_id

    def by_iso3(self, code: str) -> Entry | None:
        """The state with this ISO 3166-1 alpha-3 code, or the organisation with this ``IGO:`` code, or None."""
        number = self._by_code.get(code)
        return None if number is None else self.entry(number)

    def longest(self, first: str) -> int:
        """How many words the longest name has that begins with this folded word; 0 for none."""
        return self._longest.get(first, 0)

    def lookup(self, key: str) -> list[Found]:
        """The names with exactly this folded key."""
        return self._exact.get(key, [])

    def lookup_skeleton(self, key: str) -> list[Found]:
        """The names of people and organisations whose transliteration skeleton is that of ``key``."""
        if self._skeletons is None:
            self._skeletons = self._build_skeletons()
        return self._skeletons.get(skeleton(key), [])

    def _build_skeletons(self) -> dict[str, list[Found]]:
        index: dict[str, list[Found]] = {}
        for key, found in self._exact.items():
            kept = [f for f in found if self._rows[f.entry]["type"] == "person" and len(key) > 4]
            if kept:
                index.setdefault(skeleton(key), []).extend(kept)
        return index

    def holders(self, of: str, office: str, on: date | None = None) -> list[Entry]:
        """Who held ``office`` of the actor ``of`` on a day (or ever): the latest to begin first."""
        held = [
            (position.begin or "", number)
            for number, position in self._holders.get((of, office), ())
            if on is None or position.holds(on)
        ]
        return [self.entry(number) for _, number in sorted(held, key=lambda pair: pair[0], reverse=True)]

    def ref(self, entry: Entry, on: date | None = None) -> ActorRef:
        """The actor as it is to be named on a day: a person acts for the state or organisation served then.

        Without a day, or in no office, it is the office of the highest weight, or the latest one before.
        """
        codes = {self.code_of(position.of) for position in entry.positions}
        if entry.ref.type is not ActorType.PERSON or len(codes) < 2:
            return entry.ref
        held = entry.positions_on(on) if on else ()
        if any(self.code_of(position.of) == entry.ref.state for position in held):
            return entry.ref
        past = [p for p in entry.positions if on and p.end and (last_day(p.end) or on) < on]
        chosen = held or sorted(past, key=lambda p: p.end or "")[-1:] or entry.positions[-1:]
        return replace(entry.ref, state=self.code_of(chosen[0].of))

    def code_of(self, actor: str) -> str | None:
        """The state or organisation code of an actor's id; None for unknown ids and stateless actors."""
        number = self._by_id.get(actor)
        return None if number is None else self._rows[number].get("state")


_KINDS = {kind.value: kind for kind in NameKind}


def _entry(row: dict[str, Any]) -> Entry:
    ref = ActorRef(row["id"], row["name"], row.get("state"), ActorType(row["type"]), row.get("sector"))
    return Entry(
        ref,
        row.get("labels", {}),
        tuple(Name(text, key, lang, _KINDS[kind]) for text, key, lang, kind in row["names"]),
        tuple(Position(*role) for role in row.get("roles", ())),
        row.get("gender"),
        row.get("rank", 0),
        row.get("place", False),
        row.get("begin"),
        row.get("end"),
    )


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """The project's gazetteer, read once per process.

    Raises:
        DataError: the compiled file is absent or broken.
    """
    source = files("ontology") / "actors" / "gazetteer.jsonl"
    try:
        lines = source.read_bytes().splitlines()
        return Gazetteer(orjson.loads(line) for line in lines)
    except (OSError, orjson.JSONDecodeError, KeyError) as error:
        raise DataError(
            f"ontology/actors/gazetteer.jsonl: {error}. Compile it again with `python -m ontology.actors.build`."
        ) from error
