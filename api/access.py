"""Who may write: clients that show the server's key. Reading needs none."""

import secrets
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader, HTTPBearer
from fastapi.security.http import HTTPAuthorizationCredentials

from api.deps import Parts
from api.problems import KEY_NEEDED, READ_ONLY, TOO_LARGE, RequestError

_BEARER = HTTPBearer(auto_error=False, description="`Authorization: Bearer` and the server's key.")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="The server's key.")


def writer(
    parts: Parts,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
    header: Annotated[str | None, Depends(_HEADER)],
) -> None:
    """Let a client pass that shows the key.

    Raises:
        RequestError: 403 where the server has no key, 401 where the client's is missing or wrong.
    """
    key = parts.settings.api_key
    if key is None:
        raise RequestError(
            READ_ONLY,
            "Articles can be added where the server has a REGESTA_API_KEY, or by `regesta ingest`.",
        )
    shown = bearer.credentials if bearer else header or ""
    if not secrets.compare_digest(shown.encode(), key.get_secret_value().encode()):
        raise RequestError(
            KEY_NEEDED,
            "Send the server's REGESTA_API_KEY in the header `Authorization: Bearer …` or `X-API-Key`.",
            {"WWW-Authenticate": "Bearer"},
        )


async def limited_body(request: Request, parts: Parts) -> bytes:
    """The body, read no further than the limit.

    Raises:
        RequestError: It is longer (413).
    """
    limit = parts.settings.body_limit_bytes
    told = request.headers.get("Content-Length", "0")
    too_large = RequestError(
        TOO_LARGE, f"A body may have {limit:,} bytes at most. Send one article at a time, or split it."
    )
    if told.isdigit() and int(told) > limit:
        raise too_large
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise too_large
    return bytes(body)


Body = Annotated[bytes, Depends(limited_body)]
