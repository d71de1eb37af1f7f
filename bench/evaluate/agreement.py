"""Do four translations of one sentence give the same triples?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from statistics import mean

from bench.evaluate.programs import Record
from ontology.event_types import event_types

Triple = tuple[str, frozenset[str], frozenset[str]]

_PARALLEL = re.compile(r"pud_(?P<lang>[a-z]{2})_(?P<sentence>\w+)")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Mean Jaccard index of the triples of two languages over ``sentences`` in which either has any."""

    languages: tuple[str, str]
    jaccard: float
    sentences: int


def agreements(records: Iterable[Record]) -> list[Agreement]:
    """The agreement of each pair of languages on parallel sentences (ids ``pud_<lang>_<sentence>``)."""
    by_sentence: dict[str, dict[str, frozenset[Triple]]] = defaultdict(dict)
    for record in records:
        match = _PARALLEL.fullmatch(record["id"])
        if match:
            by_sentence[match["sentence"]][match["lang"]] = frozenset(triples(record["statements"]))
    languages = sorted({lang for sides in by_sentence.values() for lang in sides})
    return [_agreement(pair, by_sentence.values()) for pair in combinations(languages, 2)]


def triples(statements: Iterable[Record]) -> Iterator[Triple]:
    """Event type and states of both sides of each statement; the sides of symmetric types are one."""
    for statement in statements:
        subject = frozenset(filter(None, statement["subject_state"] or ()))
        object_ = frozenset(filter(None, statement["object_state"] or ()))
        name = statement["event_type"]
        yield (
            (name, subject | object_, frozenset())
            if event_types()[name].symmetric
            else (name, subject, object_)
        )


def jaccard(one: frozenset[Triple], other: frozenset[Triple]) -> float:
    """Shared members per member of either; 1 for two empty sets."""
    return len(one & other) / len(one | other) if one | other else 1.0


def _agreement(pair: tuple[str, str], sentences: Iterable[dict[str, frozenset[Triple]]]) -> Agreement:
    first, second = pair
    both = [(sides[first], sides[second]) for sides in sentences if first in sides and second in sides]
    told = [(one, other) for one, other in both if one or other]
    return Agreement(pair, mean(jaccard(*sides) for sides in told) if told else 1.0, len(told))
