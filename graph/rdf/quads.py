"""Facts → lines of N-Quads, in a fixed order: equal facts give equal bytes.

What is said of a thing is a list of "property value" texts; its own name and its graph are put around each.
An article's own graph (``graph/<article id>``) holds the article, its statements, their passages and the
orders said in it. What articles share (events, actors, places) is in the default graph.
"""

from collections.abc import Iterable
from functools import lru_cache

from graph.rdf import terms
from graph.rdf.facts import (
    ActFacts,
    ActorFacts,
    ArticleFacts,
    CodedFacts,
    DatasetFacts,
    EventFacts,
    OrderFacts,
    PlaceFacts,
    StatementFacts,
)
from graph.rdf.successions import Succession
from graph.rdf.terms import A, Iri, iri, part, passage, quality, stamps, term, thing, words
from ontology.model import Modality, Polarity, Span

Said = list[str]

REPLACED = iri(f"{terms.DCTERMS}isReplacedBy")
_EVIDENCE, _SENTENCE, _RULE = term("evidence"), term("sentence"), term("rule")
_IS_INTERVAL = f"{A} {term('Interval')}"
_IS_PASSAGE = f"{A} {term('Passage')}"
_START, _END, _EXACT = (iri(f"{terms.OA}{name}") for name in ("start", "end", "exact"))
_VALUE = iri(f"{terms.PROV}value")
_ATTRIBUTED = iri(f"{terms.PROV}wasAttributedTo")
_HAS_ACTOR, _HAS_PLACE = iri(f"{terms.SEM}hasActor"), iri(f"{terms.SEM}hasPlace")
_EXACT_MATCH = iri(f"{terms.SKOS}exactMatch")
_SUBJECT, _OBJECT = term("subject"), term("object")
_SUBJECT_STATE, _OBJECT_STATE = term("subjectState"), term("objectState")
_REPORTS, _PLACE, _TIME, _EXPRESSION = term("reports"), term("place"), term("time"), term("expression")


def block(node: Iri, said: Iterable[str], graph: str = "") -> str:
    """What is said of one node, a line for each; in the default graph unless ``graph`` names one."""
    end = f" {graph} .\n" if graph else " .\n"
    text = f"{end}{node} ".join(said)
    return f"{node} {text}{end}" if text else ""


def article_quads(article: ArticleFacts, texts: bool = False) -> str:
    """The named graph of one article; with its whole text only if ``texts``."""
    graph = thing("graph", article.id)
    passages: dict[Span, str] = {}
    blocks = [block(thing("article", article.id), _article(article, texts), graph)]
    for statement in article.statements:
        node = thing("statement", statement.id)
        blocks += (
            block(node, _statement(statement, node, passages), graph),
            block(part(node, "time"), _interval(statement), graph),
        )
    blocks += [
        block(thing("order", order.id), _order(order, article.id, passages), graph)
        for order in article.orders
    ]
    blocks += [
        _passage(passage(article.id, span), span, passages[span], f" {graph} .\n")
        for span in sorted(passages, key=_position)
    ]
    return "".join(blocks)


def event_quads(event: EventFacts) -> str:
    """One event, in the default graph."""
    node = thing("event", event.id)
    lines = block(node, _event(event))
    if not any(event.proofs):
        return lines
    stated = part(node, "stated")
    return (
        lines
        + block(node, [f"{term('statedTime')} {stated}"])
        + block(stated, (_IS_INTERVAL, *stamps(event.stated)))
    )


def succession_quads(found: Succession) -> str:
    """An id that has given way to another, in the default graph."""
    return block(thing(found.kind, found.old), [f"{REPLACED} {thing(found.kind, found.new)}"])


def dataset_quads(dataset: DatasetFacts) -> str:
    """One data file of coded events, in the default graph."""
    said = [
        f"{A} {term('Dataset')}",
        f"{terms.LABEL} {words(dataset.name)}",
        f"{term('file')} {words(dataset.file)}",
        f"{iri(f'{terms.DCTERMS}identifier')} {words(f'sha256:{dataset.digest}')}",
    ]
    return block(thing("dataset", dataset.id), said)


