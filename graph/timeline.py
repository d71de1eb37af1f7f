"""Timelines: the events of an actor, or of two actors together, in the order of their days."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.event_rows import EventRow, event_rows
from graph.members import group
from graph.store import Store
from ontology.errors import ParameterError
from ontology.event_types import event_types
from ontology.model import Modality, Polarity

Certainty = Literal["possible", "certain"]
HAPPENED = (Modality.ASSERTED, Modality.REPORTED)


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


def timeline(
    store: Store,
    actor_id: str,
    *,
    start: date | None = None,
    end: date | None = None,
    with_actor: str | None = None,
    types: Collection[str] = (),
    polarities: Collection[Polarity] = (Polarity.POSITIVE,),
    modalities: Collection[Modality] = HAPPENED,
    certainty: Certainty = "possible",
    include_members: bool = True,
    limit: int = 100,
    cursor: str | None = None,
) -> Page:
    """An actor's events, sorted by the first and then the last day on which they can have been.

    Args:
        store: The graph.
        actor_id: Whose timeline.
        start: First day; None is open.
        end: Last day, included; None is open.
        with_actor: Only events in which this actor takes part too, in whatever role.
        types: Only events of these types; empty means all.
        polarities: By default what somebody says to have happened, not what is only denied.
        modalities: By default what is asserted or reported, not what is planned, possible or hypothetical.
        certainty: ``possible`` takes events that can have touched the days asked for, open bounds included;
            ``certain`` only those that lie within them whatever is still unknown.
        include_members: Whether a state (or an organisation) is taken with all who act for it, such as its
            president. A person's timeline is always his own.
        limit: At most so many rows.
        cursor: ``next`` of the page before.

    Raises:
        ParameterError: The days are inverted, a type doesn't exist, both actors are the same, the limit is
            below 1, or the cursor was not given out.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    check_days(start, end)
    check_types(types)
    if limit < 1:
        raise ParameterError("limit", "The limit must be 1 or more.")
    if with_actor == actor_id:
        raise ParameterError("with", "An actor's timeline with himself is his timeline: leave this out.")
    after = _position(cursor)
    other = group(store, with_actor, include_members) if with_actor else None
    mine = group(store, actor_id, include_members)
    (found,) = store.read(
        "timeline",
        actor=mine.actor,
        state=mine.state,
        with_actor=other.actor if other else None,
        with_state=other.state if other else None,
        start=start or date.min,
        end=end or date.max,
        types=list(types) or None,
        polarities=list(polarities),
        modalities=list(modalities),
        certain=certainty == "certain",
        after_earliest=after[0],
        after_latest=after[1],
        after_id=after[2],
        limit=limit + 1,
    )
    keys = found["page"][:limit]
    rows = event_rows(store, [key[0] for key in keys])
    return Page(found["total"], "eq", rows, _cursor(keys[-1]) if len(found["page"]) > limit else None)


def check_days(start: date | None, end: date | None) -> None:
    """See that a range of days isn't inverted.

    Raises:
        ParameterError: It is.
    """
    if start and end and start > end:
        raise ParameterError("from", f"The range ends ({end}) before it begins ({start}): swap the two days.")


def check_types(types: Collection[str]) -> None:
    """See that event types exist.

    Raises:
        ParameterError: One doesn't; the message lists those that do.
    """
    for name in types:
        if name not in event_types():
            raise ParameterError(
                "type", f"There is no event type {name!r}. Choose from: {', '.join(sorted(event_types()))}."
            )


def _cursor(key: list[str]) -> str:
    return f"{key[1]}~{key[2]}~{key[0]}"


def _position(cursor: str | None) -> tuple[date, date, str] | tuple[None, None, None]:
    if cursor is None:
        return None, None, None
    try:
        earliest, latest, name = cursor.split("~")
        return date.fromisoformat(earliest), date.fromisoformat(latest), name
    except ValueError:
        raise ParameterError("cursor", "This cursor was not given out; start without one.") from None
