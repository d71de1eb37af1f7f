"""Values → JSON, in one place for all doors. Days are ISO 8601, both ends included, null where open."""

from datetime import date
from typing import Any

from graph.actors import ActorDetail, ActorHit
from graph.articles import ArticleDetail, ArticleSummary
from graph.coding import Coding
from graph.corrections import Version
from graph.event_head import EventHead
from graph.event_rows import EventRow, Evidence
from graph.events import EventDetail, OrderDetail, Proof
from graph.identity import Feature
from graph.orders import Comparison
from graph.partners import Partner, Shared
from graph.paths import Path, ReachedActor
from graph.rulings import Explanation, Ruling
from graph.sequences import Sequence
from graph.statements import Named, Source, StatementDetail
from ontology import gazetteer
from ontology.model import ActorRef, Interval, Place, Span

Json = dict[str, Any]

EVENT_COLUMNS = (
    *("id", "earliest", "latest", "type", "mode", "predicate", "subject", "object", "place", "polarity"),
    *("modality", "disputed", "statements", "articles", "speakers", "evidence", "source"),
)
BOUNDS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def actor(named: Named) -> Json:
    """An actor as it takes part; ``general`` marks a state beside its own people, who stand for it."""
    shape: Json = {"id": named.id, "name": named.name, "type": named.type.value, "state": named.state}
    return {**shape, "general": True} if named.general else shape


def actor_ref(ref: ActorRef) -> Json:
    """An actor by itself; ``labels`` are what it is called in each language, where that is known."""
    known = gazetteer.load()
    labels = known.get(ref.id).labels if ref.id in known else {}
    return {"id": ref.id, "name": ref.name, "type": ref.type.value, "state": ref.state, "labels": labels}


def actor_hit(hit: ActorHit) -> Json:
    """An actor that a search found."""
    found = {
        "matched": hit.matched,
        "fit": hit.fit.name.lower(),
        "in_office": hit.office,
        "events": hit.events,
    }
    return {**actor_ref(hit.actor), **found}


def actor_detail(known: ActorDetail) -> Json:
    """One actor with its names and positions."""
    return {
        **actor_ref(known.actor),
        "names": list(known.names),
        "positions": [
            {"office": held.office, "of": held.of, "begin": held.begin, "end": held.end}
            for held in known.positions
        ],
        "events": known.events,
    }


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


def event_row(row: EventRow) -> Json:
    """An event as a line of a list."""
    return {
        **_event_head(row),
        "when": row.edtf,
        "narrowed": row.narrowed,
        "statements": row.statements,
        "articles": row.articles,
        "speakers": list(row.speakers),
        "evidence": _evidence(row.evidence),
        "coded": coded(row.coded),
    }


def _event_head(known: EventHead) -> Json:
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
        "polarity": known.polarity.value,
        "modality": known.modality.value,
        "disputed": known.disputed,
        "consistent": known.consistent,
        "score": known.score,
        "voices": known.voices,
        "langs": list(known.langs),
    }


def path(found: Path) -> Json:
    """A chain of events with what reports each."""
    return {
        "certainty": found.certainty,
        "earliest_departure": _day(found.earliest_departure),
        "latest_departure": _day(found.latest_departure),
        "days": found.days,
        "earliest_arrival": _day(found.earliest_arrival),
        "latest_arrival": _day(found.latest_arrival),
        "hops": [
            {
                "from": actor(hop.from_actor),
                "to": actor(hop.to_actor),
                "event": event_row(hop.event),
                "statements": [statement(one) for one in hop.statements],
            }
            for hop in found.hops
        ],
    }


def reached_actor(found: ReachedActor) -> Json:
    """An actor that chains lead to or from."""
    return {"actor": actor(found.actor), "day": _day(found.day), "hops": found.hops}


def partner(found: Partner) -> Json:
    """Somebody who takes part in an actor's events; open days are null."""
    return {
        "actor": actor(found.actor),
        "events": found.events,
        "score": found.score,
        "first": _day(found.first),
        "last": _day(found.last),
    }


def shared_partner(found: Shared) -> Json:
    """A partner of two actors."""
    return {"actor": actor(found.actor), "one": partner(found.one), "other": partner(found.other)}


