"""One event with all that is known of it: sides, days with their proof, statements, order to other events."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.coding import Coding, coding_of_row
from graph.loading.rows import STAMPS, interval_of_row, when
from graph.statements import Named, Source, StatementDetail, place_of_row, source_of_row, statements
from graph.store import Row, Store
from ontology.errors import NotFoundError
from ontology.model import ActorType, Interval, Modality, Order, Place, Polarity, Span

__all__ = ["EventDetail", "Named", "OrderDetail", "Proof", "Source", "StatementDetail", "event"]


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
    prove it. ``when`` is the interval as text. ``disputed``: some affirm it, others deny it. ``consistent``
    is false where sources contradict one another about its time.
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
    statements: tuple[StatementDetail, ...]
    orders: tuple[OrderDetail, ...]
    proofs: Mapping[str, tuple[Proof, ...]]
    coded: Coding | None = None


def event(store: Store, event_id: str) -> EventDetail:
    """The event of this id, or that which the event of this id has become part of.

    Raises:
        NotFoundError: There is none.
    """
    rows = store.read("event", id=event_id, statement="s" + event_id.removeprefix("e"))
    if not rows:
        raise NotFoundError(f"There is no event {event_id!r}. GET /actors/{{id}}/timeline lists events.")
    row = rows[0]
    sentences = proofs(store, _proof_ids(row))
    interval = interval_of_row(row)
    return EventDetail(
        id=row["id"],
        type=row["type"],
        mode=row["mode"],
        predicate=row["predicate"],
        subjects=_side(row, "SUBJECT"),
        objects=_side(row, "OBJECT"),
        place=place_of_row(row),
        interval=interval,
        stated=interval_of_row({stamp: row[f"stated_{stamp}"] for stamp in STAMPS}),
        when=when(interval),
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        disputed=row["disputed"],
        consistent=row["consistent"],
        score=row["score"],
        statements=statements(store, row["statements"]),
        orders=tuple(_order(order, sentences) for order in row["orders"]),
        proofs={s: _chosen(row[f"proof_{s}"], sentences) for s in STAMPS if row[f"proof_{s}"]},
        coded=coding_of_row(row),
    )


def _proof_ids(row: Row) -> set[str]:
    lists = [row[f"proof_{stamp}"] or () for stamp in STAMPS] + [order["proof"] for order in row["orders"]]
    return {name for names in lists for name in names}


def proofs(store: Store, ids: set[str]) -> dict[str, Proof]:
    """The sentences of some statements and orders, by their ids."""
    rows = store.read("proofs", ids=sorted(ids)) if ids else []
    return {row["id"]: _proof(row) for row in rows}


def _proof(row: Row) -> Proof:
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


def _order(row: Row, proofs: Mapping[str, Proof]) -> OrderDetail:
    said = Order(row["order"])
    order = said if row["outgoing"] else said.inverse
    return OrderDetail(order, row["event"], row["predicate"], row["when"], _chosen(row["proof"], proofs))


def _chosen(ids: Iterable[str], proofs: Mapping[str, Proof]) -> tuple[Proof, ...]:
    return tuple(proofs[name] for name in ids)


def _side(row: Row, role: str) -> tuple[Named, ...]:
    return tuple(
        Named(p["id"], p["name"], ActorType(p["type"]), p["state"], p["general"])
        for p in row["participants"]
        if p["role"] == role
    )