def actor_quads(actor: ActorFacts) -> str:
    """One actor, in the default graph."""
    return block(thing("actor", actor.id), _actor(actor))


def place_quads(place: PlaceFacts) -> str:
    """One place, in the default graph."""
    return block(thing("place", place.id), _place(place))


def _article(article: ArticleFacts, texts: bool) -> Said:
    values = (
        (A, term("Article")),
        (A, iri(f"{terms.SCHEMA}NewsArticle")),
        (iri(f"{terms.DCTERMS}identifier"), words(article.key)),
        (_schema("inLanguage"), words(article.lang)),
        (_schema("datePublished"), terms.day(article.published) if article.published else ""),
        (_schema("headline"), words(article.title, article.lang) if article.title else ""),
        (_schema("url"), words(article.url) if article.url else ""),
        (iri(f"{terms.DC}publisher"), words(article.source) if article.source else ""),
        (_schema("articleBody"), words(article.text, article.lang) if texts else ""),
    )
    return [f"{key} {value}" for key, value in values if value]


def _statement(statement: StatementFacts, node: Iri, passages: dict[Span, str]) -> Said:
    act, evidence, sentence = statement.act, statement.evidence, statement.sentence
    passages[evidence.span], passages[sentence.span] = evidence.text, sentence.text
    said = [*_of_article("Statement", statement.article), f"{A} {iri(f'{terms.PROV}Entity')}"]
    said += [f"{_ATTRIBUTED} {thing('actor', speaker)}" for speaker in statement.speakers]
    if statement.event:
        said.append(f"{_REPORTS} {thing('event', statement.event)}")
    said += _act(act)
    if act.place:
        said.append(f"{_PLACE} {thing('place', act.place)}")
    if statement.interval is not None:
        said.append(f"{_TIME} {part(node, 'time')}")
    said += (
        f"{_EVIDENCE} {passage(statement.article, evidence.span)}",
        f"{_SENTENCE} {passage(statement.article, sentence.span)}",
        f"{_VALUE} {words(evidence.text)}",
    )
    if statement.rule:
        said.append(f"{_RULE} {words(statement.rule)}")
    return said


@lru_cache(maxsize=16)
def _of_article(kind: str, article: str) -> tuple[str, str]:
    return f"{A} {term(kind)}", f"{terms.DERIVED} {thing('article', article)}"


def _interval(statement: StatementFacts) -> Said:
    if statement.interval is None:
        return []
    said = [_IS_INTERVAL, *stamps(statement.interval)]
    if statement.expression:
        said.append(f"{_EXPRESSION} {words(statement.expression)}")
    return said


def _act(act: ActFacts) -> Said:
    return [
        *_kind(act.type, act.mode, act.predicate, act.polarity, act.modality),
        *_parties(act.subjects, act.objects, act.subject_states, act.object_states),
    ]


@lru_cache(maxsize=65_536)
def _parties(
    subjects: tuple[str, ...],
    objects: tuple[str, ...],
    subject_states: tuple[str, ...],
    object_states: tuple[str, ...],
) -> tuple[str, ...]:
    said: list[str] = []
    for role, actors in ((_SUBJECT, subjects), (_OBJECT, objects)):
        said += [f"{role} {thing('actor', actor)}" for actor in dict.fromkeys(actors)]
    for role, states in ((_SUBJECT_STATE, subject_states), (_OBJECT_STATE, object_states)):
        said += [f"{role} {words(state)}" for state in dict.fromkeys(states) if state]
    return tuple(said)


@lru_cache(maxsize=4096)
def _kind(
    name: str, mode: str | None, predicate: str, polarity: Polarity, modality: Modality
) -> tuple[str, ...]:
    values = (
        (term("eventType"), terms.event_type(name)),
        (term("mode"), terms.event_type(name, mode) if mode else ""),
        (term("predicate"), thing("predicate", predicate)),
        (term("polarity"), quality(polarity)),
        (term("modality"), quality(modality)),
    )
    return tuple(f"{key} {value}" for key, value in values if value)


