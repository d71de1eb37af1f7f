"""What undoing a decision begins with, whatever it was about."""

from collections.abc import Callable, Container
from functools import partial

from graph.identity import Decisions
from graph.loading.begun import Begun, begin
from graph.loading.decided import decisions_of
from graph.rulings import Ruling, ruling
from graph.store import Row, Store, Transaction
from ontology.errors import NotFoundError, ParameterError

Rest = Callable[[Transaction, Begun, Row, Decisions], None]
"""What undoing means for the graph: given the decision's row, and the decisions that hold without it."""


def undone(
    store: Store, decision: str, kinds: Container[str], because: str | None, by: str | None, rest: Rest
) -> Ruling:
    """Mark a decision of some kinds as undone, and do the rest, in one transaction; it stays on record.

    Raises:
        NotFoundError: There is no such decision.
        ParameterError: It is undone already.
    """
    told = {"because": because, "by": by}
    store.transact(partial(_undo, decision=decision, kinds=kinds, told=told, rest=rest))
    return ruling(store, decision)


def _undo(
    transaction: Transaction, *, decision: str, kinds: Container[str], told: dict[str, str | None], rest: Rest
) -> None:
    begun = begin(transaction)
    rows = {row["id"]: row for row in transaction.run("decisions")}
    taken = rows.get(decision)
    if taken is None or taken["kind"] not in kinds:
        raise NotFoundError(
            f"There is no decision {decision!r} of this kind. `regesta events merges` lists all."
        )
    if taken["undone"]:
        raise ParameterError("decision", f"Decision {decision} is undone already.")
    transaction.run("decision_undo", id=decision, moment=begun.moment, **told)
    rest(transaction, begun, taken, decisions_of(row for row in rows.values() if row["id"] != decision))
