"""Search by name: candidates in order, for people and programs that ask for an actor."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ontology.folding import fold
from ontology.gazetteer_entries import Entry, Found, NameKind, Position
from ontology.model import ActorRef

if TYPE_CHECKING:
    from ontology.gazetteer import Gazetteer

_WEIGHT = {
    NameKind.NAME: 1.0,
    NameKind.ACRONYM: 1.0,
    NameKind.METONYM: 0.9,
    NameKind.INHABITANT: 0.85,
    NameKind.ADJECTIVE: 0.85,
    NameKind.FAMILY: 0.8,
}
_OF_ONE_LANGUAGE = {NameKind.ADJECTIVE, NameKind.INHABITANT, NameKind.METONYM}
_RESPELT, _PARTIAL, _FOREIGN = 0.9, 0.6, 0.9
_IN_OFFICE = 0.1


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor that a name can mean.

    ``score`` is between 0 and 1: how well the name fits, with a tenth for holding an office on the day and up
    to a tenth for being well known. ``label`` is the name in the language asked for. ``positions`` are those
    held on the day, or all of them without a day.
    """

    ref: ActorRef
    score: float
    label: str
    positions: tuple[Position, ...]


def rank(gazetteer: "Gazetteer", text: str, on: date | None, lang: str | None) -> list[Candidate]:
    """See :meth:`Gazetteer.search`."""
    best: dict[int, float] = {}
    for found, weight in _found(gazetteer, fold(text)):
        if found.lang in (None, lang) or lang is None or found.kind not in _OF_ONE_LANGUAGE:
            foreign = _FOREIGN if lang and found.lang not in (None, lang) else 1.0
            best[found.entry] = max(best.get(found.entry, 0.0), weight * foreign)
    candidates = [
        _candidate(gazetteer, gazetteer.entry(number), weight, on, lang) for number, weight in best.items()
    ]
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.ref.id))


def _found(gazetteer: "Gazetteer", key: str) -> list[tuple[Found, float]]:
    exact = [(found, _WEIGHT[found.kind]) for found in gazetteer.lookup(key)]
    if exact:
        return exact
    respelt = [(found, _WEIGHT[found.kind] * _RESPELT) for found in gazetteer.lookup_skeleton(key)]
    return respelt or [(found, _WEIGHT[found.kind] * _PARTIAL) for found in gazetteer.words_of(key)]


def _candidate(
    gazetteer: "Gazetteer", entry: Entry, weight: float, on: date | None, lang: str | None
) -> Candidate:
    held = entry.positions_on(on) if on else entry.positions
    score = 0.8 * weight + _IN_OFFICE * bool(held and on) + min(entry.rank, 40) / 400
    label = entry.labels.get(lang or "en", entry.ref.name)
    return Candidate(gazetteer.ref(entry, on), round(score, 4), label, held)
