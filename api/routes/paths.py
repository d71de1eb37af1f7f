"""Paths: how one actor leads to another through events that follow one another."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import shapes
from api.answers import collection, problems, reply
from api.asking import Certainty, PathQuestion, ask_path
from api.deps import Fresh, Parts
from api.params import Day
from api.schemas import PathsOut
from graph.paths import MAX_HOPS, Objective

router = APIRouter(tags=["Paths"])


@router.get(
    "/paths",
    response_model=PathsOut,
    responses=problems(404, 409, 422, 503),
    summary="Find a path in time from one actor to another",
)
def find_paths(
    parts: Parts,
    etag: Fresh,
    source: Annotated[str, Query(description="Where it sets out: id or name.", examples=["Kim Jong-un"])],
    target: Annotated[str, Query(description="Where it leads: id or name.", examples=["Donald Trump"])],
    start: Annotated[Day, Query(alias="from", description="First day; open where absent.")] = None,
    end: Annotated[Day, Query(alias="to", description="Last day, included; open where absent.")] = None,
    max_hops: Annotated[int, Query(ge=1, le=MAX_HOPS, description="At most so many events.")] = 4,
    objective: Annotated[Objective, Query(description="What counts most.")] = "earliest-arrival",
    certainty: Annotated[
        Certainty,
        Query(description="Whether the dates must only allow the order of the events, or prove it."),
    ] = "possible",
    event_type: Annotated[list[str] | None, Query(alias="type", description="Only these types.")] = None,
    include: Annotated[
        str, Query(description="Also `planned`, `possible`, `hypothetical` events, separated by commas.")
    ] = "none",
    directed: Annotated[bool, Query(description="Only from those who act to those acted upon.")] = False,
) -> Response:
    """The best chain of events, each of which can follow the one before; an empty list if there is none."""
    question = PathQuestion(
        *(source, target, start, end, max_hops, objective, certainty),
        types=tuple(event_type or ()),
        include=include,
        directed=directed,
    )
    one, other, found = ask_path(parts.store, question)
    ends = {"source": shapes.actor_ref(one), "target": shapes.actor_ref(other)}
    return reply({**ends, **collection([shapes.path(path) for path in found])}, etag)
