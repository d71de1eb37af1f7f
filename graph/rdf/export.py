"""The whole graph in RDF."""

from collections.abc import Iterator
from typing import IO

from graph.rdf import stored
from graph.rdf.formats import write
from graph.rdf.quads import actor_quads, article_quads, dataset_quads, event_quads, place_quads
from graph.store import Store


def export(store: Store, out: IO[bytes], format: str = "trig", *, texts: bool = False) -> None:  # noqa: A002 - as in the command
    """Write the graph to ``out`` as it is read; the same graph gives the same bytes.

    Articles come first, each a named graph (``ttl`` and ``nt`` name no graphs), then the events, actors
    and places that they share.

    Args:
        store: the graph.
        out: takes UTF-8 bytes.
        format: one of :data:`graph.rdf.FORMATS`.
        texts: whether the articles' whole texts go along; evidence and sentences always do.

    Raises:
        ParameterError: there is no such format.
        ServiceError: Neo4j fails.
    """
    write(graph_quads(store, texts), out, format)


def graph_quads(store: Store, texts: bool = False) -> Iterator[str]:
    """The graph as lines of N-Quads, a text for each thing, in the order of the export."""
    for article in stored.articles(store, texts):
        yield article_quads(article, texts)
    for event in stored.events(store):
        yield event_quads(event)
    for dataset in stored.datasets(store):
        yield dataset_quads(dataset)
    for actor in stored.actors(store):
        yield actor_quads(actor)
    for place in stored.places(store):
        yield place_quads(place)
