"""Events: what the sources say of each, and why its dates are what they are."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from api import shapes
from api.answers import problems, reply
from api.deps import Fresh, Parts
from api.schemas import EventDetailOut
from graph import events as graph

router = APIRouter(tags=["Events"])


@router.get(
    "/events/{id}",
    response_model=EventDetailOut,
    responses=problems(404, 422, 503),
    summary="Show an event with its sources",
)
def show_event(
    parts: Parts, etag: Fresh, event_id: Annotated[str, Path(alias="id", description="An event's id.")]
) -> Response:
    """Every statement with its article, speaker, sentence and offsets, and the proof of narrowed dates."""
    return reply(shapes.event(graph.event(parts.store, event_id)), etag)
