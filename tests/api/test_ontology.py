import re

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDFS

TERM = URIRef("https://w3id.org/regesta/ontology#Statement")


def test_people_get_a_page_with_an_anchor_for_each_term(client):
    answer = client.get("/ontology", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["content-type"].startswith("text/html")
    terms = Graph().parse(data=client.get("/ontology?format=turtle").text, format="turtle")
    own = {str(term).partition("#")[2] for term in terms.subjects(RDFS.comment) if "/ontology#" in str(term)}
    assert len(own) > 50
    assert own <= set(re.findall(r'id="([\w-]+)"', answer.text))
    assert "Was ein Artikel oder eine darin zitierte Quelle einmal sagt" in answer.text


@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/rdf+xml", "xml"),
        ("application/n-triples", "nt"),
    ],
)
def test_programs_get_rdf_with_the_event_types(client, accept, parser):
    answer = client.get("/ontology", headers={"Accept": accept})
    assert answer.headers["content-type"].startswith(accept)
    graph = Graph().parse(data=answer.content, format=parser)
    assert graph.value(TERM, RDFS.label) is not None
    assert (URIRef("https://w3id.org/regesta/event-type/CONSULT"), None, None) in graph


def test_the_form_may_stand_in_the_address(client):
    answer = client.get("/ontology?format=jsonld")
    assert answer.headers["content-type"].startswith("application/ld+json")
    assert any(node["@id"] == str(TERM) for node in answer.json())
    assert client.get("/ontology?format=word").status_code == 422
