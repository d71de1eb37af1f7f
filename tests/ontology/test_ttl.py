import re
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pytest
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from graph.rdf import terms, write
from graph.rdf.terms import bare
from graph.rdf.vocabulary import vocabulary_quads
from ontology.event_types import event_types, predicates
from ontology.model import ActorType, Modality, Order, Polarity

RG = Namespace("https://w3id.org/regesta/ontology#")


def text(name):
    return files("ontology").joinpath(name).read_text(encoding="utf-8")


def parsed(*names):
    graph = Graph()
    for name in names:
        graph.parse(data=text(name), format="turtle")
    return graph


ONTOLOGY = parsed("regesta.ttl")
VOCABULARY = parsed("vocabulary.ttl")
TERMS = sorted({node for node in ONTOLOGY.subjects() if str(node).startswith(str(RG))})


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("kind", [RDFS.label, RDFS.comment])
def test_every_term_is_explained_in_english_and_german(term, kind):
    assert sorted(value.language for value in ONTOLOGY.objects(term, kind)) == ["de", "en"]


def test_every_term_that_is_used_is_defined():
    sources = Path(str(files("graph") / "rdf")).glob("*.py")
    named = {
        name
        for path in sources
        for name in re.findall(r'\bterm\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    named |= set(re.findall(r"\brg:(\w+)", text("vocabulary.ttl") + text("shapes.ttl")))
    shapes = parsed("shapes.ttl")
    own = {*shapes.subjects(RDF.type, SH.NodeShape), *shapes.subjects(RDF.type, SH.SPARQLConstraint)}
    used = {RG[name] for name in named} - own
    assert len(used) > 30
    assert used <= set(TERMS)


def test_every_value_of_the_model_has_its_term():
    values = [*Polarity, *Modality, *Order]
    nodes = {URIRef(bare(terms.quality(value))) for value in values}
    nodes |= {URIRef(bare(terms.actor_class(kind))) for kind in ActorType}
    assert nodes <= set(TERMS)
    assert len(nodes) == len(values) + len(ActorType)
    assert {URIRef(bare(node)) for node in terms.PROOFS} <= set(TERMS)


def test_orders_have_the_inverse_that_the_model_gives_them():
    for order in Order:
        node = URIRef(bare(terms.quality(order)))
        symmetric = (node, RDF.type, OWL.SymmetricProperty) in ONTOLOGY
        inverses = set(ONTOLOGY.objects(node, OWL.inverseOf)) | set(ONTOLOGY.subjects(OWL.inverseOf, node))
        assert {URIRef(bare(terms.quality(order.inverse)))} == (inverses or ({node} if symmetric else set()))


def test_the_vocabulary_file_is_what_the_yaml_files_give():
    out = BytesIO()
    write(vocabulary_quads(), out, "ttl")
    assert text("vocabulary.ttl") == out.getvalue().decode(), (
        "run: python -m graph.rdf.vocabulary > ontology/vocabulary.ttl"
    )


def test_the_vocabulary_has_all_types_modes_and_predicates():
    def notations(kind):
        return {str(VOCABULARY.value(node, SKOS.notation)) for node in VOCABULARY.subjects(RDF.type, kind)}

    assert notations(RG.EventType) == set(event_types())
    assert notations(RG.Mode) == {
        f"{name}/{mode}" for name, kind in event_types().items() for mode in kind.modes
    }
    assert notations(RG.Predicate) == set(predicates())


@pytest.mark.parametrize("name", ["ACCUSE", "CONSULT", "STATE-CHANGE"])
def test_a_type_keeps_its_numbers(name):
    node, kind = URIRef(bare(terms.event_type(name))), event_types()[name]
    assert float(VOCABULARY.value(node, RG.score)) == kind.score
    assert int(VOCABULARY.value(node, RG.quadClass)) == kind.quad
    assert bool(VOCABULARY.value(node, RG.symmetric)) == kind.symmetric
    assert {value.language: str(value) for value in VOCABULARY.objects(node, SKOS.prefLabel)} == kind.label


def test_a_predicate_leads_to_its_type_and_mode():
    node = URIRef(bare(terms.thing("predicate", "phone")))
    assert VOCABULARY.value(node, RG.eventType) == URIRef(bare(terms.event_type("CONSULT")))
    assert VOCABULARY.value(node, RG.mode) == URIRef(bare(terms.event_type("CONSULT", "phone")))


@pytest.mark.parametrize("ident", ["Q7747", "x:RUS:größe", "a b/c#d?e%f", "IGO:UN", "中国"])
def test_an_instance_gives_its_id_back(ident):
    assert terms.identifier(bare(terms.thing("actor", ident))) == ident


@pytest.mark.parametrize(
    "iri", ["http://www.wikidata.org/entity/Q1", "https://w3id.org/regesta/", f"{RG}Event"]
)
def test_a_foreign_iri_has_no_id(iri):
    with pytest.raises(ValueError, match="not an instance"):
        terms.identifier(iri)
