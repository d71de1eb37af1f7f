"""The same answers in all their forms: by ``format``, by ``Accept``, whole or in pages."""

import csv
import io
from datetime import date, timedelta

import orjson
import pytest
from icalendar import Calendar
from lxml import etree
from pyoxigraph import RdfFormat, parse

from api.calendar import calendar
from api.graphml import NAMESPACE, event_graph
from api.lines import event_line
from api.shapes import event_row
from graph.event_rows import Columns
from graph.event_rows import event_row as told_row
from graph.rdf.terms import bare, thing
from graph.timelines import Filter, Scope, page
from ontology.model import Modality, Polarity

CODED = ("dataset", "file", "digest", "format", "row", "code", "own_id", "url", "published")
KIM, TRUMP, USA = "Q56226", "Q22686", "Q30"
TIMELINE = f"/v1/actors/{TRUMP}/timeline"
KINDS = {
    "json": "application/json",
    "ndjson": "application/x-ndjson",
    "csv": "text/csv",
    "jsonld": "application/ld+json",
    "ics": "text/calendar",
    "graphml": "application/graphml+xml",
}


@pytest.fixture
def rows(client):
    return client.get(TIMELINE).json()["results"]


def asked(client, form, path=TIMELINE, **parameters):
    answer = client.get(path, params={"format": form, **parameters})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Type"].split(";")[0] == KINDS[form]
    return answer


@pytest.mark.parametrize("form", KINDS)
def test_accept_and_format_choose_the_same(client, form):
    by_header = client.get(TIMELINE, headers={"Accept": f"text/html;q=0.2, {KINDS[form]}"})
    assert by_header.headers["Content-Type"].split(";")[0] == KINDS[form]
    assert by_header.headers["Vary"].startswith("Accept")
    assert by_header.headers["ETag"]
    if form != "jsonld":
        assert by_header.content == asked(client, form).content


def test_a_form_that_there_is_not(client):
    answer = client.get(TIMELINE, headers={"Accept": "image/png"})
    assert (answer.status_code, answer.json()["type"]) == (406, "urn:regesta:problem:not-acceptable")
    assert client.get("/v1/articles", params={"format": "ics"}).json()["parameter"] == "format"


def test_ndjson_holds_the_whole_result_set(client, rows):
    lines = [orjson.loads(line) for line in asked(client, "ndjson").text.splitlines()]
    assert lines == rows
    assert len(lines) > 2
    assert len(asked(client, "ndjson", limit=2).text.splitlines()) == 2
    rest = client.get(TIMELINE, params={"limit": 2}).json()["next"]
    assert [orjson.loads(line) for line in client.get(f"{rest}&format=ndjson").text.splitlines()] == rows[2:4]


