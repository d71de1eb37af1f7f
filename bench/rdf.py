"""RDF, triples a second: made and written, against oxigraph's dump of the same triples from its store."""

from collections.abc import Iterator
from io import BytesIO

from pyoxigraph import RdfFormat, Store

from bench.ratio import Ratio, alternating
from bench.synthetic import extractions
from graph.rdf import extraction_quads, write

ARTICLES = 2000


def measure() -> Iterator[Ratio]:
    articles = list(extractions(ARTICLES))
    data = Store()
    data.bulk_extend(extraction_quads(articles))
    ours, dump = alternating(
        lambda: write(extraction_quads(articles), BytesIO(), "nq"),
        lambda: data.dump(BytesIO(), RdfFormat.N_QUADS),
    )
    yield Ratio(
        "RDF",
        len(data) / ours,
        len(data) / dump,
        "triples/s",
        note="oxigraph's dump of its own store",
    )
