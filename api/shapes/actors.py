"""Actors as JSON: found, in full, and as those with whom others have had to do."""

from api.shapes.base import Json, actor, day
from graph.actors import ActorDetail, ActorHit
from graph.partners import Partner, Shared
from graph.paths import ReachedActor
from ontology import gazetteer
from ontology.model import ActorRef


def actor_ref(ref: ActorRef) -> Json:
    """An actor by itself; ``labels`` are what it is called in each language, where that is known."""
    known = gazetteer.load()
    labels = known.get(ref.id).labels if ref.id in known else {}
    return {"id": ref.id, "name": ref.name, "type": ref.type.value, "state": ref.state, "labels": labels}


def actor_hit(hit: ActorHit) -> Json:
    """An actor that a search found."""
    found = {
        "matched": hit.matched,
        "fit": hit.fit.name.lower(),
        "in_office": hit.office,
        "events": hit.events,
    }
    return {**actor_ref(hit.actor), **found}


def actor_detail(known: ActorDetail) -> Json:
    """One actor with its names and positions."""
    return {
        **actor_ref(known.actor),
        "names": list(known.names),
        "positions": [
            {"office": held.office, "of": held.of, "begin": held.begin, "end": held.end}
            for held in known.positions
        ],
        "events": known.events,
    }


def reached_actor(found: ReachedActor) -> Json:
    """An actor that chains lead to or from."""
    return {"actor": actor(found.actor), "day": day(found.day), "hops": found.hops}


def partner(found: Partner) -> Json:
    """Somebody who takes part in an actor's events; open days are null."""
    return {
        "actor": actor(found.actor),
        "events": found.events,
        "score": found.score,
        "first": day(found.first),
        "last": day(found.last),
    }


def shared_partner(found: Shared) -> Json:
    """A partner of two actors."""
    return {"actor": actor(found.actor), "one": partner(found.one), "other": partner(found.other)}
