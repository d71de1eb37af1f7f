"""What those who run a server go by: ids, logs, numbers, readiness, and an end without loss."""

import logging
import socket
import threading
import time

import httpx
import orjson
import pytest
from served import KEY, serving

from api import logs, patience
from api.logs import FIELDS, REQUEST

AUTHORISED = {"X-API-Key": KEY}


def test_each_answer_bears_an_id(client):
    first, second = (client.get("/health").headers["X-Request-ID"] for _ in range(2))
    assert first != second
    assert client.get("/health", headers={"X-Request-ID": "trace-1"}).headers["X-Request-ID"] == "trace-1"


@pytest.mark.parametrize("given", ["", "a b", "x" * 129, "é".encode(), '"><script>'])
def test_an_unsound_id_is_replaced(client, given):
    assert client.get("/health", headers={"X-Request-ID": given}).headers["X-Request-ID"] not in (given, "")


@pytest.mark.parametrize("path", ["/nowhere", "/v1/articles?limit=0", "/v1/articles/a0000000000000000"])
def test_problems_name_the_request(client, path):
    answer = client.get(path, headers={"X-Request-ID": "trace-2"})
    assert answer.json()["request_id"] == answer.headers["X-Request-ID"] == "trace-2"


@pytest.fixture
def log(capsys):
    """Gives what the server has logged, once the awaited is in it; the loggers are put back afterwards."""
    kept = {name: logging.getLogger(name) for name in ("regesta", "uvicorn")}
    before = {name: (one.handlers[:], one.level, one.propagate) for name, one in kept.items()}
    told = ""

    def read(awaited: str) -> str:
        nonlocal told
        deadline = time.monotonic() + 10
        while True:
            told += capsys.readouterr().err
            if awaited in told or time.monotonic() > deadline:
                return told
            time.sleep(0.01)

    yield read
    for name, one in kept.items():
        one.handlers[:], one.level, one.propagate = before[name]


def test_requests_are_logged_as_json(client, log):
    logs.configure("json")
    client.get("/v1/articles?limit=0", headers={"X-Request-ID": "trace-3"})
    told = [orjson.loads(line) for line in log("trace-3").splitlines()]
    (line,) = [one for one in told if one.get("request_id") == "trace-3"]
    assert (line["level"], line["method"], line["path"], line["status"]) == (
        "info",
        "GET",
        "/v1/articles",
        422,
    )
    assert line["milliseconds"] > 0


def test_a_client_cannot_write_lines_into_the_log(client, log):
    logs.configure("text")
    client.get("/a%0aINFO%20forged%1b[2J")
    (line,) = [one for one in log("forged").splitlines() if "forged" in one]
    assert "GET /a" in line
    assert "\x1b" not in line


def test_keys_and_bodies_are_not_logged(client, log):
    logs.configure("json")
    client.post("/v1/articles", json={"text": "s3cret-text"}, headers=AUTHORISED)
    client.get("/v1/jobs", headers=AUTHORISED)
    told = log("/v1/jobs")
    assert "/v1/jobs" in told
    assert KEY not in told
    assert "s3cret" not in told


def test_errors_are_logged_with_their_trace(log):
    logs.configure("json")
    token = REQUEST.set("trace-4")
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("regesta").exception("Broken", extra={FIELDS: {"job": "j1"}})
    finally:
        REQUEST.reset(token)
    told = orjson.loads(log("trace-4"))
    assert (told["level"], told["job"], told["request_id"]) == ("error", "j1", "trace-4")
    assert "ZeroDivisionError" in told["exception"]


def test_requests_are_counted_by_route(client):
    for _ in range(3):
        client.get("/v1/articles/a0000000000000000")
    client.get("/nowhere/at/all")
    lines = client.get("/metrics").text.splitlines()
    (counted,) = [
        line for line in lines if line.startswith("regesta_requests_total") and "articles/{id}" in line
    ]
    assert 'method="GET"' in counted
    assert 'status="404"' in counted
    assert float(counted.rpartition(" ")[2]) >= 3
    assert any('route="other"' in line for line in lines)
    assert not any("nowhere" in line for line in lines)
    assert "regesta_articles_waiting 0.0" in lines


def test_a_server_is_ready_while_its_parts_answer(client):
    assert client.get("/ready").json() == {"status": "ready"}


def test_a_fault_of_ours_is_told_without_its_trace(sample_store, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("inner workings")

    monkeypatch.setattr("api.jobs.Jobs.all", broken)
    with serving(sample_store) as url:
        answer = httpx.get(f"{url}/v1/jobs", headers=AUTHORISED)
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["request_id"] == answer.headers["X-Request-ID"]
    assert "inner workings" not in answer.text
    assert "script-src" in answer.headers["Content-Security-Policy"]


def test_a_server_that_ends_answers_what_is_open(sample_store):
    answers = []
    with serving(sample_store) as url:
        article = {
            "lang": "en",
            "date": "2025-03-01",
            "text": "Emmanuel Macron met Olaf Scholz in Paris. " * 40,
        }

        def ask():
            answers.append(httpx.post(f"{url}/v1/articles", json=article, headers=AUTHORISED, timeout=60))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.2)
    asking.join()
    assert answers[0].status_code in (200, 201)


def connected(url):
    host, port = url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=30)


@pytest.mark.parametrize("sent", [b"", b"GET /health HTTP/1.1\r\nHost: local"])
def test_a_client_that_never_ends_its_request_is_let_go(sample_store, monkeypatch, sent):
    monkeypatch.setattr(patience, "HEADER_SECONDS", 0.3)
    with serving(sample_store) as url, connected(url) as client:
        client.sendall(sent)
        assert client.recv(100) == b""


def test_a_slow_body_is_answered_and_let_go(sample_store):
    head = (
        f"POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nX-API-Key: {KEY}\r\n"
        "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
    )
    with serving(sample_store, body_timeout_seconds=0.3) as url, connected(url) as client:
        client.sendall(head.encode())
        answer = b""
        while part := client.recv(10_000):
            answer += part
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"urn:regesta:problem:too-slow" in answer


def test_a_connection_that_is_kept_serves_many_requests(sample_store, monkeypatch):
    monkeypatch.setattr(patience, "HEADER_SECONDS", 0.5)
    with serving(sample_store) as url, httpx.Client(base_url=url) as client:
        for _ in range(4):
            assert client.get("/ready").status_code == 200
            time.sleep(0.2)
