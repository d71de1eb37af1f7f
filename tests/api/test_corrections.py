"""Versions, decisions and the feed of changes over HTTP."""

import re

import pytest
from served import KEY

AUTHORISED = {"Authorization": f"Bearer {KEY}"}
ARTICLE = {
    "id": "visit",
    "lang": "en",
    "date": "2025-03-01",
    "text": "Emmanuel Macron met Olaf Scholz in Paris on Friday.",
}
OTHER = {
    "id": "echo",
    "lang": "en",
    "date": "2025-03-02",
    "text": "Giorgia Meloni met Pedro Sánchez in Rome on Saturday.",
}


def add(client, article):
    answer = client.post("/v1/articles", json=article, headers=AUTHORISED)
    assert answer.status_code in (200, 201), answer.text
    return answer.json()


def events_of(client, article):
    return [one["event"] for one in client.get(f"/v1/articles/{article['id']}").json()["statements"]]


def test_a_new_version_takes_the_place_of_the_old_one(client):
    old = add(client, ARTICLE)
    text = "Emmanuel Macron met Giorgia Meloni in Paris on Friday."
    answer = client.put(
        "/v1/articles/visit", json={**ARTICLE, "id": "ignored", "text": text}, headers=AUTHORISED
    )
    assert answer.status_code == 201
    new = answer.json()
    assert (new["key"], new["outcome"]) == ("visit", "new")
    assert client.get(answer.headers["Location"]).json()["text"] == text
    listed = [one["id"] for one in client.get("/v1/articles?limit=1000").json()["results"]]
    assert new["id"] in listed
    assert old["id"] not in listed
    again = client.put(f"/v1/articles/{new['id']}", json={**ARTICLE, "text": text}, headers=AUTHORISED)
    assert (again.status_code, again.json()["outcome"]) == (200, "unchanged")
    back = client.put("/v1/articles/visit", json=ARTICLE, headers=AUTHORISED)
    assert back.json()["id"] == old["id"]
    assert client.get("/v1/articles/visit").json()["text"] == ARTICLE["text"]


def test_what_only_former_versions_tell_is_gone_and_shown_as_it_was(client):
    article = {**ARTICLE, "id": "mistaken", "text": "Emmanuel Macron met Ilham Aliyev in Paris on Friday."}
    first = add(client, article)
    (said,) = client.get(f"/v1/articles/{first['id']}").json()["statements"]
    other = {**article, "text": "Emmanuel Macron met Nikol Pashinyan in Paris on Friday."}
    new = client.put("/v1/articles/mistaken", json=other, headers=AUTHORISED).json()["id"]
    gone = (
        f"/v1/statements/{said['id']}",
        f"/v1/events/{said['event']}",
        f"/v1/timeline?event={said['event']}",
        f"/v1/timeline/counts?event={said['event']}&by=year",
        f"/v1/events/{said['event']}/order/{said['event']}x",
    )
    for address in gone:
        answer = client.get(address)
        problem = answer.json()
        assert (answer.status_code, problem["type"]) == (410, "urn:regesta:problem:ended"), address
        assert first["id"] in problem["detail"]
        assert new in problem["detail"]
    (instant,) = re.findall(r"recorded_before=(\S+)", client.get(gone[0]).json()["detail"])
    for address in gone[:2]:
        assert client.get(address, params={"recorded_before": instant}).status_code == 200
    for address in (
        "/v1/statements/s0",
        "/v1/events/e0",
        "/v1/timeline?event=e0",
        "/v1/timeline/counts?event=e0&by=day",
    ):
        assert client.get(address).status_code == 404


def test_a_replaced_article_is_found_where_it_is_now_and_a_withdrawn_one_is_gone(client):
    article = {**ARTICLE, "id": "chain"}
    texts = [f"Emmanuel Macron met {name} in Lyon." for name in ("Olaf Scholz", "Joe Biden", "Xi Jinping")]
    ids = [add(client, {**article, "text": texts[0]})["id"]]
    for text in texts[1:]:
        answer = client.put(f"/v1/articles/{ids[-1]}", json={**article, "text": text}, headers=AUTHORISED)
        ids.append(answer.json()["id"])
    for old in ids[:2]:
        for end in ("?fields=id", "/mentions"):
            moved = client.get(f"/v1/articles/{old}{end}")
            assert moved.status_code == 308
            assert moved.headers["Location"] == f"/v1/articles/{ids[2]}{end}"
            assert client.get(moved.headers["Location"]).status_code == 200
    then = client.get(f"/v1/articles/{ids[0]}", params={"recorded_before": "2999-01-01"})
    assert then.status_code == 404
    client.delete(f"/v1/articles/{ids[2]}", headers=AUTHORISED)
    for name in (*ids, "chain"):
        gone = client.get(f"/v1/articles/{name}")
        assert (gone.status_code, gone.json()["type"]) == (410, "urn:regesta:problem:withdrawn")
        assert ids[2] in gone.json()["detail"]
    assert client.get("/v1/articles/a0000000000000000").status_code == 404


