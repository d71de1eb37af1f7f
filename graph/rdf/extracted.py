"""Extracted values → facts, without a database: one article in RDF as soon as it was read."""

from collections.abc import Iterable, Iterator
from itertools import chain

from graph.loading.rows import order_id, place_id
from graph.rdf.facts import (
    ActFacts,
    ActorFacts,
    ArticleFacts,
    OrderFacts,
    Passage,
    PlaceFacts,
    StatementFacts,
)
from graph.rdf.quads import actor_quads, article_quads, place_quads
from ontology.model import ActorRef, Extraction, Relation, Span, Statement


def extraction_quads(extractions: Iterable[Extraction], texts: bool = False) -> Iterator[str]:
    """What was read as lines of N-Quads in some articles: a named graph each, then their actors and places.

    There are no events: these come to be in the graph, where the statements of many articles meet.

    Args:
        extractions: in the order of output.
        texts: whether the whole texts go along; evidence and sentences always do.
    """
    statements: list[Statement] = []
    for extraction in extractions:
        statements += extraction.statements
        yield article_quads(article_facts(extraction), texts)
    for actor in _actors(statements):
        yield actor_quads(actor)
    for place in _places(statements):
        yield place_quads(place)


def article_facts(extraction: Extraction) -> ArticleFacts:
    """What an export says of one extraction."""
    article = extraction.article
    return ArticleFacts(
        id=article.id,
        key=article.key,
        lang=article.lang,
        published=article.published,
        title=article.title,
        url=article.url,
        source=article.source,
        text=article.text,
        statements=tuple(_statement(item, article.text) for item in extraction.statements),
        orders=tuple(_order(item, article.text) for item in extraction.relations),
    )


def _statement(statement: Statement, text: str) -> StatementFacts:
    time = statement.time
    return StatementFacts(
        id=statement.id,
        article=statement.article_id,
        event=None,
        act=_act(statement),
        speakers=_ids(statement.attributed_to),
        interval=time.stated if time else None,
        expression=time.text if time else None,
        evidence=_passage(statement.evidence, text),
        sentence=_passage(statement.sentence, text),
        rule=statement.rule,
    )


def _act(statement: Statement) -> ActFacts:
    return ActFacts(
        predicate=statement.predicate,
        type=statement.event_type,
        mode=statement.mode,
        polarity=statement.polarity,
        modality=statement.modality,
        subjects=_ids(statement.subject),
        objects=_ids(statement.object),
        subject_states=tuple(actor.state or "" for actor in statement.subject),
        object_states=tuple(actor.state or "" for actor in statement.object),
        place=place_id(statement.place) if statement.place else None,
    )


def _order(relation: Relation, text: str) -> OrderFacts:
    return OrderFacts(
        id=order_id(relation),
        source=relation.source,
        order=relation.order,
        target=relation.target,
        evidence=_passage(relation.evidence, text),
        rule=relation.rule,
        distance=relation.distance,
    )


def _actors(statements: Iterable[Statement]) -> Iterator[ActorFacts]:
    refs: dict[str, list[ActorRef]] = {}
    for statement in statements:
        for ref in chain(statement.subject, statement.object, statement.attributed_to):
            refs.setdefault(ref.id, []).append(ref)
    for ident, same in sorted(refs.items()):
        last = same[-1]
        states = tuple(sorted({ref.state for ref in same if ref.state}))
        yield ActorFacts(ident, last.name, last.type, states, last.sector, last.resolved)


def _places(statements: Iterable[Statement]) -> Iterator[PlaceFacts]:
    places = {place_id(item.place): item.place for item in statements if item.place}
    for ident, place in sorted(places.items()):
        yield PlaceFacts(ident, place.name, place.state)


def _ids(actors: tuple[ActorRef, ...]) -> tuple[str, ...]:
    return tuple(actor.id for actor in actors)


def _passage(span: Span, text: str) -> Passage:
    return Passage(span, span.of(text))
