"""Facts → quads, in a fixed order: equal facts give equal bytes.

An article's own graph (``graph/<article id>``) holds the article, its statements, their passages and the
orders said in it. What articles share (events, actors, places) is in the default graph.
"""

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.rdf import terms
from graph.rdf.facts import (
    ActFacts,
    ActorFacts,
    ArticleFacts,
    EventFacts,
    OrderFacts,
    Passage,
    PlaceFacts,
    StatementFacts,
)
from graph.rdf.terms import DERIVED, LABEL, A, term, thing, words

Graph = NamedNode | DefaultGraph
Pairs = Iterator[tuple[NamedNode, NamedNode | Literal]]

_SHARED = DefaultGraph()
_ATTRIBUTED = NamedNode(f"{terms.PROV}wasAttributedTo")
_VALUE = NamedNode(f"{terms.PROV}value")
_NEWS = NamedNode(f"{terms.SCHEMA}NewsArticle")
_PROV_ENTITY = NamedNode(f"{terms.PROV}Entity")
_SEM_EVENT = NamedNode(f"{terms.SEM}Event")
_HAS_ACTOR = NamedNode(f"{terms.SEM}hasActor")
_HAS_PLACE = NamedNode(f"{terms.SEM}hasPlace")
_SEM_TYPE = NamedNode(f"{terms.SEM}eventType")
_OA_START, _OA_END, _OA_EXACT = (NamedNode(f"{terms.OA}{name}") for name in ("start", "end", "exact"))
_EXACT_MATCH = NamedNode(f"{terms.SKOS}exactMatch")


def article_quads(article: ArticleFacts, texts: bool = False) -> Iterator[Quad]:
    """The named graph of one article; with its whole text only if ``texts``."""
    graph, node = thing("graph", article.id), thing("article", article.id)
    yield from (Quad(node, key, value, graph) for key, value in _article(article, texts))
    spans: dict[Passage, NamedNode] = {}
    for statement in article.statements:
        subject = thing("statement", statement.id)
        yield from (Quad(subject, key, value, graph) for key, value in _statement(statement, spans))
        yield from _interval(subject, statement, graph)
    for order in article.orders:
        subject = thing("order", order.id)
        yield from (Quad(subject, key, value, graph) for key, value in _order(order, article.id, spans))
    for passage in sorted(spans, key=lambda item: item.span):
        yield from (Quad(spans[passage], key, value, graph) for key, value in _passage(passage))


def event_quads(event: EventFacts) -> Iterator[Quad]:
    """One event, in the default graph."""
    node = thing("event", event.id)
    yield from (Quad(node, key, value, _SHARED) for key, value in _event(event))
    if any(event.proofs):
        stated = terms.part(node, "stated")
        yield Quad(node, term("statedTime"), stated, _SHARED)
        yield Quad(stated, A, term("Interval"), _SHARED)
        yield from (Quad(stated, key, value, _SHARED) for key, value in terms.stamps(event.stated))


def actor_quads(actor: ActorFacts) -> Iterator[Quad]:
    """One actor, in the default graph."""
    node = thing("actor", actor.id)
    yield from (Quad(node, key, value, _SHARED) for key, value in _actor(actor))


def place_quads(place: PlaceFacts) -> Iterator[Quad]:
    """One place, in the default graph."""
    node = thing("place", place.id)
    yield from (Quad(node, key, value, _SHARED) for key, value in _place(place))


def _article(article: ArticleFacts, texts: bool) -> Pairs:
    yield A, term("Article")
    yield A, _NEWS
    yield NamedNode(f"{terms.DCTERMS}identifier"), words(article.key)
    yield _schema("inLanguage"), words(article.lang)
    if article.published:
        yield _schema("datePublished"), terms.day(article.published)
    if article.title:
        yield _schema("headline"), words(article.title, article.lang)
    if article.url:
        yield _schema("url"), words(article.url)
    if article.source:
        yield NamedNode(f"{terms.DC}publisher"), words(article.source)
    if texts:
        yield _schema("articleBody"), words(article.text, article.lang)


