"""A process that answers SPARQL queries on a projection, one after the other, until its input ends.

It stands apart so that a query can be stopped: oxigraph has no limit of time, a process can be killed.
Messages are frames: four bytes of length (big-endian), then JSON or the bytes of an answer.
"""

import json
import resource
import struct
import sys
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, serialize

from graph.endpoint.results import GRAPHS, TABLES, chosen
from graph.rdf.terms import PREFIXES

_LENGTH = struct.Struct(">I")
_MEMORY = 4 << 30
"""Bytes of address space that a query may fill."""


class TooLargeError(Exception):
    """The answer has more bytes than allowed."""


def send(out: IO[bytes], message: bytes) -> None:
    """Write one frame."""
    out.write(_LENGTH.pack(len(message)) + message)
    out.flush()


def receive(source: IO[bytes]) -> bytes | None:
    """Read one frame; None at the end."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = source.read(length)
    return message if len(message) == length else None


class _Limited(BytesIO):
    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Any, /) -> int:  # noqa: ANN401 - whatever BytesIO takes
        written = super().write(data)
        if self.tell() > self._limit:
            raise TooLargeError
        return written


def answer(data: Store, request: dict[str, Any]) -> tuple[dict[str, str], bytes]:
    """What a request gives: a head with the media type or the problem, and the body."""
    try:
        found = data.query(
            request["query"],
            prefixes=PREFIXES,
            use_default_graph_as_union=not request["default"] and not request["named"],
            default_graph=[NamedNode(iri) for iri in request["default"]] or None,
            named_graphs=[NamedNode(iri) for iri in request["named"]] or None,
        )
        return _written(found, request)
    except (SyntaxError, ValueError) as error:
        return {"problem": "syntax", "detail": str(error)}, b""
    except TooLargeError:
        return {"problem": "too-large", "detail": ""}, b""
    except (OSError, RuntimeError, MemoryError) as error:
        return {"problem": "failed", "detail": str(error)}, b""


def _written(
    found: QueryBoolean | QuerySolutions | QueryTriples, request: dict[str, Any]
) -> tuple[dict[str, str], bytes]:
    offered = list(GRAPHS if isinstance(found, QueryTriples) else TABLES)
    kind = chosen(request["accept"], offered)
    if kind is None:
        return {"problem": "not-acceptable", "detail": ", ".join(offered)}, b""
    out = _Limited(request["limit"])
    if isinstance(found, QueryTriples):
        serialize(found, out, GRAPHS[kind], prefixes=PREFIXES)
    else:
        found.serialize(out, TABLES[kind])
    return {"type": kind}, out.getvalue()


def main() -> None:
    """Answer until the input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    source, out = sys.stdin.buffer, sys.stdout.buffer
    opened: tuple[str, Store] | None = None
    send(out, b"ready")
    while (message := receive(source)) is not None:
        request = json.loads(message)
        path = request["path"]
        if opened is None or opened[0] != path:
            opened = (path, Store.read_only(str(Path(path))))
        head, body = answer(opened[1], request)
        send(out, json.dumps(head).encode())
        send(out, body)
