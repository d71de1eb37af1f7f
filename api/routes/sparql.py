"""SPARQL 1.1: the protocol's endpoint, its description, and the page to write queries on."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from email.message import Message
from typing import Annotated, Any
from urllib.parse import parse_qsl

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import BaseModel, Field

from api import pages
from api.access import Body
from api.answers import collection, problems, reply
from api.deps import Fresh, Parts
from api.params import AsKnown
from api.problems import BUSY, MALFORMED_QUERY, NOT_ACCEPTABLE, WRONG_MEDIA_TYPE, RequestError
from api.schemas.base import Page
from graph.endpoint import BusyError, NotAcceptableError, accepted
from graph.endpoint import Query as Asked
from graph.endpoint.description import dataset, service
from graph.endpoint.results import GRAPHS, TABLES, chosen
from graph.endpoint.tutorial import lessons
from graph.known import Known
from graph.rdf.formats import converted
from ontology.errors import ParameterError

router = APIRouter(tags=["SPARQL"])

# Its own: who waits for SPARQL keeps no other route waiting.
_THREADS = CapacityLimiter(8)

Parameters = list[tuple[str, str]]
_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
_EXAMPLE = "SELECT ?event ?label WHERE { ?event a rg:Event ; rdfs:label ?label } LIMIT 10"
_TABLES = "SELECT and ASK: the results in the form that `Accept` names."
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": f"{_TABLES} CONSTRUCT and DESCRIBE: RDF. Without a query: the service description.",
        "content": {
            kind: {"schema": {} if kind.endswith("json") else {"type": "string"}}
            for kind in dict.fromkeys((*TABLES, *GRAPHS))
        },
    },
    **problems(400, 406, 413, 415, 422, 503),
}
_RDF: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {kind: {"schema": {} if kind.endswith("json") else {"type": "string"}} for kind in GRAPHS},
        "description": "RDF.",
    },
    **problems(422, 503),
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            _DIRECT: {"schema": {"type": "string"}, "example": _EXAMPLE},
            _FORM: {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "properties": {"query": {"type": "string"}},
                },
                "example": {"query": _EXAMPLE},
            },
        },
    }
}


class LessonWordsOut(BaseModel):
    """What a query is called in a language, and what it tells."""

    title: str
    description: str


class LessonOut(BaseModel):
    """A query to begin with."""

    id: str = Field(examples=["timeline"])
    title: str = Field(examples=["What did a person do, in the order of time?"])
    description: str
    translations: dict[str, LessonWordsOut] = Field(description="The same in other languages.")
    query: str


Accept = Annotated[str, Header(description="The media types that you take.")]


@router.get("/sparql", responses=_ANSWERS, summary="Ask in SPARQL 1.1", response_class=Response)
async def ask_by_address(
    request: Request,
    parts: Parts,
    etag: Fresh,
    known: AsKnown,
    query: Annotated[
        str | None, Query(description="SELECT, ASK, CONSTRUCT or DESCRIBE.", examples=[_EXAMPLE])
    ] = None,
    default_graph: Annotated[
        list[str] | None,
        Query(alias="default-graph-uri", description="Graphs that make up the default graph."),
    ] = None,
    named_graph: Annotated[
        list[str] | None, Query(alias="named-graph-uri", description="Graphs that `GRAPH` may name.")
    ] = None,
    accept: Accept = "",
) -> Response:
    """All graphs together are the default graph unless some are named. Without a query: what there is to ask.

    In a browser, and without a query: a page to write queries on.
    """
    if query is None:
        return await run_sync(_described, request, accepted(accept), limiter=_THREADS)
    asked = Asked(query, default_graph or (), named_graph or (), accepted(accept))
    return await run_sync(_answer, parts, asked, known, etag, limiter=_THREADS)


@router.post(
    "/sparql", responses=_ANSWERS, summary="Ask in SPARQL 1.1", response_class=Response, openapi_extra=_BODY
)
async def ask_by_body(
    request: Request,
    parts: Parts,
    etag: Fresh,
    body: Body,
    known: AsKnown,
    content_type: Annotated[str, Header(include_in_schema=False)] = "",
    accept: Accept = "",
) -> Response:
    """As GET, with the query as a form or directly as the body."""
    header = Message()
    header["Content-Type"] = content_type
    given = request.query_params.multi_items()
    text = _decoded(body)
    if header.get_content_type() == _FORM and content_type:
        given += parse_qsl(text, keep_blank_values=True, max_num_fields=1_000)
    elif header.get_content_type() == _DIRECT and content_type:
        given.append(("query", text))
    else:
        raise RequestError(
            WRONG_MEDIA_TYPE, f"Send the query as {_FORM} or {_DIRECT}.", {"Accept": f"{_FORM}, {_DIRECT}"}
        )
    asked = Asked(
        _single(given, "query"),
        _all(given, "default-graph-uri"),
        _all(given, "named-graph-uri"),
        accepted(accept),
    )
    return await run_sync(_answer, parts, asked, known, etag, limiter=_THREADS)


@router.get("/sparql/queries", response_model=Page[LessonOut], summary="List queries to begin with")
def list_queries() -> Response:
    """The tutorial's queries, in the order in which they should be read."""
    return reply(collection([asdict(lesson) for lesson in lessons()]))


@router.get(
    "/.well-known/void", responses=_RDF, summary="Describe the graph as a dataset", response_class=Response
)
def describe_dataset(request: Request, parts: Parts, etag: Fresh, accept: Accept = "") -> Response:
    """VoID: how many things of each class there are, and where to ask for them."""
    base = str(request.base_url)
    return _graph(dataset(parts.store, f"{base}.well-known/void", f"{base}sparql"), accepted(accept), etag)


def _answer(parts: Parts, query: Asked, known: Known, etag: str) -> Response:
    try:
        answer = parts.sparql.ask(query, known)
    except ParameterError as error:
        raise RequestError(MALFORMED_QUERY, str(error)) from error
    except NotAcceptableError as error:
        raise RequestError(NOT_ACCEPTABLE, str(error)) from error
    except BusyError as error:
        raise RequestError(BUSY, str(error), {"Retry-After": "5"}) from error
    limits = {f"Regesta-{name.replace('_', '-').title()}": text for name, text in known.text.items() if text}
    headers = {"ETag": etag, "Cache-Control": "no-cache", "Vary": "Accept", **limits}
    return Response(answer.body, 200, headers, answer.media_type)


def _described(request: Request, accept: Sequence[str]) -> Response:
    if chosen(accept, ["text/turtle", *GRAPHS, "text/html"]) == "text/html":
        return pages.file("sparql.html")
    return _graph(service(str(request.base_url) + "sparql"), accept)


def _graph(lines: Iterable[str], accept: Sequence[str], etag: str | None = None) -> Response:
    kind = chosen(accept, list(GRAPHS)) or "text/turtle"
    headers = {"Cache-Control": "no-cache", "Vary": "Accept"} | ({"ETag": etag} if etag else {})
    return Response(converted(lines, GRAPHS[kind]), 200, headers, kind)


def _decoded(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise RequestError(MALFORMED_QUERY, f"The body is not UTF-8: {error}.") from error


def _single(given: Parameters, name: str) -> str:
    values = _all(given, name)
    if len(values) != 1:
        raise RequestError(MALFORMED_QUERY, f"Send exactly one {name}; there are {len(values)}.")
    return values[0]


def _all(given: Parameters, name: str) -> list[str]:
    return [value for key, value in given if key == name]
