"""Reconciliation of actors: names of a table to actors of the graph (W3C Reconciliation Service API 0.2)."""

from html import escape
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.shapes import Json
from graph import actors as graph
from graph.actors import ActorDetail, ActorHit, Fit
from graph.store import Store
from ontology.errors import AmbiguousActorError, UnknownActorError
from ontology.model import ActorType

BATCH = 50
"""Queries that one request may hold."""
MOST = 50
"""Candidates of one query."""
SCORES = {Fit.ID: 100, Fit.NAME: 100, Fit.FAMILY: 80, Fit.SOUND: 60, Fit.PART: 40}
OTHER_STATE = 30
"""What is taken off where the actor is of another state than the query says."""
TYPES = {kind.value: kind.value.replace("_", " ").capitalize() for kind in ActorType}
STATE = {"id": "state", "name": "State acted for (ISO 3166-1 alpha-3)"}


class Property(BaseModel):
    """What a query knows of an actor; ``state`` counts, others don't."""

    pid: str
    v: Any


class Query(BaseModel):
    """One name to be reconciled."""

    model_config = ConfigDict(extra="ignore")

    query: str = Field(max_length=200)
    type: str | list[str] | None = None
    type_strict: Literal["any", "all", "should"] | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = 10
    properties: list[Property] = Field(default_factory=list, max_length=20)

    @property
    def types(self) -> frozenset[str]:
        """The types asked for; none: any."""
        return frozenset([self.type] if isinstance(self.type, str) else self.type or ())

    @property
    def states(self) -> frozenset[str]:
        """The states asked for, as capitals."""
        return frozenset(str(one.v).strip().upper() for one in self.properties if one.pid == STATE["id"])


def manifest(base: str, identifiers: str, terms: str) -> Json:
    """What the service at ``base`` (without a slash at its end) can do."""
    here = f"{base}/v1/reconcile"
    suggest = {
        kind: {"service_url": base, "service_path": f"/v1/reconcile/suggest/{kind}"}
        for kind in ("entity", "type", "property")
    }
    return {
        "versions": ["0.2"],
        "name": "Regesta: state actors",
        "identifierSpace": identifiers,
        "schemaSpace": terms,
        "defaultTypes": [kind("state"), kind("person")],
        "view": {"url": f"{base}/v1/actors/{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": 400, "height": 160},
        "suggest": suggest,
        "batchSize": BATCH,
    }


def kind(name: str) -> Json:
    """A type of actors."""
    return {"id": name, "name": TYPES[name]}


def candidates(store: Store, asked: Query) -> list[Json]:
    """The actors that a query may mean, the best first; ``match`` where no other can be meant."""
    hits = [
        hit
        for hit in graph.search(store, asked.query, limit=MOST)
        if not asked.types or hit.actor.type.value in asked.types
    ]
    scored = sorted(((_score(hit, asked), hit) for hit in hits), key=lambda found: -found[0])
    meant = _meant(store, asked, scored)
    return [_candidate(hit, score, hit.id == meant) for score, hit in scored[: asked.limit]]


def suggestions(store: Store, prefix: str, skip: int) -> list[Json]:
    """Actors that a beginning of a name may mean."""
    return [
        {
            "id": hit.id,
            "name": hit.actor.name,
            "description": _description(hit),
            "notable": [kind(hit.actor.type.value)],
        }
        for hit in graph.search(store, prefix, limit=MOST)[skip:]
    ]


def preview(found: ActorDetail) -> str:
    """A small page about an actor, to be shown in a frame."""
    lines = (" · ".join(filter(None, (str(one.office), one.of))) for one in found.positions[:3])
    held = "".join(f"<li>{escape(line)}</li>" for line in lines)
    actor = found.actor
    told = " · ".join(filter(None, (TYPES[actor.type.value], actor.state, f"{found.events:,} events")))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f"<title>{escape(actor.name)}</title><h1>{escape(actor.name)}</h1>"
        f"<p>{escape(told)}</p><ul>{held}</ul></html>"
    )


def _score(hit: ActorHit, asked: Query) -> int:
    known = {hit.actor.state, hit.id.upper()}
    return SCORES[hit.fit] - (OTHER_STATE if asked.states and known.isdisjoint(asked.states) else 0)


def _meant(store: Store, asked: Query, scored: list[tuple[int, ActorHit]]) -> str | None:
    """The id of the only one that can be meant."""
    best = [hit for score, hit in scored if score == scored[0][0] and hit.fit <= Fit.FAMILY]
    if len(best) == 1:
        return best[0].id
    try:
        meant = graph.resolve(store, asked.query).id
    except (UnknownActorError, AmbiguousActorError):
        return None
    return meant if meant in {hit.id for hit in best} else None


def _candidate(hit: ActorHit, score: int, match: bool) -> Json:
    return {
        "id": hit.id,
        "name": hit.actor.name,
        "description": _description(hit),
        "type": [kind(hit.actor.type.value)],
        "score": score,
        "match": match,
        "features": [
            {"id": "fit", "value": SCORES[hit.fit]},
            {"id": "in_office", "value": hit.office},
            {"id": "events", "value": hit.events},
        ],
    }


def _description(hit: ActorHit) -> str:
    return " · ".join(filter(None, (TYPES[hit.actor.type.value], hit.actor.state, f"{hit.events:,} events")))
