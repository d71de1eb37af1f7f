"""Paths and sequences: how one actor leads to another through time, and what is followed by what."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from api import fields as chosen_fields
from api import shapes
from api.answers import collection, problems, reply
from api.asking import PathQuestion, ask_path, meant
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import MEDIA_TYPES, paths_form, told
from api.graphml import path_graph
from api.listing import AskList, Found
from api.params import AsKnown, From, Include, Sure, To, Types
from api.schemas.paths import PathOut, PathsOut, SequenceOut, SequencesOut
from api.scopes import FilterQuestion, filter_of, kind_of
from graph.paths import MAX_HOPS, MAX_PATHS, Objective
from graph.sequences import sequences

router = APIRouter(tags=["Paths"])


@router.get(
    "/paths",
    response_model=PathsOut,
    responses={**told("graphml"), **problems(404, 406, 409, 422, 503)},
    summary="Find paths in time from one actor to another",
)
def find_paths(
    parts: Parts,
    etag: Fresh,
    known: AsKnown,
    fields: Fields,
    form: Annotated[str, Depends(paths_form)],
    source: Annotated[str, Query(description="Where it sets out: id or name.", examples=["Kim Jong-un"])],
    target: Annotated[str, Query(description="Where it leads: id or name.", examples=["Donald Trump"])],
    start: From = None,
    end: To = None,
    max_hops: Annotated[int, Query(ge=1, le=MAX_HOPS, description="At most so many events.")] = 4,
    objective: Annotated[Objective, Query(description="What counts most.")] = "earliest-arrival",
    certainty: Sure = "possible",
    event_type: Types = None,
    include: Include = "none",
    directed: Annotated[bool, Query(description="Only from those who act to those acted upon.")] = False,
    count: Annotated[int, Query(ge=1, le=MAX_PATHS, description="So many paths, the best first.")] = 1,
) -> Response:
    """The best chains of events, each of which can follow the one before; an empty list if there is none."""
    chosen_fields.check(fields, PathOut)
    limits = (max_hops, objective, certainty, tuple(event_type or ()), include, directed, count, known)
    one, other, found = ask_path(parts.store, PathQuestion(source, target, start, end, *limits))
    paths = [shapes.path(path) for path in found]
    if form == "graphml":
        return reply(path_graph(paths), etag, kind=MEDIA_TYPES[form])
    ends = {"source": shapes.actor_ref(one), "target": shapes.actor_ref(other), **known.text}
    return reply({**ends, **collection([picked(path, fields) for path in paths])}, etag)


@router.get(
    "/sequences",
    response_model=SequencesOut,
    responses={**told("ndjson", "csv"), **problems(404, 406, 409, 422, 503)},
    summary="List events that are followed by others",
)
def list_sequences(
    parts: Parts,
    ask: AskList,
    known: AsKnown,
    first: Annotated[
        str, Query(description="A type of events, or a mode of it.", examples=["CONSULT/visit"])
    ],
    second: Annotated[str, Query(description="By what they are followed, likewise.", examples=["AGREE"])],
    within: Annotated[int, Query(ge=1, le=36_500, description="After at most so many days.")] = 30,
    actor: Annotated[
        str | None, Query(description="Only events in which this actor takes part (id or name).")
    ] = None,
    start: From = None,
    end: To = None,
    include: Include = "none",
    certainty: Sure = "possible",
) -> Response:
    """Pairs of events with the same two sides, the second after the first, such as visits and agreements."""
    store, day = parts.store, end or start
    kinds = [(kind_of(first, "first"), "first"), (kind_of(second, "second"), "second")]
    one, other = (
        filter_of(store, FilterQuestion(start, end, *kind, include=include), known) for kind, _ in kinds
    )
    whose = meant(store, actor, "actor", day, known).id if actor else None

    def fetch(limit: int, cursor: str | None) -> Found:
        found = sequences(
            *(store, one, other),
            within_days=within,
            actor_id=whose,
            certainty=certainty,
            limit=limit,
            cursor=cursor,
            known=known,
        )
        return Found(found.total, [shapes.sequence(pair) for pair in found.results], found.next)

    return ask.answer(fetch, SequenceOut, known.text)
