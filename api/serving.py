"""The web server: a socket that is ours before anything is promised, and uvicorn on it."""

import errno
import socket

import uvicorn
from fastapi import FastAPI

from api.keys import ring
from api.patience import HEAD_BYTES, PatientProtocol
from api.settings import Settings
from ontology.errors import ParameterError, ServiceError

_BACKLOG = 2048


def check(settings: Settings) -> None:
    """Whether these settings may be served.

    Raises:
        ParameterError: The server would be open to others without any key.
    """
    if not settings.loopback and not ring(settings):
        raise ParameterError(
            "REGESTA_API_KEY",
            f"The address {settings.host} can be reached by others, and there are no keys. Make one first by "
            "`regesta keys create NAME`, or listen on 127.0.0.1.",
        )


def bind(settings: Settings, *, or_any: bool = False) -> socket.socket:
    """A listening socket at the settings' address; with ``or_any`` any free port where theirs is taken.

    Raises:
        ServiceError: The port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        try:
            listener.bind((settings.host, settings.port))
        except OSError as error:
            if not or_any or error.errno != errno.EADDRINUSE:
                raise
            listener.bind((settings.host, 0))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise ServiceError(
            f"The server cannot listen on {settings.host}:{settings.port} ({error.strerror}). Choose another "
            "address by REGESTA_HOST and REGESTA_PORT, or --host and --port; port 0 takes a free one."
        ) from error
    return listener


def address(listener: socket.socket) -> str:
    """The address under which a browser finds the server."""
    host, port = listener.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 - shown, not bound
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def make(app: FastAPI, log_level: str = "info") -> uvicorn.Server:
    """A server to ``run(sockets=[…])`` until SIGINT or SIGTERM; open requests are answered first."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            log_level=log_level,
            log_config=None,
            access_log=False,
            http=PatientProtocol,
            h11_max_incomplete_event_size=HEAD_BYTES,
            server_header=False,
            timeout_graceful_shutdown=10,
            lifespan="on",
            ws="none",
        )
    )
