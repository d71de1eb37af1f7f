"""Errors over HTTP: one ``application/problem+json`` shape (RFC 9457) for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

import orjson
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.logs import REQUEST
from ontology.errors import (
    AmbiguousActorError,
    ArticleError,
    EndedError,
    InputError,
    NotFoundError,
    ParameterError,
    RegestaError,
    ServiceError,
    UnknownActorError,
)

MEDIA_TYPE = "application/problem+json"


class Candidate(BaseModel):
    """An actor that an ambiguous name may mean."""

    id: str = Field(examples=["Q7747"])
    name: str = Field(examples=["Vladimir Putin, head of state of Russia"])


class Problem(BaseModel):
    """What went wrong, and what to do about it (RFC 9457)."""

    type: str = Field(examples=["urn:regesta:problem:wrong-parameter"])
    title: str = Field(examples=["A parameter is wrong"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["'2025-13-01' is no date; write it as 2025-08-31."])
    parameter: str | None = Field(None, description="The parameter at fault.", examples=["from"])
    request_id: str | None = Field(None, description="The request's id, as in `X-Request-ID` and the log.")
    candidates: list[Candidate] | None = Field(None, description="The actors an ambiguous name may mean.")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its name in the ``type`` URN, its status, and its title."""

    name: str
    status: HTTPStatus
    title: str


UNKNOWN_ACTOR = Kind("unknown-actor", HTTPStatus.NOT_FOUND, "No actor bears this name")
AMBIGUOUS_ACTOR = Kind("ambiguous-actor", HTTPStatus.CONFLICT, "Several actors bear this name")
WRONG_PARAMETER = Kind("wrong-parameter", HTTPStatus.UNPROCESSABLE_ENTITY, "A parameter is wrong")
UNREADABLE_ARTICLE = Kind("unreadable-article", HTTPStatus.UNPROCESSABLE_ENTITY, "The article cannot be read")
UNUSABLE_INPUT = Kind("unusable-input", HTTPStatus.UNPROCESSABLE_ENTITY, "The input cannot be used")
GONE = Kind("gone", HTTPStatus.GONE, "What came since is not on record")
ENDED = Kind("ended", HTTPStatus.GONE, "What told of it is no longer valid")
WITHDRAWN = Kind("withdrawn", HTTPStatus.GONE, "The article was withdrawn")
NOT_FOUND = Kind("not-found", HTTPStatus.NOT_FOUND, "Nothing is here")
SERVICE_MISSING = Kind("service-missing", HTTPStatus.SERVICE_UNAVAILABLE, "The database cannot answer now")
ADDRESS_TOO_LONG = Kind("address-too-long", HTTPStatus.REQUEST_URI_TOO_LONG, "The address is too long")
HEADERS_TOO_LONG = Kind(
    "headers-too-long", HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "The request's headers are too long"
)
MALFORMED_REQUEST = Kind("malformed-request", HTTPStatus.BAD_REQUEST, "This is not HTTP")
TOO_SLOW = Kind("too-slow", HTTPStatus.REQUEST_TIMEOUT, "The body came too slowly")
TOO_LARGE = Kind("too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is too large")
WRONG_MEDIA_TYPE = Kind(
    "wrong-media-type", HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not read here"
)
KEY_NEEDED = Kind("key-needed", HTTPStatus.UNAUTHORIZED, "This needs a key")
FORBIDDEN = Kind("forbidden", HTTPStatus.FORBIDDEN, "The key does not allow this")
TOO_OFTEN = Kind("too-often", HTTPStatus.TOO_MANY_REQUESTS, "Too many requests")
READ_ONLY = Kind("read-only", HTTPStatus.FORBIDDEN, "This server only reads")
WRONG_HOST = Kind("wrong-host", HTTPStatus.MISDIRECTED_REQUEST, "This server does not answer for that host")
MALFORMED_QUERY = Kind("malformed-query", HTTPStatus.BAD_REQUEST, "The query cannot be answered")
NOT_ACCEPTABLE = Kind("not-acceptable", HTTPStatus.NOT_ACCEPTABLE, "There is no such form of answer")
BUSY = Kind("busy", HTTPStatus.SERVICE_UNAVAILABLE, "The server is busy")
INTERNAL = Kind("internal", HTTPStatus.INTERNAL_SERVER_ERROR, "Something broke on our side")

