"""How answers are rendered: plain values by orjson, past the response models, which serve the schema only."""

from typing import Any

import orjson
from fastapi import Request, Response

from api.problems import Problem

Json = dict[str, Any]


def reply(
    content: object, etag: str | None = None, status: int = 200, kind: str = "application/json"
) -> Response:
    """A JSON answer, or bytes of another kind.

    With an ETag a client may keep it, and must ask whether it still holds.
    """
    headers = {"Cache-Control": "no-cache", "ETag": etag} if etag else {"Cache-Control": "no-store"}
    headers["Vary"] = "Accept"
    body = content if isinstance(content, bytes) else orjson.dumps(content)
    return Response(body, status, headers, kind)


def collection(
    results: list[Any], total: int | None = None, *, exact: bool = True, following: str | None = None
) -> Json:
    """The one shape of a list: how many there are in all, these, and the address of the next ones."""
    value = len(results) if total is None else total
    return {
        "total": {"value": value, "relation": "eq" if exact else "gte"},
        "results": results,
        "next": following,
    }


def following(request: Request, cursor: str | None) -> str | None:
    """The address of the next page: this one's with the cursor, relative to the server."""
    if cursor is None:
        return None
    changed = request.url.include_query_params(cursor=cursor)
    return f"{changed.path}?{changed.query}"


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The documentation of the problems that a route may answer with."""
    content = {"application/problem+json": {"schema": Problem.model_json_schema()}}
    return {status: {"description": _TOLD[status], "content": content} for status in statuses}


MOVED: dict[int | str, dict[str, Any]] = {
    308: {"description": "Another has taken its place; `Location` names it."}
}

_TOLD = {
    400: "The query is no SPARQL 1.1, or asks for too much.",
    401: "The key is missing or wrong.",
    403: "The key does not allow this, or the server has no keys and only reads.",
    404: "There is no such thing, or no actor bears this name.",
    406: "There is no answer in a form that `Accept` names.",
    408: "The body came too slowly.",
    409: "Several actors bear this name; `candidates` lists them.",
    410: "What it was told by is no longer valid; or the graph can't tell what has changed since then.",
    413: "The body is too large.",
    414: "The address is longer than is read.",
    415: "The body's media type is not read here.",
    422: "A parameter or the body is wrong; `parameter` names it.",
    429: "Too many requests; try again after `Retry-After` seconds.",
    503: "Neo4j cannot be reached or takes too long; try again after `Retry-After` seconds.",
}
