"""Events as lines of lists, straight from the rows that Neo4j gives: what timelines are asked for most.

The same as :func:`api.shapes.event_row` of :func:`graph.event_rows.event_row`, without the objects between.
"""

from functools import lru_cache
from typing import Any

from api.shapes import Json
from graph.event_rows import Columns
from graph.loading.days import interval_of
from ontology.edtf import edtf

_CODED = ("dataset", "file", "digest", "format", "row", "code", "own_id", "url", "published")
_EVIDENCE = ("statement", "text", "sentence", "article", "key", "lang", "date")


def event_line(row: Columns) -> Json:
    """An event from its columns."""
    begin, end, about = row.begin_earliest, row.end_latest, bool(row.approximate)
    return {
        "id": row.id,
        "type": row.type,
        "mode": row.mode,
        "predicate": row.predicate,
        "subject": _side(row.participants, "SUBJECT"),
        "object": _side(row.participants, "OBJECT"),
        "place": _place(row),
        "earliest": begin,
        "latest": end,
        "approximate": about,
        "polarity": row.polarity,
        "modality": row.modality,
        "disputed": row.disputed,
        "consistent": row.consistent,
        "score": row.score,
        "voices": row.voices,
        "langs": row.langs,
        "when": _when(about, begin, row.begin_latest, row.end_earliest, end),
        "narrowed": row.narrowed,
        "statements": row.statements,
        "articles": row.articles,
        "speakers": row.speakers,
        "evidence": dict(zip(_EVIDENCE, row.evidence, strict=True)) if row.evidence else None,
        "coded": {name: coded[name] for name in _CODED} if (coded := row.coded) else None,
    }


def _place(row: Columns) -> Json | None:
    if row.place_name is None:
        return None
    return {"id": row.place_id, "name": row.place_name, "state": row.place_state}


def _side(participants: list[list[Any]], role: str) -> list[Json]:
    return [
        {"id": name, "name": label, "type": kind, "state": state or None, "general": True}
        if general
        else {"id": name, "name": label, "type": kind, "state": state or None}
        for side, name, label, kind, state, general in participants
        if side == role
    ]


@lru_cache(maxsize=100_000)
def _when(approximate: bool, *stamps: str | None) -> str:
    """Few days are spoken of in many events."""
    return edtf(interval_of(approximate, *stamps))
