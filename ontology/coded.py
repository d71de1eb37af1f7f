"""How event data sets code acts and actors, in our terms: ``cameo.tsv`` and ``coded_actors.yaml``, read once.

The types and modes of CAMEO's codes are PLOVER's own mapping where PLOVER has one; for the codes that PLOVER
drops (public statements, appeals) they are ours.
"""

import csv
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from ontology.datafiles import read_yaml, validated
from ontology.errors import DataError
from ontology.event_types import event_types, predicates
from ontology.folding import fold
from ontology.model import ActorType

_ACTS, _ACTORS = "cameo.tsv", "coded_actors.yaml"


class Act(NamedTuple):
    """What a code stands for; ``score`` is that of the mode or type, -10 (conflict) to +10 (cooperation)."""

    predicate: str
    type: str
    mode: str | None

    @property
    def score(self) -> float:
        """The score of the mode, or of the type where it has none."""
        kind = event_types()[self.type]
        return kind.modes.get(self.mode, kind.score) if self.mode else kind.score


class CodedActors(BaseModel):
    """How data sets name actors: odd country codes, kinds of actors by role code, and by word of a name."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    countries: dict[str, str]
    sectors: dict[ActorType, list[str]]
    words: dict[ActorType, list[str]]

    def iso3(self, code: str) -> str:
        """The ISO 3166-1 alpha-3 code for a CAMEO country code; most are the same."""
        return self.countries.get(code, code)

    def of_sector(self, code: str) -> ActorType:
        """The kind of actor that a role code stands for."""
        return next((kind for kind, codes in self.sectors.items() if code in codes), ActorType.OTHER)

    def of_name(self, name: str) -> ActorType:
        """The kind of actor that a generic name stands for, by its first telling word."""
        key = f" {fold(name)}"
        return next(
            (kind for kind, words in self.words.items() if any(f" {word}" in key for word in words)),
            ActorType.OTHER,
        )


@cache
def coded_actors() -> CodedActors:
    """The file ``coded_actors.yaml``.

    Raises:
        DataError: It breaks its schema.
    """
    return validated(CodedActors, read_yaml("ontology", _ACTORS), f"ontology/{_ACTORS}")


@cache
def cameo_acts() -> dict[str, Act]:
    """Acts by CAMEO code and by its folded name: ``"190"``, ``"use conventional military force"``.

    Raises:
        DataError: The file names an unknown predicate, type or mode.
    """
    text = files("ontology").joinpath(_ACTS).read_text(encoding="utf-8")
    found: dict[str, Act] = {}
    for row in csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE):
        act = Act(row["predicate"], row["type"], row["mode"] or None)
        _check(row["cameo"], act)
        found[row["cameo"]] = act
        found.setdefault(fold(row["label"]), act)
    return found


@cache
def plover_act(event_type: str, mode: str | None) -> Act | None:
    """The act for a type and mode of PLOVER; None for a type that doesn't exist.

    The predicate is the first in ``predicates.yaml`` of this type and mode, else of the type alone. A mode
    that the type hasn't got is left out.
    """
    kind = event_types().get(event_type)
    if kind is None:
        return None
    known = mode if mode in kind.modes else None
    of_type = [(name, p.mode) for name, p in predicates().items() if p.type == event_type]
    ranked = sorted(of_type, key=lambda item: (item[1] != known, item[1] is not None))
    return Act(ranked[0][0], event_type, known)


def _check(code: str, act: Act) -> None:
    kind = event_types().get(act.type)
    if kind is None or act.predicate not in predicates() or (act.mode and act.mode not in kind.modes):
        raise DataError(f"ontology/{_ACTS}: {code}: no such predicate, type or mode: {act}")
