"""Decisions about identity: two events are one, one event is two; listed, explained and undone.

A decision is recorded for the statements that the events had when it was taken. It holds whatever articles
come later and however often they are read again, until it is undone: then the graph is as if it had never
been taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from graph.ended import no_event
from graph.identity import Decision, Decisions
from graph.loading.begun import Begun, begin
from graph.loading.present import blocks_of, read_blocks, with_partners
from graph.loading.regroup import regroup
from graph.loading.write import Change, Kind
from graph.rulings import Ruling, closest, reports, ruling
from graph.store import Row, Store, Transaction
from graph.undoing import undone
from ontology.errors import ParameterError
from ontology.model import content_id


def merge(
    store: Store, first: str, second: str, *, because: str | None = None, by: str | None = None
) -> Ruling:
    """Decide that two events are one.

    Raises:
        NotFoundError: There is no event of one of these ids.
        ParameterError: They are one already.
    """

    def work(transaction: Transaction) -> str:
        begun = begin(transaction)
        one, other = (_event(transaction, name) for name in (first, second))
        if one["id"] == other["id"]:
            raise ParameterError("second", f"{first} and {second} are one event already.")
        row = _row("merge", one["statements"], other["statements"], begun)
        row |= {"events": [one["id"], other["id"]], "because": because, "by": by}
        return _take(transaction, begun, row)

    return ruling(store, store.transact(work))


def split(
    store: Store,
    event: str,
    statements: Sequence[str],
    *,
    because: str | None = None,
    by: str | None = None,
) -> Ruling:
    """Decide that some statements of an event mean another one than the rest.

    Raises:
        NotFoundError: There is no such event.
        ParameterError: A statement isn't of the event, or none would leave or stay.
    """

    def work(transaction: Transaction) -> str:
        begun = begin(transaction)
        found = _event(transaction, event)
        strangers = sorted(set(statements) - {row["id"] for row in found["statements"]})
        if strangers:
            raise ParameterError("statements", f"Event {found['id']} has no statement {strangers[0]}.")
        leaving = [row for row in found["statements"] if row["id"] in set(statements)]
        staying = [row for row in found["statements"] if row["id"] not in set(statements)]
        if not leaving or not staying:
            raise ParameterError("statements", "Name some of the event's statements, but not all of them.")
        row = _row("split", leaving, staying, begun)
        row |= {"events": [found["id"]], "because": because, "by": by}
        return _take(transaction, begun, row)

    return ruling(store, store.transact(work))


def undo(store: Store, decision: str, *, because: str | None = None, by: str | None = None) -> Ruling:
    """Undo a decision that two events are one, or that one is two; it stays on record.

    Raises:
        NotFoundError: There is no such decision.
        ParameterError: It is undone already.
    """
    return undone(store, decision, ("merge", "split"), because, by, _without)


def _without(transaction: Transaction, begun: Begun, taken: Row, after: Decisions) -> None:
    """Group the statements of a decision as if it had never been taken."""
    begun = _read(transaction, begun, [*taken["first"], *taken["second"]])
    regroup(transaction, begun, Change(taken["kind"]), decisions=after)


def _take(transaction: Transaction, begun: Begun, row: Row) -> str:
    """Record a decision about events and let it take effect."""
    begun = _read(transaction, begun, [*row["first"], *row["second"]])
    transaction.run("decision_make", row=row)
    step = Decision(row["id"], row["kind"], tuple(row["first"]), tuple(row["second"]))
    after = replace(begun.decisions, steps=(*begun.decisions.steps, step))
    changes = regroup(transaction, begun, Change(row["kind"]), decisions=after)
    together = changes.event_of[row["first"][0]] == changes.event_of[row["second"][0]]
    if together != (row["kind"] == "merge"):
        raise ParameterError("event", "An earlier decision stands against this one: undo that one first.")
    return str(row["id"])


def _read(transaction: Transaction, begun: Begun, statements: Sequence[str]) -> Begun:
    begun = read_blocks(transaction, begun, blocks_of(transaction, statements))
    return with_partners(transaction, begun, (), begun.decisions)


def _event(transaction: Transaction, name: str) -> Row:
    rows = transaction.run("decision_events", events=[name])
    if not rows:
        raise no_event(transaction.run, name)
    return rows[0]


def _row(kind: Kind, first: Sequence[Row], second: Sequence[Row], begun: Begun) -> Row:
    names = [row["id"] for row in first], [row["id"] for row in second]
    best = closest(reports(second, begun.decisions), reports(first, begun.decisions))
    return {
        "id": content_id("d", (kind, *names[0], "|", *names[1], begun.moment)),
        "kind": kind,
        "recorded": begun.moment,
        "first": names[0],
        "second": names[1],
        "score": best.score,
        "features": [f"{f.name}\t{f.found}\t{f.points}" for f in best.features],
    }
