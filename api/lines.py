"""Events as lines of lists, straight from the rows that Neo4j gives: what timelines are asked for most.

The same as :func:`api.shapes.event_row` of :func:`graph.event_rows.event_row`, without the objects between.
"""

from functools import lru_cache
from typing import Any

from api.shapes import Json
from graph.event_rows import COLUMNS
from graph.loading.rows import interval_of_row
from ontology.edtf import edtf

_STAMPS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
_CODED = ("dataset", "file", "digest", "format", "row", "code", "own_id", "url", "published")
_PLAIN_BEFORE = ("id", "type", "mode", "predicate")
_PLAIN_AFTER = ("polarity", "modality", "disputed", "consistent", "score", "voices", "langs")
_PLAIN_LAST = ("narrowed", "statements", "articles", "speakers")


def event_line(told: list[Any]) -> Json:
    """An event from the values of :data:`graph.event_rows.COLUMNS`."""
    row = dict(zip(COLUMNS, told, strict=True))
    place, coded, parties = row["place_name"], row["coded"], row["participants"]
    where = {"id": row["place_id"], "name": place, "state": row["place_state"]}
    line = {name: row[name] for name in _PLAIN_BEFORE}
    line["subject"] = _side(parties, "SUBJECT")
    line["object"] = _side(parties, "OBJECT")
    line["place"] = None if place is None else where
    line["earliest"], line["latest"] = row["begin_earliest"], row["end_latest"]
    line["approximate"] = bool(row["approximate"])
    for name in _PLAIN_AFTER:
        line[name] = row[name]
    line["when"] = _when(line["approximate"], *[row[stamp] for stamp in _STAMPS])
    for name in _PLAIN_LAST:
        line[name] = row[name]
    line["evidence"] = _evidence(row["evidence"]) if row["evidence"] else None
    line["coded"] = {name: coded[name] for name in _CODED} if coded else None
    return line


def _side(participants: list[list[Any]], role: str) -> list[Json]:
    return [
        {"id": name, "name": label, "type": kind, "state": state or None, "general": True}
        if general
        else {"id": name, "name": label, "type": kind, "state": state or None}
        for side, name, label, kind, state, general in participants
        if side == role
    ]


def _evidence(found: Json) -> Json:
    return {
        "statement": found["id"],
        "text": found["evidence"],
        "sentence": found["sentence"],
        "article": found["article"],
        "key": found["key"],
        "lang": found["lang"],
        "date": found["published"],
    }


@lru_cache(maxsize=100_000)
def _when(approximate: bool, *stamps: str | None) -> str:
    """Few days are spoken of in many events."""
    return edtf(interval_of_row({**dict(zip(_STAMPS, stamps, strict=True)), "approximate": approximate}))
