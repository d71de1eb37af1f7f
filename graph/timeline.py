"""The timeline of an actor, or of two actors together: the short way to ask :mod:`graph.timelines`."""

from collections.abc import Collection
from datetime import date

from graph.known import NOW, Known
from graph.store import Store
from graph.timelines.pages import Page, page
from graph.timelines.scope import Certainty, Filter, Scope, check_days, check_types
from ontology.model import HAPPENED, Modality, Polarity

__all__ = ["HAPPENED", "Certainty", "Page", "check_days", "check_types", "timeline"]


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
    known: Known = NOW,
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
        known: As of when; by default everything that is known now.

    Raises:
        ParameterError: The days are inverted, a type doesn't exist, both actors are the same, the limit is
            below 1, or the cursor was not given out.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    wanted = Filter(
        start,
        end,
        tuple(types),
        polarities=tuple(polarities),
        modalities=tuple(modalities),
        certainty=certainty,
        include_members=include_members,
    )
    scope = Scope((actor_id,), (with_actor,) if with_actor else ())
    return page(store, scope, wanted, limit=limit, cursor=cursor, known=known)
