"""Statements, articles' versions, outlets, numbers, identity and order, by their addresses."""

import pytest
from served import serving

from graph.changes import stamp
from graph.decisions import merge, undo
from graph.moves import link, unlink, unresolved

KIM, PUTIN, TRUMP = "Q56226", "Q7747", "Q22686"


def got(client, path, **parameters):
    answer = client.get(f"/v1{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_statements_are_listed_in_pages_and_shown_alone(client):
    whole = got(client, "/statements", limit=1000)
    assert whole["total"] == {"value": len(whole["results"]), "relation": "eq"}
    names, address = [], "/v1/statements?limit=7"
    while address:
        page = client.get(address).json()
        names += [one["id"] for one in page["results"]]
        address = page["next"]
    assert names == [one["id"] for one in whole["results"]]
    known = {"as_of": None, "recorded_before": None}
    assert got(client, f"/statements/{names[0]}") == {**whole["results"][0], **known}


def test_statements_are_found_by_what_they_say(client):
    event = got(client, f"/actors/{KIM}/timeline")["results"][0]
    told = got(client, f"/events/{event['id']}")["statements"]
    found = got(client, "/statements", event=event["id"])["results"]
    assert {one["id"] for one in found} == {one["id"] for one in told}
    of_kim = got(client, "/statements", actor="Kim Jong-un")["results"]
    assert {one["id"] for one in told} <= {one["id"] for one in of_kim}
    article = told[0]["article"]
    inside = got(client, "/statements", article=article["key"], type=told[0]["type"].lower())["results"]
    assert told[0]["id"] in {one["id"] for one in inside}
    assert {one["article"]["id"] for one in inside} == {article["id"]}
    denied = got(client, "/statements", polarity="negative", lang=["de", "en"])["results"]
    assert denied
    assert all(one["polarity"] == "negative" and one["article"]["lang"] in ("de", "en") for one in denied)
    said = next(one for one in got(client, "/statements", limit=1000)["results"] if one["attributed_to"])
    speaker = said["attributed_to"][0]["id"]
    vouched = got(client, "/statements", speaker=speaker, modality=said["modality"])["results"]
    assert said["id"] in {one["id"] for one in vouched}
    assert got(client, "/statements", speaker=speaker, event=told[0]["event"], actor=TRUMP)["results"] == []


def test_offsets_mark_the_text(client):
    article = got(client, "/articles")["results"][0]
    whole = got(client, f"/articles/{article['id']}")
    for one in whole["statements"]:
        span = one["evidence"]
        assert whole["text"][span["start"] : span["end"]] == span["text"]


def test_outlets_and_numbers(client):
    articles = got(client, "/articles", limit=1000)
    outlets = got(client, "/sources")["results"]
    assert sum(one["articles"] for one in outlets) == articles["total"]["value"]
    numbers = got(client, "/statistics")
    assert numbers["articles"] == articles["total"]["value"] == sum(numbers["langs"].values())
    assert numbers["events"] == sum(numbers["types"].values())
    assert numbers["statements"] == got(client, "/statements", limit=1)["total"]["value"]


def test_the_version_is_the_graphs(client, sample_store):
    known = stamp(sample_store)
    found = got(client, "/version")
    assert (found["version"], found["database"], found["token"]) == (
        known.version,
        known.database,
        known.token,
    )


def test_an_article_has_versions(client):
    article = got(client, "/articles")["results"][0]
    (version,) = got(client, f"/articles/{article['id']}/versions")["results"]
    assert (version["id"], version["until"]) == (article["id"], None)
    assert client.get("/v1/articles/none/versions").status_code == 404


def test_the_order_of_two_events_is_proved(client):
    rows = got(client, f"/actors/{PUTIN}/timeline", **{"from": "2025-08-01", "to": "2025-08-31"})["results"]
    call = next(row for row in rows if row["predicate"] == "phone")
    other = next(o for o in got(client, f"/events/{call['id']}")["order"] if o["order"] == "BEFORE")
    found = got(client, f"/events/{call['id']}/order/{other['event']['id']}")
    assert found["precedes"]["possibility"] == "certain"
    assert found["precedes"]["because"]
    assert found["follows"]["possibility"] == "impossible"
    assert client.get(f"/v1/events/{call['id']}/order/{call['id']}").status_code == 422
    assert client.get(f"/v1/events/{call['id']}/order/e0").status_code == 404


def test_merges_are_explained(client):
    merges = got(client, "/merges", limit=1000)["results"]
    assert merges
    for one in merges[:3]:
        event = got(client, f"/events/{one['event']}", explain=True)
        assert event["explanation"] == one
        assert {join["statement"] for join in one["joins"]} < {s["id"] for s in event["statements"]}
    first = client.get("/v1/merges", params={"limit": 1}).json()
    assert client.get(first["next"]).json()["results"][0] == merges[1]


def test_a_search_says_why(client):
    hits = got(client, "/actors", q="Put", explain=True)["results"]
    keys = [
        (one["explanation"]["fit"], -one["explanation"]["events"], not one["explanation"]["in_office"])
        for one in hits
    ]
    assert keys == sorted(keys)
    assert hits[0]["id"] == PUTIN
    assert "explanation" not in got(client, "/actors", q="Put")["results"][0]


def test_an_event_that_became_part_of_another_is_elsewhere(client, sample_store):
    one, other = (row["id"] for row in got(client, f"/actors/{TRUMP}/timeline", include="all")["results"][:2])
    decision = merge(sample_store, one, other)
    try:
        moved = [client.get(f"/v1/events/{name}") for name in (one, other)]
        (answer,) = [answer for answer in moved if answer.status_code == 308]
        (kept,) = [answer for answer in moved if answer.status_code == 200]
        assert answer.headers["Location"] == f"/v1/events/{kept.json()['id']}"
        assert client.get(answer.headers["Location"]).json() == kept.json()
        gone = one if kept.json()["id"] == other else other
        compared = client.get(f"/v1/events/{gone}/order/{other}?as_of=2030-01-01")
        assert compared.status_code in (200, 422)
    finally:
        undo(sample_store, decision.id)


def test_an_actor_who_turned_out_to_be_another_is_elsewhere(client, sample_store):
    unknown = unresolved(sample_store)[0].actor.id
    decision = link(sample_store, unknown, TRUMP)
    try:
        answer = client.get(f"/v1/actors/{unknown}/timeline", params={"limit": 1})
        assert answer.status_code == 308
        assert answer.headers["Location"] == f"/v1/actors/{TRUMP}/timeline?limit=1"
        assert client.get(f"/v1/actors/{unknown}").headers["Location"] == f"/v1/actors/{TRUMP}"
        assert client.get(f"/v1/dyads/{PUTIN}/{unknown}").headers["Location"] == f"/v1/dyads/{PUTIN}/{TRUMP}"
    finally:
        unlink(sample_store, decision.id)


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("/statements?type=PARTY", 422, "type"),
        ("/statements?lang=xx", 422, "lang"),
        ("/statements?article=none", 404, None),
        ("/statements?speaker=Xyzzy", 404, "speaker"),
        ("/statements?polarity=neutral", 422, "polarity"),
        ("/statements/none", 404, None),
        ("/events/none?explain=true", 404, None),
    ],
)
def test_what_is_wrong_is_named(client, path, status, parameter):
    answer = client.get(f"/v1{path}")
    assert answer.status_code == status, answer.text
    assert answer.json().get("parameter") == parameter


def test_the_limit_without_one_is_the_settings(sample_store):
    import httpx

    with serving(sample_store, page_size=3) as url:
        assert len(httpx.get(f"{url}/v1/statements").json()["results"]) == 3
