"""Timelines as pages of events, one question to Neo4j for each."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.cursors import given_out
from graph.event_rows import Columns, EventRow, event_row
from graph.known import NOW, Known
from graph.store import Store
from graph.timelines.past import past_page
from graph.timelines.scope import Asked, Filter, Scope, asked, check_known
from ontology.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a timeline.

    ``total_value`` counts all events that match, on this page or not; ``total_relation`` is ``eq``, as the
    count is exact. ``next`` is the cursor of the page that follows, or None.
    """

    total_value: int
    total_relation: Literal["eq", "gte"]
    rows: tuple[EventRow, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A page as Neo4j tells it."""

    total: int
    rows: list[Columns]
    next: str | None


def page(
    store: Store,
    scope: Scope,
    wanted: Filter | None = None,
    *,
    limit: int = 100,
    cursor: str | None = None,
    known: Known = NOW,
) -> Page:
    """Events sorted by the first and then the last day on which they can have been; undated ones come first.

    Args:
        store: The graph.
        scope: Whose or what's timeline.
        wanted: Which of its events; by default all that somebody says to have happened.
        limit: At most so many rows.
        cursor: ``next`` of the page before.
        known: As of when; by default everything that is known now.

    Raises:
        ParameterError: The scope or filter can't be asked, the limit is below 1, or the cursor was not given
            out.
        NotFoundError: Neither the graph nor the gazetteer has such an actor; or the graph no such place
            or event.
    """
    if limit < 1:
        raise ParameterError("limit", "The limit must be 1 or more.")
    after = _position(cursor)
    question = asked(store, scope, wanted or Filter(), at_once=known.now)
    if not known.now:
        total, rows, keys = past_page(store, question, known, after, limit)
        return Page(total, "eq", rows, _cursor(*keys[limit - 1]) if len(keys) > limit else None)
    told = _told(store, question, after, limit)
    return Page(told.total, "eq", tuple(map(event_row, told.rows)), told.next)


def told_page(
    store: Store, scope: Scope, wanted: Filter, *, limit: int = 100, cursor: str | None = None
) -> Told:
    """As :func:`page` of what is known now, for those who render the rows themselves: it makes no objects.

    Raises:
        ParameterError: As there.
        NotFoundError: As there.
    """
    return _told(store, asked(store, scope, wanted, at_once=True), _position(cursor), limit)


def _told(store: Store, question: Asked, after: tuple[date, date, str] | None, limit: int) -> Told:
    row = {"earliest": after[0], "latest": after[1], "id": after[2]} if after else None
    parameters = {**question.parameters, "after": row, "limit": limit + 1}
    (found,) = store.read(f"timeline_page_of_{question.scope.kind}", q=parameters)
    if not found["total"]:
        check_known(store, question)
    shown = found["rows"][:limit]
    following = _cursor(*shown[-1][:3]) if len(found["rows"]) > limit else None
    return Told(found["total"], [Columns(*columns) for _, _, *columns in shown], following)


def _cursor(earliest: object, latest: object, name: str) -> str:
    return f"{earliest}~{latest}~{name}"


def _position(cursor: str | None) -> tuple[date, date, str] | None:
    if cursor is None:
        return None
    with given_out():
        earliest, latest, name = cursor.split("~")
        return date.fromisoformat(earliest), date.fromisoformat(latest), name
