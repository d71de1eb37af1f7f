"""Values → JSON, in one place for all doors. Days are ISO 8601, both ends included, null where open."""

from datetime import date
from typing import Any

from graph.articles import ArticleDetail, ArticleSummary
from graph.events import EventDetail, OrderDetail, Proof
from graph.statements import Named, Source, StatementDetail
from ontology.model import Interval, Place, Span

Json = dict[str, Any]

BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def actor(named: Named) -> Json:
    """An actor as it takes part; ``general`` marks a state beside its own people, who stand for it."""
    shape: Json = {"id": named.id, "name": named.name, "type": named.type.value, "state": named.state}
    return {**shape, "general": True} if named.general else shape


def place(where: Place | None) -> Json | None:
    """A place, or null."""
    return {"id": where.id, "name": where.name, "state": where.state} if where else None


def interval(known: Interval) -> Json:
    """The four stamps of an interval."""
    return {bound: _day(getattr(known, bound)) for bound in BOUNDS}


def source(article: Source) -> Json:
    """The article that something stands in."""
    return {
        "id": article.id,
        "key": article.key,
        "lang": article.lang,
        "date": _day(article.published),
        "title": article.title,
        "url": article.url,
        "source": article.source,
    }


def passage(text: str, span: Span) -> Json:
    """A part of an article's text, with its offsets in characters, the end excluded."""
    return {"text": text, "start": span.start, "end": span.end}


def statement(said: StatementDetail) -> Json:
    """One statement with its source, speakers and sentence."""
    known = said.interval
    return {
        "id": said.id,
        "event": said.event,
        "predicate": said.predicate,
        "type": said.type,
        "mode": said.mode,
        "subject": [actor(one) for one in said.subjects],
        "object": [actor(one) for one in said.objects],
        "attributed_to": [actor(one) for one in said.attributed_to],
        "polarity": said.polarity.value,
        "modality": said.modality.value,
        "earliest": _day(known.earliest) if known else None,
        "latest": _day(known.latest) if known else None,
        "time_text": said.time_text,
        "place": place(said.place),
        "sentence": passage(said.sentence, said.sentence_span),
        "evidence": passage(said.evidence, said.evidence_span),
        "article": source(said.article),
        "rule": said.rule,
        "trace": list(said.trace),
    }


def event(known: EventDetail) -> Json:
    """One event with its statements, the proof of its dates, and its order to other events."""
    return {
        "id": known.id,
        "type": known.type,
        "mode": known.mode,
        "predicate": known.predicate,
        "subject": [actor(one) for one in known.subjects],
        "object": [actor(one) for one in known.objects],
        "place": place(known.place),
        "earliest": _day(known.interval.earliest),
        "latest": _day(known.interval.latest),
        "interval": interval(known.interval),
        "stated": interval(known.stated),
        "polarity": known.polarity.value,
        "modality": known.modality.value,
        "disputed": known.disputed,
        "consistent": known.consistent,
        "score": known.score,
        "statements": [statement(one) for one in known.statements],
        "order": [_order(one) for one in known.orders],
        "proof": [
            {
                "bound": bound,
                "date": _day(getattr(known.interval, bound)),
                "because": [_proof(one) for one in proofs],
            }
            for bound, proofs in known.proofs.items()
        ],
    }


def article_summary(known: ArticleSummary) -> Json:
    """An article in a list."""
    return {
        **source(known.article),
        "recorded": known.recorded.isoformat(),
        "statements": known.statements,
        "events": known.events,
    }


def article(known: ArticleDetail) -> Json:
    """One article with its text and statements, in the order of the text."""
    return {
        **source(known.article),
        "recorded": known.recorded.isoformat(),
        "text": known.text,
        "statements": [statement(one) for one in known.statements],
    }


def _order(known: OrderDetail) -> Json:
    return {
        "order": known.order.value,
        "event": {"id": known.event, "predicate": known.predicate, "when": known.when},
        "because": [_proof(one) for one in known.proofs],
    }


def _proof(known: Proof) -> Json:
    return {
        "id": known.id,
        "event": known.event,
        "order": known.order.value if known.order else None,
        "other_event": known.other_event,
        "sentence": passage(known.sentence, known.sentence_span),
        "evidence": passage(known.evidence, known.evidence_span),
        "article": source(known.article),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
