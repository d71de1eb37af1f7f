from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pyoxigraph import parse
from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, RDFS, XSD

from graph.load import load
from graph.rdf import FORMATS, export, extraction_quads, faults, graph_quads, to_rdflib
from graph.rdf.formats import quads
from ontology.model import Interval, Modality, Polarity, StatementTime
from tests.graph.rdf_values import ARTICLE, CALL, EXTRACTION, SUMMIT

BASE = "https://w3id.org/regesta/"
RG = Namespace(f"{BASE}ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")


def exported(store, name="trig", **options):
    out = BytesIO()
    export(store, out, name, **options)
    return out.getvalue()


@pytest.fixture
def loaded(store):
    load(store, EXTRACTION)
    return store


def test_an_empty_graph_gives_an_empty_export(store):
    assert exported(store, "nq") == b""


def test_what_the_graph_exports_of_an_article_is_what_was_read_in_it(loaded):
    read = {quad for quad in quads(extraction_quads([EXTRACTION])) if "/graph/" in str(quad.graph_name)}
    stored = {quad for quad in quads(graph_quads(loaded)) if "/graph/" in str(quad.graph_name)}
    assert read <= stored
    assert {str(quad.predicate.value) for quad in stored - read} == {str(RG.reports)}


def test_every_statement_reports_an_event(loaded):
    graph = to_rdflib(graph_quads(loaded))
    statements, events = set(graph.subjects(RDF.type, RG.Statement)), set(graph.subjects(RDF.type, RG.Event))
    assert set(graph.subjects(RG.reports)) == statements
    assert set(graph.objects(None, RG.reports)) == events
    assert len(statements) == 3


def test_the_export_satisfies_the_shapes(loaded):
    assert faults(to_rdflib(graph_quads(loaded))) == []


def test_a_bound_narrowed_by_order_comes_with_its_proof(store):
    undated = replace(CALL, time=None)
    day = StatementTime(Interval.within(date(2021, 5, 2), date(2021, 5, 2)))
    dated = replace(SUMMIT, time=day, polarity=Polarity.POSITIVE, modality=Modality.ASSERTED)
    load(store, replace(EXTRACTION, statements=(undated, dated, *EXTRACTION.statements[2:])))
    graph = to_rdflib(graph_quads(store))
    event = graph.value(URIRef(f"{BASE}statement/s1"), RG.reports)
    summit = graph.value(URIRef(f"{BASE}statement/s2"), RG.reports)
    assert (event, RG.before, summit) in graph
    assert graph.value(event, SEM.hasLatestEndTimeStamp) == Literal("2021-05-02", datatype=XSD.date)
    proofs = set(graph.objects(event, RG.proofOfLatestEnd))
    assert URIRef(f"{BASE}statement/s2") in proofs
    assert {graph.value(proof, RDF.type) for proof in proofs} <= {RG.OrderRelation, RG.Statement, PROV.Entity}
    assert faults(graph) == []


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_holds_the_whole_graph(loaded, name):
    triples = {quad.triple for quad in parse(exported(loaded, name), format=FORMATS[name])}
    assert triples == {quad.triple for quad in quads(graph_quads(loaded))}


def test_the_same_graph_gives_the_same_bytes(store):
    other = replace(EXTRACTION, article=replace(ARTICLE, id="a2", key="de-2"), statements=(), relations=())
    load(store, EXTRACTION)
    load(store, other)
    first = exported(store)
    load(store, other)
    load(store, EXTRACTION)
    assert exported(store) == first


def test_more_articles_than_a_page_holds_are_all_exported(store, monkeypatch):
    monkeypatch.setattr("graph.rdf.stored.PAGE", 2)
    for number in range(5):
        article = replace(ARTICLE, id=f"a{number}", key=f"de-{number}")
        load(store, replace(EXTRACTION, article=article, statements=(), relations=()))
    graph = to_rdflib(graph_quads(store))
    assert {str(article)[-2:] for article in graph.subjects(RDF.type, RG.Article)} == {
        f"a{number}" for number in range(5)
    }


def test_texts_go_along_only_when_asked(loaded):
    assert ARTICLE.text.encode() not in exported(loaded, "nq")
    assert b"articleBody" in exported(loaded, "nq", texts=True)


def test_actors_keep_their_names(loaded):
    graph = to_rdflib(graph_quads(loaded))
    assert graph.value(URIRef(f"{BASE}actor/Q567"), RDFS.label) == Literal("Angela Merkel")
