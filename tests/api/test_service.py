"""What holds for the server as a whole: freshness, guards, documents, and a database that goes away."""

import httpx
import pytest
from neo4j import GraphDatabase
from served import serving

from graph.store import Store


def test_an_answer_is_not_sent_twice_while_the_graph_stays_as_it_is(client, served):
    first = client.get("/v1/articles")
    again = client.get("/v1/articles", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    article = {"text": "Emmanuel Macron met Olaf Scholz in Paris.", "lang": "en", "date": "2025-03-01"}
    client.post("/v1/articles", json=article, headers=served.authorised)
    assert client.get("/v1/articles", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_long_answers_are_compressed(client):
    for accepted in ("gzip", "zstd", "br"):
        answer = client.get("/v1/event-types", headers={"Accept-Encoding": accepted})
        assert answer.headers["Content-Encoding"] == accepted
        assert answer.headers["Vary"] == "Accept, Accept-Encoding"
        assert answer.json()
    assert "Content-Encoding" not in client.get("/v1/event-types", headers={"Accept-Encoding": ""}).headers


def test_every_answer_binds_the_browser(client):
    for path in ("/", "/docs", "/health", "/assets/main.js", "/nowhere"):
        headers = client.get(path).headers
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_another_hosts_name_is_refused(client):
    answer = client.get("/v1/articles", headers={"Host": "evil.example"})
    assert answer.status_code == 421
    assert answer.json()["type"] == "urn:regesta:problem:wrong-host"
    assert client.get("/v1/articles", headers={"Host": "localhost:1"}).status_code == 200


def test_other_origins_read_only_where_they_are_named(sample_store):
    asked = {"Origin": "https://news.example"}
    with serving(sample_store, cors_origins=("https://news.example",)) as url:
        assert (
            httpx.get(f"{url}/health", headers=asked).headers["Access-Control-Allow-Origin"]
            == asked["Origin"]
        )
    with serving(sample_store) as url:
        assert "Access-Control-Allow-Origin" not in httpx.get(f"{url}/health", headers=asked).headers


@pytest.mark.parametrize(("method", "path"), [("DELETE", "/v1/articles"), ("PUT", "/health")])
def test_a_method_that_is_not_there(client, method, path):
    answer = client.request(method, path)
    assert answer.status_code == 405
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_openapi_document_describes_every_route(client):
    document = client.get("/openapi.json").json()
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            assert route["summary"], (path, method)
            assert route["description"], (path, method)
            success = next(iter(sorted(code for code in route["responses"] if code.startswith("2"))))
            assert route["responses"][success]["content"], (path, method)
            for parameter in route.get("parameters", []):
                assert parameter["description"], (path, method, parameter["name"])
    for name, schema in document["components"]["schemas"].items():
        assert schema.get("description"), name


def test_the_documentation_needs_nothing_from_elsewhere(client):
    page = client.get("/docs").text
    assert "//" not in page.replace("<!doctype html>", "")
    assert client.get("/docs/assets/swagger-ui-bundle.js").status_code == 200


def test_a_database_that_went_away_is_told_with_503(neo4j_target):
    with GraphDatabase.driver(
        "bolt://127.0.0.1:1", connection_timeout=1, max_transaction_retry_time=0
    ) as away:
        store = Store(away, neo4j_target, read_timeout_seconds=1, row_limit=10)
        with serving(store) as url:
            for path in ("/health", "/v1/articles", "/v1/events/e1"):
                answer = httpx.get(url + path, timeout=60)
                assert answer.status_code == 503
                assert answer.headers["Retry-After"]
                assert "Neo4j" in answer.json()["detail"]
