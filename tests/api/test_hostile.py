"""Hostile input: it is answered as what it is, text, or refused; nothing runs, nothing breaks."""

import gzip
import json
import socket
import subprocess
import sys
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml.html import document_fromstring, tostring
from served import KEY

AUTHORISED = {"X-API-Key": KEY}
HERE = ("127.0.0.1", "::1", "localhost")
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
CYPHER = "' OR 1=1 DETACH DELETE n // \"}) MATCH (n) DETACH DELETE n //"
QUERY = "} ; DROP ALL ; INSERT DATA { <urn:a> <urn:b> <urn:c> } #"


def state(client):
    return client.get("/health").json()["graph_version"], client.get("/v1/articles").json()["total"]


def post(client, content, kind="application/json", **headers):
    return client.post(
        "/v1/articles", content=content, headers={"Content-Type": kind, **AUTHORISED, **headers}
    )


@pytest.mark.parametrize(
    "text", [CYPHER, QUERY, SCRIPT, "\0", "$id", "{}", "../../etc/passwd", "%00", "🦊" * 300]
)
@pytest.mark.parametrize(
    "path",
    ["/v1/actors/{}", "/v1/actors/{}/timeline", "/v1/events/{}", "/v1/articles/{}", "/v1/actors?q={}",
     "/v1/articles?lang={}", "/v1/articles?cursor={}", "/v1/paths?source={}&target=Q7747",
     "/v1/changes?graph={}"],
)  # fmt: skip
def test_names_are_values_wherever_they_stand(client, path, text):
    before = state(client)
    answer = client.get(path.format(quote(text, safe="")))
    assert answer.status_code < 500
    assert answer.headers["Content-Type"].startswith(("application/json", "application/problem+json"))
    assert state(client) == before


@pytest.mark.parametrize("update", ["DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "CLEAR ALL"])
def test_sparql_updates_are_no_queries(client, update):
    assert client.get("/sparql", params={"query": update}).status_code == 400
    kind = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content=update, headers=kind).status_code in (400, 415)


@pytest.fixture
def nobody_calls(monkeypatch):
    """Fails where the server opens a connection to anything but this machine."""
    real = socket.socket.connect
    calls = []

    def connect(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            calls.append(address)
            raise OSError("no way out")
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr("socket.getaddrinfo", _only_here(socket.getaddrinfo, calls))
    return calls


def _only_here(real, calls):
    def resolve(host, *rest, **named):
        if host not in (*HERE, None):
            calls.append(host)
            raise socket.gaierror("no way out")
        return real(host, *rest, **named)

    return resolve


PAGE = """<!DOCTYPE html [<!ENTITY secret SYSTEM "file:///etc/passwd"><!ENTITY far SYSTEM "http://far.example/x">]>
<html lang="en"><head><title>Visit</title><link rel="stylesheet" href="http://far.example/a.css">
<base href="http://far.example/"><meta http-equiv="refresh" content="0;url=http://far.example/">
<link rel="canonical" href="http://169.254.169.254/latest/meta-data"></head><body><article>
<p>Emmanuel Macron met Olaf Scholz in Paris on 3 March 2025. &secret; &far;</p>
<img src="http://far.example/a.png"><iframe src="file:///etc/passwd"></iframe>
<script src="http://far.example/a.js"></script></article></body></html>"""


def test_no_address_is_fetched(client, nobody_calls):
    told = post(client, PAGE, "text/html")
    assert told.status_code == 201
    article = {
        "lang": "en",
        "date": "2025-03-03",
        "url": "http://169.254.169.254/",
        "text": "Macron met Scholz.",
    }
    assert client.post("/v1/articles", json=article, headers=AUTHORISED).status_code == 201
    sparql = "SELECT * { SERVICE <http://far.example/> { ?s ?p ?o } }"
    assert client.get("/sparql", params={"query": sparql}).status_code == 400
    client.get("/sparql", params={"query": "SELECT * FROM <http://far.example/> { ?s ?p ?o }"})
    assert "root:" not in client.get(told.headers["Location"]).text
    assert nobody_calls == []


def test_a_compressed_body_is_not_unfolded(client):
    bomb = gzip.compress(b'{"text": "' + b"a" * 50_000_000 + b'"}')
    answer = post(client, bomb, **{"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["Accept-Encoding"]) == (415, "identity")
    assert post(client, bomb).status_code == 422


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"[" * 200_000, "application/json"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "application/json"),
        (b'{"text":' + b"[" * 900 + b"]" * 900 + b"}", "application/json"),
        (b"\0" * 1_000, "application/json"),
        (b'{"text": "\\ud800 Macron"}', "application/json"),
        (b"<div>" * 100_000, "text/html"),
        (b"<p>" + b"<b>" * 50_000 + b"Macron met Scholz." + b"</b>" * 50_000, "text/html"),
        (b"\xff\xfe\0<", "text/html"),
        (b"\0" * 1_000, "text/plain"),
        (b"1" * 100_000, "application/json"),
        (b"\n" * 1_000_000, "application/x-ndjson"),
    ],
)  # fmt: skip
def test_deep_and_broken_bodies_are_refused(client, content, kind):
    answer = post(client, content, kind)
    assert answer.status_code in (201, 422), answer.text
    assert client.get("/ready").status_code == 200


@pytest.mark.parametrize("size", [4_000_001, 10_000_000])
@pytest.mark.parametrize("path", ["/v1/articles", "/v1/events/merges", "/sparql"])
def test_large_bodies_are_refused(client, path, size):
    headers = {"Content-Type": "application/sparql-query" if path == "/sparql" else "application/json"}
    with client.stream("POST", path, content=b" " * size, headers=headers | AUTHORISED) as answer:
        assert answer.status_code == 413


def test_nul_bytes_are_text(client):
    article = {
        "id": "nul\0key",
        "lang": "en",
        "date": "2025-03-03",
        "text": "Macron\0 met Olaf Scholz in Paris.",
    }
    answer = client.post("/v1/articles", json=article, headers=AUTHORISED)
    assert answer.status_code in (201, 422)
    if answer.status_code == 201:
        assert client.get(answer.headers["Location"]).json()["text"] == article["text"]


@pytest.mark.parametrize("target", ["/v1/actors?q=" + "a" * 60_000, "/v1/actors?" + "q=a&" * 10_000])
def test_long_addresses_are_refused_or_answered(client, target):
    assert client.get(target).status_code < 500


def hostile(client):
    article = {
        "id": SCRIPT,
        "lang": "en",
        "date": "2025-03-04",
        "title": f"{SCRIPT} Leaders meet",
        "source": SCRIPT,
        "url": "javascript:alert(3)",
        "text": f"Emmanuel Macron met Olaf Scholz in Paris on Monday. {SCRIPT} Angela Merkel met {SCRIPT}.",
    }
    answer = client.post("/v1/articles", json=article, headers=AUTHORISED)
    assert answer.status_code in (200, 201)
    return answer.json()["id"]


def test_markup_of_articles_is_data_in_every_form(client):
    ident = hostile(client)
    event = client.get(f"/v1/articles/{ident}").json()["statements"][0]["event"]
    for path in (
        f"/v1/articles/{ident}",
        f"/v1/events/{event}",
        "/v1/articles",
        "/v1/actors/Q3052772/timeline",
    ):
        for accept in ("application/json", "text/html", "*/*"):
            answer = client.get(path, headers={"Accept": accept})
            assert not answer.headers["Content-Type"].startswith("text/html"), (path, accept)
            assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path", ["/nowhere", "/v1/actors", "/v1/articles", "/ontology", "/sparql", "/docs", "/"]
)
def test_markup_of_requests_never_comes_back_as_markup(client, path):
    asked = {"q": SCRIPT, "query": SCRIPT, "cursor": SCRIPT, "format": SCRIPT}
    for accept in ("text/html", "*/*"):
        answer = client.get(path, params=asked, headers={"Accept": accept})
        if answer.headers["Content-Type"].startswith(("text/html", "image/svg")):
            assert SCRIPT not in answer.text


