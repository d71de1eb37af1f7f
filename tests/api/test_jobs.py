"""Many articles in one request: jobs that outlive the server, with an outcome for each article."""

import time
from contextlib import closing
from datetime import date

import httpx
import orjson
import pytest
from served import KEY, serving

from api.ingest import Outcome
from api.jobs import TRIES, Jobs
from api.problems import RequestError
from ontology.errors import ArticleError, NotFoundError
from ontology.model import Article

AUTHORISED = {"Authorization": f"Bearer {KEY}"}
RECORDS = [
    {"id": "one", "lang": "en", "date": "2025-03-01", "text": "Emmanuel Macron met Olaf Scholz in Paris."},
    {"id": "two", "lang": "de", "date": "2025-03-02", "text": "Friedrich Merz besuchte am Samstag Warschau."},
    {"id": "bad", "lang": "pl", "text": "Donald Tusk."},
    {"id": "none"},
]  # fmt: skip


def finished(client, url):
    for _ in range(600):
        job = client.get(url, headers=AUTHORISED).json()
        if job["state"] in ("done", "cancelled"):
            return job
        time.sleep(0.05)
    raise AssertionError(job)


def post(client, content, kind="application/json"):
    return client.post("/v1/articles", content=content, headers={"Content-Type": kind, **AUTHORISED})


def test_many_articles_become_a_job_with_an_outcome_for_each(client):
    answer = post(client, orjson.dumps(RECORDS))
    assert answer.status_code == 202
    told = answer.json()
    assert answer.headers["Location"] == told["url"] == f"/v1/jobs/{told['id']}"
    assert (told["total"], told["counts"]["failed"], told["by"]) == (4, 2, "REGESTA_API_KEY")
    job = finished(client, told["url"])
    assert job["counts"] == {"new": 2, "failed": 2}
    one, two, bad, none = job["articles"]["results"]
    assert (one["article"], one["status"], two["status"]) == ("one", "new", "new")
    assert one["statements"] >= 1
    assert client.get(f"/v1/articles/{one['id']}").json()["text"] == RECORDS[0]["text"]
    assert "article 3" in bad["error"]
    assert "'text'" in none["error"]
    assert told["id"] in [one["id"] for one in client.get("/v1/jobs", headers=AUTHORISED).json()["results"]]


def test_lines_of_json_are_many_articles_too(client):
    lines = b"\n".join([orjson.dumps(RECORDS[0]), b"", b'{"text": ', orjson.dumps(RECORDS[1])])
    answer = post(client, lines, "application/x-ndjson")
    job = finished(client, answer.json()["url"])
    assert [(one["number"], one["status"]) for one in job["articles"]["results"]] == [
        (1, "unchanged"),
        (2, "failed"),
        (3, "unchanged"),
    ]
    assert "line 3" in job["articles"]["results"][1]["error"]


def test_outcomes_come_in_pages(client):
    address = post(client, orjson.dumps(RECORDS)).json()["url"]
    finished(client, address)
    seen, address = [], f"{address}?limit=3"
    while address:
        page = client.get(address, headers=AUTHORISED).json()["articles"]
        seen += [one["number"] for one in page["results"]]
        assert page["total"] == {"value": 4, "relation": "eq"}
        address = page["next"]
    assert seen == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/jobs"), ("GET", "/v1/jobs/j0"), ("DELETE", "/v1/jobs/j0")]
)
def test_jobs_are_shown_to_those_who_may_write(client, method, path):
    assert client.request(method, path).status_code == 401
    answer = client.request(method, path, headers=AUTHORISED)
    assert answer.status_code == (404 if path.endswith("j0") else 200)


@pytest.mark.parametrize(("body", "kind"), [(b"[]", "application/json"), (b"\n \n", "application/x-ndjson")])
def test_a_list_without_articles_is_refused(client, body, kind):
    answer = post(client, body, kind)
    assert (answer.status_code, answer.json()["type"]) == (422, "urn:regesta:problem:unreadable-article")


def test_jobs_go_on_after_a_restart(sample_store, tmp_path):
    from graph.changes import stamp

    articles = [article(number) for number in range(3)]
    waiting = Jobs(tmp_path / "jobs.sqlite")
    job = waiting.add(stamp(sample_store).database, articles)
    other = waiting.add("another graph", articles)
    with (
        serving(sample_store, data_dir=tmp_path) as url,
        httpx.Client(base_url=url, timeout=60) as client,
    ):
        assert finished(client, f"/v1/jobs/{job.id}")["counts"] == {"new": 3}
        assert client.get(f"/v1/jobs/{other.id}", headers=AUTHORISED).json()["state"] == "waiting"


