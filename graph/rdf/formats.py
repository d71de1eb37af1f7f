"""Lines of N-Quads ↔ bytes: the formats of an export, written as a stream.

N-Quads go out as they come; the other formats are oxigraph's, which reads the lines on their way.
"""

import io
from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import Quad, RdfFormat, Store, Triple, parse, serialize
from rdflib import Graph
from typing_extensions import Buffer, override

from graph.rdf.terms import PREFIXES
from ontology.errors import ParameterError

FORMATS = {
    "trig": RdfFormat.TRIG,
    "nq": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
}
"""Names of the formats; ``ttl`` and ``nt`` have no graph names, all triples stand in one graph."""

_CHUNK = 1 << 16


def write(lines: Iterable[str], out: IO[bytes], format: str = "trig") -> None:  # noqa: A002 - the public name
    """Writes ``lines`` (N-Quads, any number in one text) to ``out`` as they come, in one of :data:`FORMATS`.

    Raises:
        ParameterError: where there is no such format.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        raise ParameterError("format", f"There is no RDF format {format!r}; use one of {', '.join(FORMATS)}.")
    if chosen == RdfFormat.N_QUADS:
        for chunk in chunks(lines):
            out.write(chunk)
        return
    _serialize(lines, out, chosen)


def converted(lines: Iterable[str], format: RdfFormat) -> bytes:  # noqa: A002 - as in write
    """A small graph in one of oxigraph's formats."""
    out = io.BytesIO()
    _serialize(lines, out, format)
    return out.getvalue()


def _serialize(lines: Iterable[str], out: IO[bytes], chosen: RdfFormat) -> None:
    parts: Iterable[Quad] | Iterable[Triple] = quads(lines)
    if not chosen.supports_datasets:
        parts = (quad.triple for quad in quads(lines))
    serialize(parts, out, chosen, prefixes=PREFIXES)


def chunks(lines: Iterable[str]) -> Iterator[bytes]:
    """The same lines as UTF-8 in pieces of about 64 KiB."""
    held: list[str] = []
    size = 0
    for text in lines:
        held.append(text)
        size += len(text)
        if size >= _CHUNK:
            yield "".join(held).encode()
            held, size = [], 0
    if held:
        yield "".join(held).encode()


def quads(lines: Iterable[str]) -> Iterator[Quad]:
    """The quads that lines of N-Quads say, one by one."""
    return parse(reader(lines), RdfFormat.N_QUADS)


def reader(lines: Iterable[str]) -> io.BufferedReader:
    """A file of the lines in UTF-8 that is made as it is read."""
    return io.BufferedReader(_Lines(lines), _CHUNK)


def to_oxigraph(lines: Iterable[str]) -> Store:
    """A store in memory with all quads of ``lines``; for SPARQL."""
    store = Store()
    store.bulk_load(reader(lines), RdfFormat.N_QUADS)
    return store


def to_rdflib(lines: Iterable[str]) -> Graph:
    """All triples of ``lines`` in one rdflib graph in memory; for small exports (35,000 triples/s)."""
    buffer = io.BytesIO()
    write(lines, buffer, "nt")
    return Graph().parse(data=buffer.getvalue(), format="nt")


class _Lines(io.RawIOBase):
    """A file to read that makes its content as it is asked for."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._chunks = chunks(lines)
        self._rest = b""

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, buffer: Buffer) -> int:
        target = memoryview(buffer)
        if not self._rest:
            self._rest = next(self._chunks, b"")
        size = min(len(target), len(self._rest))
        target[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size
