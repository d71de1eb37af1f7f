"""The whole graph in RDF."""

from collections.abc import Iterator
from typing import IO

from graph.known import NOW, Known
from graph.rdf.formats import write
from graph.rdf.quads import (
    actor_quads,
    article_quads,
    dataset_quads,
    event_quads,
    place_quads,
    succession_quads,
)
from graph.rdf.stored import StoredFacts
from graph.rdf.then import ThenFacts
from graph.store import Store


def export(
    store: Store,
    out: IO[bytes],
    format: str = "trig",  # noqa: A002 - as in the command
    *,
    texts: bool = False,
    known: Known = NOW,
) -> None:
    """Write the graph to ``out`` as it is read; the same graph gives the same bytes.

    Articles come first, each a named graph (``ttl`` and ``nt`` name no graphs), then the events, actors
    and places that they share, and last which ids have given way to others.

    Args:
        store: the graph.
        out: takes UTF-8 bytes.
        format: one of :data:`graph.rdf.FORMATS`.
        texts: whether the articles' whole texts go along; evidence and sentences always do.
        known: what may be used: the export is that of a graph that knows nothing else.

    Raises:
        ParameterError: there is no such format.
        ServiceError: Neo4j fails.
    """
    write(graph_quads(store, texts, known), out, format)


def graph_quads(store: Store, texts: bool = False, known: Known = NOW) -> Iterator[str]:
    """The graph as lines of N-Quads, a text for each thing, in the order of the export."""
    facts = StoredFacts(store) if known.now else ThenFacts(store, known)
    yield from (article_quads(article, texts) for article in facts.articles(texts))
    yield from map(event_quads, facts.events())
    yield from map(dataset_quads, facts.datasets())
    yield from map(actor_quads, facts.actors())
    yield from map(place_quads, facts.places())
    yield from map(succession_quads, facts.successions())