def article(number, text="Emmanuel Macron met Olaf Scholz in Berlin on Monday."):
    return Article(f"a{number:016}", f"key-{number}", text, "en", date(2025, 4, 1 + number))


@pytest.fixture
def jobs(tmp_path):
    return Jobs(tmp_path / "below" / "jobs.sqlite")


def test_an_article_comes_back_as_it_was(jobs):
    given = article(1, "Nul \0, quotes ' \" and \N{GRINNING FACE}.")
    jobs.add("g", [given])
    (item,) = Jobs(jobs._path).take("g", 5)
    assert item.article == given


def test_cancelling_leaves_what_is_done(jobs):
    job = jobs.add("g", [article(1), article(2), ArticleError("unreadable", "line 3")], by="desk")
    first, _ = jobs.take("g", 5)
    jobs.record(first, Outcome("key-1", "new", "a1"))
    assert jobs.get(job.id).state == "running"
    cancelled = jobs.cancel(job.id)
    assert (cancelled.state, cancelled.counts) == ("cancelled", {"new": 1, "cancelled": 1, "failed": 1})
    assert jobs.take("g", 5) == []
    told, more = jobs.outcomes(job.id, 0, 10)
    assert [one["status"] for one in told] == ["new", "cancelled", "failed"]
    assert more is None


def test_cancelling_what_is_done_changes_nothing(jobs):
    job = jobs.add("g", [ArticleError("unreadable", "line 1")])
    assert jobs.cancel(job.id).state == "done"
    with pytest.raises(NotFoundError):
        jobs.cancel("j0")


def test_an_article_that_was_tried_comes_alone(jobs):
    jobs.add("g", [article(number) for number in range(4)])
    assert len(jobs.take("g", 2)) == 2
    assert [item.number for item in jobs.take("g", 4)] == [1]
    assert jobs.take("g", 4)[0].tries == 2
    for item in jobs.take("g", 4):
        assert item.tries == TRIES
        jobs.record(item, Outcome("key-0", "failed"))
    (second,) = jobs.take("g", 4)
    assert second.number == 2
    jobs.give_back([second])
    jobs.give_back([second])
    assert [item.number for item in jobs.take("g", 4)] == [2, 3, 4]


def test_an_article_that_ends_the_server_is_given_up(sample_store, tmp_path):
    from api.jobs_worker import Worker
    from api.reading import Reader
    from graph.changes import stamp

    jobs = Jobs(tmp_path / "jobs.sqlite")
    job = jobs.add(stamp(sample_store).database, [article(7), article(8)])
    for _ in range(TRIES):
        jobs.take(stamp(sample_store).database, 1)
    with Worker(jobs, sample_store, Reader(1_000_000), tmp_path / "lock").working():
        while jobs.get(job.id).state != "done":
            time.sleep(0.02)
    told, _ = jobs.outcomes(job.id, 0, 2)
    assert [one["status"] for one in told] == ["failed", "new"]
    assert "given up" in told[0]["error"]


def test_no_more_wait_than_the_disk_can_take(jobs, monkeypatch):
    monkeypatch.setattr("api.jobs.MOST_WAITING", 2)
    jobs.add("g", [article(1), article(2)])
    with pytest.raises(RequestError) as caught:
        jobs.add("g", [article(3)])
    assert caught.value.headers["Retry-After"]


def test_finished_jobs_are_forgotten_in_time(jobs):
    import sqlite3

    old, waiting = jobs.add("g", [ArticleError("unreadable", "")]), jobs.add("g", [article(1)])
    with closing(sqlite3.connect(jobs._path)) as connection, connection:
        connection.execute("UPDATE job SET created = '2020-01-01T00:00:00+00:00'")
    new = jobs.add("g", [ArticleError("unreadable", "")])
    with pytest.raises(NotFoundError):
        jobs.get(old.id)
    assert [job.id for job in jobs.all(None, 5)[0]] == [new.id, waiting.id]
    assert jobs.all(None, 1)[0] + jobs.all(jobs.all(None, 1)[1], 1)[0] == jobs.all(None, 5)[0]
