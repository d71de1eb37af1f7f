"""Reconciliation as OpenRefine asks for it (W3C Reconciliation Service API 0.2)."""

import json

import pytest

MERKEL = "p:DEU:angela-merkel"


def reconciled(client, **queries):
    answer = client.post("/v1/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    return {name: found["result"] for name, found in answer.json().items()}


def test_the_manifest_names_what_there_is(client, served):
    told = client.get("/v1/reconcile").json()
    assert told["versions"] == ["0.2"]
    assert told["name"]
    assert told["identifierSpace"].startswith("https://")
    assert told["schemaSpace"].startswith("https://")
    address = told["preview"]["url"].replace("{{id}}", MERKEL)
    assert address.startswith(served.url)
    assert client.get(address).status_code == 200
    assert client.get(told["view"]["url"].replace("{{id}}", MERKEL)).json()["id"] == MERKEL
    for suggest in told["suggest"].values():
        found = client.get(suggest["service_url"] + suggest["service_path"], params={"prefix": "s"})
        assert found.json()["result"]
    everything = {one["id"] for one in client.get("/v1/reconcile/suggest/type?prefix=").json()["result"]}
    assert {one["id"] for one in told["defaultTypes"]} <= everything


def test_names_in_any_language_find_their_actor(client):
    found = reconciled(
        client,
        q0={"query": "Angela Merkel"},
        q1={"query": "Алеманья"},
        q2={"query": "Deutschland", "type": "state"},
        q3={"query": "Allemagne", "type": ["state", "person"], "limit": 1},
    )
    assert next((one["id"], one["match"], one["score"]) for one in found["q0"]) == (MERKEL, True, 100)
    assert found["q0"][0]["type"] == [{"id": "person", "name": "Person"}]
    assert found["q1"] == []
    assert found["q2"][0]["id"] == found["q3"][0]["id"]
    assert len(found["q3"]) == 1


def test_scores_fall_and_one_at_most_matches(client):
    results = reconciled(client, q={"query": "Li", "limit": 50})["q"]
    scores = [one["score"] for one in results]
    assert len(results) > 1
    assert scores == sorted(scores, reverse=True)
    assert sum(one["match"] for one in results) <= 1


def test_a_type_or_state_narrows(client):
    by_type = reconciled(client, q={"query": "Merkel", "type": "igo"})["q"]
    assert by_type == []
    state = {"pid": "state", "v": "deu"}
    (same,) = reconciled(client, q={"query": "Angela Merkel", "properties": [state], "limit": 1})["q"]
    (other,) = reconciled(
        client, q={"query": "Angela Merkel", "properties": [state | {"v": "FRA"}], "limit": 1}
    )["q"]
    assert (same["score"], other["score"]) == (100, 70)


def test_a_get_may_reconcile_too(client):
    found = client.get("/v1/reconcile", params={"queries": '{"q0": {"query": "Merkel"}}'}).json()
    assert MERKEL in [one["id"] for one in found["q0"]["result"]]


@pytest.mark.parametrize(
    ("queries", "told"),
    [
        ("", "JSON"),
        ("[]", "object"),
        ('{"q0": {}}', "query"),
        ('{"q0": {"query": "a", "limit": 0}}', "limit"),
        (json.dumps({f"q{n}": {"query": "a"} for n in range(51)}), "50"),
    ],
)
def test_wrong_queries_are_told(client, queries, told):
    answer = client.post("/v1/reconcile", data={"queries": queries})
    assert (answer.status_code, answer.json()["parameter"]) == (422, "queries")
    assert told in answer.json()["detail"]


def test_queries_come_as_a_form(client):
    assert client.post("/v1/reconcile", json={"queries": {}}).status_code == 415


def test_suggestions_complete_what_is_typed(client):
    first = client.get("/v1/reconcile/suggest/entity?prefix=Merk").json()["result"]
    assert MERKEL in [one["id"] for one in first]
    rest = client.get("/v1/reconcile/suggest/entity?prefix=Merk&cursor=1").json()["result"]
    assert rest == first[1:]
    assert client.get("/v1/reconcile/suggest/type?prefix=per").json()["result"] == [
        {"id": "person", "name": "Person"}
    ]


def test_the_preview_may_be_framed_and_nothing_else(client):
    page = client.get(f"/v1/reconcile/preview?id={MERKEL}")
    assert "<h1>Angela Merkel</h1>" in page.text
    assert page.headers["Content-Type"].startswith("text/html")
    assert "frame-ancestors *" in page.headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in client.get("/v1/reconcile").headers["Content-Security-Policy"]
    assert client.get("/v1/reconcile/preview?id=Q0").status_code == 404


def test_markup_in_names_is_text_in_the_preview():
    from api.reconciling import preview
    from graph.actors import ActorDetail
    from ontology.model import ActorRef, ActorType

    hostile = ActorRef("x:1", "<script>alert(1)</script>", '"><img src=x>', ActorType.OTHER, None, False)
    page = preview(ActorDetail(hostile, {}, (), (), 0))
    assert "<script" not in page
    assert "<img" not in page
