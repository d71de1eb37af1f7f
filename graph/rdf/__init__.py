"""The graph in RDF: facts, terms, quads and formats. See ``docs/rdf.md``."""

from graph.rdf.extracted import extraction_quads
from graph.rdf.formats import FORMATS, to_rdflib, write
from graph.rdf.validate import faults

__all__ = ["FORMATS", "extraction_quads", "faults", "to_rdflib", "write"]
