"""The actors that take part in most events: where a reader who asks for nobody may begin."""

from graph.actors import ActorHit, Fit
from graph.store import Store
from ontology.model import ActorRef, ActorType


def busiest(store: Store, limit: int, after: tuple[int, str, str] | None = None) -> tuple[ActorHit, ...]:
    """At most ``limit`` actors, those with most events first.

    ``after`` has events, name and id of the last one of the page before.
    """
    return tuple(
        ActorHit(
            ActorRef(
                row["id"], row["name"], row["state"], ActorType(row["type"]), row["sector"], row["resolved"]
            ),
            Fit.NAME,
            row["name"],
            row["events"],
        )
        for row in store.read("actors_busiest", limit=limit, after=list(after) if after else None)
    )
