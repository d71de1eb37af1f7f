"""Statements and articles as JSON, with the offsets of all words."""

from api.shapes.base import Json, actor, day, passage, place, source
from graph.articles import ArticleDetail, ArticleSummary
from graph.corrections import Version
from graph.statements import StatementDetail


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
        "earliest": day(known.earliest) if known else None,
        "latest": day(known.latest) if known else None,
        "approximate": known.approximate if known else False,
        "time_text": said.time_text,
        "place": place(said.place),
        "sentence": passage(said.sentence, said.sentence_span),
        "evidence": passage(said.evidence, said.evidence_span),
        "article": source(said.article),
        "rule": said.rule,
        "trace": list(said.trace),
    }


def article(known: ArticleDetail) -> Json:
    """One article with its text and statements, in the order of the text."""
    return {
        **source(known.article),
        "recorded": known.recorded.isoformat(),
        "text": known.text,
        "statements": [statement(one) for one in known.statements],
    }


def article_summary(known: ArticleSummary) -> Json:
    """An article in a list."""
    return {
        **source(known.article),
        "recorded": known.recorded.isoformat(),
        "statements": known.statements,
        "events": known.events,
    }


def version(known: Version) -> Json:
    """One version of an article: when the graph knew it, for which days it counts, and how it ended."""
    return {
        **source(known.article),
        "recorded": known.recorded.isoformat(),
        "until": known.until.isoformat() if known.until else None,
        "begun_on": day(known.begun_on),
        "ended_on": day(known.ended_on),
        "ended": known.ended,
        "because": known.because,
        "by": known.by,
        "replaced_by": known.replaced_by,
        "statements": known.statements,
    }
