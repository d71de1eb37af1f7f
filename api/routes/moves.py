"""Who unresolved actors are: listed, decided and undone."""

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
from api.params import Why
from api.routes.decisions import Because
from api.schemas.base import ActorFull, Page
from api.schemas.decisions import RulingOut
from graph.moves import link, unlink, unresolved

router = APIRouter(tags=["Decisions"])
_FAILS = problems(403, 404, 408, 413, 415, 422, 503)
_ALL = 100_000


class UnresolvedOut(ActorFull):
    """An actor that the gazetteer lacks and that nobody has linked."""

    events: int = Field(description="In how many events it takes part.")


class LinkIn(BaseModel):
    """Who an actor is."""

    model_config = ConfigDict(extra="forbid")

    target: str = Field(
        description="The id of an actor of the graph or the gazetteer, or a Wikidata QID.", examples=["Q7747"]
    )
    because: Because = None


@router.get(
    "/actors/unresolved",
    response_model=Page[UnresolvedOut],
    responses={**told("ndjson", "csv"), **problems(406, 422, 503)},
    summary="List unresolved actors",
)
def list_unresolved(parts: Parts, ask: AskList) -> Response:
    """Actors that texts name and the gazetteer lacks, those with most events first."""
    found = unresolved(parts.store, limit=_ALL)
    rows = [{**shapes.actor_ref(one.actor), "events": one.events} for one in found]
    keys = [(-one.events, one.actor.name, one.actor.id) for one in found]
    return ask.all_of(rows, keys, UnresolvedOut)


@router.post(
    "/actors/{id}/link",
    response_model=RulingOut,
    status_code=201,
    responses=_FAILS,
    dependencies=[Depends(administrator)],
    openapi_extra=described(LinkIn),
    summary="Decide who an unresolved actor is",
)
def link_actor(
    parts: Parts,
    by: By,
    body: Body,
    actor_id: Annotated[str, Path(alias="id", description="An unresolved actor's id.")],
) -> Response:
    """Its events become the target's, and its id leads there. Needs a key of scope `admin`."""
    asked = parsed(body, LinkIn)
    done = link(parts.store, actor_id, asked.target, because=asked.because, by=by)
    return reply(shapes.ruling(done), status=201)


@router.delete(
    "/actors/links/{id}",
    response_model=RulingOut,
    responses=_FAILS,
    dependencies=[Depends(administrator)],
    summary="Undo a decision about who an actor is",
)
def unlink_actor(
    parts: Parts,
    by: By,
    decision_id: Annotated[str, Path(alias="id", description="A decision's id.")],
    because: Why = None,
) -> Response:
    """The actor is by itself again; the decision stays on record. Needs a key of scope `admin`."""
    done = unlink(parts.store, decision_id, because=because, by=by)
    return reply(shapes.ruling(done))
