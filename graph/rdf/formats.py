"""Quads ↔ bytes: the formats of an export, written as a stream by oxigraph."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib import Graph

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


def write(quads: Iterable[Quad], out: IO[bytes], format: str = "trig") -> None:  # noqa: A002 - the public name
    """Writes ``quads`` to ``out`` as they come, in one of :data:`FORMATS`.

    Raises:
        ParameterError: where there is no such format.
    """
    chosen = FORMATS.get(format)
    if chosen is None:
        raise ParameterError("format", f"There is no RDF format {format!r}; use one of {', '.join(FORMATS)}.")
    parts: Iterable[Quad] | Iterator[Triple] = quads
    if not chosen.supports_datasets:
        parts = (quad.triple for quad in quads)
    serialize(parts, out, chosen, prefixes=PREFIXES)


def to_rdflib(quads: Iterable[Quad]) -> Graph:
    """All triples of ``quads`` in one rdflib graph in memory; for small exports (35,000 triples/s)."""
    buffer = BytesIO()
    write(quads, buffer, "nt")
    return Graph().parse(data=buffer.getvalue(), format="nt")
