"""Actors: search, profile, timeline."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from api import shapes
from api.answers import collection, following, problems, reply
from api.asking import Certainty, TimelineQuestion, ask, meant
from api.deps import Fresh, Parts
from api.params import Cursor, Day, Limit
from api.schemas import ActorDetailOut, ActorHitOut, Page, TimelineOut
from graph import actors as graph
from graph.busiest import busiest

router = APIRouter(tags=["Actors"])

ActorPath = Annotated[
    str, Path(alias="id", description="An actor's id, or a name in any of the languages.", examples=["Q7747"])
]


@router.get(
    "/actors", response_model=Page[ActorHitOut], responses=problems(422, 503), summary="Search actors by name"
)
def search_actors(
    parts: Parts,
    etag: Fresh,
    q: Annotated[
        str,
        Query(
            max_length=200, description="A name, or its beginning, in any language.", examples=["Selenskyj"]
        ),
    ] = "",
    on: Annotated[
        date | None, Query(description="The day for which 'in office' is meant.", examples=["2025-08-15"])
    ] = None,
    limit: Limit = None,
) -> Response:
    """The actors that a name may mean, the best first; without a name, those with most events."""
    limit = limit or parts.settings.page_size
    store = parts.store
    found = graph.search(store, q, on=on, limit=limit) if q.strip() else busiest(store, limit)
    return reply(collection([shapes.actor_hit(hit) for hit in found], exact=len(found) < limit), etag)


@router.get(
    "/actors/{id}",
    response_model=ActorDetailOut,
    responses=problems(404, 409, 422, 503),
    summary="Show an actor",
)
def show_actor(parts: Parts, etag: Fresh, actor: ActorPath) -> Response:
    """Names in all languages, and the positions held with their days."""
    found = meant(parts.store, actor, "id")
    return reply(shapes.actor_detail(graph.actor(parts.store, found.id)), etag)


@router.get(
    "/actors/{id}/timeline",
    response_model=TimelineOut,
    responses=problems(404, 409, 422, 503),
    summary="List the events of an actor",
)
def show_timeline(
    request: Request,
    parts: Parts,
    etag: Fresh,
    actor: ActorPath,
    start: Annotated[Day, Query(alias="from", description="First day; open where absent.")] = None,
    end: Annotated[Day, Query(alias="to", description="Last day, included; open where absent.")] = None,
    with_actor: Annotated[
        str | None,
        Query(alias="with", description="Only events in which this actor takes part too (id or name)."),
    ] = None,
    event_type: Annotated[
        list[str] | None, Query(alias="type", description="Only these event types.", examples=[["CONSULT"]])
    ] = None,
    include: Annotated[
        str,
        Query(
            description="Events beyond those that somebody says to have happened: `planned`, `denied`, "
            "`possible`, `hypothetical`, several separated by commas, `all` or `none`.",
            examples=["planned,denied"],
        ),
    ] = "none",
    certainty: Annotated[
        Certainty,
        Query(description="`certain`: only events that lie within the days whatever is still unknown."),
    ] = "possible",
    limit: Limit = None,
    cursor: Cursor = None,
    form: Annotated[
        Literal["json", "csv"], Query(alias="format", description="`csv` for spreadsheets.")
    ] = "json",
) -> Response:
    """Sorted by the first and then the last day on which each can have been; undated ones come first."""
    limit = limit or parts.settings.page_size
    types = tuple(event_type or ())
    question = TimelineQuestion(actor, start, end, with_actor, types, include, certainty, limit, cursor)
    ref, page = ask(parts.store, question)
    rows = [shapes.event_row(row) for row in page.rows]
    if form == "csv":
        return Response(_csv(rows), 200, {"ETag": etag, "Cache-Control": "no-cache"}, "text/csv")
    listed = collection(rows, page.total_value, following=following(request, page.next))
    return reply({"actor": shapes.actor_ref(ref), **listed}, etag)


def _csv(rows: Iterable[shapes.Json]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(shapes.EVENT_COLUMNS)
    writer.writerows(shapes.flat(row) for row in rows)
    return out.getvalue()
