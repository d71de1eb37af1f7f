"""Events as one row each: what lists of events show (timelines, the hops of a path)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graph.coding import coding_of_row
from graph.event_head import EventHead
from graph.loading.rows import interval_of_row
from graph.statements import Named, place_of_row
from graph.store import Row, Store
from ontology.model import ActorType, Modality, Polarity

# The columns of ``event_columns.cypher``, in the order in which rows of timelines have them.
COLUMNS = (
    *("id", "type", "mode", "predicate", "polarity", "modality", "disputed", "consistent", "score"),
    *("begin_earliest", "begin_latest", "end_earliest", "end_latest", "approximate"),
    *("narrowed", "statements", "articles"),
    *("voices", "langs"),
    *("place_id", "place_name", "place_state", "coded", "participants", "speakers", "evidence"),
)


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
    return tuple(map(event_row, store.read("event_rows", events=list(ids)))) if ids else ()


def event_row(row: Row) -> EventRow:
    """An event from its :data:`COLUMNS`."""
    return EventRow(
        id=row["id"],
        type=row["type"],
        mode=row["mode"],
        predicate=row["predicate"],
        subjects=_side(row, "SUBJECT"),
        objects=_side(row, "OBJECT"),
        place=place_of_row(row),
        interval=interval_of_row(row),
        narrowed=row["narrowed"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        disputed=row["disputed"],
        consistent=row["consistent"],
        score=row["score"],
        statements=row["statements"],
        articles=row["articles"],
        voices=row["voices"],
        langs=tuple(row["langs"]),
        speakers=tuple(row["speakers"]),
        evidence=_evidence(row["evidence"]),
        coded=coding_of_row(row),
    )


def _side(row: Row, role: str) -> tuple[Named, ...]:
    return tuple(
        Named(name, label, ActorType(kind), state or None, general)
        for side, name, label, kind, state, general in row["participants"]
        if side == role
    )


def _evidence(found: list[Any] | None) -> Evidence | None:
    if found is None:
        return None
    name, text, sentence, article, key, lang, day = found
    published = date.fromisoformat(day) if day else None
    return Evidence(name, text, sentence, article, key, lang, published)
