"""What is known of one event, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.event_head import EventHead
from graph.loading.days import distance_of_row
from graph.statements import Source, StatementDetail, source_of_row
from graph.store import Row
from ontology.model import Distance, Interval, Order, Span


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that proves something.

    ``id`` is a statement's, which says when ``event`` was, or an order's, which says that ``event`` lies
    ``order`` that of ``other_event``, at ``distance`` if that is told.
    """

    id: str
    statement: str
    event: str | None
    order: Order | None
    distance: Distance | None
    other_event: str | None
    article: Source
    sentence: str
    sentence_span: Span
    evidence: str
    evidence_span: Span


@dataclass(frozen=True, slots=True)
class OrderDetail:
    """This event lies ``order`` that other ``event``, of which ``predicate`` and ``when`` tell what it is."""

    order: Order
    event: str
    predicate: str
    when: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDetail(EventHead):
    """One event.

    ``stated`` is what the event's own statements say of its time; ``proofs`` has, for each of the four
    stamps that orders narrowed, the sentences that prove it.
    """

    stated: Interval
    statements: tuple[StatementDetail, ...]
    orders: tuple[OrderDetail, ...]
    proofs: Mapping[str, tuple[Proof, ...]]


def proof_of_row(row: Row) -> Proof:
    """The sentence of a row that has its columns."""
    return Proof(
        id=row["id"],
        statement=row["statement"],
        event=row["event"],
        order=Order(row["order"]) if row["order"] else None,
        distance=distance_of_row(row),
        other_event=row["other_event"],
        article=source_of_row(row),
        sentence=row["sentence"],
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
        evidence=row["evidence"],
        evidence_span=Span(row["evidence_start"], row["evidence_end"]),
    )
