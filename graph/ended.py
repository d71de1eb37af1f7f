"""Statements and events that the graph of now lacks: whether they ended, or never were."""

from collections.abc import Callable

from graph.store import Row, Store
from ontology.errors import EndedError, NotFoundError

Read = Callable[..., list[Row]]
"""Gives the rows of a named query: that of a store or of an open transaction."""


def current_event(store: Store, event_id: str) -> str:
    """The id that the event of this id has now: its own, or that of the event which it has become part of.

    Raises:
        EndedError: No article that is valid tells of it any more.
        NotFoundError: There never was one.
    """
    (row,) = store.read("event_now", id=event_id)
    if row["id"] is None:
        raise no_event(store.read, event_id)
    return str(row["id"])


def no_event(read: Read, event_id: str) -> NotFoundError:
    """Why there is no event of this id now."""
    statement = "s" + event_id.removeprefix("e")
    return _missing(
        read, statement, f"event {event_id!r}", "`regesta timeline` and /v1/timeline list events."
    )


def no_statement(read: Read, statement_id: str) -> NotFoundError:
    """Why there is no statement of this id now."""
    return _missing(read, statement_id, f"statement {statement_id!r}", "/v1/statements lists all.")


def _missing(read: Read, statement: str, name: str, hint: str) -> NotFoundError:
    rows = read("statement_ended", id=statement)
    if not rows:
        return NotFoundError(f"There is no {name}. {hint}")
    (row,) = rows
    return EndedError(
        f"The {name} is no longer valid: article {row['article']} ({row['key']}) told it, {_end(row)}. "
        f"recorded_before={row['until']} shows it as it was."
    )


def _end(row: Row) -> str:
    if row["ended"] == "withdrawn":
        return f"which was withdrawn on {row['ended_on']}"
    if row["ended"] == "replaced":
        return f"in whose place came {row['replaced_by']} on {row['ended_on']}"
    return "which was read anew"
