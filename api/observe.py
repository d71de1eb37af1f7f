"""Every request gets an id, a line in the log, and is counted."""

import logging
import re
import secrets
import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.logs import FIELDS, REQUEST
from api.metrics import Metrics

HEADER = "X-Request-ID"
_SOUND = re.compile(r"[\w.:-]{1,128}", re.ASCII)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
_LOG = logging.getLogger("regesta.access")


class Observe:
    """ASGI middleware, the outermost. An id that the client sends is kept where it is sound."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one connection on, and take note of its answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(HEADER, "")
        ident = given if _SOUND.fullmatch(given) else secrets.token_hex(8)
        begun, status = time.perf_counter(), 499  # as nginx tells it: the client left before the answer

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = ident
            await send(message)

        token = REQUEST.set(ident)
        try:
            await self._app(scope, receive, noting)
        finally:
            self._note(scope, status, time.perf_counter() - begun)
            REQUEST.reset(token)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.count(method, _route(scope), status, seconds)
        took = round(seconds * 1000, 1)
        _LOG.info(
            "%s %s %s in %s ms",
            scope["method"],
            scope["path"],
            status,
            took,
            extra={
                FIELDS: {
                    "method": scope["method"],
                    "path": scope["path"],
                    "status": status,
                    "milliseconds": took,
                    "client": scope["client"][0] if scope.get("client") else None,
                }
            },
        )


def _route(scope: Scope) -> str:
    path = getattr(scope.get("route"), "path", None)
    return path if isinstance(path, str) and path else "other"
