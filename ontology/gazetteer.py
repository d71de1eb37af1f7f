"""The gazetteer: who the actors are, what they are called, and which positions they held when.

The data is ``ontology/actors/gazetteer.jsonl``, compiled from the reviewed sources beside it by
``python -m ontology.actors.build``. Load it once with :func:`load`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import orjson

from ontology.errors import DataError, NotFoundError
from ontology.folding import skeleton
from ontology.gazetteer_entries import Capital, Entry, Found, Name, NameKind, Position
from ontology.gazetteer_search import Candidate, rank
from ontology.model import ActorRef, ActorType
from ontology.partial_dates import last_day

__all__ = ["Candidate", "Entry", "Found", "Gazetteer", "Name", "NameKind", "Position", "load"]


RULE = "rule"
"""The office of a group that governs a state for a time (the Taliban)."""


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
        self._words: dict[str, list[str]] | None = None
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
        """The state with this ISO 3166-1 alpha-3 code, or the organisation with this ``IGO:`` code."""
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
        if entry.ref.type is not ActorType.PERSON:
            rules = [p for p in entry.positions if p.office == RULE and (on is None or p.holds(on))]
            return replace(entry.ref, state=self.code_of(rules[0].of)) if rules else entry.ref
        codes = {self.code_of(position.of) for position in entry.positions}
        if len(codes) < 2:
            return entry.ref
        held = entry.positions_on(on) if on else ()
        if any(self.code_of(position.of) == entry.ref.state for position in held):
            return entry.ref
        past = [p for p in entry.positions if on and p.end and (last_day(p.end) or on) < on]
        chosen = held or sorted(past, key=lambda p: p.end or "")[-1:] or entry.positions[-1:]
        return replace(entry.ref, state=self.code_of(chosen[0].of))

    def search(self, text: str, on: date | None = None, lang: str | None = None) -> list[Candidate]:
        """Whom a name can mean, the best first; an empty list if it is nobody's name.

        Args:
            text: a name in any of the four languages and any transliteration, or a part of one ("Merkel").
            on: positions and states are those of this day; holders of an office on it come first.
            lang: the language of the labels, and of adjectives and inhabitants; None: English, and any.
        """
        return rank(self, text, on, lang)

    def words_of(self, key: str) -> list[Found]:
        """All names that contain every word of a folded key: for search by parts of a name."""
        wanted = set(key.split())
        if not wanted:
            return []
        if self._words is None:
            self._words = {}
            for name in self._exact:
                for word in name.split():
                    self._words.setdefault(word, []).append(name)
        shared = set.intersection(*(set(self._words.get(word, ())) for word in wanted))
        return [found for name in sorted(shared) for found in self._exact[name]]

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
        tuple(Capital(ident, name, tuple(keys)) for ident, name, keys in row.get("capitals", ())),
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
            f"ontology/actors/gazetteer.jsonl: {error}. Compile it with `python -m ontology.actors.build`."
        ) from error
