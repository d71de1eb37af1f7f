"""The ontology for people: one HTML page of all terms, made from ``ontology/regesta.ttl``."""

from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import OWL, RDF, RDFS

ONTOLOGY = URIRef("https://w3id.org/regesta/ontology")
_SECTIONS = (
    ("Classes", "Klassen", OWL.Class),
    ("Properties between things", "Eigenschaften zwischen Dingen", OWL.ObjectProperty),
    ("Properties with values", "Eigenschaften mit Werten", OWL.DatatypeProperty),
    ("Individuals", "Individuen", OWL.NamedIndividual),
)
_FACTS = (
    ("subclass of", RDFS.subClassOf),
    ("subproperty of", RDFS.subPropertyOf),
    ("of", RDFS.domain),
    ("to", RDFS.range),
    ("inverse of", OWL.inverseOf),
)
_PAGE = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Regesta: ontology</title>
  <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/assets/terms.css">
</head>
<body>
<header>
<h1>{title}</h1>
<p>{comment}</p>
<p lang="de">{kommentar}</p>
<p>Namespace <code>{namespace}</code> · <a href="/ontology?format=turtle">Turtle</a> ·
<a href="/ontology?format=rdfxml">RDF/XML</a> · <a href="/ontology?format=jsonld">JSON-LD</a> ·
<a href="/sparql">SPARQL</a></p>
<nav>{contents}</nav>
</header>
<main>{body}</main>
</body>
</html>
"""


def text(*names: str) -> bytes:
    """Files of the ontology, as Turtle."""
    return b"\n".join(files("ontology").joinpath(name).read_bytes() for name in names)


@cache
def page() -> str:
    """The page."""
    graph = Graph().parse(data=text("regesta.ttl"), format="turtle")
    return _PAGE.format(
        title=_said(graph, ONTOLOGY, RDFS.label, "en"),
        comment=_said(graph, ONTOLOGY, RDFS.comment, "en"),
        kommentar=_said(graph, ONTOLOGY, RDFS.comment, "de"),
        namespace=f"{ONTOLOGY}#",
        contents=" · ".join(f'<a href="#{kind.fragment}">{title}</a>' for title, _, kind in _SECTIONS),
        body="".join(_section(graph, *section) for section in _SECTIONS),
    )


def _section(graph: Graph, title: str, titel: str, kind: URIRef) -> str:
    terms = sorted(term for term in graph.subjects(RDF.type, kind) if isinstance(term, URIRef))
    own = [term for term in terms if str(term).startswith(f"{ONTOLOGY}#")]
    body = "".join(_term(graph, term) for term in own)
    return f'<section id="{kind.fragment}"><h2>{title} <span lang="de">{titel}</span></h2>{body}</section>'


def _term(graph: Graph, term: URIRef) -> str:
    name = escape(term.fragment)
    facts = "".join(_fact(graph, title, graph.objects(term, key)) for title, key in _FACTS)
    return (
        f'<article id="{name}"><h3><a href="#{name}">rg:{name}</a></h3>'
        f"<p>{_told(graph, term, 'en')}</p>"
        f'<p lang="de">{_told(graph, term, "de")}</p>'
        f"{facts and f'<dl>{facts}</dl>'}</article>"
    )


def _told(graph: Graph, term: URIRef, lang: str) -> str:
    return f"<b>{_said(graph, term, RDFS.label, lang)}.</b> {_said(graph, term, RDFS.comment, lang)}"


def _fact(graph: Graph, name: str, values: Iterable[object]) -> str:
    links = sorted(_link(graph, value) for value in values if isinstance(value, URIRef))
    return f"<dt>{name}</dt><dd>{', '.join(links)}</dd>" if links else ""


def _link(graph: Graph, term: URIRef) -> str:
    own = str(term).startswith(f"{ONTOLOGY}#")
    shown = graph.namespace_manager.normalizeUri(term)
    return f'<a href="{escape(f"#{term.fragment}" if own else str(term))}">{escape(shown)}</a>'


def _said(graph: Graph, term: URIRef, key: URIRef, lang: str) -> str:
    return " ".join(escape(str(value)) for value in _literals(graph, term, key) if value.language == lang)


def _literals(graph: Graph, term: URIRef, key: URIRef) -> Iterator[Literal]:
    return (value for value in graph.objects(term, key) if isinstance(value, Literal))
