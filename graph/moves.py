"""Unresolved actors that turn out to be somebody: merged with another actor of the graph, or linked to a QID.

What a statement says stays as it was read. Events, timelines and merges take the actor for whom it is, for
statements that come later too, until the decision is undone; the old id says where it has moved.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.identity import Decisions, Move, Party
from graph.known import NOW, Known
from graph.loading.begun import Begun, begin
from graph.loading.present import read_blocks, with_partners
from graph.loading.regroup import regroup
from graph.loading.reports import report_of_row
from graph.loading.rows import ACTOR_LABELS
from graph.loading.write import Change
from graph.rulings import Ruling, ruling
from graph.store import Row, Store, Transaction
from graph.then.said import decided
from graph.undoing import undone
from ontology import gazetteer
from ontology.errors import NotFoundError, ParameterError
from ontology.model import ActorRef, ActorType, content_id

_QID = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An actor that the gazetteer lacks, and in how many events it takes part."""

    actor: ActorRef
    events: int


def unresolved(store: Store, *, limit: int = 100) -> tuple[Unresolved, ...]:
    """Actors that the gazetteer lacks and that nobody has linked, those with most events first."""
    rows = store.read("actors_unresolved", limit=limit)
    return tuple(Unresolved(_ref(row), row["events"]) for row in rows)


def moved_to(store: Store, actor_id: str, known: Known = NOW) -> str | None:
    """The id of the actor that this one turned out to be; None if it is itself, or isn't known.

    ``known`` limits the decisions to those that had been taken then.
    """
    trace = decided(store.read("decisions"), known).trace(actor_id)
    return trace[-1].party.id if trace else None


def link(
    store: Store, actor: str, target: str, *, because: str | None = None, by: str | None = None
) -> Ruling:
    """Decide who an unresolved actor is.

    Args:
        store: The graph.
        actor: Its id.
        target: The id of another actor, of the graph or the gazetteer, or any Wikidata QID.
        because: Why; stays on record.
        by: Who decides; stays on record.

    Raises:
        NotFoundError: There is no such actor, or nobody has the target's id.
        ParameterError: The actor is known, or was linked before; or both are the same.
    """

    def work(transaction: Transaction) -> str:
        begun = begin(transaction)
        known = _unresolved(transaction, actor)
        whom = _whom(transaction, target, known)
        if whom.id in begun.decisions.names_of(actor):
            raise ParameterError("target", f"{target} is {actor} already.")
        row = _row(begun, actor, whom) | {"because": because, "by": by}
        transaction.run("decision_make", row=row)
        move = Move(row["id"], actor, Party(whom.id, whom.state, whom.type))
        after = replace(begun.decisions, moves=(*begun.decisions.moves, move))
        said = transaction.run("actor_statements", actors=list(begun.decisions.names_of(actor)))
        rows = [{"statement": one["id"], "decision": move.id} for one in said]
        transaction.run("load_renamed", rows=rows)
        transaction.run("actor_moved", actor=actor, target=whom.id)
        _move(transaction, begun, after, move.id, (actor, whom.id))
        return move.id

    return ruling(store, store.transact(work))


def unlink(store: Store, decision: str, *, because: str | None = None, by: str | None = None) -> Ruling:
    """Undo a decision about who an actor is; it stays on record.

    Raises:
        NotFoundError: There is no such decision.
        ParameterError: It is undone already.
    """
    return undone(store, decision, ("actor",), because, by, _back)


def _back(transaction: Transaction, begun: Begun, taken: Row, after: Decisions) -> None:
    """Give an actor its own statements back."""
    transaction.run("actor_moved", actor=taken["actor"], target=None)
    _move(transaction, begun, after, taken["id"], (taken["actor"], taken["target"]))
    transaction.run("load_orphans", actors=[taken["target"]], places=[])


def _move(
    transaction: Transaction, begun: Begun, after: Decisions, decision: str, actors: Sequence[str]
) -> None:
    """Put the statements that a decision concerns into their new blocks, and work out what follows."""
    rows = transaction.run("then_statements", blocks=[], decisions=[decision])
    blocks = {row["node"]: report_of_row(row, after).block for row in rows}
    begun = read_blocks(transaction, begun, {*blocks.values(), *(row["block"] for row in rows)})
    begun = with_partners(transaction, begun, (), begun.decisions)
    changed = [{"node": node, "block": block} for node, block in blocks.items()]
    transaction.run("actor_blocks", rows=changed)
    regroup(transaction, begun, Change("actor", (), tuple(actors)), decisions=after)


def _unresolved(transaction: Transaction, actor: str) -> ActorRef:
    rows = transaction.run("actor", id=actor)
    if not rows:
        raise NotFoundError(f"There is no actor {actor!r}. `regesta actors unresolved` lists them.")
    if rows[0]["resolved"]:
        raise ParameterError("actor", f"{actor} is a known actor; only unresolved ones can be linked.")
    if rows[0]["moved_to"]:
        raise ParameterError("actor", f"{actor} is {rows[0]['moved_to']} already; undo that first.")
    return _ref(rows[0])


def _whom(transaction: Transaction, target: str, actor: ActorRef) -> ActorRef:
    """The actor of an id: known to the gazetteer, in the graph, or only to Wikidata."""
    known = gazetteer.load()
    if target in known:
        return known.get(target).ref
    rows = transaction.run("actor", id=target)
    if rows:
        return _whom(transaction, rows[0]["moved_to"], actor) if rows[0]["moved_to"] else _ref(rows[0])
    if _QID.fullmatch(target):
        return replace(actor, id=target, resolved=True)
    raise NotFoundError(f"Nobody has the id {target!r}. Give an actor of the graph or a Wikidata QID.")


def _row(begun: Begun, actor: str, whom: ActorRef) -> Row:
    return {
        "id": content_id("d", ("actor", actor, whom.id, begun.moment)),
        "kind": "actor",
        "recorded": begun.moment,
        "actor": actor,
        "target": whom.id,
        "target_name": whom.name,
        "target_state": whom.state,
        "target_type": str(whom.type),
        "target_sector": whom.sector,
        "target_resolved": whom.resolved,
        "target_label": ACTOR_LABELS[whom.type],
    }


def _ref(row: Row) -> ActorRef:
    sector, resolved = row.get("sector"), bool(row.get("resolved"))
    return ActorRef(row["id"], row["name"], row["state"], ActorType(row["type"]), sector, resolved)
