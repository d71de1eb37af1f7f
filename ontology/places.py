"""Which places lie inside others: ``places.yaml``."""

from functools import cache

from pydantic import RootModel

from ontology.datafiles import read_yaml, validated

PREFIX = "place:"


class _Parts(RootModel[dict[str, list[str]]]):
    """What lies directly inside each place; ids without :data:`PREFIX`."""


@cache
def _inside() -> dict[str, frozenset[str]]:
    """By place all that lies inside it, at whatever depth."""
    parts = validated(_Parts, read_yaml("ontology", "places.yaml"), "ontology/places.yaml").root
    return {PREFIX + whole: frozenset(PREFIX + part for part in _all(whole, parts)) for whole in parts}


def _all(whole: str, parts: dict[str, list[str]]) -> set[str]:
    direct = parts.get(whole, [])
    return set(direct).union(*(_all(part, parts) for part in direct))


def parts_of(whole: str) -> frozenset[str]:
    """The ids of all places of the gazetteer that are known to lie inside a place."""
    return _inside().get(whole, frozenset())


def lies_in(part: str, whole: str) -> bool:
    """Whether one place (an id of the gazetteer) is known to lie inside another; none lies in itself."""
    return part in parts_of(whole)
