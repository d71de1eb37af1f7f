"""Event types and predicates, read from ``event_types.yaml`` and ``predicates.yaml`` and checked once."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ontology.datafiles import read_yaml, validated
from ontology.errors import DataError


class EventType(BaseModel):
    """One of PLOVER's sixteen types or of Regesta's own; ``modes`` maps each mode to its score.

    ``verbal``: the act is itself a speech act. ``content`` says what an event inside the content of such a
    speech act counts as: a modality, or ``drop`` where it tells no event of its own. ``factive``: what its
    objects name has happened (*condemned the attack*). ``avowed``: who says that he will do it,
    does it by saying so (*said that they would not give in*).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: dict[str, str]
    quad: int = Field(ge=0, le=4)
    score: float = Field(ge=-10, le=10)
    symmetric: bool
    cameo: str
    modes: dict[str, float] = {}
    verbal: bool = False
    factive: bool = False
    avowed: bool = False
    content: Literal["drop", "planned", "reported", "possible", "hypothetical"] | None = None


class Predicate(BaseModel):
    """What an act is called in all languages; ``edge`` names the direct relationship of the sides.

    ``after`` names predicates of acts that must have come before: who ratifies has signed.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str
    mode: str | None = None
    edge: str = Field(pattern="^[A-Z][A-Z_]*$")
    cameo: str | None = None
    en: str | None = None
    de: str
    after: tuple[str, ...] = ()


class _Types(BaseModel):
    items: dict[str, EventType]


class _Predicates(BaseModel):
    items: dict[str, Predicate]


@cache
def event_types() -> Mapping[str, EventType]:
    """All event types by name, in the order of the file.

    Raises:
        DataError: where ``event_types.yaml`` breaks its schema.
    """
    data = {"items": read_yaml("ontology", "event_types.yaml")}
    return MappingProxyType(validated(_Types, data, "ontology/event_types.yaml").items)


@cache
def predicates() -> Mapping[str, Predicate]:
    """All predicates by id, in the order of the file.

    Raises:
        DataError: where ``predicates.yaml`` breaks its schema or names an unknown type or mode.
    """
    data = {"items": read_yaml("ontology", "predicates.yaml")}
    found = validated(_Predicates, data, "ontology/predicates.yaml").items
    for name, predicate in found.items():
        check_predicate(name, predicate)
    return MappingProxyType(found)


@cache
def _predicate_names() -> frozenset[str]:
    data = read_yaml("ontology", "predicates.yaml")
    return frozenset(data) if isinstance(data, dict) else frozenset()


def check_predicate(name: str, predicate: Predicate) -> None:
    """Whether the type and mode of a predicate exist.

    Raises:
        DataError: where they don't.
    """
    kind = event_types().get(predicate.type)
    if kind is None:
        raise DataError(
            f"ontology/predicates.yaml: {name}: no event type {predicate.type!r} in event_types.yaml"
        )
    unknown = [other for other in predicate.after if other not in _predicate_names()]
    if unknown:
        raise DataError(f"ontology/predicates.yaml: {name}: after {unknown[0]!r}, which is no predicate")
    if predicate.mode is not None and predicate.mode not in kind.modes:
        raise DataError(f"ontology/predicates.yaml: {name}: {predicate.type} has no mode {predicate.mode!r}")


def is_symmetric(event_type: str) -> bool:
    """Whether the two sides of such an event may change places."""
    return event_types()[event_type].symmetric


def label(predicate: str, lang: str = "en") -> str:
    """What people read for a predicate, in German or else in English."""
    entry = predicates()[predicate]
    return entry.de if lang == "de" else entry.en or predicate.replace("-", " ")