@pytest.mark.parametrize(
    ("name", "body", "status"), [("nobody", ARTICLE, 404), ("visit", [ARTICLE], 422), ("visit", {}, 422)]
)
def test_a_version_of_nothing_or_of_a_list_is_refused(client, name, body, status):
    add(client, ARTICLE)
    assert client.put(f"/v1/articles/{name}", json=body, headers=AUTHORISED).status_code == status


def test_a_withdrawn_article_is_gone_from_the_graph_of_now_and_told_to_those_who_follow(client):
    article = add(client, OTHER)
    (event,) = events_of(client, article)
    before = client.get("/health").json()["graph_version"]
    gone = client.delete(f"/v1/articles/{article['id']}", params={"because": "retracted"}, headers=AUTHORISED)
    assert gone.status_code == 200
    assert (gone.json()["ended"], gone.json()["because"], gone.json()["by"]) == (
        "withdrawn",
        "retracted",
        "REGESTA_API_KEY",
    )
    assert client.get(f"/v1/events/{event}").status_code in (404, 410)
    told = client.get(f"/v1/changes?since={before}").json()
    (change,) = told["results"]
    assert change["kind"] == "withdraw"
    assert change["articles"] == [{"id": article["id"], "state": "withdrawn", "replaced_by": None}]
    assert {"id": event, "state": "gone"} in change["events"]
    assert (told["until"], told["version"], told["next"]) == (before + 1, before + 1, None)
    assert client.delete(f"/v1/articles/{article['id']}", headers=AUTHORISED).status_code == 404
    assert add(client, OTHER)["outcome"] == "withdrawn"


def test_an_article_is_not_withdrawn_ahead_of_time(client):
    add(client, ARTICLE)
    answer = client.delete("/v1/articles/visit?on=2999-01-01", headers=AUTHORISED)
    assert (answer.status_code, answer.json()["parameter"]) == (422, "on")


def test_the_feed_tells_every_version_once_and_in_order(client):
    add(client, ARTICLE)
    version = client.get("/health").json()["graph_version"]
    seen, address = [], "/v1/changes?since=0&limit=2"
    while address:
        page = client.get(address).json()
        seen += [change["version"] for change in page["results"]]
        address = page["next"]
    assert seen == list(range(1, version + 1))
    at_the_end = client.get(f"/v1/changes?since={version}&graph={page['graph']}").json()
    assert (at_the_end["results"], at_the_end["until"]) == ([], version)


@pytest.mark.parametrize("asked", ["since=9999999", "since=0&graph=another"])
def test_a_copy_of_another_graph_begins_anew(client, asked):
    answer = client.get(f"/v1/changes?{asked}")
    assert (answer.status_code, answer.json()["type"]) == (410, "urn:regesta:problem:gone")


def test_a_replaced_article_is_told_with_what_took_its_place(client):
    old = add(client, ARTICLE)
    before = client.get("/health").json()["graph_version"]
    changed = {**ARTICLE, "text": "Emmanuel Macron phoned Olaf Scholz on Friday."}
    new = client.put("/v1/articles/visit", json=changed, headers=AUTHORISED).json()
    (change,) = client.get(f"/v1/changes?since={before}").json()["results"]
    assert {"id": old["id"], "state": "replaced", "replaced_by": new["id"]} in change["articles"]
    assert {"id": new["id"], "state": "valid", "replaced_by": None} in change["articles"]


