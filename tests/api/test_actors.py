"""Actors, timelines and paths of the sample articles, over a real HTTP server and a real Neo4j."""

import csv
import io

import pytest

AUGUST = {"from": "2025-08-01", "to": "2025-08-31"}
KIM, PUTIN, TRUMP = "Q56226", "Q7747", "Q22686"


def ids(answer):
    return [row["id"] for row in answer.json()["results"]]


def timeline(client, actor=KIM, **parameters):
    answer = client.get(f"/v1/actors/{actor}/timeline", params=parameters)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("name", ["Putin", "Wladimir Putin", "Poutine", "Vladímir Putin", "Q7747"])
def test_an_actor_is_found_in_every_language(client, name):
    best = client.get("/v1/actors", params={"q": name}).json()["results"][0]
    assert best["id"] == PUTIN
    assert best["labels"]["de"] == "Wladimir Putin"
    assert best["events"] > 0


def test_without_a_name_those_with_most_events_come_first(client):
    found = client.get("/v1/actors", params={"limit": 5}).json()["results"]
    counts = [one["events"] for one in found]
    assert counts == sorted(counts, reverse=True)
    assert TRUMP in [one["id"] for one in found]


def test_an_actor_has_names_and_positions(client):
    found = client.get(f"/v1/actors/{PUTIN}").json()
    assert "Poutine" in " ".join(found["names"])
    assert any(held["of"] == "Q159" for held in found["positions"])
    assert client.get("/v1/actors/Wladimir Putin").json() == found


def test_the_call_lies_between_monday_and_the_meeting_in_alaska(client):
    found = timeline(client, "Kim Jong-un", **AUGUST, **{"with": "Putin", "type": "CONSULT"})
    call = next(row for row in found["results"] if row["predicate"] == "phone")
    assert (call["earliest"], call["latest"]) == ("2025-08-11", "2025-08-15")
    assert call["narrowed"]
    event = client.get(f"/v1/events/{call['id']}").json()
    bound = next(one for one in event["proof"] if one["date"] == "2025-08-15")
    languages = {proof["article"]["lang"] for proof in bound["because"]}
    assert len(bound["because"]) >= 2
    assert languages
    assert any(proof["order"] == "BEFORE" for proof in bound["because"])


def test_a_timeline_is_sorted_and_within_its_days(client):
    found = timeline(client, TRUMP, **AUGUST, include="all")
    keys = [(row["earliest"] or "", row["latest"] or "9999") for row in found["results"]]
    assert keys == sorted(keys)
    assert all((row["earliest"] or "") <= "2025-08-31" for row in found["results"])
    assert all((row["latest"] or "9999") >= "2025-08-01" for row in found["results"])
    assert found["total"] == {"value": len(keys), "relation": "eq"}


def test_what_is_denied_or_planned_is_shown_where_it_is_asked_for(client):
    plain = timeline(client, TRUMP)["results"]
    whole = timeline(client, TRUMP, include="all")["results"]
    assert {row["polarity"] for row in plain} == {"positive"}
    assert {row["modality"] for row in plain} <= {"asserted", "reported"}
    assert any(row["polarity"] == "negative" for row in whole)
    assert {row["id"] for row in plain} <= {row["id"] for row in whole}


def test_a_timeline_comes_in_pages(client):
    whole = [row["id"] for row in timeline(client, TRUMP)["results"]]
    paged, address = [], f"/v1/actors/{TRUMP}/timeline?limit=2"
    while address:
        page = client.get(address).json()
        paged += [row["id"] for row in page["results"]]
        address = page["next"]
    assert paged == whole


