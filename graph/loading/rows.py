"""From the values of :mod:`ontology.model` to rows of nodes and relationships."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from graph.identity import Decisions, Report
from graph.loading import spans
from graph.loading.copies import print_row
from graph.loading.days import STAMPS
from graph.loading.numbers import Numbers
from graph.store import Row
from ontology.model import (
    ActorRef,
    ActorType,
    Article,
    Extraction,
    Interval,
    Place,
    Relation,
    Span,
    Statement,
    content_id,
)

ACTOR_LABELS = {
    ActorType.STATE: "State",
    ActorType.PERSON: "Person",
    ActorType.GOVERNMENT_BODY: "GovernmentBody",
    ActorType.ARMED_FORCE: "ArmedForce",
    ActorType.ARMED_GROUP: "ArmedGroup",
    ActorType.IGO: "Igo",
    ActorType.MEDIA: "Media",
    ActorType.PARTY: "Party",
    ActorType.POPULATION: "Population",
    ActorType.OTHER: "OtherActor",
}
_CAPTION_LENGTH = 60


def article_row(extraction: Extraction) -> Row:
    """The article's properties."""
    article = extraction.article
    return {
        "id": article.id,
        "key": article.key,
        "lang": article.lang,
        "text": article.text,
        "published": article.published,
        "title": article.title,
        "url": article.url,
        "source": article.source,
        "digest": digest(extraction),
        "caption": _short(article.title or article.text),
        **print_row(article.text),
    }


def digest(extraction: Extraction) -> str:
    """A hash of all that was understood: equal readings of an article need no loading."""
    said = [_told(statement) for statement in extraction.statements]
    return content_id("d", sorted([*said, *(repr(r) for r in extraction.relations)]))


def statement_row(statement: Statement, article: Article, told: Report, days: Numbers[date]) -> list[object]:
    """The statement's properties in the order of ``load_kept.cypher``; ``days`` numbers the days."""
    span, *near = spans.columns(told)
    time, place, text = statement.time, statement.place, article.text
    stated = time.stated if time else Interval()
    evidence, sentence = statement.evidence, statement.sentence
    said = evidence.of(text)
    return [
        statement.id,
        told.block,
        statement.predicate,
        statement.event_type,
        statement.mode,
        str(statement.polarity),
        str(statement.modality),
        *_actor_lists(statement.subject),
        *_actor_lists(statement.object),
        *_actor_lists(statement.attributed_to),
        time is not None,
        *(days.of(getattr(stated, stamp)) for stamp in STAMPS),
        time.text if time else None,
        time.span.start if time and time.span else None,
        time.span.end if time and time.span else None,
        place_id(place) if place else None,
        place.state if place else None,
        days.of(article.published),
        said,
        evidence.start,
        evidence.end,
        sentence.of(text),
        sentence.start,
        sentence.end,
        statement.rule,
        list(statement.trace),
        _short(said),
        stated.approximate or None,
        span,
        *map(days.of, near),
    ]


def renamed(statements: Iterable[Statement], decisions: Decisions) -> list[Row]:
    """Which statements name actors that are somebody else by which decisions."""
    return [
        {"statement": statement.id, "decision": move.id}
        for statement in (statements if decisions.moves else ())
        for name in sorted({actor.id for actor in (*statement.subject, *statement.object)})
        for move in decisions.trace(name)
    ]


def speaker_rows(statement: Statement) -> Iterator[Row]:
    """Who vouches for the statement."""
    for rank, actor in enumerate(statement.attributed_to):
        yield {"statement": statement.id, "actor": actor.id, "rank": rank}


def actor_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Every actor once, by its last mention: ``seen`` says how late that is, in the order of publication."""
    latest: dict[str, tuple[str, ActorRef]] = {}
    for extraction in extractions:
        published = extraction.article.published
        day = published.isoformat() if published else "0000-00-00"
        for statement in extraction.statements:
            seen = f"{day} {statement.id}"
            for actor in (*statement.subject, *statement.object, *statement.attributed_to):
                if actor.id not in latest or latest[actor.id][0] < seen:
                    latest[actor.id] = seen, actor
    return [_actor_row(actor, seen) for _, (seen, actor) in sorted(latest.items())]


def place_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Every place once, as the first article names it."""
    places: dict[str, Place] = {}
    for extraction in extractions:
        own = {place_id(s.place): s.place for s in extraction.statements if s.place}
        places = own | places
    return [{"id": key, "name": place.name, "state": place.state} for key, place in sorted(places.items())]


def order_rows(extraction: Extraction) -> list[Row]:
    """The orders that the text says."""
    relations = {order_id(relation): relation for relation in extraction.relations}
    return [
        {
            "source": relation.source,
            "target": relation.target,
            "properties": {
                "id": name,
                "order": str(relation.order),
                "least_days": relation.distance.least if relation.distance else None,
                "most_days": relation.distance.most if relation.distance else None,
                "rule": relation.rule,
                **_passage("evidence", relation.evidence, extraction.article),
                **_passage("sentence", _sentence(relation.evidence, extraction), extraction.article),
            },
        }
        for name, relation in relations.items()
    ]


def order_id(relation: Relation) -> str:
    """A hash of what the relation says and where."""
    span = (str(relation.evidence.start), str(relation.evidence.end))
    return content_id("r", (relation.source, str(relation.order), relation.target, *span))


def place_id(place: Place) -> str:
    """The id of a place: its own, or made from its name and state."""
    slug = re.sub(r"\W+", "-", place.name.casefold()).strip("-")
    return place.id or f"x:{place.state or ''}:{slug}"


def _passage(name: str, span: Span, article: Article) -> Row:
    return {name: span.of(article.text), f"{name}_start": span.start, f"{name}_end": span.end}


def _sentence(evidence: Span, extraction: Extraction) -> Span:
    """The known sentence that the evidence stands in, else the evidence itself."""
    around = (s.sentence for s in extraction.statements if s.sentence.start <= evidence.start)
    return max((s for s in around if s.end >= evidence.end), default=evidence)


def _told(statement: Statement) -> str:
    """All that a statement says, as one text."""
    s = statement
    stance = f"{s.place!r}, {s.polarity!r}, {s.modality!r}"
    sides = f"({_names(s.subject)}, {_names(s.object)})"
    return (
        f"({s.id!r}, {s.event_type!r}, {s.mode!r}, {s.time!r}, {stance}, {_names(s.attributed_to)}, "
        f"{s.sentence!r}, {sides})"
    )


@lru_cache(maxsize=50_000)
def _names(actors: tuple[ActorRef, ...]) -> str:
    return repr(actors)


def _actor_row(actor: ActorRef, seen: str) -> Row:
    return {
        "id": actor.id,
        "seen": seen,
        "label": ACTOR_LABELS[actor.type],
        "properties": {
            "name": actor.name,
            "type": str(actor.type),
            "state": actor.state,
            "sector": actor.sector,
            "resolved": actor.resolved,
            "seen": seen,
        },
    }


def _actor_lists(actors: tuple[ActorRef, ...]) -> tuple[list[str], list[str], list[str]]:
    """Ids, states and types, which Neo4j keeps as three lists."""
    ids = [actor.id for actor in actors]
    return ids, [actor.state or "" for actor in actors], [str(actor.type) for actor in actors]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _CAPTION_LENGTH else line[: _CAPTION_LENGTH - 1] + "…"
