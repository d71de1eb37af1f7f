"""People: who held which office (the successions in ``source/offices/``), and how they are called."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import yaml

from ontology.actors.build.rows import LANGUAGES, Row, path, slug
from ontology.folding import fold

_FAMILY_FIRST = {"CHN", "PRK", "KOR", "TWN", "VNM", "KHM", "HKG", "SGP"}
_TWO_SURNAMES = {
    "ESP", "MEX", "ARG", "CHL", "COL", "PER", "VEN", "ECU", "BOL", "PRY", "URY", "CRI", "PAN", "HND", "SLV",
    "GTM", "NIC", "CUB", "DOM", "GNQ", "PRT", "BRA", "AND", "PHL",
}  # fmt: skip
_PARTICLES = {
    "al", "el", "bin", "ben", "ibn", "bint", "van", "von", "der", "den", "de", "da", "dos", "das", "do",
    "del", "della", "di", "la", "le", "du", "zu", "ould", "abu", "abd", "ter", "des", "san", "st", "wa",
}  # fmt: skip


@lru_cache(maxsize=1)
def offices() -> dict[str, dict[str, Any]]:
    """Office → sector, rank, seats."""
    data: dict[str, dict[str, Any]] = yaml.safe_load(path("offices.yaml").read_text(encoding="utf-8"))
    return data


class People:
    """Collects people by folded name while the sources are read: one name, one person."""

    def __init__(
        self,
        ids: dict[str, str],
        codes: dict[str, str | None],
        qids: dict[tuple[str, str], str],
        women: set[str],
    ) -> None:
        """Start empty.

        Args:
            ids: state and organisation codes → actor ids.
            codes: actor ids → the code that they act under.
            qids: (state, folded name) → QID.
            women: folded names of the women.
        """
        self.rows: dict[str, Row] = {}
        self._ids, self._codes, self._qids, self._women = ids, codes, qids, women

    def person(self, name: str, code: str) -> Row:
        """The row of a person of a state (``RUS``) or organisation (``IGO:UN``), made when new."""
        key = fold(name)
        code = self._codes.get(self._ids.get(code, code), code) or ""
        row = self.rows.get(key)
        if row is None:
            row = self.rows[key] = Row("", "person", name, code or None)
            row.gender = "Fem" if key in self._women else "Masc"
            name_person(row, name, code)
        if row.state is None or (row.state.startswith("IGO:") and code and not code.startswith("IGO:")):
            row.state = code or None
        return row

    def finish(self) -> list[Row]:
        """All people, with their ids."""
        for key, row in self.rows.items():
            qid = self._qids.get((row.state or "", key))
            tag = (row.state or "-").removeprefix("IGO:").lower().replace(" ", "-")
            row.id = qid or f"p:{tag if tag == '-' else tag.upper()}:{slug(row.name)}"
        return list(self.rows.values())

    def successions(self, data: dict[str, dict[str, list[str]]]) -> None:
        """Read state → office → ["begin name", …]; a holder's end is the next one's begin."""
        for code, by_office in data.items():
            for office, items in (by_office or {}).items():
                self._succession(code, office, items)

    def _succession(self, code: str, office: str, items: list[str]) -> None:
        parsed = [item.split(" ", 1) for item in items]
        for number, (begin, name) in enumerate(parsed):
            if name == "-":
                continue
            end = parsed[number + 1][0] if number + 1 < len(parsed) else None
            self.hold(self.person(name, code), office, code, begin, end)

    def hold(self, row: Row, office: str, code: str, begin: str | None, end: str | None) -> None:
        """Note an office of a person; it sets the person's sector and rank if it is the best known one."""
        facts = offices()[office]
        row.roles.append((office, self._ids.get(code, code), begin, end))
        weight = facts["rank"] + (5 if code in GREAT else 0)
        if weight > row.rank:
            row.rank, row.sector = weight, facts["sector"]


GREAT = {
    "USA",
    "RUS",
    "CHN",
    "DEU",
    "FRA",
    "GBR",
    "UKR",
    "ISR",
    "IRN",
    "PRK",
    "KOR",
    "TUR",
    "IGO:UN",
    "IGO:EU",
    "IGO:NATO",
}


def name_person(row: Row, name: str, code: str, lang: str | None = None) -> None:
    """Give a person's full name and what can be cut from it: without middle initials, family name."""
    row.call(name, lang, "n")
    words = [word for word in name.split() if not re.fullmatch(r"[A-Z]\.", word)]
    if len(words) > 1:
        row.call(" ".join(words), lang, "n")
        for family in family_names(words, code):
            row.call(family, lang, "f")


def family_names(words: list[str], code: str) -> list[str]:
    """The family names in a full name: the first word in East Asia, else the last with its particles."""
    if re.fullmatch(r"[IVX]+", words[-1]):
        return [" ".join(words[:-1])]
    if words[-2] == "of":
        return []
    if code in _FAMILY_FIRST:
        return [words[0]]
    if words[-1].rstrip(".") in {"Jr", "Sr"}:
        words = words[:-1]
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in _PARTICLES:
        start -= 1
    found = [" ".join(words[start:])]
    bare = re.sub(r"^([Aa]l|[Ee]l|[Aa]l-|as|ash|ar|at)-", "", words[-1])
    portuguese = len(words) > 1 and fold(words[-2]) in {"dos", "da", "do", "das"}
    found += [bare] if bare != words[-1] or (start < len(words) - 1 and not portuguese) else []
    if code in _TWO_SURNAMES and len(words) > 2:
        found.append(" ".join(words[-2:]))
    return found


def drop_states(people: Iterable[Row], states: Iterable[Row]) -> None:
    """*der Schah von Persien*, *Felipe de Bélgica*: a state after a particle is nobody's family name."""
    known = {name for row in states for name, _, kind in row.names if kind == "n"}
    for row in people:
        keys = [key for key in row.names if key[2] == "f"]
        realms = {
            name for particle, _, name in (key[0].partition(" ") for key in keys) if particle in _PARTICLES
        }
        for key in keys:
            if key[0] in realms & known or key[0].partition(" ")[2] in realms & known:
                del row.names[key]


def apply_names(people: People, data: dict[str, dict[str, Any]]) -> None:
    """Read ``people.yaml``: further spellings, short forms, gender, labels, offices of single people."""
    for name, facts in data.items():
        if fold(name) not in people.rows and "state" not in facts:
            raise ValueError(f"people.yaml: {name} holds no office; give a state")
        row = people.person(name, facts.get("state", ""))
        row.state = (facts["state"] or None) if "state" in facts else row.state
        _apply(people, row, facts)


def _apply(people: People, row: Row, facts: dict[str, Any]) -> None:
    row.gender = {"f": "Fem", "m": "Masc", None: row.gender}[facts.get("gender")]
    row.rank = facts.get("rank", row.rank)
    for lang in LANGUAGES:
        for number, spelling in enumerate(facts.get(lang, [])):
            if not number:
                row.labels[lang] = spelling
            name_person(row, spelling, row.state or "", lang)
    for spelling in facts.get("also", []):
        name_person(row, spelling, row.state or "")
    if "short" in facts:
        for key in [key for key in row.names if key[2] == "f"]:
            del row.names[key]
    for short in facts.get("short", []) + facts.get("more", []):
        row.call(short, None, "f")
    for role in facts.get("roles", []):
        office, code, begin, end = role.replace('"', "").split()
        people.hold(row, office, code, _open(begin), _open(end))


def _open(text: str) -> str | None:
    return None if text == "-" else text