def _statement(statement: StatementFacts, spans: dict[Passage, NamedNode]) -> Pairs:
    yield A, term("Statement")
    yield A, _PROV_ENTITY
    yield DERIVED, thing("article", statement.article)
    for speaker in statement.speakers:
        yield _ATTRIBUTED, thing("actor", speaker)
    if statement.event:
        yield term("reports"), thing("event", statement.event)
    yield from _act(statement.act)
    if statement.act.place:
        yield term("place"), thing("place", statement.act.place)
    if statement.interval is not None:
        yield term("time"), terms.part(thing("statement", statement.id), "time")
    yield term("evidence"), _span(statement.evidence, statement.article, spans)
    yield term("sentence"), _span(statement.sentence, statement.article, spans)
    yield _VALUE, words(statement.evidence.text)
    if statement.rule:
        yield term("rule"), words(statement.rule)


def _interval(node: NamedNode, statement: StatementFacts, graph: Graph) -> Iterator[Quad]:
    if statement.interval is None:
        return
    time = terms.part(node, "time")
    yield Quad(time, A, term("Interval"), graph)
    for key, value in terms.stamps(statement.interval):
        yield Quad(time, key, value, graph)
    if statement.expression:
        yield Quad(time, term("expression"), words(statement.expression), graph)


def _act(act: ActFacts) -> Pairs:
    yield term("eventType"), terms.event_type(act.type)
    if act.mode:
        yield term("mode"), terms.event_type(act.type, act.mode)
    yield term("predicate"), thing("predicate", act.predicate)
    yield term("polarity"), terms.quality(act.polarity)
    yield term("modality"), terms.quality(act.modality)
    for role, actors in (("subject", act.subjects), ("object", act.objects)):
        for actor in dict.fromkeys(actors):
            yield term(role), thing("actor", actor)
    for role, states in (("subjectState", act.subject_states), ("objectState", act.object_states)):
        for state in dict.fromkeys(filter(None, states)):
            yield term(role), words(state)


def _order(order: OrderFacts, article: str, spans: dict[Passage, NamedNode]) -> Pairs:
    yield A, term("OrderRelation")
    yield DERIVED, thing("article", article)
    yield term("source"), thing("statement", order.source)
    yield term("order"), terms.quality(order.order)
    yield term("target"), thing("statement", order.target)
    yield term("evidence"), _span(order.evidence, article, spans)
    if order.rule:
        yield term("rule"), words(order.rule)


def _passage(passage: Passage) -> Pairs:
    yield A, term("Passage")
    yield _OA_START, terms.integer(passage.span.start)
    yield _OA_END, terms.integer(passage.span.end)
    yield _OA_EXACT, words(passage.text)


def _event(event: EventFacts) -> Pairs:
    yield A, term("Event")
    yield A, _SEM_EVENT
    yield LABEL, words(event.label)
    yield from _act(event.act)
    yield _SEM_TYPE, terms.event_type(event.act.type, event.act.mode)
    for actor in dict.fromkeys((*event.act.subjects, *event.act.objects)):
        yield _HAS_ACTOR, thing("actor", actor)
    for actor in dict.fromkeys(event.general):
        yield term("general"), thing("actor", actor)
    if event.act.place:
        yield _HAS_PLACE, thing("place", event.act.place)
    yield from terms.stamps(event.interval)
    yield term("disputed"), terms.boolean(event.disputed)
    yield term("consistent"), terms.boolean(event.consistent)
    for order, other in event.orders:
        yield terms.quality(order), thing("event", other)
    for key, proof in zip(terms.PROOFS, event.proofs, strict=True):
        for ident in proof:
            yield key, terms.proof(ident)


def _actor(actor: ActorFacts) -> Pairs:
    yield A, term("Actor")
    yield A, terms.actor_class(actor.type)
    yield LABEL, words(actor.name)
    for state in actor.states:
        yield term("state"), words(state)
    if actor.sector:
        yield term("sector"), words(actor.sector)
    yield term("resolved"), terms.boolean(actor.resolved)
    if entity := terms.wikidata(actor.id):
        yield _EXACT_MATCH, entity


def _place(place: PlaceFacts) -> Pairs:
    yield A, term("Place")
    yield LABEL, words(place.name)
    if place.state:
        yield term("state"), words(place.state)
    if entity := terms.wikidata(place.id):
        yield _EXACT_MATCH, entity


def _span(passage: Passage, article: str, spans: dict[Passage, NamedNode]) -> NamedNode:
    if passage not in spans:
        spans[passage] = terms.passage(article, passage.span)
    return spans[passage]


def _schema(name: str) -> NamedNode:
    return NamedNode(terms.SCHEMA + name)