def test_a_timeline_as_csv(client):
    answer = client.get(f"/v1/actors/{KIM}/timeline", params={"format": "csv"})
    assert answer.headers["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["id"] for row in rows] == [row["id"] for row in timeline(client)["results"]]
    assert any("Kim Jong-un" in row["subject"] for row in rows)


def test_an_actor_without_events_has_an_empty_timeline(client):
    found = timeline(client, "Angela Merkel")
    assert found["total"]["value"] == 0
    assert found["actor"]["name"] == "Angela Merkel"


def test_a_path_leads_from_kim_to_trump_through_putin(client):
    found = client.get(
        "/v1/paths", params={"source": "Kim Jong-un", "target": "Donald Trump", **AUGUST}
    ).json()
    (path,) = found["results"]
    assert (found["source"]["id"], found["target"]["id"]) == (KIM, TRUMP)
    assert [hop["to"]["id"] for hop in path["hops"]] == [PUTIN, TRUMP]
    assert [hop["event"]["predicate"] for hop in path["hops"]] == ["phone", "meet"]
    assert path["earliest_arrival"] == "2025-08-15"
    assert all(hop["statements"] for hop in path["hops"])


def test_a_path_may_lead_through_all_that_is_not_denied(client):
    def modalities(include):
        address = f"/v1/paths?source=Q7747&target=Q22686&include={include}&count=20&objective=fewest-hops"
        answer = client.get(address)
        assert answer.status_code == 200, answer.text
        paths = answer.json()["results"]
        return {hop["event"]["modality"] for path in paths for hop in path["hops"]}

    assert modalities("none") <= {"asserted", "reported"}
    assert modalities("all") >= modalities("planned")


def test_a_path_of_three_hops(client):
    asked = {"source": KIM, "target": "Lee Jae-myung", **AUGUST}
    (path,) = client.get("/v1/paths", params=asked).json()["results"]
    assert len(path["hops"]) == 3
    days = [hop["event"]["latest"] for hop in path["hops"]]
    assert days == sorted(days)
    assert client.get("/v1/paths", params={**asked, "max_hops": 2}).json()["results"] == []


@pytest.mark.parametrize(
    ("path", "status", "parameter"),
    [
        ("/v1/actors/Xyzzy/timeline", 404, "id"),
        ("/v1/actors/Xyzzy", 404, "id"),
        ("/v1/actors/Kim/timeline", 409, "id"),
        ("/v1/actors/Q7747/timeline?with=Xyzzy", 404, "with"),
        ("/v1/actors/Q7747/timeline?with=Kim", 409, "with"),
        ("/v1/actors/Q7747/timeline?with=Putin", 422, "with"),
        ("/v1/actors/Q7747/timeline?from=2025-08-31&to=2025-08-01", 422, "from"),
        ("/v1/actors/Q7747/timeline?from=2025-02-30", 422, "from"),
        ("/v1/actors/Q7747/timeline?to=yesterday", 422, "to"),
        ("/v1/actors/Q7747/timeline?type=PHONE", 422, "type"),
        ("/v1/actors/Q7747/timeline?include=rumours", 422, "include"),
        ("/v1/actors/Q7747/timeline?certainty=maybe", 422, "certainty"),
        ("/v1/actors/Q7747/timeline?limit=0", 422, "limit"),
        ("/v1/actors/Q7747/timeline?cursor=x", 422, "cursor"),
        ("/v1/actors/Q7747/timeline?format=xml", 422, "format"),
        ("/v1/actors?q=" + "x" * 201, 422, "q"),
        ("/v1/paths?source=Q7747", 422, "target"),
        ("/v1/paths?source=Xyzzy&target=Q7747", 404, "source"),
        ("/v1/paths?source=Q7747&target=Kim", 409, "target"),
        ("/v1/paths?source=Q7747&target=Putin", 422, "target"),
        ("/v1/paths?source=Q7747&target=Q22686&max_hops=9", 422, "max_hops"),
        ("/v1/paths?source=Q7747&target=Q22686&from=2025-08-31&to=2025-08-01", 422, "from"),
        ("/v1/paths?source=Q7747&target=Q22686&objective=cheapest", 422, "objective"),
        ("/v1/paths?source=Q7747&target=Q22686&include=planned,denied", 422, "include"),
    ],
)
def test_what_is_wrong_is_named(client, path, status, parameter):
    answer = client.get(path)
    assert answer.status_code == status, answer.text
    problem = answer.json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert problem["status"] == status
    assert problem["parameter"] == parameter
    assert problem["detail"]
    assert bool(problem.get("candidates")) == (status == 409)


@pytest.mark.parametrize(
    "text", ["'; MATCH (n) DETACH DELETE n //", "$actor", "\\", "\u0000", "é" * 100, "*", "🙂"]
)
def test_text_is_never_taken_for_a_query(client, text):
    assert client.get("/v1/actors", params={"q": text}).status_code == 200
    assert client.get("/v1/actors/x/timeline", params={"with": text}).status_code in (404, 409)
    assert client.get("/v1/articles").json()["total"]["value"] >= 14


def test_names_in_a_language_are_those_that_differ(client):
    told = client.get("/v1/names?lang=de").json()
    assert (told["lang"], told["names"]["Q7747"]) == ("de", "Wladimir Putin")
    assert client.get("/v1/actors/Q7747").json()["name"] == "Vladimir Putin"
    assert client.get("/v1/names?lang=xx").json()["names"] == {}
    assert client.get("/v1/names?lang=german").status_code == 422


@pytest.mark.parametrize("day", ["31.8.2025", "2025-02-30", "yesterday"])
def test_a_wrong_day_is_told_with_how_to_write_one(client, day):
    told = client.get("/v1/actors/Q7747/timeline", params={"from": day}).json()["detail"]
    assert told == "from: This is no day. Write it as 2025-08-31."


@pytest.mark.parametrize(
    ("parameter", "hint"),
    [
        ("form", "Did you mean format or from?"),
        ("To", "Did you mean to?"),
        ("polarity", "There are: as_of, certainty, "),
    ],
)
def test_a_parameter_that_nothing_asks_for_is_refused(client, parameter, hint):
    answer = client.get("/v1/actors/Q7747/timeline", params={parameter: "2025-08-01"})
    told = answer.json()
    assert (answer.status_code, told["parameter"]) == (422, parameter)
    assert told["detail"].startswith(f"'{parameter}' is not a parameter here. {hint}")


def test_protocols_of_others_pass_over_parameters_that_they_do_not_know(client):
    assert client.get("/v1/reconcile?callback_id=7").status_code == 200
    assert client.get("/sparql", params={"query": "ASK {}", "timeout": "0"}).status_code == 200