def test_csv_holds_the_chosen_fields(client, rows):
    table = list(csv.DictReader(io.StringIO(asked(client, "csv", fields="id,subject,when").text)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert list(table[0]) == ["id", "subject", "when"]
    assert table[0]["subject"] == ", ".join(one["name"] for one in rows[0]["subject"])
    partners = list(csv.DictReader(io.StringIO(asked(client, "csv", f"/v1/actors/{USA}/partners").text)))
    assert int(partners[0]["events"]) > 0


def test_json_holds_the_chosen_fields(client, rows):
    found = client.get(TIMELINE, params={"fields": "id,earliest"}).json()
    assert found["results"] == [{"id": row["id"], "earliest": row["earliest"]} for row in rows]
    assert client.get(f"/v1/actors/{TRUMP}", params={"fields": "id, name"}).json() == {
        "id": TRUMP,
        "name": "Donald Trump",
    }
    wrong = client.get(TIMELINE, params={"fields": "id,secret"})
    assert (wrong.status_code, wrong.json()["parameter"]) == (422, "fields")


def test_the_next_page_is_linked_in_the_header(client):
    answer = client.get(TIMELINE, params={"limit": 1})
    assert answer.links["next"]["url"] == answer.json()["next"]


def test_a_timeline_is_a_calendar(client):
    listed = client.get(TIMELINE, params={"include": "all"}).json()["results"]
    events = Calendar.from_ical(asked(client, "ics", include="all").content).walk("VEVENT")
    by_id = {str(event["UID"]): event for event in events}
    dated = [row for row in listed if row["earliest"] or row["latest"]]
    assert by_id.keys() == {f"{row['id']}@regesta" for row in dated}
    row = next(row for row in dated if row["earliest"] and row["latest"])
    event = by_id[f"{row['id']}@regesta"]
    assert event["DTSTART"].dt == date.fromisoformat(row["earliest"])
    assert event["DTEND"].dt == date.fromisoformat(row["latest"]) + timedelta(days=1)
    statuses = {str(event["STATUS"]) for event in events}
    assert "CANCELLED" in statuses
    assert all(len(line) <= 75 for line in asked(client, "ics").content.split(b"\r\n"))


def test_hostile_words_stay_words_in_a_calendar(rows):
    row = {**rows[0], "subject": [{"name": "a\r\nBEGIN:VALARM;x,y\\"}], "earliest": "9999-12-31"}
    row |= {"latest": None}
    (event,) = Calendar.from_ical(calendar([row])).walk("VEVENT")
    assert not event.subcomponents
    assert "BEGIN:VALARM;x,y\\" in event["SUMMARY"]


def test_a_timeline_is_a_graph(client, rows):
    tree = etree.fromstring(asked(client, "graphml").content)
    names = {node.get("id") for node in tree.iter(f"{{{NAMESPACE}}}node")}
    edges = list(tree.iter(f"{{{NAMESPACE}}}edge"))
    assert edges
    assert all({edge.get("source"), edge.get("target")} <= names for edge in edges)
    told = {edge.find(f"{{{NAMESPACE}}}data[@key='edge-event']").text for edge in edges}
    assert told <= {row["id"] for row in rows}
    keys = {key.get("id") for key in tree.iter(f"{{{NAMESPACE}}}key")}
    assert {data.get("key") for data in tree.iter(f"{{{NAMESPACE}}}data")} <= keys


def test_a_path_is_a_graph(client):
    days = {"source": KIM, "target": TRUMP, "from": "2025-08-01", "to": "2025-08-31"}
    tree = etree.fromstring(asked(client, "graphml", "/v1/paths", **days).content)
    edges = list(tree.iter(f"{{{NAMESPACE}}}edge"))
    hops = [edge.find(f"{{{NAMESPACE}}}data[@key='edge-hop']").text for edge in edges]
    assert hops == ["1", "2"]
    assert (edges[0].get("source"), edges[-1].get("target")) == (KIM, TRUMP)


def test_hostile_words_stay_words_in_a_graph(rows):
    row = {**rows[0], "subject": [{**rows[0]["subject"][0], "id": "x:<&\x00", "name": "</node>\ud800"}]}
    row |= {"object": [{"id": "Q1", "name": "b", "type": "person", "state": None}]}
    tree = etree.fromstring(event_graph([row]))
    assert "</node>\ufffd" in [data.text for data in tree.iter(f"{{{NAMESPACE}}}data")]


@pytest.mark.parametrize(("path", "kind"), [(f"/v1/actors/{TRUMP}", "actor"), ("/v1/articles/{}", "article")])
def test_one_thing_as_linked_data(client, path, kind):
    name = TRUMP if kind == "actor" else client.get("/v1/articles").json()["results"][0]["id"]
    quads = list(parse(asked(client, "jsonld", path.format(name)).content, RdfFormat.JSON_LD))
    assert bare(thing(kind, name)) in {quad.subject.value for quad in quads}


def test_events_as_linked_data(client, rows):
    quads = list(parse(asked(client, "jsonld").content, RdfFormat.JSON_LD))
    subjects = {quad.subject.value for quad in quads}
    assert {bare(thing("event", row["id"])) for row in rows} <= subjects
    day = "2025-08-14"
    then = client.get(TIMELINE, params={"as_of": day}).json()["results"]
    old = parse(asked(client, "jsonld", as_of=day).content, RdfFormat.JSON_LD)
    assert {bare(thing("event", row["id"])) for row in then} <= {quad.subject.value for quad in old}
    one = f"/v1/events/{rows[0]['id']}"
    assert list(parse(asked(client, "jsonld", one).content, RdfFormat.JSON_LD))


@pytest.mark.parametrize("actor", [TRUMP, USA, KIM, "Q159"])
def test_lines_are_what_the_graph_tells(client, sample_store, actor):
    listed = client.get(f"/v1/actors/{actor}/timeline", params={"include": "all", "limit": 1000}).json()
    everything = Filter(polarities=tuple(Polarity), modalities=tuple(Modality))
    told = page(sample_store, Scope((actor,)), everything, limit=1000).rows
    assert listed["results"] == [event_row(row) for row in told]
    assert told


@pytest.mark.parametrize("coded", [None, dict.fromkeys(CODED, "x") | {"row": 3, "published": "2020-01-02"}])
def test_a_line_without_evidence_or_place(rows, coded):
    blank = dict.fromkeys(Columns._fields) | {"participants": [], "speakers": [], "langs": [], "coded": coded}
    blank |= {"polarity": "positive", "modality": "planned", "id": "e1", "end_latest": "2020-01-01"}
    columns = Columns(**blank)
    assert event_line(columns) == event_row(told_row(columns))
    assert list(event_line(columns)) == list(rows[0])
