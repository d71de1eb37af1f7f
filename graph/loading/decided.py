"""Decisions as they are kept in the graph, and those of them that hold."""

from collections.abc import Iterable

from graph.identity import Decision, Decisions, Move, Party
from graph.store import Row
from ontology.model import ActorType


def decisions_of(rows: Iterable[Row]) -> Decisions:
    """The decisions that hold, out of rows of ``decisions.cypher``."""
    held = [row for row in rows if row["undone"] is None]
    steps = (
        Decision(row["id"], row["kind"], tuple(row["first"]), tuple(row["second"]))
        for row in held
        if row["kind"] != "actor"
    )
    moves = (Move(row["id"], row["actor"], _party(row)) for row in held if row["kind"] == "actor")
    return Decisions(tuple(steps), tuple(moves))


def _party(row: Row) -> Party:
    return Party(row["target"], row["target_state"], ActorType(row["target_type"]))
