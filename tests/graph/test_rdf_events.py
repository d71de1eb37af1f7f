from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from rdflib import Literal, Namespace, URIRef
from rdflib.namespace import RDF, RDFS, XSD

from graph.rdf import faults, to_rdflib
from graph.rdf.extracted import article_facts, extraction_quads
from graph.rdf.facts import EventFacts
from graph.rdf.quads import article_quads, event_quads
from ontology.model import Interval, Order
from tests.graph.rdf_values import EXTRACTION

BASE = "https://w3id.org/regesta/"
RG = Namespace(f"{BASE}ontology#")
SEM = Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
ARTICLE = article_facts(EXTRACTION)
CALL, SUMMIT = ARTICLE.statements[:2]
DAY = date(2021, 5, 3)


def event(ident, statement, **changes):
    facts = EventFacts(
        id=ident,
        label=f"event {ident}",
        act=statement.act,
        interval=statement.interval,
        stated=statement.interval,
        general=(),
        proofs=((), (), (), ()),
        disputed=False,
        consistent=True,
        orders=(),
    )
    return replace(facts, **changes)


E1 = event("e1", CALL, orders=((Order.BEFORE, "e2"),))
E2 = event(
    "e2",
    SUMMIT,
    interval=Interval(DAY, None, None, date(2021, 6, 30)),
    proofs=(("s1", ARTICLE.orders[0].id), (), (), ()),
)


def graph(*events):
    """The article, its statements reporting ``events`` in turn, and the events."""
    told = zip(ARTICLE.statements, events, strict=False)
    statements = [replace(statement, event=event.id) for statement, event in told]
    article = replace(ARTICLE, statements=(*statements, *ARTICLE.statements[len(events) :]))
    everything = extraction_quads([EXTRACTION])
    shared = [lines for lines in everything if "/graph/" not in lines]
    return to_rdflib(chain([article_quads(article)], map(event_quads, events), shared))


def node(ident):
    return URIRef(f"{BASE}event/{ident}")


def test_an_event_is_one_of_sem():
    found = graph(E1, E2)
    assert {RG.Event, SEM.Event} <= set(found.objects(node("e1"), RDF.type))
    assert set(found.objects(node("e1"), SEM.hasActor)) == {
        URIRef(f"{BASE}actor/Q567"),
        URIRef(f"{BASE}actor/Q3052772"),
    }
    assert found.value(node("e1"), SEM.eventType) == URIRef(f"{BASE}event-type/CONSULT/phone")
    assert found.value(node("e2"), SEM.hasPlace) == URIRef(f"{BASE}place/Q64")
    assert set(found.subjects(RG.reports, node("e1"))) == {URIRef(f"{BASE}statement/s1")}


def test_a_narrowed_bound_names_what_proves_it_and_what_was_stated():
    found = graph(E1, E2)
    assert found.value(node("e2"), SEM.hasEarliestBeginTimeStamp) == Literal("2021-05-03", datatype=XSD.date)
    assert set(found.objects(node("e2"), RG.proofOfEarliestBegin)) == {
        URIRef(f"{BASE}statement/s1"),
        URIRef(f"{BASE}order/{ARTICLE.orders[0].id}"),
    }
    stated = found.value(node("e2"), RG.statedTime)
    assert found.value(stated, SEM.hasEarliestBeginTimeStamp) is None
    assert found.value(stated, SEM.hasLatestEndTimeStamp) == Literal("2021-06-30", datatype=XSD.date)
    assert found.value(node("e1"), RG.statedTime) is None


def test_a_state_beside_its_own_people_is_marked_as_general():
    office = URIRef(f"{BASE}actor/x:DEU:aussenamt")
    found = graph(E1, replace(E2, general=("x:DEU:aussenamt",)))
    assert found.value(node("e2"), RG.general) == office
    assert found.value(node("e1"), RG.general) is None
    assert faults(found) == []


def test_an_event_has_a_label_for_people():
    assert graph(E1).value(node("e1"), RDFS.label) == Literal("event e1")


def test_events_lie_before_one_another():
    assert (node("e1"), RG.before, node("e2")) in graph(E1, E2)


def test_events_satisfy_the_shapes():
    assert faults(graph(E1, E2)) == []


@pytest.mark.parametrize(
    ("events", "message"),
    [
        ((E1, replace(E2, orders=((Order.BEFORE, "e1"),))), "lies before itself"),
        ((replace(E1, orders=()), replace(E2, orders=((Order.AFTER, "e2"),))), "lies before itself"),
        ((E1, replace(E2, proofs=(("s9",), (), (), ()))), "A proof is a statement or an order relation"),
        ((replace(E1, interval=Interval(DAY, None, None, date(2021, 1, 1))), E2), "not after the latest"),
    ],
)
def test_a_violation_is_found(events, message):
    assert any(message in fault for fault in faults(graph(*events)))


def test_a_circle_that_is_marked_as_a_contradiction_is_allowed():
    one, other = replace(E1, consistent=False), replace(E2, consistent=False, orders=((Order.BEFORE, "e1"),))
    assert faults(graph(one, other)) == []


def test_an_event_that_nobody_reports_is_found():
    found = graph(E1, E2)
    found.remove((None, RG.reports, node("e1")))
    assert any("reported by a statement" in fault for fault in faults(found))
