"""What all shapes share: days, places, passages of texts, and the actors named in them."""

from datetime import date
from typing import Any

from graph.statements import Named, Source
from ontology.model import Interval, Place, Span

Json = dict[str, Any]

BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def day(known: date | None) -> str | None:
    """A day as ISO 8601 text, or null."""
    return known.isoformat() if known else None


def actor(named: Named) -> Json:
    """An actor as it takes part; ``general`` marks a state beside its own people, who stand for it."""
    shape: Json = {"id": named.id, "name": named.name, "type": named.type.value, "state": named.state}
    return {**shape, "general": True} if named.general else shape


def place(where: Place | None) -> Json | None:
    """A place, or null."""
    return {"id": where.id, "name": where.name, "state": where.state} if where else None


def interval(known: Interval) -> Json:
    """The four stamps of an interval, and whether they are those of a date given by about."""
    days: Json = {bound: day(getattr(known, bound)) for bound in BOUNDS}
    return {**days, "approximate": known.approximate}


def passage(text: str, span: Span) -> Json:
    """A part of an article's text, with its offsets in characters, the end excluded."""
    return {"text": text, "start": span.start, "end": span.end}


def source(article: Source) -> Json:
    """The article that something stands in."""
    return {
        "id": article.id,
        "key": article.key,
        "lang": article.lang,
        "date": day(article.published),
        "title": article.title,
        "url": article.url,
        "source": article.source,
    }
