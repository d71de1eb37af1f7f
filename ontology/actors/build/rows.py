"""A compiled line of the gazetteer, and the helpers that every kind of source shares."""

import csv
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ontology.actors.build.inflect import SOURCE
from ontology.folding import fold

LANGUAGES = ("de", "en", "fr", "es")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@dataclass
class Row:
    """One actor under construction; names keep their order of writing, unique by key, language and kind."""

    id: str
    type: str
    name: str
    state: str | None = None
    sector: str | None = None
    iso3: str | None = None
    gender: str | None = None
    rank: int = 0
    place: bool = False
    capitals: list[tuple[str, str, list[str]]] = field(default_factory=list)
    begin: str | None = None
    end: str | None = None
    labels: dict[str, str] = field(default_factory=dict)
    names: dict[tuple[str, str | None, str], str] = field(default_factory=dict)
    roles: list[tuple[str, str, str | None, str | None]] = field(default_factory=list)

    def call(self, text: str, lang: str | None, kind: str) -> None:
        """Add a name, and its spelling without umlauts."""
        for spelling in spellings(text):
            key = fold(spelling)
            if key and (key, None, kind) not in self.names:
                self.names.setdefault((key, lang, kind), spelling)

    def line(self) -> dict[str, Any]:
        """The row as it is written: without what is empty, names as [text, key, language, kind]."""
        plain = {
            key: getattr(self, key)
            for key in (
                "id",
                "type",
                "name",
                "state",
                "sector",
                "iso3",
                "gender",
                "rank",
                "place",
                "begin",
                "end",
            )
            if getattr(self, key)
        }
        if self.capitals:
            plain["capitals"] = [list(capital) for capital in self.capitals]
        names = [[text, key, lang, kind] for (key, lang, kind), text in self.names.items()]
        return plain | {"labels": self.labels, "names": names, "roles": [list(role) for role in self.roles]}


def spellings(text: str) -> tuple[str, str]:
    """A name as it is, and without umlauts."""
    return text, text.translate(_UMLAUTS)


def table(name: str) -> list[dict[str, str]]:
    """The rows of a tab-separated source with a header line; lines that begin with ``#`` are comments."""
    text = (SOURCE / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def cell(text: str) -> list[str]:
    """The comma-separated items of a cell."""
    return [item.strip() for item in (text or "").split(",") if item.strip()]


def tongue(item: str) -> tuple[str, str | None]:
    """A name that may carry its language: ``"fr:Kaboul"`` → ("Kaboul", "fr")."""
    lang, mark, name = item.partition(":")
    return (name, lang) if mark and lang in LANGUAGES else (item, None)


def english(names: list[tuple[str, str | None]]) -> str:
    """The English one of some names with their languages, or else one that holds in all, or the first."""
    return next((n for n, lang in names if lang == "en"), None) or next(
        (n for n, lang in names if lang is None), names[0][0]
    )


def slug(name: str) -> str:
    """A name as a part of an id: ASCII letters and digits, hyphens between words."""
    plain = unicodedata.normalize("NFKD", fold(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def place_id(name: str, state: str) -> str:
    """The id of a place, by its English name and the code of its state."""
    return f"place:{slug(name)}-{state.lower()}"


def is_acronym(name: str) -> bool:
    """Whether a name must be matched in its own case: short and all in capitals ("EU", "KCNA", "M23")."""
    return len(name) <= 6 and name.upper() == name and any(c.isalpha() for c in name)


def path(name: str) -> Path:
    """The path of a source file."""
    return SOURCE / name
