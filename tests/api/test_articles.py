"""Adding and reading articles over a real HTTP server and a real Neo4j."""

import httpx
import pytest
from served import KEY, serving

ARTICLE = {
    "id": "macron-berlin",
    "lang": "de",
    "date": "2025-03-14",
    "title": "Macron in Berlin",
    "text": "Am Mittwoch besuchte Emmanuel Macron Berlin. Er sprach mit Olaf Scholz.",
}
PROBLEM = "application/problem+json"


def versions(client):
    return client.get("/health").json()["graph_version"], client.get("/v1/articles").json()["total"]["value"]


def test_an_article_is_added_once_and_can_be_read_with_its_sentences(client, served):
    first = client.post("/v1/articles", json=ARTICLE, headers=served.authorised)
    again = client.post("/v1/articles", json=ARTICLE, headers={"X-API-Key": served.key})
    assert (first.status_code, again.status_code) == (201, 200)
    told = first.json()
    assert (told["key"], told["lang"], told["date"], told["outcome"]) == (
        "macron-berlin",
        "de",
        "2025-03-14",
        "new",
    )
    assert again.json()["outcome"] == "unchanged"
    assert told["statements"]
    shown = client.get(first.headers["Location"]).json()
    assert shown["text"] == ARTICLE["text"]
    assert {one["id"] for one in shown["statements"]} == {one["id"] for one in told["statements"]}
    for one in shown["statements"]:
        for part in ("sentence", "evidence"):
            passage = one[part]
            assert shown["text"][passage["start"] : passage["end"]] == passage["text"]
        event = client.get(f"/v1/events/{one['event']}").json()
        assert one["id"] in {said["id"] for said in event["statements"]}


def test_a_text_may_carry_its_date(client, served):
    answer = client.post(
        "/v1/articles",
        content="date 2025-03-15\nAm Donnerstag empfing Friedrich Merz in Berlin Emmanuel Macron.",
        headers={"Content-Type": "text/plain; charset=utf-8", **served.authorised},
    )
    assert answer.status_code == 201
    assert answer.json()["date"] == "2025-03-15"


def test_a_text_without_date_is_read_with_a_warning(client, served):
    answer = client.post(
        "/v1/articles?lang=en",
        content="Emmanuel Macron met Olaf Scholz on 3 February 2025.",
        headers={"Content-Type": "text/plain", **served.authorised},
    )
    assert answer.status_code == 201
    assert answer.json()["warnings"]
    assert any(one["time"]["earliest"] == "2025-02-03" for one in answer.json()["statements"])


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 401),
        ({"Authorization": "Bearer wrong"}, 401),
        ({"X-API-Key": "wrong"}, 401),
        ({"X-API-Key": KEY}, 201),
    ],
)
def test_adding_needs_the_key(client, headers, status):
    answer = client.post(
        "/v1/articles", json={**ARTICLE, "url": f"https://example.org/{len(headers)}"}, headers=headers
    )
    assert answer.status_code == status
    if status == 401:
        assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert answer.headers["Content-Type"] == PROBLEM


def test_a_server_without_a_key_only_reads(sample_store):
    with serving(sample_store, api_key=None) as url:
        answer = httpx.post(f"{url}/v1/articles", json=ARTICLE, headers={"X-API-Key": ""})
        assert answer.status_code == 403
        assert answer.json()["type"] == "urn:regesta:problem:read-only"
        assert httpx.get(f"{url}/health").json()["writable"] is False


@pytest.mark.parametrize(
    ("body", "kind", "status", "told"),
    [
        (b'{"text": "Macron', "application/json", 422, "JSON"),
        (b"[]", "application/json", 422, "no article"),
        (b'{"id": "x"}', "application/json", 422, "text"),
        (b'{"text": ""}', "application/json", 422, "no text"),
        (b'{"text": "Macron besuchte Berlin.", "lang": "pl"}', "application/json", 422, "pl"),
        (b'{"text": "Oui", "lang": "fr", "date": "2025-02-30"}', "application/json", 422, "2025-02-30"),
        (b'{"text": 7}', "application/json", 422, "text"),
        (b"", "text/plain", 422, "no text"),
        (b"Macron besuchte K\xf6ln.", "text/plain", 422, "utf-8"),
        (b"Macron besuchte Berlin.", "text/plain; charset=klingon", 422, "klingon"),
        (b"Macron besuchte Berlin. " * 60_000, "text/plain", 422, "1,000,000"),
        (b"Macron besuchte Berlin. " * 220_000, "text/plain", 413, "4,000,000"),
        (b"<p>Macron</p>", "application/pdf", 415, "application/pdf"),
        (b"<p></p>", "text/html", 422, "no article text"),
        (b"Macron", "", 415, "no media type"),
    ],
)  # fmt: skip
def test_bad_bodies_are_told_and_nothing_is_written(client, served, body, kind, status, told):
    before = versions(client)
    headers = {**served.authorised, **({"Content-Type": kind} if kind else {})}
    answer = client.post("/v1/articles", content=body, headers=headers)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == PROBLEM
    assert answer.json()["status"] == status
    assert told in answer.json()["detail"]
    assert versions(client) == before


def test_a_body_without_a_length_is_cut_off_at_the_limit(client, served):
    chunks = (b"Macron besuchte Berlin. " * 50_000 for _ in range(8))
    answer = client.post(
        "/v1/articles", content=chunks, headers={"Content-Type": "text/plain", **served.authorised}
    )
    assert answer.status_code == 413


def test_articles_come_in_pages(client):
    seen, address = [], "/v1/articles?limit=5"
    while address:
        page = client.get(address).json()
        seen += [one["id"] for one in page["results"]]
        address = page["next"]
    assert len(seen) == len(set(seen)) == page["total"]["value"]
    dates = [one["date"] or "" for one in client.get("/v1/articles?limit=1000").json()["results"]]
    assert dates == sorted(dates, reverse=True)


def test_articles_of_one_language(client):
    found = client.get("/v1/articles?lang=fr").json()["results"]
    assert found
    assert {one["lang"] for one in found} == {"fr"}


@pytest.mark.parametrize(
    "path", ["/v1/articles/a0000000000000000", "/v1/events/e0000000000000000", "/nowhere"]
)
def test_what_is_not_there(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == PROBLEM


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/v1/articles?limit=0", "limit"),
        ("/v1/articles?limit=many", "limit"),
        ("/v1/articles?cursor=x", "cursor"),
    ],
)
def test_a_wrong_parameter_is_named(client, path, parameter):
    answer = client.get(path)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == PROBLEM
    assert answer.json()["parameter"] == parameter
