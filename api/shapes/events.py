"""Events as JSON: as lines of lists, in full, and in their order to others."""

from api.shapes.base import Json, actor, day, interval, passage, place, source
from api.shapes.statements import statement
from graph.coding import Coding
from graph.event_head import EventHead
from graph.event_rows import EventRow, Evidence
from graph.events import EventDetail, OrderDetail, Proof
from graph.orders import Comparison


def event_row(row: EventRow) -> Json:
    """An event as a line of a list."""
    return {
        **_event_head(row),
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
        "earliest": day(known.interval.earliest),
        "latest": day(known.interval.latest),
        "approximate": known.interval.approximate,
        "polarity": known.polarity.value,
        "modality": known.modality.value,
        "disputed": known.disputed,
        "consistent": known.consistent,
        "score": known.score,
        "voices": known.voices,
        "langs": list(known.langs),
        "when": known.edtf,
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
                "date": day(getattr(known.interval, bound)),
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
        "published": day(known.published),
    }


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
        "date": day(known.published),
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
        "least_days": known.distance.least if known.distance else None,
        "most_days": known.distance.most if known.distance else None,
        "other_event": known.other_event,
        "sentence": passage(known.sentence, known.sentence_span),
        "evidence": passage(known.evidence, known.evidence_span),
        "article": source(known.article),
    }
