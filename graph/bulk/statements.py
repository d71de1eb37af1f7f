"""Statements as JSON lines, as ``regesta extract --format jsonl`` writes them → articles to load."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.bulk.rows import BadRow
from graph.bulk.source import Lines, Source
from ontology import gazetteer
from ontology.coded import coded_actors
from ontology.event_types import label, predicates
from ontology.model import (
    ActorRef,
    ActorType,
    Article,
    Distance,
    Extraction,
    Interval,
    Modality,
    Order,
    Place,
    Polarity,
    Relation,
    Span,
    Statement,
    StatementTime,
    content_id,
)


class _Order(BaseModel):
    type: Order
    event: str
    least_days: int | None = Field(None, ge=0)
    most_days: int | None = None

    @property
    def distance(self) -> Distance | None:
        """How far before or after, where that is told."""
        return None if self.least_days is None else Distance(self.least_days, self.most_days)


class _Time(BaseModel):
    earliest: date | None = None
    latest: date | None = None
    approximate: bool = False
    text: str | None = None
    relation: _Order | None = None


class _Said(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str
    subject: list[str]
    subject_id: list[str]
    predicate: str
    event_type: str
    mode: str | None = None
    object: list[str]
    object_id: list[str]
    time: _Time | None = None
    place: str | None = None
    place_id: str | None = None
    polarity: Polarity
    modality: Modality
    attributed_to: list[str]
    attributed_to_id: list[str]
    evidence: str
    evidence_start: int
    evidence_end: int
    rule: str = ""


class _Told(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str
    lang: str
    published: date | None = Field(None, alias="date")
    statements: list[_Said]


def extractions(source: Source, lines: Lines, after: int = 0) -> Iterator[tuple[int, Extraction] | BadRow]:
    """The articles of an opened file behind line ``after``, each with its line; bad lines with the reason.

    Such a file has no whole texts: the article's text is blank but for the passages quoted, which stand where
    they stood. It has the first and last day of each time, and the sentence of a statement is its evidence.
    """
    for number, line in enumerate(lines, start=1):
        if number <= after or not line.strip():
            continue
        try:
            yield number, _extraction(_Told.model_validate(orjson.loads(line)), source)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            yield BadRow(number, f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
        except ValueError as error:
            yield BadRow(number, str(error))


def _extraction(told: _Told, source: Source) -> Extraction:
    day = told.published.isoformat() if told.published else None
    ids = [said.id for said in told.statements]
    name = content_id("a", ("statements", told.id, told.lang, day, *ids))
    article = Article(name, told.id, _text(told), told.lang, told.published, source=source.name)
    statements = tuple(_statement(said, article) for said in told.statements)
    relations = tuple(_relations(told))
    return Extraction(article, statements, relations)


def _text(told: _Told) -> str:
    """Blanks, with every passage that is quoted at its place."""
    text = [" "] * max((said.evidence_end for said in told.statements), default=0)
    for said in told.statements:
        if said.evidence_end - said.evidence_start != len(said.evidence) or said.evidence_start < 0:
            raise ValueError(f"statement {said.id}: the evidence is not as long as its offsets tell")
        text[said.evidence_start : said.evidence_end] = said.evidence
    return "".join(text)


def _relations(told: _Told) -> Iterator[Relation]:
    known = {said.id for said in told.statements}
    for said in told.statements:
        order = said.time.relation if said.time else None
        if order is not None and order.event in known:
            span = Span(said.evidence_start, said.evidence_end)
            yield Relation(said.id, order.type, order.event, span, distance=order.distance)


def _statement(said: _Said, article: Article) -> Statement:
    span = Span(said.evidence_start, said.evidence_end)
    on = article.published
    return Statement(
        id=said.id,
        article_id=article.id,
        subject=_actors(said.subject, said.subject_id, on),
        predicate=_predicate(said.predicate),
        event_type=said.event_type,
        mode=said.mode,
        object=_actors(said.object, said.object_id, on),
        time=_time(said.time),
        place=_place(said),
        polarity=said.polarity,
        modality=said.modality,
        attributed_to=_actors(said.attributed_to, said.attributed_to_id, on),
        evidence=span,
        sentence=span,
        rule=said.rule,
    )


def _time(told: _Time | None) -> StatementTime | None:
    if told is None or (told.text is None and told.earliest is None and told.latest is None):
        return None
    return StatementTime(Interval.within(told.earliest, told.latest, told.approximate), told.text)


def _place(said: _Said) -> Place | None:
    if said.place is None:
        return None
    known = gazetteer.load()
    state = known.get(said.place_id).ref.state if said.place_id and said.place_id in known else None
    return Place(said.place, said.place_id, state)


def _actors(names: list[str], ids: list[str], on: date | None) -> tuple[ActorRef, ...]:
    if len(names) != len(ids):
        raise ValueError("there are not as many names of actors as ids")
    return tuple(_actor(name, ident, on) for name, ident in zip(names, ids, strict=True))


def _actor(name: str, ident: str, on: date | None) -> ActorRef:
    """The actor of an id: an entry of the gazetteer, a body of one (``Q159/MIL``), or an unresolved name."""
    known = gazetteer.load()
    if ident in known:
        return known.ref(known.get(ident), on)
    owner, _, code = ident.partition("/")
    if owner in known:
        kind = coded_actors().of_sector(code)
        office = kind is ActorType.OTHER
        return ActorRef(ident, name, known.code_of(owner), ActorType.PERSON if office else kind)
    state = ident.split(":")[1] if ident.count(":") >= 2 else ""
    return ActorRef(ident, name, state.strip("-") or None, ActorType.OTHER, resolved=False)


def _predicate(words: str) -> str:
    found = _by_label().get(words)
    if found is None:
        raise ValueError(f"there is no predicate {words!r}")
    return found


@cache
def _by_label() -> Mapping[str, str]:
    return {label(name): name for name in predicates()}
