"""SPARQL over HTTP, on the sample articles, by the words of the protocol."""

import json
import time

import httpx
import pytest
from filelock import FileLock
from pyoxigraph import RdfFormat, parse
from served import serving

from graph.endpoint.tutorial import lessons

COUNT = "SELECT (COUNT(DISTINCT ?event) AS ?n) WHERE { ?event a rg:Event }"
DIRECT = {"Content-Type": "application/sparql-query"}
EVENTS = "PREFIX rg: <https://w3id.org/regesta/ontology#> SELECT DISTINCT ?e WHERE { ?e a rg:Event }"


def rows(response):
    assert response.status_code == 200, response.text
    found = response.json()["results"]["bindings"]
    return [{key: cell["value"] for key, cell in row.items()} for row in found]


def test_the_three_ways_of_asking_give_one_answer(client):
    by_address = client.get("/sparql", params={"query": COUNT})
    by_form = client.post("/sparql", data={"query": COUNT})
    directly = client.post("/sparql", content=COUNT, headers=DIRECT)
    assert rows(by_address) == rows(by_form) == rows(directly)
    assert int(rows(directly)[0]["n"]) > 20
    assert by_address.headers["content-type"] == "application/sparql-results+json"


@pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.id)
def test_each_query_of_the_tutorial_finds_something(client, lesson):
    assert rows(client.post("/sparql", content=lesson.query, headers=DIRECT))


def test_the_tutorial_is_listed_with_words_for_people(client):
    listed = client.get("/sparql/queries").json()["results"]
    assert [lesson["id"] for lesson in listed] == [lesson.id for lesson in lessons()]
    assert len(listed) == 10
    assert all(lesson["title"].endswith("?") and lesson["description"] for lesson in listed)
    german = [lesson["translations"]["de"] for lesson in listed]
    assert all(words["title"].endswith("?") and words["description"] for words in german)


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values, */*;q=0.1", "text/tab-separated-values; charset=utf-8"),
    ],
)
def test_tables_come_in_the_form_asked_for(client, accept, kind):
    answer = client.get("/sparql", params={"query": EVENTS}, headers={"Accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == kind
    assert "https://w3id.org/regesta/event/" in answer.text


def test_a_described_event_comes_as_turtle(client):
    [event, *_] = rows(client.get("/sparql", params={"query": EVENTS}))
    answer = client.get("/sparql", params={"query": f"DESCRIBE <{event['e']}>"}, headers={"Accept": "*/*"})
    assert answer.headers["content-type"].startswith("text/turtle")
    subjects = {triple.subject.value for triple in parse(answer.content, RdfFormat.TURTLE)}
    assert event["e"] in subjects


def test_a_named_graph_alone_can_be_asked(client):
    graphs = rows(client.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}))
    chosen = next(row["g"] for row in graphs if "/graph/" in row["g"])
    statements = "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/regesta/ontology#Statement> }"
    within = rows(client.get("/sparql", params={"query": statements, "default-graph-uri": chosen}))
    total = rows(client.get("/sparql", params={"query": statements}))
    assert 0 < int(within[0]["n"]) < int(total[0]["n"])


def test_who_asks_nothing_is_told_what_there_is(client):
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    objects = {
        triple.object.value
        for triple in parse(answer.content, RdfFormat.TURTLE)
        if hasattr(triple.object, "value")
    }
    assert "http://www.w3.org/ns/sparql-service-description#Service" in objects
    assert "http://www.w3.org/ns/sparql-service-description#SPARQL11Query" in objects


def test_a_browser_gets_a_page_to_write_queries_on(client):
    answer = client.get("/sparql", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.headers["content-type"].startswith("text/html")
    assert "yasgui" in answer.text


def test_the_dataset_says_how_much_it_holds(client):
    answer = client.get("/.well-known/void", headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert int(rows(client.get("/sparql", params={"query": COUNT}))[0]["n"]) in {
        int(triple.object.value)
        for triple in parse(answer.content, RdfFormat.N_TRIPLES)
        if triple.predicate.value.endswith("entities")
    }


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"content": "SELECT nonsense", "headers": DIRECT}, 400),
        ({"content": "INSERT DATA { <a:a> <a:a> <a:a> }", "headers": DIRECT}, 400),
        ({"content": "DELETE WHERE { ?s ?p ?o }", "headers": DIRECT}, 400),
        ({"content": "ASK { SERVICE <http://127.0.0.1:9> { ?s ?p ?o } }", "headers": DIRECT}, 400),
        ({"content": b"ASK { \xff }", "headers": DIRECT}, 400),
        ({"data": {"query": ["ASK {}", "ASK {}"]}}, 400),
        ({"data": {"update": "DROP ALL"}}, 400),
        ({"data": {"query": "ASK {}", "default-graph-uri": "not an iri"}}, 400),
        ({"json": {"query": "ASK {}"}}, 415),
        ({"content": "ASK {}", "headers": DIRECT | {"Accept": "image/png"}}, 406),
        ({"content": "x" * 5_000_000, "headers": DIRECT}, 413),
    ],
)
def test_what_cannot_be_answered_is_a_problem(client, request_, status):
    answer = client.post("/sparql", **request_)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert json.loads(answer.content)["detail"]


def test_answers_are_kept_by_clients_until_the_graph_changes(client):
    first = client.get("/sparql", params={"query": COUNT})
    again = client.get("/sparql", params={"query": COUNT}, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_a_query_may_be_asked_as_of_a_day(client):
    then = client.get("/sparql", params={"query": COUNT, "as_of": "2025-08-14"})
    form = client.post("/sparql", params={"as_of": "2025-08-14"}, data={"query": COUNT})
    assert rows(then) == rows(form)
    assert 0 < int(rows(then)[0]["n"]) < int(rows(client.get("/sparql", params={"query": COUNT}))[0]["n"])
    assert client.get("/sparql", params={"query": COUNT, "as_of": "yesterday"}).status_code == 422
    loaded = {"query": COUNT, "recorded_before": "2020-01-01"}
    assert client.get("/sparql", params=loaded).headers["Regesta-Recorded-Before"] == "2020-01-01T00:00:00Z"
    assert {answer.headers["Regesta-As-Of"] for answer in (then, form)} == {"2025-08-14"}
    assert not [name for name in client.get("/sparql", params={"query": COUNT}).headers if "regesta-" in name]


def test_while_the_graph_is_made_ready_who_asks_is_told_to_come_again(sample_store, tmp_path):
    (tmp_path / "sparql").mkdir()
    with serving(sample_store, data_dir=tmp_path, sparql_timeout_seconds=2) as address:
        with FileLock(tmp_path / "sparql" / "lock"):  # another process makes it
            answer = httpx.get(f"{address}/sparql", params={"query": COUNT}, timeout=60)
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
        assert "made ready" in answer.json()["detail"]
        deadline = time.monotonic() + 180
        while (
            answer := httpx.get(f"{address}/sparql", params={"query": COUNT}, timeout=60)
        ).status_code == 503:
            assert time.monotonic() < deadline
        assert int(rows(answer)[0]["n"])
