"""Statements in Neo4j: loading, identity, order solving, timelines, paths, RDF.

``from graph import Graph`` is the way in for notebooks and scripts: see :class:`graph.notebook.Graph`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.notebook import Graph as Graph

__all__ = ["Graph"]


def __getattr__(name: str) -> object:
    """Fetch :class:`Graph` when it is asked for, so that importing a part does not import the whole."""
    if name == "Graph":
        from graph.notebook import Graph

        return Graph
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
