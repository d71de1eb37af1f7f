"""What is known of one event, as values."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.coding import Coding
from graph.statements import Named, Source, StatementDetail, source_of_row
from graph.store import Row
from ontology.model import Interval, Modality, Order, Place, Polarity, Span


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence that proves something.

    ``id`` is a statement's, which says when ``event`` was, or an order's, which says that ``event`` lies
    ``order`` that of ``other_event``.
    """

    id: str
    statement: str
    event: str | None
    order: Order | None
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


@dataclass(frozen=True, slots=True)
class EventDetail:
    """One event.

    ``interval`` is what all statements and orders together leave possible, ``stated`` what the event's own
    statements say; ``proofs`` has, for each of the four stamps that orders narrowed, the sentences that
    prove it. ``voices`` and ``langs`` are as in :class:`graph.event_rows.EventRow`. ``when`` is the interval
    as text. ``disputed``: some affirm it, others deny it. ``consistent`` is false where sources contradict
    one another about its time. ``coded`` is the data set's row of an event that no article tells.
    """

    id: str
    type: str
    mode: str | None
    predicate: str
    subjects: tuple[Named, ...]
    objects: tuple[Named, ...]
    place: Place | None
    interval: Interval
    stated: Interval
    when: str
    polarity: Polarity
    modality: Modality
    disputed: bool
    consistent: bool
    score: float
    voices: int
    langs: tuple[str, ...]
    statements: tuple[StatementDetail, ...]
    orders: tuple[OrderDetail, ...]
    proofs: Mapping[str, tuple[Proof, ...]]
    coded: Coding | None = None


def proof_of_row(row: Row) -> Proof:
    """The sentence of a row that has its columns."""
    return Proof(
        id=row["id"],
        statement=row["statement"],
        event=row["event"],
        order=Order(row["order"]) if row["order"] else None,
        other_event=row["other_event"],
        article=source_of_row(row),
        sentence=row["sentence"],
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
        evidence=row["evidence"],
        evidence_span=Span(row["evidence_start"], row["evidence_end"]),
    )
