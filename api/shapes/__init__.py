"""Values → JSON, in one place for all doors. Days are ISO 8601, both ends included, null where open."""

from api.shapes.actors import actor_detail, actor_hit, actor_ref, partner, reached_actor, shared_partner
from api.shapes.base import BOUNDS, Json, actor, interval, passage, place, source
from api.shapes.decisions import explanation, ruling
from api.shapes.events import coded, comparison, event, event_row
from api.shapes.paths import path, sequence
from api.shapes.statements import article, article_summary, statement, version
from api.shapes.tables import EVENT_COLUMNS, cell, flat

__all__ = [
    "BOUNDS",
    "EVENT_COLUMNS",
    "Json",
    "actor",
    "actor_detail",
    "actor_hit",
    "actor_ref",
    "article",
    "article_summary",
    "cell",
    "coded",
    "comparison",
    "event",
    "event_row",
    "explanation",
    "flat",
    "interval",
    "partner",
    "passage",
    "path",
    "place",
    "reached_actor",
    "ruling",
    "sequence",
    "shared_partner",
    "source",
    "statement",
    "version",
]
