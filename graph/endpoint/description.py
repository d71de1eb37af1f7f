"""What the endpoint can do (SPARQL 1.1 Service Description) and what the graph holds (VoID), in RDF."""

from collections.abc import Iterator

from graph.rdf import terms
from graph.rdf.quads import block
from graph.rdf.terms import A, Iri, iri, term, words
from graph.store import Store

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_CLASSES = {
    "articles": "Article",
    "statements": "Statement",
    "events": "Event",
    "actors": "Actor",
    "places": "Place",
}


def service(address: str) -> Iterator[str]:
    """The service at ``address`` (an absolute URL), as N-Quads.

    Source: https://www.w3.org/TR/sparql11-service-description/
    """
    node, dataset, default = iri(address), iri(f"{address}#dataset"), iri(f"{address}#default-graph")
    formats = [iri(_FORMATS + name) for name in (*_RESULTS, *_GRAPHS)]
    yield block(
        node,
        [
            f"{A} {iri(f'{SD}Service')}",
            f"{iri(f'{SD}endpoint')} {node}",
            f"{iri(f'{SD}supportedLanguage')} {iri(f'{SD}SPARQL11Query')}",
            f"{iri(f'{SD}feature')} {iri(f'{SD}UnionDefaultGraph')}",
            *(f"{iri(f'{SD}resultFormat')} {name}" for name in formats),
            f"{iri(f'{SD}defaultDataset')} {dataset}",
        ],
    )
    yield block(dataset, [f"{A} {iri(f'{SD}Dataset')}", f"{iri(f'{SD}defaultGraph')} {default}"])
    yield block(default, [f"{A} {iri(f'{SD}Graph')}"])


def dataset(store: Store, address: str, endpoint: str) -> Iterator[str]:
    """The graph as a dataset at ``address``, with how many things of each class it has, as N-Quads.

    Source: https://www.w3.org/TR/void/
    """
    node = iri(address)
    [counts] = store.read("counts")
    yield block(
        node,
        [
            f"{A} {iri(f'{VOID}Dataset')}",
            f"{iri(f'{terms.DCTERMS}title')} {words('Regesta', 'en')}",
            f"{iri(f'{terms.DCTERMS}description')} "
            + words("Dated, attributed statements about acts of state actors, with their sources.", "en"),
            f"{iri(f'{VOID}sparqlEndpoint')} {iri(endpoint)}",
            f"{iri(f'{VOID}uriSpace')} {words(terms.BASE)}",
            *(f"{iri(f'{VOID}vocabulary')} {iri(name)}" for name in (terms.RG, terms.SEM, terms.PROV)),
            *(f"{iri(f'{VOID}classPartition')} {_part(node, name)}" for name in _CLASSES),
        ],
    )
    for name, kind in _CLASSES.items():
        entities = f"{iri(f'{VOID}entities')} {terms.integer(counts[name])}"
        yield block(_part(node, name), [f"{iri(f'{VOID}class')} {term(kind)}", entities])


def _part(node: Iri, name: str) -> Iri:
    return terms.part(node, name)
