"""Events as one row each: what lists of events show (timelines, the hops of a path)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from graph.coding import coding_of
from graph.event_head import EventHead
from graph.loading.days import day_of, interval_of
from graph.statements import Named
from graph.store import Row, Store
from ontology.model import ActorType, Modality, Place, Polarity


class Columns(NamedTuple):
    """The columns of ``event_columns.cypher``, in the order in which rows of timelines have them."""

    id: str
    type: str
    mode: str | None
    predicate: str
    polarity: str
    modality: str
    disputed: bool
    consistent: bool
    score: float
    begin_earliest: str | None
    begin_latest: str | None
    end_earliest: str | None
    end_latest: str | None
    approximate: bool | None
    narrowed: bool
    statements: int
    articles: int
    voices: int
    langs: list[str]
    place_id: str | None
    place_name: str | None
    place_state: str | None
    coded: Row | None
    participants: list[list[Any]]
    speakers: list[str]
    evidence: list[Any] | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One statement's own words, with the sentence and article that they stand in."""

    statement: str
    text: str
    sentence: str
    article: str
    key: str
    lang: str
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow(EventHead):
    """An event as a line of a list.

    ``narrowed``: order to other events made the bounds tighter than the
    event's own statements do. ``statements`` and ``articles`` count the reports; ``speakers`` has the names
    of those who vouch. ``evidence`` is from the earliest published report, if there is any.
    """

    narrowed: bool
    statements: int
    articles: int
    speakers: tuple[str, ...]
    evidence: Evidence | None

    @property
    def earliest(self) -> date | None:
        """The first day on which it can have begun."""
        return self.interval.earliest

    @property
    def latest(self) -> date | None:
        """The last day on which it can have ended."""
        return self.interval.latest


def event_rows(store: Store, ids: Sequence[str]) -> tuple[EventRow, ...]:
    """Events by id, in the order asked for; unknown ids are left out."""
    rows = store.read("event_rows", events=list(ids)) if ids else []
    return tuple(event_row(Columns(**row)) for row in rows)


def event_row(row: Columns) -> EventRow:
    """An event from its columns."""
    stamps = (row.begin_earliest, row.begin_latest, row.end_earliest, row.end_latest)
    where = row.place_name
    return EventRow(
        id=row.id,
        type=row.type,
        mode=row.mode,
        predicate=row.predicate,
        subjects=_side(row, "SUBJECT"),
        objects=_side(row, "OBJECT"),
        place=None if where is None else Place(where, row.place_id, row.place_state),
        interval=interval_of(bool(row.approximate), *stamps),
        narrowed=row.narrowed,
        polarity=Polarity(row.polarity),
        modality=Modality(row.modality),
        disputed=row.disputed,
        consistent=row.consistent,
        score=row.score,
        statements=row.statements,
        articles=row.articles,
        voices=row.voices,
        langs=tuple(row.langs),
        speakers=tuple(row.speakers),
        evidence=_evidence(row.evidence),
        coded=coding_of(row.coded),
    )


def _side(row: Columns, role: str) -> tuple[Named, ...]:
    return tuple([_named(*party) for side, *party in row.participants if side == role])


@lru_cache(maxsize=100_000)
def _named(name: str, label: str, kind: str, state: str, general: bool) -> Named:
    """Few actors take part in many events."""
    return Named(name, label, ActorType(kind), state or None, general)


def _evidence(found: list[Any] | None) -> Evidence | None:
    if found is None:
        return None
    name, text, sentence, article, key, lang, day = found
    return Evidence(name, text, sentence, article, key, lang, day_of(day))
