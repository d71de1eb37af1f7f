"""Timelines of actors, dyads, sets, places, types and events; and the same counted by periods."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from api import shapes
from api.answers import MOVED, problems
from api.asking import meant
from api.cursors import Key
from api.deps import Parts
from api.forms import told
from api.lines import event_line
from api.listing import Ask, AskEvents, AskList, Found
from api.moved import follow_actor
from api.params import ActorPath, AsKnown, Wanted
from api.schemas.actors import SharedOut, SharedPartnersOut
from api.schemas.events import EventRowOut
from api.schemas.timelines import CountsOut, DyadOut, EventsOut, PeriodOut, TimelineOut
from api.scopes import FilterQuestion, ScopeQuestion, filter_of, scope_of
from graph.known import Known
from graph.partners import shared_partners
from graph.store import Store
from graph.timelines import Counted, Filter, PeriodKind, Scope, counts, page, told_page

router = APIRouter(tags=["Timelines"])

_EVENTS = told("ndjson", "csv", "jsonld", "ics", "graphml")
_LISTS = told("ndjson", "csv")
_PROBLEMS = problems(404, 406, 409, 422, 503)
_SCOPE_PROBLEMS = problems(404, 406, 409, 410, 422, 503)
By = Annotated[PeriodKind, Query(description="How long the periods are.")]
First = Annotated[str, Path(alias="a", description="The one side: id or name.", examples=["Q159"])]
Second = Annotated[str, Path(alias="b", description="The other side: id or name.", examples=["Q212"])]
WithActors = Annotated[
    list[str] | None,
    Query(alias="with", description="Only events in which one of these takes part too (ids or names)."),
]


async def _scope(
    actor: Annotated[list[str] | None, Query(description="Events of these actors (ids or names).")] = None,
    with_actor: WithActors = None,
    among: Annotated[bool, Query(description="Only events in which two of the actors take part.")] = False,
    place: Annotated[
        str | None, Query(description="Instead of actors: events at a place, by name or id.")
    ] = None,
    event: Annotated[
        str | None,
        Query(description="Instead of actors: this event, and those that texts place in time by it."),
    ] = None,
) -> ScopeQuestion:
    return ScopeQuestion(tuple(actor or ()), tuple(with_actor or ()), among, place, event)


Asked = Annotated[ScopeQuestion, Depends(_scope)]


@router.get(
    "/actors/{id}/timeline",
    response_model=TimelineOut,
    responses={**_EVENTS, **MOVED, **_PROBLEMS},
    summary="List the events of an actor",
)
def show_timeline(
    request: Request,
    parts: Parts,
    ask: AskEvents,
    wanted: Wanted,
    known: AsKnown,
    actor: ActorPath,
    with_actor: WithActors = None,
) -> Response:
    """Sorted by the first and then the last day on which each can have been; undated ones come first."""
    follow_actor(request, parts.store, actor, known)
    asked = ScopeQuestion((actor,), tuple(with_actor or ()))
    scope, (found,) = scope_of(parts.store, asked, wanted.day, known)
    head = {"actor": shapes.actor_ref(found), **known.text}
    return _events(ask, parts.store, scope, filter_of(parts.store, wanted, known), known, head)


@router.get(
    "/timeline",
    response_model=EventsOut,
    responses={**_EVENTS, **_SCOPE_PROBLEMS},
    summary="List events of several actors, a place, an event or a type",
)
def list_events(parts: Parts, ask: AskEvents, asked: Asked, wanted: Wanted, known: AsKnown) -> Response:
    """One of `actor` (or several, also `with` others or `among` them), `place`, `event`; or `type` alone."""
    scope, actors = scope_of(parts.store, asked, wanted.day, known, "actor")
    head = {"actors": [shapes.actor_ref(one) for one in actors], **known.text}
    return _events(ask, parts.store, scope, filter_of(parts.store, wanted, known), known, head)


@router.get(
    "/timeline/counts",
    response_model=CountsOut,
    responses={**_LISTS, **_SCOPE_PROBLEMS},
    summary="Count events by days, weeks, months or years",
)
def count_events(
    parts: Parts, ask: AskList, asked: Asked, wanted: Wanted, known: AsKnown, by: By = "month"
) -> Response:
    """The same events as `/v1/timeline` lists; periods without any are left out."""
    scope, actors = scope_of(parts.store, asked, wanted.day, known, "actor")
    found = counts(parts.store, scope, filter_of(parts.store, wanted, known), by=by, known=known)
    head = {"actors": [shapes.actor_ref(one) for one in actors], **_sums(found, by), **known.text}
    return ask.all_of(*_periods(found), PeriodOut, head)


@router.get(
    "/dyads/{a}/{b}",
    response_model=DyadOut,
    responses={**_LISTS, **MOVED, **_PROBLEMS},
    summary="Show how two actors get on",
)
def show_dyad(
    request: Request,
    parts: Parts,
    ask: AskList,
    wanted: Wanted,
    known: AsKnown,
    first: First,
    second: Second,
    by: By = "month",
) -> Response:
    """Conflict and cooperation by periods: counts and mean scores. States stand for all who act for them."""
    scope, ends = _dyad(request, parts.store, first, second, wanted, known)
    found = counts(parts.store, scope, filter_of(parts.store, wanted, known), by=by, known=known)
    return ask.all_of(*_periods(found), PeriodOut, {**ends, **_sums(found, by), **known.text})


@router.get(
    "/dyads/{a}/{b}/partners",
    response_model=SharedPartnersOut,
    responses={**_LISTS, **MOVED, **_PROBLEMS},
    summary="List the partners that two actors share",
)
def list_shared_partners(
    request: Request, parts: Parts, ask: AskList, wanted: Wanted, known: AsKnown, first: First, second: Second
) -> Response:
    """All with whom both have had to do, those first with whom the less busy of both has most events."""
    scope, ends = _dyad(request, parts.store, first, second, wanted, known)
    (one,), (other,) = scope.actors, scope.others
    found = shared_partners(parts.store, one, other, filter_of(parts.store, wanted, known), known=known)
    keys = [(-min(both.one.events, both.other.events), -both.one.events, both.actor.id) for both in found]
    rows = [shapes.shared_partner(both) for both in found]
    return ask.all_of(rows, keys, SharedOut, {**ends, **known.text})


def _dyad(
    request: Request, store: Store, first: str, second: str, wanted: FilterQuestion, known: Known
) -> tuple[Scope, shapes.Json]:
    follow_actor(request, store, first, known)
    follow_actor(request, store, second, known)
    one = meant(store, first, "a", wanted.day, known)
    other = meant(store, second, "b", wanted.day, known)
    ends = {"first": shapes.actor_ref(one), "second": shapes.actor_ref(other)}
    return Scope((one.id,), (other.id,)), ends


def _events(
    ask: Ask, store: Store, scope: Scope, wanted: Filter, known: Known, head: shapes.Json
) -> Response:
    def fetch(limit: int, cursor: str | None) -> Found:
        if known.now:
            lines = told_page(store, scope, wanted, limit=limit, cursor=cursor)
            return Found(lines.total, [event_line(row) for row in lines.rows], lines.next)
        found = page(store, scope, wanted, limit=limit, cursor=cursor, known=known)
        return Found(found.total_value, [shapes.event_row(row) for row in found.rows], found.next)

    return ask.answer(fetch, EventRowOut, head, known)


def _periods(found: Counted) -> tuple[list[shapes.Json], list[Key]]:
    rows = [
        {**asdict(one), "first": one.first.isoformat(), "last": one.last.isoformat()} for one in found.periods
    ]
    return rows, [(row["first"],) for row in rows]


def _sums(found: Counted, by: PeriodKind) -> shapes.Json:
    return {"by": by, "events": found.total, "score": found.score}
