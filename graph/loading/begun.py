"""The graph as a change finds it: locked, and as much of it read as the change needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.identity import UNDECIDED, Decisions
from graph.loading.days import day_of
from graph.loading.decided import decisions_of
from graph.store import Row, Transaction

Ended = Literal["reread", "replaced", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Begun:
    """The locked graph: see ``load_begin.cypher``.

    ``idle``: there is nothing to do. ``ended`` says how an article that is not valid came to its end.
    ``removed`` has the statements that will no longer count, of the articles that are ``leaving``;
    ``decisions`` are those that hold. ``present`` has the statements that were read
    (``load_present.cypher``), among them all of ``blocks``.
    """

    moment: str
    digest: str | None
    ended: Ended | None
    ended_on: date | None
    idle: bool
    leaving: tuple[str, ...]
    removed: frozenset[str]
    decisions: Decisions
    blocks: frozenset[str] = frozenset()
    present: tuple[Row, ...] = ()


def begin(
    transaction: Transaction,
    *,
    article: str = "",
    digest: str = "",
    leaving: Sequence[str] = (),
    again: bool = False,
) -> Begun:
    """Lock the graph and see how it is.

    Args:
        transaction: The open transaction; the lock is held until its end.
        article: The article that comes, if any.
        digest: Its reading.
        leaving: Articles that end.
        again: Whether the article may come back after its end.
    """
    given = {"article": article, "digest": digest, "leaving": list(leaving), "again": again}
    (row,) = transaction.run("load_begin", rows=given)
    return Begun(
        moment=row["moment"],
        digest=row["digest"],
        ended=row["ended"],
        ended_on=day_of(row["ended_on"]),
        idle=row["idle"],
        leaving=tuple(row["leaving"]),
        removed=frozenset(row["removed"]),
        decisions=decisions_of(transaction.run("decisions")) if row["decisions"] else UNDECIDED,
    )
