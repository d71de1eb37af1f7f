"""RDF, triples a second: N-Quads made of facts, against oxigraph's dump of the same from its store."""

from collections.abc import Iterator
from io import BytesIO

from pyoxigraph import RdfFormat

from bench.ratio import Ratio, alternating
from bench.synthetic import extractions
from graph.rdf import to_oxigraph, write
from graph.rdf.extracted import article_facts
from graph.rdf.quads import article_quads

ARTICLES = 2000


def measure() -> Iterator[Ratio]:
    facts = [article_facts(extraction) for extraction in extractions(ARTICLES)]
    data = to_oxigraph(map(article_quads, facts))
    ours, dump = alternating(
        lambda: write(map(article_quads, facts), BytesIO(), "nq"),
        lambda: data.dump(BytesIO(), RdfFormat.N_QUADS),
    )
    yield Ratio(
        "RDF",
        len(data) / ours,
        len(data) / dump,
        "triples/s",
        note="oxigraph's dump of its own store",
        target=0.9,
    )
