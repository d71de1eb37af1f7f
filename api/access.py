"""Who may ask and who may write: clients on this machine, and those that show a key."""

import asyncio
import math
from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import APIKeyHeader, HTTPBearer
from fastapi.security.http import HTTPAuthorizationCredentials

from api.deps import Parts
from api.keys import Key, Scope
from api.problems import (
    FORBIDDEN,
    KEY_NEEDED,
    READ_ONLY,
    TOO_LARGE,
    TOO_OFTEN,
    TOO_SLOW,
    WRONG_MEDIA_TYPE,
    RequestError,
)

_BEARER = HTTPBearer(auto_error=False, description="`Authorization: Bearer` and a key.")
_HEADER = APIKeyHeader(name="X-API-Key", auto_error=False, description="A key.")


async def caller(
    request: Request,
    parts: Parts,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
    header: Annotated[str | None, Depends(_HEADER)],
) -> Key | None:
    """The key that a client shows; None where it shows none. It counts against the client's rate.

    Raises:
        RequestError: 401 where no such key is known, 429 where the client asks too often.
    """
    secret = bearer.credentials if bearer else header
    key = parts.keys.find(secret) if secret else None
    if secret and key is None:
        raise _needed("This key is not known here, or was revoked.")
    if key or not parts.settings.loopback:
        _count(parts, key.id if key else request.client.host if request.client else "")
    return key


Caller = Annotated[Key | None, Depends(caller)]


async def _signer(key: Caller) -> str | None:
    return key.name if key else None


By = Annotated[str | None, Depends(_signer)]
"""The name of the key that a client shows, as it stays on record."""


async def reader(parts: Parts, key: Caller) -> None:
    """Let a client read: any on this machine, elsewhere one with a key, or any if the server is public.

    Raises:
        RequestError: 401 where a key is needed and none is shown.
    """
    if key is None and not parts.settings.loopback and not parts.settings.public_read:
        raise _needed("This server answers those who show a key.")


def allowed(scope: Scope) -> Callable[[Parts, Key | None], None]:
    """A dependency that lets a client pass whose key allows ``scope``."""

    def check(parts: Parts, key: Caller) -> None:
        if key is None and not parts.keys:
            raise RequestError(
                READ_ONLY,
                "This server has no keys, so nobody can write. Make one with `regesta keys create`, set "
                "REGESTA_API_KEY, or use the command line.",
            )
        if key is None:
            raise _needed("Writing needs a key.")
        if key.scope < scope:
            raise RequestError(
                FORBIDDEN,
                f"The key {key.name!r} allows to {key.scope.name.lower()}, not to {scope.name.lower()}.",
            )

    return check


writer = allowed(Scope.WRITE)
administrator = allowed(Scope.ADMIN)


async def limited_body(request: Request, parts: Parts) -> bytes:
    """The body, read no further than the limits of size and time.

    Raises:
        RequestError: It is longer (413), takes longer (408), or is compressed (415): a small body that
            unfolds to a large one passes no limit.
    """
    if request.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise RequestError(
            WRONG_MEDIA_TYPE, "Bodies are read as they are, not compressed.", {"Accept-Encoding": "identity"}
        )
    limit = parts.settings.body_limit_bytes
    told = request.headers.get("Content-Length", "0")
    too_large = RequestError(
        TOO_LARGE, f"A body may have {limit:,} bytes at most. Send one article at a time, or split it."
    )
    if told.isdigit() and int(told) > limit:
        raise too_large
    body = bytearray()
    try:
        async with asyncio.timeout(parts.settings.body_timeout_seconds):
            async for part in request.stream():
                body += part
                if len(body) > limit:
                    raise too_large
    except TimeoutError as error:
        seconds = parts.settings.body_timeout_seconds
        raise RequestError(
            TOO_SLOW, f"The body did not come within {seconds:g} seconds.", {"Connection": "close"}
        ) from error
    return bytes(body)


Body = Annotated[bytes, Depends(limited_body)]


def _count(parts: Parts, name: str) -> None:
    seconds = parts.rates.wait(name)
    if seconds > 0:
        raise RequestError(
            TOO_OFTEN,
            f"At most {parts.settings.rate_limit_per_minute:,} requests a minute are answered.",
            {"Retry-After": str(math.ceil(seconds))},
        )


def _needed(why: str) -> RequestError:
    return RequestError(
        KEY_NEEDED,
        f"{why} Send one in the header `Authorization: Bearer …` or `X-API-Key`; `regesta keys create` "
        "makes one.",
        {"WWW-Authenticate": "Bearer"},
    )
