"""Which form an answer takes: the media types of SPARQL results, chosen by what the client accepts."""

from collections.abc import Mapping, Sequence

from pyoxigraph import QueryResultsFormat, RdfFormat

TABLES: Mapping[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
}
"""Media types for SELECT and ASK, the first is the default."""

GRAPHS: Mapping[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/xml": RdfFormat.RDF_XML,
    "application/json": RdfFormat.JSON_LD,
}
"""Media types for CONSTRUCT and DESCRIBE, the first is the default."""


def accepted(header: str) -> list[str]:
    """The media types of an Accept header, the best first; those with ``q=0`` are left out."""
    found: list[tuple[float, str]] = []
    for part in header.split(","):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = next((_number(item[2:]) for item in parameters if item.startswith("q=")), 1.0)
        if kind and weight > 0:
            found.append((weight, kind))
    return [kind for _, kind in sorted(found, key=lambda item: -item[0])]


def chosen(accept: Sequence[str], offered: Sequence[str]) -> str | None:
    """The offered media type that fits best, None if none does; any fits where nothing is asked for."""
    if not accept:
        return offered[0]
    for kind in accept:
        family = kind.removesuffix("*")
        fitting = [
            one
            for one in offered
            if one == kind or kind == "*/*" or (one.startswith(family) and family != kind)
        ]
        if fitting:
            return fitting[0]
    return None


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
