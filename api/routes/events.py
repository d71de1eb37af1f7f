"""Events: what the sources say of each, why its dates are what they are, and why reports are one."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import fields as chosen_fields
from api import shapes
from api.answers import MOVED, problems, reply
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import MEDIA_TYPES, AsForm, told
from api.linked import linked_events
from api.listing import AskList, Found
from api.moved import follow
from api.params import AsKnown, Explain
from api.schemas.decisions import ExplanationOut, ExplanationsOut
from api.schemas.events import ComparisonOut, EventDetailOut
from graph import events as graph
from graph.orders import compare
from graph.rulings import explain as explained
from graph.rulings import merged

router = APIRouter(tags=["Events"])

EventPath = Annotated[str, Path(alias="id", description="An event's id.")]


class EventOut(EventDetailOut):
    """One event with all that is known of it, as of a time."""

    as_of: str | None = None
    recorded_before: str | None = None
    explanation: ExplanationOut | None = None


@router.get(
    "/events/{id}",
    response_model=EventOut,
    responses={**told("jsonld"), **MOVED, **problems(404, 406, 410, 422, 503)},
    summary="Show an event with its sources",
)
def show_event(
    request: Request,
    parts: Parts,
    etag: Fresh,
    known: AsKnown,
    fields: Fields,
    form: AsForm,
    event_id: EventPath,
    explain: Explain = False,
) -> Response:
    """Every statement with its article, speaker, sentence and offsets, and the proof of narrowed dates.

    With `explain`, why its statements are one event. An event that became part of another is 308.
    """
    chosen_fields.check(fields, EventOut)
    found = graph.event(parts.store, event_id, known)
    if known.now:
        follow(request, event_id, found.id)
    if form == "jsonld":
        return reply(linked_events(parts.store, [found.id], known), etag, kind=MEDIA_TYPES[form])
    row = {**shapes.event(found), **known.text}
    if explain and found.statements:
        row["explanation"] = shapes.explanation(explained(parts.store, found.id, known))
    return reply(picked(row, fields), etag)


@router.get(
    "/events/{id}/order/{other}",
    response_model=ComparisonOut,
    responses={**MOVED, **problems(404, 410, 422, 503)},
    summary="Tell which of two events was first",
)
def compare_events(
    request: Request,
    parts: Parts,
    etag: Fresh,
    known: AsKnown,
    event_id: EventPath,
    other: Annotated[str, Path(description="The other event's id.")],
) -> Response:
    """Whether the first precedes, follows or overlaps the second: certainly, possibly, never; with proof."""
    if known.now:
        for name in (event_id, other):
            follow(request, name, graph.event(parts.store, name).id)
    return reply({**shapes.comparison(compare(parts.store, event_id, other, known)), **known.text}, etag)


@router.get(
    "/merges",
    response_model=ExplanationsOut,
    responses={**told("ndjson", "csv"), **problems(406, 422, 503)},
    summary="Explain which statements were taken for one event",
)
def list_merges(parts: Parts, ask: AskList, known: AsKnown) -> Response:
    """All events that several statements report, by id: how well these fit, and what people have decided."""

    def fetch(limit: int, cursor: str | None) -> Found:
        found = merged(parts.store, after=cursor or "", limit=limit + 1, known=known)
        rows = [shapes.explanation(one) for one in found[:limit]]
        more = len(found) > limit
        return Found(len(rows), rows, found[limit - 1].event if more else None, exact=not more and not cursor)

    return ask.answer(fetch, ExplanationOut, known.text)
