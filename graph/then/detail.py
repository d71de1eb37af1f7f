"""One event that was known then, with its statements, orders and proofs."""

from collections.abc import Iterable, Sequence

from graph.event_detail import EventDetail, OrderDetail, Proof, proof_of_row
from graph.identity.occurrence import OBJECT, SUBJECT
from graph.solver import Link
from graph.statements import StatementDetail
from graph.store import Row, Store
from graph.then.events import ThenEvent
from graph.then.telling import Names, details
from graph.then.then import Then
from ontology.edtf import edtf


def event_detail(store: Store, then: Then, event_id: str) -> EventDetail | None:
    """The event in full; None for a coded one, of which nothing depends on when it is looked at.

    Raises:
        NotFoundError: There was none.
    """
    found = then.event(event_id)
    if found.coded:
        return None
    links = then.links([found.id])
    others = {event.id: event for event in then.events(sorted({_other(link, found.id) for link in links}))}
    ids = [link.source for link in links] + [name for _, names in found.dating.proofs for name in names]
    sentences = proofs(store, then, ids)
    names = Names(store, [found])
    return EventDetail(
        id=found.id,
        type=found.type,
        mode=found.mode,
        predicate=found.predicate,
        subjects=names.side(found, SUBJECT),
        objects=names.side(found, OBJECT),
        place=names.place(found.place),
        interval=found.interval,
        stated=found.stated,
        polarity=found.polarity,
        modality=found.modality,
        disputed=found.disputed,
        consistent=found.consistent,
        score=found.score,
        voices=found.voices,
        langs=found.langs,
        statements=details(store, then.pool, found.statements),
        orders=tuple(_orders(found.id, links, others, sentences)),
        proofs={stamp: tuple(sentences[n] for n in names) for stamp, names in found.dating.proofs},
    )


def proofs(store: Store, then: Then, ids: Iterable[str]) -> dict[str, Proof]:
    """The sentences of some statements and orders, by their ids, as they stood then."""
    wanted = sorted(set(ids))
    said = [name for name in wanted if name in then.pool.said]
    orders = [name for name in wanted if name not in then.pool.said]
    rows = store.read("then_orders", ids=orders) if orders else []
    found = {row["id"]: proof_of_row(row | _ends(then, row)) for row in rows}
    return found | {detail.id: _proof(detail) for detail in details(store, then.pool, said)}


def _ends(then: Then, row: Row) -> Row:
    events = then.pool.event_of
    return {"event": events.get(row["statement"]), "other_event": events.get(row["other"])}


def _proof(said: StatementDetail) -> Proof:
    return Proof(
        id=said.id,
        statement=said.id,
        event=said.event,
        order=None,
        distance=None,
        other_event=None,
        article=said.article,
        sentence=said.sentence,
        sentence_span=said.sentence_span,
        evidence=said.evidence,
        evidence_span=said.evidence_span,
    )


def _orders(
    name: str, links: Sequence[Link], others: dict[str, ThenEvent], sentences: dict[str, Proof]
) -> Iterable[OrderDetail]:
    """Each order to another event with all who say it; the earliest of the others comes first."""
    said: dict[tuple[str, str, bool], list[str]] = {}
    for link in links:
        key = (str(link.order), _other(link, name), link.event == name)
        said.setdefault(key, []).append(link.source)
    places = {key: (others[key[1]].earliest, key[1], key[0]) for key in said}
    for key in sorted(said, key=lambda key: (*places[key], not key[2])):
        other = others[key[1]]
        order = next(link.order for link in links if str(link.order) == key[0])
        proof = tuple(sentences[source] for source in sorted(said[key]))
        shown = order if key[2] else order.inverse
        yield OrderDetail(shown, other.id, other.predicate, edtf(other.interval), proof)


def _other(link: Link, name: str) -> str:
    return link.other if link.event == name else link.event
