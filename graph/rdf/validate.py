"""Checks RDF against the shapes of ``ontology/shapes.ttl``."""

from functools import cache
from importlib.resources import files

from rdflib import Graph, URIRef

_MESSAGE = URIRef("http://www.w3.org/ns/shacl#resultMessage")
_FOCUS = URIRef("http://www.w3.org/ns/shacl#focusNode")


def faults(data: Graph) -> list[str]:
    """What ``data`` breaks, as "node: message", sorted; nothing where it satisfies all shapes.

    Types, modes and predicates are looked up in ``ontology/vocabulary.ttl``; ``data`` need not have them.
    """
    from pyshacl import validate  # takes as long to import as all else, and servers never need it

    _, report, _ = validate(data + _ontology("vocabulary.ttl"), shacl_graph=_ontology("shapes.ttl"))
    return sorted(
        {f"{report.value(result, _FOCUS)}: {text}" for result, text in report.subject_objects(_MESSAGE)}
    )


@cache
def _ontology(name: str) -> Graph:
    return Graph().parse(data=files("ontology").joinpath(name).read_text(encoding="utf-8"), format="turtle")
