"""Which form an answer takes: by ``format``, or by the media types that the client accepts."""

from typing import Annotated, Any, Literal

from fastapi import Depends, Header, Query

from api.problems import NOT_ACCEPTABLE, RequestError
from graph.endpoint import accepted
from graph.endpoint.results import chosen

MEDIA_TYPES = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "ics": "text/calendar",
    "graphml": "application/graphml+xml",
}
"""What each form is called in HTTP; the first that a route offers is its default."""

ListForm = Literal["json", "ndjson", "csv"]
EventsForm = Literal["json", "ndjson", "csv", "jsonld", "ics", "graphml"]
PathsForm = Literal["json", "ndjson", "graphml"]
OneForm = Literal["json", "jsonld"]

Accept = Annotated[str, Header(description="The media types that you take; `format` counts before it.")]
_TOLD = "The form of the answer, instead of `Accept`."


def _chosen(form: str | None, accept: str, offered: tuple[str, ...]) -> str:
    if form:
        return form
    if not accept or accept == "*/*":
        return offered[0]
    kinds = {MEDIA_TYPES[name]: name for name in offered}
    kind = chosen(accepted(accept), list(kinds))
    if kind is None:
        raise RequestError(NOT_ACCEPTABLE, f"There is no such form here. Accept one of: {', '.join(kinds)}.")
    return kinds[kind]


async def list_form(
    accept: Accept = "", form: Annotated[ListForm | None, Query(alias="format", description=_TOLD)] = None
) -> str:
    """The form of a list."""
    return _chosen(form, accept, ("json", "ndjson", "csv"))


async def events_form(
    accept: Accept = "", form: Annotated[EventsForm | None, Query(alias="format", description=_TOLD)] = None
) -> str:
    """The form of a list of events."""
    return _chosen(form, accept, tuple(MEDIA_TYPES))


async def paths_form(
    accept: Accept = "", form: Annotated[PathsForm | None, Query(alias="format", description=_TOLD)] = None
) -> str:
    """The form of paths."""
    return _chosen(form, accept, ("json", "ndjson", "graphml"))


async def _one_form(
    accept: Accept = "", form: Annotated[OneForm | None, Query(alias="format", description=_TOLD)] = None
) -> str:
    return _chosen(form, accept, ("json", "jsonld"))


AsForm = Annotated[str, Depends(_one_form)]
"""The form of one thing: JSON, or JSON-LD."""


def told(*forms: str) -> dict[int | str, dict[str, Any]]:
    """The documentation of a route's other forms than JSON."""
    content = {MEDIA_TYPES[form]: {"schema": {} if "json" in form else {"type": "string"}} for form in forms}
    return {200: {"description": "In the form that is asked for.", "content": content}}
