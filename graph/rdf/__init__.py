"""The graph in RDF: facts, terms, quads and formats. See ``docs/rdf.md``."""

from graph.rdf.export import export, graph_quads
from graph.rdf.extracted import extraction_quads
from graph.rdf.formats import FORMATS, to_oxigraph, to_rdflib, write
from graph.rdf.queries import select, sparql
from graph.rdf.validate import faults

__all__ = [
    "FORMATS",
    "export",
    "extraction_quads",
    "faults",
    "graph_quads",
    "select",
    "sparql",
    "to_oxigraph",
    "to_rdflib",
    "write",
]
