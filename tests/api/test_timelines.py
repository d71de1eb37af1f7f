"""Timelines, dyads, partners, reach and sequences of the sample articles, by their addresses."""

from datetime import date

import pytest

AUGUST = {"from": "2025-08-01", "to": "2025-08-31"}
KIM, PUTIN, TRUMP, USA, RUSSIA = "Q56226", "Q7747", "Q22686", "Q30", "Q159"


def got(client, path, **parameters):
    answer = client.get(f"/v1{path}", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(found):
    return [row["id"] for row in found["results"]]


def test_a_set_of_actors_has_the_events_of_all(client):
    of_both = ids(got(client, "/timeline", actor=["Kim Jong-un", "Trump"]))
    apart = {name for actor in (KIM, TRUMP) for name in ids(got(client, f"/actors/{actor}/timeline"))}
    assert set(of_both) == apart
    among = ids(got(client, "/timeline", actor=[PUTIN, TRUMP], among=True))
    assert among == ids(got(client, f"/actors/{PUTIN}/timeline", **{"with": TRUMP}))
    assert among


def test_a_timeline_of_a_type_a_place_and_an_event(client):
    talks = got(client, "/timeline", type="consult")
    assert {row["type"] for row in talks["results"]} == {"CONSULT"}
    placed = next(row for row in talks["results"] if row["place"])
    at = got(client, "/timeline", place=placed["place"]["name"])
    assert placed["id"] in ids(at)
    assert all(row["place"] for row in at["results"])
    assert placed["id"] in ids(got(client, "/timeline", event=placed["id"], include="all"))


def test_the_filters_narrow_a_timeline(client):
    rows = got(client, f"/actors/{TRUMP}/timeline")["results"]
    row = next(one for one in rows if one["mode"])
    assert row["id"] in ids(got(client, f"/actors/{TRUMP}/timeline", mode=row["mode"]))
    lang = row["evidence"]["lang"]
    told = got(client, f"/actors/{TRUMP}/timeline", lang=lang)["results"]
    assert row["id"] in [one["id"] for one in told]
    assert all(lang in one["langs"] for one in told)


def test_counts_and_timeline_agree(client):
    listed = got(client, f"/actors/{USA}/timeline", limit=1)["total"]["value"]
    counted = got(client, "/timeline/counts", actor=USA, by="year")
    assert counted["events"] == listed
    assert counted["total"]["value"] == len(counted["results"])
    days = [(date.fromisoformat(p["first"]), date.fromisoformat(p["last"])) for p in counted["results"]]
    assert all((first.month, last.month) == (1, 12) for first, last in days)


def test_a_dyad_has_a_curve(client):
    found = got(client, f"/dyads/{RUSSIA}/USA", by="month")
    assert (found["first"]["id"], found["second"]["id"]) == (RUSSIA, USA)
    with_usa = got(client, f"/actors/{RUSSIA}/timeline", **{"with": USA, "limit": 1})
    assert found["events"] == with_usa["total"]["value"]
    assert all(-10 <= period["score"] <= 10 for period in found["results"] if period["score"] is not None)
    turned = got(client, f"/dyads/{USA}/{RUSSIA}")
    assert turned["results"] == found["results"]


def test_partners_and_those_that_two_share(client):
    partners = {one["actor"]["id"]: one for one in got(client, f"/actors/{PUTIN}/partners")["results"]}
    assert {KIM, TRUMP} <= partners.keys()
    with_kim = got(client, f"/actors/{PUTIN}/timeline", **{"with": KIM})
    assert partners[KIM]["events"] == with_kim["total"]["value"]
    shared = got(client, f"/dyads/{KIM}/{TRUMP}/partners")["results"]
    assert PUTIN in [one["actor"]["id"] for one in shared]


def test_reach_goes_both_ways(client):
    reached = got(client, f"/actors/{KIM}/reach", **AUGUST)
    assert {PUTIN, TRUMP} <= {one["actor"]["id"] for one in reached["results"]}
    sources = got(client, f"/actors/{TRUMP}/reach", **AUGUST, direction="to")
    assert KIM in {one["actor"]["id"] for one in sources["results"]}
    first = client.get(f"/v1/actors/{KIM}/reach", params={**AUGUST, "limit": 1}).json()
    second = client.get(first["next"]).json()
    assert [first["results"][0], second["results"][0]] == reached["results"][:2]


def test_the_best_paths_in_turn_by_each_objective(client):
    asked = {"source": KIM, "target": TRUMP, **AUGUST, "count": 3}
    for objective in ("earliest-arrival", "latest-departure", "fastest", "fewest-hops"):
        found = got(client, "/paths", **asked, objective=objective)["results"]
        assert found
        assert len({str(path["hops"]) for path in found}) == len(found)


def test_what_is_followed_by_what(client):
    asked = {"first": "CONSULT", "second": "CONSULT", "within": 60}
    found = got(client, "/sequences", **asked)
    assert found["results"]
    first = client.get("/v1/sequences", params={**asked, "limit": 1}).json()
    second = client.get(first["next"]).json()
    assert [*first["results"], *second["results"]] == found["results"][:2]


def test_answers_say_as_of_when_they_hold(client):
    day = {"as_of": "2025-08-14"}
    whole = got(client, f"/actors/{KIM}/timeline")
    then = got(client, f"/actors/{KIM}/timeline", **day)
    assert (whole["as_of"], then["as_of"], then["recorded_before"]) == (None, "2025-08-14", None)
    assert then["total"]["value"] < whole["total"]["value"]
    assert got(client, f"/actors/{KIM}/timeline", as_of="2000-01-01")["results"] == []
    asked = {"source": KIM, "target": TRUMP, **AUGUST}
    assert got(client, "/paths", **asked, **day)["results"] == []
    assert got(client, "/paths", **asked)["results"]
    assert got(client, "/dyads/RUS/USA", as_of="2000-01-01")["events"] == 0


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("/timeline", 422, "type"),
        ("/timeline?actor=Q30&place=Alaska", 422, "place"),
        ("/timeline?actor=Xyzzy", 404, "actor"),
        ("/timeline?actor=Kim", 409, "actor"),
        ("/timeline?actor=Q30&among=true", 422, "among"),
        ("/timeline?with=Q30&type=CONSULT", 422, "with"),
        ("/timeline?place=Nowhereville", 404, None),
        ("/timeline?type=CONSULT&mode=telepathy", 422, "mode"),
        ("/timeline?type=CONSULT&lang=xx", 422, "lang"),
        ("/timeline?type=CONSULT&speaker=Xyzzy", 404, "speaker"),
        ("/timeline?type=CONSULT&as_of=yesterday", 422, "as_of"),
        ("/timeline?type=CONSULT&recorded_before=soon", 422, "recorded_before"),
        ("/timeline/counts?type=CONSULT&by=decade", 422, "by"),
        ("/dyads/Q30/Q30", 422, "with"),
        ("/dyads/Kim/Q30", 409, "a"),
        ("/dyads/Q30/Xyzzy", 404, "b"),
        ("/dyads/Q30/Q30/partners", 422, "other"),
        ("/actors/Q30/reach?direction=sideways", 422, "direction"),
        ("/actors/Q30/partners?cursor=x", 422, "cursor"),
        ("/sequences?first=CONSULT&second=PARTY", 422, "second"),
        ("/sequences?first=CONSULT/visits&second=AGREE", 422, "first"),
        ("/sequences?first=CONSULT&second=AGREE&cursor=-1", 422, "cursor"),
        ("/paths?source=Q7747&target=Q22686&count=0", 422, "count"),
    ],
)
def test_what_is_wrong_is_named(client, path, status, parameter):
    answer = client.get(f"/v1{path}")
    assert answer.status_code == status, answer.text
    assert answer.json().get("parameter") == parameter
    assert answer.json()["detail"]