def test_events_are_merged_split_and_put_back(client):
    texts = ("Friedrich Merz visited Warsaw on 3 May 2025.", "Friedrich Merz visited Warsaw on 9 May 2025.")
    articles = [add(client, {"lang": "en", "date": "2025-05-10", "text": text}) for text in texts]
    first, second = (events_of(client, article)[0] for article in articles)
    assert first != second
    asked = {"first": first, "second": second, "because": "one visit"}
    done = client.post("/v1/events/merges", json=asked, headers=AUTHORISED)
    assert done.status_code == 201
    decision = done.json()
    assert (decision["kind"], decision["by"], decision["undone"]) == ("merge", "REGESTA_API_KEY", None)
    one, other = (events_of(client, article)[0] for article in articles)
    assert one == other
    assert decision["id"] in [one["id"] for one in client.get("/v1/events/merges").json()["results"]]
    statement = client.get(f"/v1/articles/{articles[1]['id']}").json()["statements"][0]["id"]
    apart = client.post(f"/v1/events/{one}/split", json={"statements": [statement]}, headers=AUTHORISED)
    assert apart.status_code in (201, 422), apart.text
    if apart.status_code == 201:
        client.delete(f"/v1/events/merges/{apart.json()['id']}", headers=AUTHORISED)
    undone = client.delete(f"/v1/events/merges/{decision['id']}?because=two", headers=AUTHORISED)
    assert (undone.status_code, undone.json()["undone_because"]) == (200, "two")
    assert [events_of(client, article)[0] for article in articles] == [first, second]
    again = client.delete(f"/v1/events/merges/{decision['id']}", headers=AUTHORISED)
    assert (again.status_code, again.json()["parameter"]) == (422, "decision")


def test_an_unresolved_actor_is_linked_and_put_back(client):
    text = "Friedrich Merz met Aurelio Quimbaya in Lima on 3 May 2025."
    article = add(client, {"lang": "en", "date": "2025-05-04", "text": text})
    told = client.get("/v1/actors/unresolved?limit=1000").json()["results"]
    (unknown,) = [one for one in told if one["name"] == "Aurelio Quimbaya"]
    assert unknown["events"] == 1
    address = f"/v1/actors/{unknown['id']}"
    done = client.post(f"{address}/link", json={"target": "Q4830453", "because": "seen"}, headers=AUTHORISED)
    assert done.status_code == 201, done.text
    assert (done.json()["kind"], done.json()["target"]) == ("actor", "Q4830453")
    moved = client.get(address, follow_redirects=False)
    assert (moved.status_code, moved.headers["Location"]) == (308, "/v1/actors/Q4830453")
    event = client.get(f"/v1/events/{events_of(client, article)[0]}").json()
    assert "Q4830453" in [one["id"] for one in event["subject"] + event["object"]]
    assert unknown["id"] not in [one["id"] for one in client.get("/v1/actors/unresolved").json()["results"]]
    decision = done.json()["id"]
    wrong_door = client.delete(f"/v1/events/merges/{decision}", headers=AUTHORISED)
    assert wrong_door.status_code == 404
    undone = client.delete(f"/v1/actors/links/{decision}?because=another", headers=AUTHORISED)
    assert (undone.status_code, undone.json()["undone_because"]) == (200, "another")
    assert client.get(address, follow_redirects=False).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("POST", "/v1/events/merges", {"first": "e0", "second": "e1"}, 404),
        ("POST", "/v1/events/merges", {"first": "e0"}, 422),
        ("POST", "/v1/events/merges", {"first": "e0", "second": "e1", "third": "e2"}, 422),
        ("POST", "/v1/events/e0/split", {"statements": ["s0"]}, 404),
        ("POST", "/v1/events/e0/split", {"statements": []}, 422),
        ("DELETE", "/v1/events/merges/d0", None, 404),
        ("POST", "/v1/actors/x::nobody/link", {"target": "Q159"}, 404),
        ("POST", "/v1/actors/Q159/link", {"target": "Q159"}, 422),
        ("POST", "/v1/actors/Q159/link", {}, 422),
        ("DELETE", "/v1/actors/links/d0", None, 404),
    ],
)
def test_decisions_about_nothing_are_refused(client, method, path, body, status):
    assert client.request(method, path, json=body, headers=AUTHORISED).status_code == status
    assert client.request(method, path, json=body).status_code in (401, 422)


def test_a_key_that_writes_does_not_decide(sample_store, tmp_path):
    import httpx
    from served import serving

    from api.keys import Scope, ring
    from api.settings import Settings

    _, secret = ring(Settings(data_dir=tmp_path)).create("desk", Scope.WRITE)
    with serving(sample_store, data_dir=tmp_path) as url:
        shown = {"X-API-Key": secret}
        answer = httpx.post(f"{url}/v1/events/merges", json={"first": "e0", "second": "e1"}, headers=shown)
        assert (answer.status_code, answer.json()["type"]) == (403, "urn:regesta:problem:forbidden")
        assert httpx.delete(f"{url}/v1/articles/nothing", headers=shown).status_code == 404