def test_marked_text_on_the_command_line_is_escaped(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(
        f"date 2025-03-04\nEmmanuel Macron met Olaf Scholz in Paris on Monday. {SCRIPT}\n", "utf-8"
    )
    command = [
        sys.executable,
        "-c",
        "from api.cli import main; main()",
        "extract",
        str(source),
        "--html",
        str(tmp_path / "out.html"),
    ]
    subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parents[2])
    page = (tmp_path / "out.html").read_text("utf-8")
    shown = document_fromstring(page)
    assert "onerror" in shown.text_content()
    assert not [one for one in shown.iter("script", "img") if "alert" in str(tostring(one))]


@pytest.mark.parametrize(
    ("head", "status", "kind"),
    [
        (b"GET /ready?" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 414, "address-too-long"),
        (b"GET /ready?" + b"a" * 3_000_000, 414, "address-too-long"),
        (b"GET /ready HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: b\r\n" * 300_000, 431, "headers-too-long"),
        (b"GET /ready HTTP/1.1\r\nHost: localhost\r\nX-A: " + b"b" * 3_000_000, 431, "headers-too-long"),
        (b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03\r\n\r\n", 400, "malformed-request"),
        (b"GET /ready\r\n\r\n", 400, "malformed-request"),
    ],
    ids=["an address", "an address without end", "many headers", "a header without end", "TLS", "no version"],
)  # fmt: skip
def test_what_is_no_request_or_too_long_a_one_is_told_so(served, client, head, status, kind):
    host, port = served.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=30) as connection:
        connection.sendall(head)
        answer = HTTPResponse(connection)
        answer.begin()
        body = json.loads(answer.read())
    assert (answer.status, answer.getheader("Content-Type")) == (status, "application/problem+json")
    assert (body["type"], body["status"]) == (f"urn:regesta:problem:{kind}", status)
    assert client.get("/ready").status_code == 200