def _order(order: OrderFacts, article: str, passages: dict[Span, str]) -> Said:
    passages[order.evidence.span] = order.evidence.text
    said = [
        *_of_article("OrderRelation", article),
        f"{term('source')} {thing('statement', order.source)}",
        f"{term('order')} {quality(order.order)}",
        f"{term('target')} {thing('statement', order.target)}",
        f"{_EVIDENCE} {passage(article, order.evidence.span)}",
    ]
    if order.distance is not None:
        said.append(f"{term('leastDays')} {terms.integer(order.distance.least)}")
        if order.distance.most is not None:
            said.append(f"{term('mostDays')} {terms.integer(order.distance.most)}")
    if order.rule:
        said.append(f"{_RULE} {words(order.rule)}")
    return said


def _passage(node: Iri, span: Span, text: str, end: str) -> str:
    return (
        f"{node} {_IS_PASSAGE}{end}"
        f"{node} {_START} {terms.integer(span.start)}{end}"
        f"{node} {_END} {terms.integer(span.end)}{end}"
        f"{node} {_EXACT} {words(text)}{end}"
    )


def _event(event: EventFacts) -> Said:
    act = event.act
    said = [f"{A} {term('Event')}", f"{A} {iri(f'{terms.SEM}Event')}", f"{terms.LABEL} {words(event.label)}"]
    said += _act(act)
    said.append(f"{iri(f'{terms.SEM}eventType')} {terms.event_type(act.type, act.mode)}")
    actors = dict.fromkeys((*act.subjects, *act.objects))
    said += [f"{_HAS_ACTOR} {thing('actor', actor)}" for actor in actors]
    said += [f"{term('general')} {thing('actor', actor)}" for actor in dict.fromkeys(event.general)]
    if act.place:
        said.append(f"{_HAS_PLACE} {thing('place', act.place)}")
    said += stamps(event.interval)
    said.append(f"{term('disputed')} {terms.boolean(event.disputed)}")
    said.append(f"{term('consistent')} {terms.boolean(event.consistent)}")
    said += [f"{quality(order)} {thing('event', other)}" for order, other in event.orders]
    for key, proof in zip(terms.PROOFS, event.proofs, strict=True):
        said += [f"{key} {terms.proof(ident)}" for ident in proof]
    return said + (_coded(event.coded) if event.coded else [])


def _coded(coded: CodedFacts) -> Said:
    """Which row of which data file an event comes from that no statement reports."""
    values = (
        (terms.DERIVED, thing("dataset", coded.dataset)),
        (term("row"), terms.integer(coded.row)),
        (term("code"), words(coded.code)),
        (iri(f"{terms.DCTERMS}identifier"), words(coded.own_id) if coded.own_id else ""),
        (_schema("url"), words(coded.url) if coded.url else ""),
        (_schema("datePublished"), terms.day(coded.published) if coded.published else ""),
    )
    return [f"{key} {value}" for key, value in values if value]


def _actor(actor: ActorFacts) -> Said:
    said = [
        f"{A} {term('Actor')}",
        f"{A} {terms.actor_class(actor.type)}",
        f"{terms.LABEL} {words(actor.name)}",
        *(f"{term('state')} {words(state)}" for state in actor.states),
    ]
    if actor.sector:
        said.append(f"{term('sector')} {words(actor.sector)}")
    said.append(f"{term('resolved')} {terms.boolean(actor.resolved)}")
    return said + _same(actor.id)


def _place(place: PlaceFacts) -> Said:
    said = [f"{A} {term('Place')}", f"{terms.LABEL} {words(place.name)}"]
    if place.state:
        said.append(f"{term('state')} {words(place.state)}")
    return said + _same(place.id)


def _same(ident: str) -> Said:
    entity = terms.wikidata(ident)
    return [f"{_EXACT_MATCH} {entity}"] if entity else []


def _position(span: Span) -> tuple[int, int]:
    return span.start, span.end


@lru_cache(maxsize=16)
def _schema(name: str) -> Iri:
    return iri(terms.SCHEMA + name)
