"""OpenRefine and its like: names of a table to actors (W3C Reconciliation Service API 0.2)."""

from collections.abc import Iterable
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field, RootModel, TypeAdapter, ValidationError

from api import reconciling
from api.access import Body
from api.answers import problems, reply
from api.deps import Parts, Services
from api.problems import WRONG_MEDIA_TYPE, RequestError
from api.shapes import Json
from graph import actors as graph
from graph.rdf.terms import BASE, RG
from ontology.errors import ParameterError

router = APIRouter(tags=["Reconciliation"])
_BATCH = TypeAdapter(dict[str, reconciling.Query])
_FORM = "application/x-www-form-urlencoded"
Prefix = Annotated[str, Query(max_length=200, description="What was typed.", examples=["st"])]
EXAMPLE = '{"q0": {"query": "Merkel", "type": "person", "limit": 3}}'


class Named(BaseModel):
    """Something with an id and a name."""

    id: str = Field(examples=["person"])
    name: str = Field(examples=["Person"])
    description: str | None = None
    notable: list[dict[str, Any]] | None = None


class Candidate(BaseModel):
    """An actor that a name may mean."""

    id: str = Field(examples=["Q567"])
    name: str = Field(examples=["Angela Merkel"])
    description: str
    type: list[Named]
    score: float = Field(description="100 for a full name, less for parts and other spellings.")
    match: bool = Field(description="Whether no other can be meant.")
    features: list[dict[str, Any]]


class Result(BaseModel):
    """The candidates for one query."""

    result: list[Candidate]


class Results(RootModel[dict[str, Result]]):
    """The candidates for each query, under its key."""


class Manifest(BaseModel):
    """What the service can do."""

    versions: list[str]
    name: str
    identifierSpace: str  # noqa: N815 - the standard names it so
    schemaSpace: str  # noqa: N815
    defaultTypes: list[Named]  # noqa: N815
    view: dict[str, Any]
    preview: dict[str, Any]
    suggest: dict[str, Any]
    batchSize: int  # noqa: N815


class Suggestions(BaseModel):
    """What a beginning may mean."""

    result: list[Named]


@router.get(
    "/reconcile",
    response_model=Manifest | Results,
    responses=problems(422, 503),
    summary="Tell what the reconciliation service can do, or reconcile names",
)
def describe(
    request: Request,
    parts: Parts,
    queries: Annotated[
        str | None,
        Query(max_length=2_000, description="Queries as JSON; more of them by POST.", examples=[EXAMPLE]),
    ] = None,
) -> Response:
    """Without `queries` the manifest; give this address to OpenRefine as that of a standard service."""
    if queries is not None:
        return _results(parts, queries)
    base = str(request.base_url).rstrip("/")
    return reply(reconciling.manifest(base, f"{BASE}actor/", RG))


@router.post(
    "/reconcile",
    response_model=Results,
    responses=problems(408, 413, 415, 422, 503),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                _FORM: {
                    "schema": {
                        "type": "object",
                        "required": ["queries"],
                        "properties": {"queries": {"type": "string", "examples": [EXAMPLE]}},
                    },
                    "example": {"queries": EXAMPLE},
                }
            },
        }
    },
    summary="Reconcile names",
)
def reconcile(request: Request, parts: Parts, body: Body) -> Response:
    """A form with `queries`: an object of up to 50 queries, as OpenRefine sends it."""
    if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != _FORM:
        raise RequestError(WRONG_MEDIA_TYPE, f"Send the queries as {_FORM}.", {"Accept": _FORM})
    try:
        form = parse_qs(body.decode(), max_num_fields=20)
    except ValueError as error:
        raise ParameterError("queries", f"The form can't be read: {error}.") from error
    return _results(parts, form.get("queries", [""])[0])


@router.get(
    "/reconcile/suggest/entity",
    response_model=Suggestions,
    responses=problems(422, 503),
    summary="Complete the name of an actor",
)
def suggest_entity(
    parts: Parts,
    prefix: Prefix,
    cursor: Annotated[int, Query(ge=0, le=1_000, description="How many to leave out.")] = 0,
) -> Response:
    """For the field in which users of OpenRefine search a match."""
    return reply({"result": reconciling.suggestions(parts.store, prefix, cursor)})


@router.get(
    "/reconcile/suggest/type",
    response_model=Suggestions,
    responses=problems(422),
    summary="Complete the name of a type of actors",
)
def suggest_type(prefix: Prefix) -> Response:
    """The types by which names can be narrowed."""
    return _suggested(prefix, map(reconciling.kind, reconciling.TYPES))


@router.get(
    "/reconcile/suggest/property",
    response_model=Suggestions,
    responses=problems(422),
    summary="Complete the name of a property",
)
def suggest_property(prefix: Prefix) -> Response:
    """The columns that can be sent along: `state`."""
    return _suggested(prefix, [reconciling.STATE])


@router.get(
    "/reconcile/preview",
    response_class=HTMLResponse,
    responses=problems(404, 422, 503),
    summary="Show an actor in a small page",
)
def preview(
    parts: Parts, actor: Annotated[str, Query(alias="id", description="An actor's id.", examples=["Q7747"])]
) -> HTMLResponse:
    """For the frame that OpenRefine opens over a candidate."""
    return HTMLResponse(reconciling.preview(graph.actor(parts.store, actor)))


def _suggested(prefix: str, known: Iterable[Json]) -> Response:
    """Those whose id begins so."""
    return reply({"result": [one for one in known if one["id"].startswith(prefix.strip().lower())]})


def _results(parts: Services, queries: str) -> Response:
    try:
        asked = _BATCH.validate_json(queries)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ParameterError("queries", f"queries {where}: {first['msg']}.") from error
    if len(asked) > reconciling.BATCH:
        raise ParameterError("queries", f"At most {reconciling.BATCH} queries are answered at once.")
    return reply({name: {"result": reconciling.candidates(parts.store, one)} for name, one in asked.items()})
