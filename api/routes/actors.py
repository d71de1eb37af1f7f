"""Actors: search, profile, partners, whom their acts can have reached."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api import fields as chosen_fields
from api import shapes
from api.answers import MOVED, problems, reply
from api.asking import ReachQuestion, ask_reach, meant
from api.cursors import cursor_of, key_of
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import MEDIA_TYPES, AsForm, told
from api.linked import linked_actor
from api.listing import AskList, Found
from api.moved import follow_actor
from api.params import ActorPath, AsKnown, Explain, From, Include, Sure, To, Types, Wanted
from api.schemas.actors import ActorDetailOut, ActorHitOut, PartnerOut, PartnersOut, ReachedOut, ReachOut
from api.schemas.base import Page
from api.scopes import filter_of
from graph import actors as graph
from graph.busiest import busiest
from graph.partners import neighbourhood
from graph.paths import MAX_HOPS, Direction

router = APIRouter(tags=["Actors"])

_LISTS = told("ndjson", "csv")


@router.get(
    "/actors",
    response_model=Page[ActorHitOut],
    responses={**_LISTS, **problems(406, 422, 503)},
    summary="Search actors by name",
)
def search_actors(
    parts: Parts,
    ask: AskList,
    q: Annotated[
        str,
        Query(
            max_length=200, description="A name, or its beginning, in any language.", examples=["Selenskyj"]
        ),
    ] = "",
    on: Annotated[
        date | None, Query(description="The day for which 'in office' is meant.", examples=["2025-08-15"])
    ] = None,
    explain: Explain = False,
) -> Response:
    """The actors that a name may mean, the best first; without a name, those with most events.

    A beginning is enough, so that this serves to complete what is being typed.
    """

    def told(hit: graph.ActorHit) -> shapes.Json:
        return shapes.actor_hit(hit) | ({"explanation": _why(hit)} if explain else {})

    def fetch(limit: int, cursor: str | None) -> Found:
        events, name, ident = key_of(cursor, int, str, str) if cursor else (None, None, None)
        after = (int(events), str(name), str(ident)) if events is not None else None
        found = busiest(parts.store, limit + 1, after)
        more = len(found) > limit
        last = found[limit - 1] if more else None
        following = cursor_of((last.events, last.actor.name, last.id)) if last else None
        return Found(len(found), [told(hit) for hit in found[:limit]], following, exact=not (more or after))

    if not q.strip():
        return ask.answer(fetch, ActorHitOut)
    found = graph.search(parts.store, q, on=on, limit=graph.CANDIDATES)
    keys = [(hit.fit.value, -hit.events, int(not hit.office), -hit.rank, hit.id) for hit in found]
    return ask.all_of([told(hit) for hit in found], keys, ActorHitOut)


def _why(hit: graph.ActorHit) -> shapes.Json:
    return {"fit": hit.fit.value, "events": hit.events, "in_office": hit.office, "prominence": hit.rank}


@router.get(
    "/actors/{id}",
    response_model=ActorDetailOut,
    responses={**told("jsonld"), **MOVED, **problems(404, 406, 409, 422, 503)},
    summary="Show an actor",
)
def show_actor(
    request: Request, parts: Parts, etag: Fresh, actor: ActorPath, fields: Fields, form: AsForm
) -> Response:
    """Names in all languages, and the positions held with their days."""
    follow_actor(request, parts.store, actor)
    chosen_fields.check(fields, ActorDetailOut)
    found = meant(parts.store, actor, "id")
    if form == "jsonld":
        return reply(linked_actor(parts.store, found.id), etag, kind=MEDIA_TYPES[form])
    return reply(picked(shapes.actor_detail(graph.actor(parts.store, found.id)), fields), etag)


@router.get(
    "/actors/{id}/partners",
    response_model=PartnersOut,
    responses={**_LISTS, **MOVED, **problems(404, 406, 409, 422, 503)},
    summary="List with whom an actor has had to do",
)
def list_partners(
    request: Request, parts: Parts, ask: AskList, wanted: Wanted, known: AsKnown, actor: ActorPath
) -> Response:
    """All who take part in an actor's events, those with most events first, with the mean score.

    A state or organisation is taken with all who act for it, who are then no partners of its own.
    """
    follow_actor(request, parts.store, actor, known)
    found = meant(parts.store, actor, "id", wanted.day, known)
    partners = neighbourhood(parts.store, found.id, filter_of(parts.store, wanted, known), known=known)
    head = {"actor": shapes.actor_ref(found), **known.text}
    keys = [(-one.events, one.actor.id) for one in partners]
    return ask.all_of([shapes.partner(one) for one in partners], keys, PartnerOut, head)


@router.get(
    "/actors/{id}/reach",
    response_model=ReachOut,
    responses={**_LISTS, **MOVED, **problems(404, 406, 409, 422, 503)},
    summary="List whom an actor's acts can have reached",
)
def list_reached(
    request: Request,
    parts: Parts,
    ask: AskList,
    known: AsKnown,
    actor: ActorPath,
    start: From = None,
    end: To = None,
    direction: Annotated[
        Direction, Query(description="`to`: those whose acts can have reached the actor.")
    ] = "from",
    max_hops: Annotated[int, Query(ge=1, le=MAX_HOPS, description="At most so many events.")] = 4,
    certainty: Sure = "possible",
    event_type: Types = None,
    include: Include = "none",
    directed: Annotated[bool, Query(description="Only from those who act to those acted upon.")] = False,
) -> Response:
    """Along chains of events each of which can follow the one before in time, the earliest arrival first."""
    follow_actor(request, parts.store, actor, known)
    asked = (actor, start, end, direction, max_hops, certainty, tuple(event_type or ()), include, directed)
    ref = meant(parts.store, actor, "id", end or start, known)

    def fetch(limit: int, cursor: str | None) -> Found:
        _, page = ask_reach(parts.store, ReachQuestion(*asked, limit=limit, cursor=cursor, known=known))
        return Found(page.total, [shapes.reached_actor(one) for one in page.results], page.next)

    head = {"actor": shapes.actor_ref(ref), "direction": direction, "certainty": certainty, **known.text}
    return ask.answer(fetch, ReachedOut, head)