INTERNAL_DETAIL = "The server's log tells more. Please report it with the request that you sent."
# From the special to the general: the first that fits is taken.
_KINDS: Sequence[tuple[type[RegestaError], Kind]] = (
    (UnknownActorError, UNKNOWN_ACTOR),
    (AmbiguousActorError, AMBIGUOUS_ACTOR),
    (ParameterError, WRONG_PARAMETER),
    (ArticleError, UNREADABLE_ARTICLE),
    (InputError, UNUSABLE_INPUT),
    (EndedError, ENDED),
    (NotFoundError, NOT_FOUND),
    (ServiceError, SERVICE_MISSING),
    (RegestaError, INTERNAL),
)


class RequestError(RegestaError):
    """A request that HTTP itself makes wrong: its size, its media type, its key."""

    def __init__(self, kind: Kind, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.headers = headers


class NotModified(Exception):  # noqa: N818 - it is an answer, not an error
    """The client's copy is still good (304)."""

    def __init__(self, etag: str) -> None:
        super().__init__(etag)
        self.etag = etag


class Moved(Exception):  # noqa: N818 - it is an answer, not an error
    """What was asked for is elsewhere now (308). That can be undone, so that copies must ask again."""

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self.location = location


def problem(
    kind: Kind,
    detail: str,
    parameter: str | None = None,
    candidates: Sequence[tuple[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer for one problem."""
    return Response(rendered(kind, detail, parameter, candidates), kind.status, headers, MEDIA_TYPE)


def rendered(
    kind: Kind, detail: str, parameter: str | None = None, candidates: Sequence[tuple[str, str]] = ()
) -> bytes:
    """One problem as the body of its answer."""
    content: dict[str, object] = {
        "type": f"urn:regesta:problem:{kind.name}",
        "title": kind.title,
        "status": kind.status.value,
        "detail": detail,
    }
    if (request := REQUEST.get()) is not None:
        content["request_id"] = request
    if parameter:
        content["parameter"] = parameter
    if candidates:
        content["candidates"] = [{"id": actor, "name": name} for actor, name in candidates]
    return orjson.dumps(content)


def told(error: RegestaError) -> Response:
    """The answer for an error of ours."""
    if isinstance(error, RequestError):
        return problem(error.kind, str(error), headers=error.headers)
    kind = next(kind for cls, kind in _KINDS if isinstance(error, cls))
    return problem(
        kind,
        str(error),
        error.name if isinstance(error, ParameterError) else None,
        error.candidates if isinstance(error, AmbiguousActorError) else (),
        {"Retry-After": "5"} if kind is SERVICE_MISSING else None,
    )


async def _regesta(_: Request, error: Exception) -> Response:
    if not isinstance(error, RegestaError):
        raise error
    return told(error)


async def _validation(_: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    first = error.errors()[0]
    where = [str(part) for part in first["loc"][1:]]
    parameter = ".".join(where) or str(first["loc"][0])
    what = "This is no day. Write it as 2025-08-31" if first["type"].startswith("date_") else first["msg"]
    return problem(WRONG_PARAMETER, f"{parameter}: {what}.", parameter)


async def _http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    if status is HTTPStatus.NOT_FOUND:
        return problem(NOT_FOUND, f"There is no {request.url.path} here; /docs lists what there is.")
    kind = Kind(status.phrase.lower().replace(" ", "-"), status, status.phrase)
    return problem(kind, f"{request.method} {request.url.path}: {status.description}.", headers=error.headers)


async def _not_modified(_: Request, error: Exception) -> Response:
    if not isinstance(error, NotModified):
        raise error
    return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": error.etag})


async def _moved(_: Request, error: Exception) -> Response:
    if not isinstance(error, Moved):
        raise error
    headers = {"Location": error.location, "Cache-Control": "no-cache"}
    return Response(status_code=HTTPStatus.PERMANENT_REDIRECT, headers=headers)


def install(app: FastAPI) -> None:
    """Answer every error of ``app`` in the one shape."""
    app.add_exception_handler(RegestaError, _regesta)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(NotModified, _not_modified)
    app.add_exception_handler(Moved, _moved)
