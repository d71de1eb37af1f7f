"""What stands before every route: the host that a request names, and headers that bind the browser."""

import logging

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.patience import ADDRESS_BYTES, ADDRESS_DETAIL
from api.problems import ADDRESS_TOO_LONG, INTERNAL, INTERNAL_DETAIL, WRONG_HOST, problem

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

_STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'"
# Swagger UI and YASGUI set styles on their elements.
_DOCS = _STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
_CLOSED = "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
# OpenRefine shows it in a frame; it has nothing to click on.
_FRAMED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *"

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


_LOG = logging.getLogger("regesta")


class Guard:
    """ASGI middleware. An error that nothing else has answered is told here, as a problem.

    A server on a loopback address answers only requests that name a loopback host: a page of another
    site cannot reach it by pointing its own name at 127.0.0.1 (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, hosts: frozenset[str] | None) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on one connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Content-Security-Policy"] = _policy(scope["path"])
            await send(message)

        if len(scope["raw_path"]) + len(scope["query_string"]) > ADDRESS_BYTES:
            await problem(ADDRESS_TOO_LONG, ADDRESS_DETAIL)(scope, receive, guarded)
            return
        host = _without_port(Headers(scope=scope).get("host", ""))
        if self._hosts is not None and host not in self._hosts:
            answer = problem(
                WRONG_HOST,
                f"The host {host!r} is not this server's name. Use localhost, or set REGESTA_HOST.",
            )
            await answer(scope, receive, guarded)
            return
        try:
            await self._app(scope, receive, guarded)
        except Exception:
            _LOG.exception("An error of ours")
            if begun:
                raise
            await problem(INTERNAL, INTERNAL_DETAIL)(scope, receive, guarded)


def _policy(path: str) -> str:
    if path == "/v1/reconcile/preview":
        return _FRAMED
    return (_DOCS if path in ("/docs", "/sparql") else _STRICT) + _CLOSED


def _without_port(host: str) -> str:
    bare, colon, port = host.rpartition(":")
    return (bare if colon and port.isdigit() else host).lower()
