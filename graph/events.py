"""One event with all that is known of it: sides, days with their proof, statements, order to other events."""

from collections.abc import Iterable, Mapping

from graph.coding import coding_of
from graph.ended import no_event
from graph.event_detail import EventDetail, OrderDetail, Proof, proof_of_row
from graph.known import NOW, Known
from graph.loading.days import STAMPS, interval_of_row
from graph.statements import Named, Source, StatementDetail, place_of_row, statements
from graph.store import Row, Store
from graph.then import known_then
from graph.then.detail import event_detail
from ontology.model import ActorType, Modality, Order, Polarity

__all__ = ["EventDetail", "Named", "OrderDetail", "Proof", "Source", "StatementDetail", "event"]


def event(store: Store, event_id: str, known: Known = NOW) -> EventDetail:
    """The event of this id, or that which the event of this id has become part of.

    Args:
        store: The graph.
        event_id: The event's id, now or at any other time.
        known: What may be used; the id of the event that is found may then be another one.

    Raises:
        NotFoundError: There is none, or there was none.
    """
    if not known.now:
        found = event_detail(store, known_then(store, known), event_id)
        return found or event(store, event_id)
    rows = store.read("event", id=event_id, statement="s" + event_id.removeprefix("e"))
    if not rows:
        raise no_event(store.read, event_id)
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
        stated=interval_of_row({name: row[f"stated_{name}"] for name in (*STAMPS, "approximate")}),
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        disputed=row["disputed"],
        consistent=row["consistent"],
        score=row["score"],
        voices=row["voices"],
        langs=tuple(row["langs"]),
        statements=statements(store, row["statements"]),
        orders=tuple(_order(order, sentences) for order in row["orders"]),
        proofs={s: _chosen(row[f"proof_{s}"], sentences) for s in STAMPS if row[f"proof_{s}"]},
        coded=coding_of(row["coded"]),
    )


def _proof_ids(row: Row) -> set[str]:
    lists = [row[f"proof_{stamp}"] or () for stamp in STAMPS] + [order["proof"] for order in row["orders"]]
    return {name for names in lists for name in names}


def proofs(store: Store, ids: set[str]) -> dict[str, Proof]:
    """The sentences of some statements and orders, by their ids."""
    rows = store.read("proofs", ids=sorted(ids)) if ids else []
    return {row["id"]: proof_of_row(row) for row in rows}


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
