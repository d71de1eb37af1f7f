"""The ontology: a page for people, RDF for programs, at one address."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Response
from pyoxigraph import RdfFormat, parse, serialize

from api import terms_page
from api.answers import problems
from graph.endpoint import accepted
from graph.endpoint.results import chosen
from graph.rdf.terms import PREFIXES

router = APIRouter(tags=["SPARQL"])

_FORMATS = {
    "html": "text/html",
    "turtle": "text/turtle",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "ntriples": "application/n-triples",
}
_OXIGRAPH = {
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The terms with their labels, as HTML or RDF.",
        "content": {
            kind: {"schema": {} if kind.endswith("json") else {"type": "string"}}
            for kind in _FORMATS.values()
        },
    },
    **problems(422),
}


@router.get(
    "/ontology", responses=_ANSWERS, response_class=Response, summary="Show the terms of the ontology"
)
def show_ontology(
    accept: Annotated[str, Header(description="The media types that you take.")] = "",
    form: Annotated[
        Literal["html", "turtle", "rdfxml", "jsonld", "ntriples"] | None,
        Query(alias="format", description="Instead of `Accept`."),
    ] = None,
) -> Response:
    """HTML with an anchor for each term, so that IRIs of terms lead to it; RDF with the event types too."""
    kind = _FORMATS[form] if form else chosen(accepted(accept), list(_FORMATS.values())) or "text/turtle"
    headers = {"Cache-Control": "no-cache", "Vary": "Accept"}
    if kind == "text/html":
        return Response(terms_page.page(), 200, headers, kind)
    turtle = terms_page.text("regesta.ttl", "vocabulary.ttl")
    if kind == "text/turtle":
        return Response(turtle, 200, headers, kind)
    found = serialize(parse(turtle, RdfFormat.TURTLE), format=_OXIGRAPH[kind], prefixes=PREFIXES)
    return Response(found, 200, headers, kind)
