"""Decisions of people: two events are one, one event is two; listed and undone."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from api import shapes
from api.access import Body, By, administrator
from api.answers import problems, reply
from api.bodies import described, parsed
from api.deps import Parts
from api.forms import told
from api.listing import AskList
from api.params import AsKnown, Why
from api.schemas.decisions import RulingOut, RulingsOut
from graph.decisions import merge, split, undo
from graph.rulings import rulings

router = APIRouter(tags=["Decisions"])
_FAILS = problems(403, 404, 408, 410, 413, 415, 422, 503)
Because = Annotated[str | None, Field(max_length=2_000, description="Why; stays on record.")]


class MergeIn(BaseModel):
    """Two events that are one."""

    model_config = ConfigDict(extra="forbid")

    first: str = Field(description="An event's id.", examples=["e3c1f0d2b4e59687"])
    second: str = Field(description="The other's.", examples=["e0d2b4e596873c1f"])
    because: Because = None


class SplitIn(BaseModel):
    """The statements of an event that mean another one than the rest."""

    model_config = ConfigDict(extra="forbid")

    statements: list[str] = Field(min_length=1, max_length=1_000, examples=[["s3c1f0d2b4e59687"]])
    because: Because = None


@router.get(
    "/events/merges",
    response_model=RulingsOut,
    responses={**told("ndjson", "csv"), **problems(406, 422, 503)},
    summary="List decisions",
)
def list_decisions(parts: Parts, ask: AskList, known: AsKnown) -> Response:
    """All decisions about the identity of events and actors, also those undone, the earliest first.

    Nobody publishes them, so that `as_of` leaves none out; `recorded_before` does.
    """
    found = rulings(parts.store, known)
    keys = [(one.recorded.isoformat(), one.id) for one in found]
    return ask.all_of([shapes.ruling(one) for one in found], keys, RulingOut, known.text)


@router.post(
    "/events/merges",
    response_model=RulingOut,
    status_code=201,
    responses=_FAILS,
    dependencies=[Depends(administrator)],
    openapi_extra=described(MergeIn),
    summary="Decide that two events are one",
)
def merge_events(parts: Parts, by: By, body: Body) -> Response:
    """It holds for articles that come later too, until it is undone. Needs a key of scope `admin`."""
    asked = parsed(body, MergeIn)
    done = merge(parts.store, asked.first, asked.second, because=asked.because, by=by)
    return reply(shapes.ruling(done), status=201)


@router.post(
    "/events/{id}/split",
    response_model=RulingOut,
    status_code=201,
    responses=_FAILS,
    dependencies=[Depends(administrator)],
    openapi_extra=described(SplitIn),
    summary="Decide that one event is two",
)
def split_event(
    parts: Parts,
    by: By,
    body: Body,
    event_id: Annotated[str, Path(alias="id", description="An event's id.")],
) -> Response:
    """The named statements become an event of their own. Needs a key of scope `admin`."""
    asked = parsed(body, SplitIn)
    done = split(parts.store, event_id, asked.statements, because=asked.because, by=by)
    return reply(shapes.ruling(done), status=201)


@router.delete(
    "/events/merges/{id}",
    response_model=RulingOut,
    responses=_FAILS,
    dependencies=[Depends(administrator)],
    summary="Undo a decision about events",
)
def undo_decision(
    parts: Parts,
    by: By,
    decision_id: Annotated[str, Path(alias="id", description="A decision's id, of a merge or a split.")],
    because: Why = None,
) -> Response:
    """The graph is as if it had never been taken; it stays on record. Needs a key of scope `admin`."""
    return reply(shapes.ruling(undo(parts.store, decision_id, because=because, by=by)))
