from dataclasses import replace
from io import BytesIO

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse
from rdflib import Dataset, Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, RDFS, SDO, SKOS, XSD

from graph.rdf import FORMATS, extraction_quads, faults, to_rdflib, write
from graph.rdf.formats import quads
from ontology.errors import ParameterError
from tests.graph.rdf_values import ARTICLE, CALL, EXTRACTION, MERKEL, TEXT

BASE = "https://w3id.org/regesta/"
RG = Namespace(f"{BASE}ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
OA = Namespace("http://www.w3.org/ns/oa#")
S1 = URIRef(f"{BASE}statement/s1")


def exported(name, extractions=(EXTRACTION,), **options):
    out = BytesIO()
    write(extraction_quads(extractions, **options), out, name)
    return out.getvalue()


@pytest.fixture(scope="module")
def graph():
    return to_rdflib(extraction_quads([EXTRACTION]))


def test_a_statement_says_who_what_when_and_how_firmly(graph):
    assert graph.value(S1, RG.subject) == URIRef(f"{BASE}actor/Q567")
    assert graph.value(S1, RG.object) == URIRef(f"{BASE}actor/Q3052772")
    assert graph.value(S1, RG.eventType) == URIRef(f"{BASE}event-type/CONSULT")
    assert graph.value(S1, RG.mode) == URIRef(f"{BASE}event-type/CONSULT/phone")
    assert graph.value(S1, RG.predicate) == URIRef(f"{BASE}predicate/phone")
    assert graph.value(S1, RG.polarity) == RG.positive
    assert graph.value(S1, RG.modality) == RG.reported
    time = graph.value(S1, RG.time)
    assert graph.value(time, SEM.hasEarliestBeginTimeStamp) == Literal("2021-05-03", datatype=XSD.date)
    assert graph.value(time, RG.expression) == Literal("am 3. Mai")


def test_a_statement_names_its_source_and_its_exact_place_in_it(graph):
    assert graph.value(S1, PROV.wasDerivedFrom) == URIRef(f"{BASE}article/a1")
    assert graph.value(S1, PROV.wasAttributedTo) == URIRef(f"{BASE}actor/Q1155497")
    evidence = graph.value(S1, RG.evidence)
    start, end = (int(graph.value(evidence, OA[name])) for name in ("start", "end"))
    assert evidence == URIRef(f"{BASE}article/a1#char={start},{end}")
    assert TEXT[start:end] == str(graph.value(evidence, OA.exact)) == str(graph.value(S1, PROV.value))


def test_open_bounds_have_no_stamp_and_no_time_is_no_node(graph):
    time = graph.value(URIRef(f"{BASE}statement/s2"), RG.time)
    stamps = {key for key in graph.predicates(time) if str(key).startswith(str(SEM))}
    assert stamps == {SEM.hasLatestEndTimeStamp}
    assert graph.value(URIRef(f"{BASE}statement/s3"), RG.time) is None


def test_an_order_said_in_the_text_joins_two_statements(graph):
    [order] = graph.subjects(RDF.type, RG.OrderRelation)
    assert graph.value(order, RG.source) == S1
    assert graph.value(order, RG.order) == RG.before
    assert graph.value(order, RG.target) == URIRef(f"{BASE}statement/s2")


def test_actors_and_places_are_described(graph):
    merkel, office = URIRef(f"{BASE}actor/Q567"), URIRef(f"{BASE}actor/x:DEU:aussenamt")
    assert graph.value(merkel, RDFS.label) == Literal("Angela Merkel")
    assert graph.value(merkel, SKOS.exactMatch) == URIRef("http://www.wikidata.org/entity/Q567")
    assert graph.value(merkel, RG.state) == Literal("DEU")
    assert RG.Person in set(graph.objects(merkel, RDF.type))
    assert graph.value(office, RG.resolved) == Literal(False)
    assert graph.value(office, SKOS.exactMatch) is None
    assert graph.value(URIRef(f"{BASE}place/Q64"), RDFS.label) == Literal("Berlin")


def test_each_article_is_a_graph_of_its_own_and_what_is_shared_is_in_none():
    store = Store()
    store.load(exported("trig"), format=RdfFormat.TRIG)
    own = NamedNode(f"{BASE}graph/a1")
    assert list(store.named_graphs()) == [own]
    statement, actor = NamedNode(RG.Statement), NamedNode(RG.Actor)
    assert {quad.graph_name for quad in store.quads_for_pattern(None, None, statement)} == {own}
    assert {quad.graph_name for quad in store.quads_for_pattern(None, None, actor)} == {DefaultGraph()}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_says_the_same(name):
    triples = {quad.triple for quad in parse(exported(name), format=FORMATS[name])}
    assert triples == {quad.triple for quad in quads(extraction_quads([EXTRACTION]))}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # rdflib's own, inside its parse()
def test_rdflib_reads_the_named_graphs():
    dataset = Dataset()
    dataset.parse(data=exported("trig"), format="trig")
    own = dataset.graph(URIRef(f"{BASE}graph/a1"))
    assert set(own.subjects(RDF.type, RG.Statement)) == {URIRef(f"{BASE}statement/s{n}") for n in (1, 2, 3)}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_equal_values_give_equal_bytes(name):
    assert exported(name) == exported(name)


def test_texts_go_along_only_when_asked(graph):
    article = URIRef(f"{BASE}article/a1")
    assert graph.value(article, SDO.articleBody) is None
    full = to_rdflib(extraction_quads([EXTRACTION], texts=True))
    assert full.value(article, SDO.articleBody) == Literal(TEXT, lang="de")
    assert full.value(article, SDO.headline) == Literal(ARTICLE.title, lang="de")


def test_ids_that_are_no_iris_are_escaped():
    odd = replace(MERKEL, id="x::Fürst <Bismarck> {1}/#?", name='"Otto"\n<b>\t\\\x1f')
    statement = replace(CALL, subject=(odd,))
    graph = to_rdflib(extraction_quads([replace(EXTRACTION, statements=(statement,), relations=())]))
    [node] = graph.objects(S1, RG.subject)
    assert str(node) == f"{BASE}actor/x::F%C3%BCrst%20%3CBismarck%3E%20%7B1%7D%2F%23%3F"
    assert graph.value(node, RDFS.label) == Literal('"Otto"\n<b>\t\\\x1f')


def test_an_unknown_format_names_those_that_there_are():
    with pytest.raises(ParameterError, match="trig, nq, jsonld, ttl, nt") as caught:
        exported("xml")
    assert caught.value.name == "format"


# ---------- shapes


def test_an_export_satisfies_the_shapes():
    assert faults(turtle(exported("ttl"))) == []


def turtle(data):
    return Graph().parse(data=data, format="turtle")


def edited(old, new):
    text = exported("ttl").decode()
    assert old in text
    return turtle(text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("rg:polarity rg:positive", "rg:polarity rg:asserted", "positive or negative"),
        ("rg:modality rg:planned", "rg:modality rg:positive", "five modalities"),
        ("rg:eventType type:OTHER", "rg:eventType type:PARTY", "one event type"),
        ("rg:mode type:CONSULT\\/phone", "rg:mode type:ASSAULT\\/drone", "does not belong to the event type"),
        ("rg:predicate predicate:phone", "rg:predicate predicate:juggle", "one predicate"),
        ('"2021-05-03"^^xsd:date', '"3 May"', "is a day"),
        (
            'sem:hasLatestEndTimeStamp "2021-06-30"^^xsd:date',
            'sem:hasEarliestBeginTimeStamp "2021-07-01"^^xsd:date ; '
            'sem:hasLatestEndTimeStamp "2021-06-30"^^xsd:date',
            "not after the latest begin or end",
        ),
        ("prov:wasDerivedFrom article:a1", "prov:wasDerivedFrom actor:Q567", "comes from one article"),
        ("prov:wasAttributedTo actor:Q1155497", "prov:wasAttributedTo place:Q64", "Who vouches"),
        ("rg:subject actor:Q567", "rg:subject place:Q64", "A subject is an actor"),
        ("oa:start 0 ;", "oa:start 500 ;", "starts once, before it ends"),
        ("oa:start 0 ;", "oa:start 20 ;", "outside its sentence"),
        ('schema:inLanguage "de"', 'schema:inLanguage "German"', "ISO 639-1"),
        ('rg:state "DEU"', 'rg:state "Germany"', "alpha-3"),
        ("rg:target statement:s2", "rg:target statement:s1", "other than its target"),
        ("rg:order rg:before", "rg:order rg:long-ago", "one of six"),
        ("rdfs:label", "rg:label", "has a name"),
    ],
)
def test_a_violation_is_found(old, new, message):
    found = faults(edited(old, new))
    assert any(message in fault for fault in found), found
