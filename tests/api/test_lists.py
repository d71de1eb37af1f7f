"""All lists of the OpenAPI document: in every form, with chosen fields, in pages, as of other times."""

import csv
import io

import httpx
import orjson
import pytest

EVENTS = {"application/ld+json", "text/calendar", "application/graphml+xml"}
FORMS = {
    "/v1/actors/{id}/timeline": EVENTS,
    "/v1/timeline": EVENTS,
    "/v1/paths": {"application/graphml+xml"},
}
TABLES = {"application/json", "application/x-ndjson", "text/csv"}
SINGLE = {"/v1/actors/{id}", "/v1/events/{id}", "/v1/articles/{id}"}
WITHOUT_AXES = {
    *("/v1/actors", "/v1/actors/unresolved", "/v1/actors/{id}", "/v1/names"),
    *("/v1/articles/{id}/mentions", "/v1/articles/{id}/versions", "/v1/changes", "/v1/jobs", "/v1/jobs/{id}"),
    *("/v1/event-types", "/v1/statistics", "/v1/version", "/v1/reconcile", "/v1/reconcile/preview"),
    *(f"/v1/reconcile/suggest/{kind}" for kind in ("entity", "property", "type")),
}
"""What does not depend on what was known, or says itself since when; docs/api.md says why."""
MONTHS = {"by": "month", "from": "2025-01-01", "to": "2025-12-31"}
ASKED = {
    "/v1/timeline": {"actor": ["USA", "RUS"]},
    "/v1/timeline/counts": {"actor": ["USA", "RUS"], **MONTHS},
    "/v1/sequences": {"first": "CONSULT", "second": "CONSULT", "within": 3650},
    "/v1/actors/{id}/timeline": {},
    "/v1/dyads/{a}/{b}": MONTHS,
}
NAMES = {"{a}": "USA", "{b}": "RUS"}


@pytest.fixture(scope="module")
def document(served):
    return httpx.get(f"{served.url}/openapi.json").json()


def described(document, path):
    return document["paths"][path]["get"]


def parameters(document, path):
    return {one["name"] for one in described(document, path).get("parameters", [])}


def lists(document):
    paths = document["paths"]
    return [p for p in paths if "get" in paths[p] and "format" in parameters(document, p)]


LISTS = [
    *("/v1/actors", "/v1/actors/unresolved", "/v1/actors/{id}/partners", "/v1/actors/{id}/reach"),
    *("/v1/actors/{id}/timeline", "/v1/articles", "/v1/articles/{id}/versions", "/v1/dyads/{a}/{b}"),
    *("/v1/dyads/{a}/{b}/partners", "/v1/events/merges", "/v1/merges", "/v1/sequences", "/v1/sources"),
    *("/v1/statements", "/v1/timeline", "/v1/timeline/counts"),
]
FILLED = [path for path in LISTS if path not in ("/v1/events/merges", "/v1/actors/unresolved")]


def address(client, path):
    if path == "/v1/articles/{id}/versions":
        path = path.replace("{id}", client.get("/v1/articles").json()["results"][0]["id"])
    for name, value in {**NAMES, "{id}": "USA"}.items():
        path = path.replace(name, value)
    return path


def got(client, path, accept="application/json", **more):
    asked = {**ASKED.get(path, {}), **more}
    answer = client.get(address(client, path), params=asked, headers={"Accept": accept})
    assert answer.status_code == 200, (path, answer.text[:500])
    assert answer.headers["Content-Type"].split(";")[0] == accept
    return answer


def test_every_list_is_looked_at(document):
    assert sorted(lists(document)) == sorted([*LISTS, "/v1/paths", "/ontology", *SINGLE])
    for path in LISTS:
        offered = set(described(document, path)["responses"]["200"]["content"])
        assert offered == TABLES | FORMS.get(path, set()), path
        assert {"limit", "cursor", "fields", "format"} <= parameters(document, path), path


@pytest.mark.parametrize("path", LISTS)
def test_a_list_is_the_same_in_all_its_forms(client, path):
    rows = got(client, path, limit=1000).json()["results"]
    lines = [orjson.loads(line) for line in got(client, path, "application/x-ndjson").text.splitlines()]
    assert lines == rows
    table = list(csv.DictReader(io.StringIO(got(client, path, "text/csv").text)))
    assert len(table) == len(rows)
    for accept in FORMS.get(path, ()):
        assert got(client, path, accept).content


@pytest.mark.parametrize("path", FILLED)
def test_a_list_has_the_fields_that_are_asked_for(client, path):
    rows = got(client, path).json()["results"]
    first, *_, last = rows[0]
    chosen = [first, last]
    for form in ("application/json", "application/x-ndjson"):
        answer = got(client, path, form, fields=",".join(chosen), limit=1)
        row = answer.json()["results"][0] if form == "application/json" else orjson.loads(answer.content)
        assert row == {name: rows[0][name] for name in chosen}
    header = got(client, path, "text/csv", fields=",".join(chosen)).text.splitlines()[0]
    assert header == ",".join(chosen)
    assert (
        client.get(address(client, path), params={**ASKED.get(path, {}), "fields": "nothing"}).status_code
        == 422
    )


@pytest.mark.parametrize("path", LISTS)
def test_pages_make_up_the_whole(client, path):
    whole = got(client, path, limit=1000).json()
    met, answer = [], got(client, path, limit=2).json()
    while True:
        met += answer["results"]
        if answer["next"] is None or len(met) >= len(whole["results"]):
            break
        answer = client.get(answer["next"]).json()
    assert met == whole["results"]
    assert len({str(row) for row in met}) == len(met)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("cursor", ["x", "[1,2", '["a"]', "[99999999999999999999]", "0", '{"a":1}', "\0"])
def test_a_cursor_that_was_not_given_out_is_told(client, path, cursor):
    answer = client.get(address(client, path), params={**ASKED.get(path, {}), "cursor": cursor})
    assert answer.status_code in (200, 422)
    if answer.status_code == 422:
        assert answer.json()["parameter"] == "cursor"


def test_who_shows_the_graph_shows_it_as_of_any_time(document):
    asked = [
        path for path in document["paths"] if path.startswith("/v1/") and "get" in document["paths"][path]
    ]
    for path in asked:
        axes = {"as_of", "recorded_before"} & parameters(document, path)
        assert bool(axes) != (path in WITHOUT_AXES), path
        assert len(axes) in (0, 2), path


@pytest.mark.parametrize("path", [path for path in LISTS if path not in WITHOUT_AXES])
def test_answers_repeat_as_of_when_they_are(client, path):
    known = {"as_of": "2025-08-20", "recorded_before": "2999-01-01T00:00:00Z"}
    for form in ("application/json", "application/x-ndjson", "text/csv"):
        answer = got(client, path, form, **known)
        if form == "application/json":
            assert {name: answer.json()[name] for name in known} == known
    assert got(client, path, recorded_before="2001-01-01").json()["results"] == []
