"""Which reports can mean the same kind of act: ``ontology/event_families.yaml``, read and checked once."""

from functools import cache
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ontology.datafiles import read_yaml, validated
from ontology.event_types import event_types, predicates

Kind = Literal["singular", "repeated"]
_FILE = "event_families.yaml"


class Family(BaseModel):
    """Predicates by the act that they name; those in ``open`` may name any act of the family."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    acts: dict[str, list[str]]
    open: list[str] = []


class Days(BaseModel):
    """A number of days for each kind of act."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    singular: int = Field(ge=0)
    repeated: int = Field(ge=0)

    def of(self, kind: Kind) -> int:
        """The number for one kind."""
        return self.singular if kind == "singular" else self.repeated


class Families(BaseModel):
    """The whole file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    families: dict[str, Family]
    singular: list[str]
    window_days: Days
    undated_days: Days

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        named = [p for family in self.families.values() for p in _members(family)]
        faults = [f"predicate {p!r} stands twice" for p in sorted(set(named)) if named.count(p) > 1]
        faults += [f"no predicate {p!r} in predicates.yaml" for p in named if p not in predicates()]
        faults += [f"no type {t!r} in event_types.yaml" for t in self.singular if t not in event_types()]
        faults += [f"{p!r} is a family of its own" for p in self.families if p in predicates()]
        if faults:
            raise ValueError("; ".join(faults))
        return self

    def kind(self, event_type: str) -> Kind:
        """Whether two parties do acts of this type seldom or often."""
        return "singular" if event_type in self.singular else "repeated"


@cache
def families() -> Families:
    """The families of predicates.

    Raises:
        DataError: The file breaks its schema.
    """
    return validated(Families, read_yaml("ontology", _FILE), f"ontology/{_FILE}")


@cache
def family_of(predicate: str) -> tuple[str, str | None]:
    """The family and the act that a predicate names; the act is None for an open predicate."""
    for name, family in families().families.items():
        if predicate in family.open:
            return name, None
        for act, members in family.acts.items():
            if predicate in members:
                return name, act
    return predicate, predicate


def _members(family: Family) -> list[str]:
    return [*family.open, *(predicate for members in family.acts.values() for predicate in members)]