def sequence(found: Sequence) -> Json:
    """An event that is followed by another; ``most_days`` is null where a bound is open."""
    return {
        "certainty": found.certainty,
        "least_days": found.least,
        "most_days": found.most,
        "first": event_row(found.first),
        "second": event_row(found.second),
    }


def event(known: EventDetail) -> Json:
    """One event with its statements, the proof of its dates, and its order to other events."""
    return {
        **_event_head(known),
        "interval": interval(known.interval),
        "stated": interval(known.stated),
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
        "coded": coded(known.coded),
    }


def comparison(known: Comparison) -> Json:
    """How two events lie to one another: each answer with the sentences that prove it."""
    answers = {"precedes": known.precedes, "follows": known.follows, "overlaps": known.overlaps}
    return {
        "first": known.first,
        "second": known.second,
        **{
            name: {"possibility": found.possibility.value, "because": [_proof(one) for one in found.proof]}
            for name, found in answers.items()
        },
    }


def coded(known: Coding | None) -> Json | None:
    """The row of a data set that an event comes from, or null."""
    if known is None:
        return None
    return {
        "dataset": known.dataset,
        "file": known.file,
        "digest": known.digest,
        "format": known.format,
        "row": known.row,
        "code": known.code,
        "own_id": known.own_id,
        "url": known.url,
        "published": _day(known.published),
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
        "begun_on": _day(known.begun_on),
        "ended_on": _day(known.ended_on),
        "ended": known.ended,
        "because": known.because,
        "by": known.by,
        "replaced_by": known.replaced_by,
        "statements": known.statements,
    }


def ruling(known: Ruling) -> Json:
    """A recorded decision about identity; ``undone`` is null while it holds."""
    return {
        "id": known.id,
        "kind": known.kind,
        "recorded": known.recorded.isoformat(),
        "because": known.because,
        "by": known.by,
        "events": list(known.events),
        "first": list(known.first),
        "second": list(known.second),
        "score": known.score,
        "features": [_feature(one) for one in known.features],
        "undone": known.undone.isoformat() if known.undone else None,
        "undone_because": known.undone_because,
        "undone_by": known.undone_by,
        "actor": known.actor,
        "target": known.target,
    }


def explanation(known: Explanation) -> Json:
    """Why the statements of an event are one event."""
    return {
        "event": known.event,
        "joins": [
            {
                "statement": join.statement,
                "to": join.to,
                "score": join.score,
                "features": [_feature(one) for one in join.features],
            }
            for join in known.joins
        ],
        "decisions": [ruling(one) for one in known.rulings],
    }


def article(known: ArticleDetail) -> Json:
    """One article with its text and statements, in the order of the text."""
    return {
        **source(known.article),
        "recorded": known.recorded.isoformat(),
        "text": known.text,
        "statements": [statement(one) for one in known.statements],
    }


def flat(row: Json) -> list[object]:
    """An event row as the cells of :data:`EVENT_COLUMNS`: names and words instead of objects."""
    evidence = row["evidence"] or _coded_evidence(row["coded"])
    cells = {
        **row,
        "subject": ", ".join(one["name"] for one in row["subject"]),
        "object": ", ".join(one["name"] for one in row["object"]),
        "place": row["place"]["name"] if row["place"] else None,
        "speakers": ", ".join(row["speakers"]),
        "evidence": evidence["text"],
        "source": evidence["key"],
    }
    return [_cell(cells[column]) for column in EVENT_COLUMNS]


def _coded_evidence(known: Json | None) -> Json:
    """What stands for the words of an article where a data set coded the event."""
    if known is None:
        return {"text": None, "key": None}
    return {
        "text": f"coded {known['code']} by {known['dataset']}",
        "key": f"{known['file']}, row {known['row']}",
    }


def _cell(value: object) -> object:
    """A spreadsheet must not take the words of an article for a formula."""
    formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if formula else value


def _evidence(known: Evidence | None) -> Json | None:
    if known is None:
        return None
    return {
        "statement": known.statement,
        "text": known.text,
        "sentence": known.sentence,
        "article": known.article,
        "key": known.key,
        "lang": known.lang,
        "date": _day(known.published),
    }


def _feature(known: Feature) -> Json:
    return {"name": known.name, "found": known.found, "points": known.points}


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
