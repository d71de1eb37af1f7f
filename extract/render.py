"""Statements as plain values for JSON: the one shape that files, the command and the scorer share."""

from collections.abc import Iterable
from datetime import date

from ontology.event_types import label
from ontology.model import ActorRef, Extraction, Relation, Statement, StatementTime

Value = object
Record = dict[str, Value]


def extraction_record(extraction: Extraction, explain: bool = False) -> Record:
    """One article: ``{"id", "lang", "date", "statements": […]}``; with ``explain`` each statement says why.

    Dates are ISO 8601, both ends included, None where open; offsets count characters, the end exclusive.
    A time given by about is marked ``approximate``; an order at a known distance has ``least_days`` and
    ``most_days``.
    """
    article = extraction.article
    relations = _one_each(extraction.relations)
    record: Record = {
        "id": article.key,
        "lang": article.lang,
        "date": _iso(article.published),
        "statements": [
            statement_record(statement, article.text, relations.get(statement.id), explain)
            for statement in extraction.statements
        ],
    }
    if extraction.warnings:
        record["warnings"] = list(extraction.warnings)
    return record


def statement_record(
    statement: Statement, text: str, relation: Relation | None = None, explain: bool = False
) -> Record:
    """One statement; ``text`` is its article's, ``relation`` the order that the text gives it."""
    place = statement.place
    record: Record = {
        "id": statement.id,
        "subject": [actor.name for actor in statement.subject],
        "subject_id": [actor.id for actor in statement.subject],
        "subject_state": _states(statement.subject),
        "predicate": label(statement.predicate),
        "event_type": statement.event_type,
        "mode": statement.mode,
        "object": [actor.name for actor in statement.object],
        "object_id": [actor.id for actor in statement.object],
        "object_state": _states(statement.object),
        "time": _time(statement.time, relation),
        "place": place.name if place else None,
        "place_id": place.id if place else None,
        "polarity": statement.polarity.value,
        "modality": statement.modality.value,
        "attributed_to": [actor.name for actor in statement.attributed_to],
        "attributed_to_id": [actor.id for actor in statement.attributed_to],
        "evidence": statement.evidence.of(text),
        "evidence_start": statement.evidence.start,
        "evidence_end": statement.evidence.end,
    }
    if explain:
        record["rule"] = statement.rule
        record["trace"] = list(statement.trace)
    return record


def _one_each(relations: Iterable[Relation]) -> dict[str, Relation]:
    """One relation for each statement: its own first, else one that another statement has to it."""
    said = tuple(relations)
    first: dict[str, Relation] = {}
    for relation in said:
        first.setdefault(relation.source, relation)
    for relation in said:
        inverse = Relation(
            relation.target, relation.order.inverse, relation.source, relation.evidence, relation.rule
        )
        first.setdefault(relation.target, inverse)
    return first


def _time(time: StatementTime | None, relation: Relation | None) -> Record | None:
    if time is None and relation is None:
        return None
    interval = time.interval if time else None
    return {
        "earliest": _iso(interval.earliest) if interval else None,
        "latest": _iso(interval.latest) if interval else None,
        **({"approximate": True} if interval and interval.approximate else {}),
        "text": time.text if time else None,
        "relation": _relation(relation) if relation else None,
    }


def _relation(relation: Relation) -> Record:
    record: Record = {"type": relation.order.value, "event": relation.target}
    if relation.distance is not None:
        record |= {"least_days": relation.distance.least, "most_days": relation.distance.most}
    return record


def _states(actors: Iterable[ActorRef]) -> list[str] | None:
    """The distinct states of a side in the order of the text, or None where it has none."""
    return list(dict.fromkeys(actor.state for actor in actors if actor.state)) or None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
