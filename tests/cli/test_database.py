"""Commands on a real graph: ingest, look at an event, and what is told when the database is not there."""

import json

import pytest

from api.database import target
from api.settings import Settings
from graph.load import load
from graph.server import ManagedServer, Running
from tests.graph.telling import Teller, within


def outcomes(result):
    return {one["article"]: one for one in map(json.loads, result.stdout.splitlines())}


def test_good_articles_go_in_beside_a_bad_one_and_a_second_time_nothing_changes(
    run, store, good, bad, cli_environment
):
    path, told = bad
    first = run("ingest", path, good, "--format", "jsonl", env=cli_environment)
    assert first.exit_code == 1
    assert told in " ".join(first.stderr.split())
    assert outcomes(first)["good"]["status"] == "new"
    assert [one["status"] for one in outcomes(first).values()].count("failed") == 1
    version = store.version()
    again = run("ingest", good, "--format", "jsonl", env=cli_environment)
    assert again.exit_code == 0
    assert outcomes(again)["good"]["status"] == "unchanged"
    assert store.version() == version


def test_ingest_prints_a_table_for_people(run, store, good, cli_environment):
    result = run("ingest", good, env=cli_environment)
    assert result.exit_code == 0
    assert "good" in result.stdout
    assert "new" in result.stdout


def test_an_event_is_shown_with_its_sentences(run, store, good, cli_environment):
    run("ingest", good, env=cli_environment)
    (row,) = store.read("articles", lang=None, after_day=None, after_id=None, limit=2)
    (article,) = store.read("article", id=row["article_id"])
    said = article["statements"][0]
    event = "e" + said.removeprefix("s")
    shown = run("event", event, env=cli_environment)
    assert shown.exit_code == 0
    assert "Emmanuel Macron" in shown.stdout
    assert "Am Mittwoch besuchte" in shown.stdout
    told = json.loads(run("event", event, "--format", "json", env=cli_environment).stdout)
    assert said in [statement["id"] for statement in told["statements"]]


def test_an_unknown_event_is_told(run, store, cli_environment):
    result = run("event", "e0000000000000000", env=cli_environment)
    assert result.exit_code == 1
    assert "e0000000000000000" in result.stderr


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"REGESTA_NEO4J_URI": "bolt://127.0.0.1:1"}, "can't be reached"),
        ({"REGESTA_NEO4J_PASSWORD": "wrong"}, "REGESTA_NEO4J_PASSWORD"),
    ],
)
def test_a_database_that_is_not_there_is_told(run, neo4j_target, good, cli_environment, changes, told):
    environment = {**cli_environment, **changes, "REGESTA_CONNECT_TIMEOUT_SECONDS": "2"}
    result = run("ingest", good, env=environment)
    assert result.exit_code == 3
    assert told in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


@pytest.mark.parametrize("address", ["http://127.0.0.1:7474", "localhost:7687", "bolt"])
def test_an_address_that_is_none_of_neo4j_is_told(run, good, address):
    result = run("ingest", good, env={"REGESTA_NEO4J_URI": address})
    assert result.exit_code == 2
    assert "bolt://localhost:7687" in " ".join(result.stderr.split())


def test_no_managed_server_runs_in_a_new_folder(run, tmp_path):
    environment = {"REGESTA_DATA_DIR": str(tmp_path)}
    assert "regesta db start" in run("db", "status", env=environment).stdout
    assert json.loads(run("db", "status", "--format", "json", env=environment).stdout) == []
    stopped = run("db", "stop", "--all", env=environment)
    assert stopped.exit_code == 0
    assert stopped.stdout.count("was not running") == 2


def test_a_server_that_others_can_reach_needs_a_key(run):
    result = run("serve", "--host", "0.0.0.0", "--port", "0", env={"REGESTA_API_KEY": ""})
    assert result.exit_code == 2
    assert "regesta keys create" in result.stderr


def test_who_serves_others_is_told_that_nothing_is_encrypted(run, served):
    port = served.url.rpartition(":")[2]
    result = run("serve", "--host", "0.0.0.0", "--port", port, env={"REGESTA_API_KEY": "a-key-for-the-tests"})
    assert result.exit_code == 3
    assert "TLS" in result.stderr
    assert "TLS" not in run("serve", "--port", port).stderr


def test_a_taken_port_is_told(run, served):
    port = served.url.rpartition(":")[2]
    result = run("serve", "--port", port)
    assert result.exit_code == 3
    assert port in result.stderr


def test_articles_are_listed_withdrawn_and_brought_back(run, store, good, cli_environment):
    run("ingest", good, env=cli_environment)
    (listed,) = run("articles", "list", "--format", "jsonl", env=cli_environment).stdout.splitlines()
    assert json.loads(listed)["key"] == "good"
    gone = run("articles", "withdraw", "good", "--because", "A mistake.", env=cli_environment)
    assert gone.exit_code == 0
    assert "A mistake." in gone.stdout
    assert run("articles", "list", "--format", "jsonl", env=cli_environment).stdout == ""
    again = run("ingest", good, "--format", "jsonl", env=cli_environment)
    assert outcomes(again)["good"]["status"] == "withdrawn"
    assert "new" in run("articles", "replace", good, env=cli_environment).stdout
    told = run("articles", "versions", "good", "--format", "jsonl", env=cli_environment).stdout
    assert [json.loads(line)["ended"] for line in told.splitlines()] == [None, "withdrawn"]
    assert run("articles", "withdraw", "nothing", env=cli_environment).exit_code == 1


def test_events_are_merged_explained_and_parted_again(run, store, tmp_path, cli_environment):
    article = tmp_path / "two.txt"
    article.write_text(
        " date 2025-03-14\nAm 3. März 2025 traf Emmanuel Macron Olaf Scholz. "
        "Am 12. März 2025 telefonierte Emmanuel Macron mit Olaf Scholz.",
        "utf-8",
    )
    run("ingest", article, env=cli_environment)
    ids = [row["id"] for row in store.read("export_events", after="", limit=10, ids=[])]
    told = ("--because", "Both are one trip.", "--by", "desk", "--format", "jsonl")
    done = run("events", "merge", *ids[:2], *told, env=cli_environment)
    assert done.exit_code == 0, done.stderr
    taken = json.loads(done.stdout)
    assert sorted(taken["events"]) == ids[:2]
    assert "Both are one trip." in run("events", "merges", env=cli_environment).stdout
    shown = run("events", "merges", taken["events"][1], env=cli_environment).stdout
    assert "participants:" in shown
    assert taken["id"] in shown
    assert run("events", "merges", "--all", "--format", "jsonl", env=cli_environment).stdout.count("\n") == 1
    assert run("events", "undo", taken["id"], env=cli_environment).exit_code == 0
    assert [row["id"] for row in store.read("export_events", after="", limit=10, ids=[])] == ids
    assert run("events", "undo", taken["id"], env=cli_environment).exit_code == 2


def test_an_event_and_the_export_as_of_another_time(run, store, good, cli_environment):
    run("ingest", good, env=cli_environment)
    (row,) = store.read("export_events", after="", limit=2, ids=[])
    before, later = ("--as-of", "2025-03-13"), ("--as-of", "2025-03-14", "--recorded-before", "2999-01-01")
    assert run("event", row["id"], *before, env=cli_environment).exit_code == 1
    told = json.loads(run("event", row["id"], *later, "--format", "json", env=cli_environment).stdout)
    assert told["known"] == {"as_of": "2025-03-14", "recorded_before": "2999-01-01T00:00:00Z"}
    assert run("export", "--format", "nq", *before, env=cli_environment).stdout == ""
    whole = run("export", "--format", "nq", env=cli_environment).stdout
    assert run("export", "--format", "nq", *later, env=cli_environment).stdout == whole
    wrong = run("export", "--as-of", "yesterday", env=cli_environment)
    assert wrong.exit_code == 2
    assert "2025-08-31" in wrong.stderr


def test_unresolved_actors_are_listed_and_linked(run, store, cli_environment):
    told = Teller("brigade", "2025-08-13")
    told.says("rebels", "attack", "ukr", within("2025-08-12"))
    load(store, told.extraction())
    shown = run("actors", "unresolved", "--format", "jsonl", env=cli_environment).stdout
    assert json.loads(shown)["id"] == "x::northern-brigade"
    linked = (
        "actors",
        "link",
        "x::northern-brigade",
        "Q123456",
        "--because",
        "Its flag.",
        "--format",
        "jsonl",
    )
    taken = json.loads(run(*linked, env=cli_environment).stdout)
    assert (taken["target"], taken["because"]) == ("Q123456", "Its flag.")
    assert run("actors", "unresolved", "--format", "jsonl", env=cli_environment).stdout == ""
    event = "e" + told.extraction().statements[0].id[1:]
    seen = json.loads(run("event", event, "--format", "json", env=cli_environment).stdout)
    assert [one["id"] for one in seen["subject"]] == ["Q123456"]
    assert "1 report, 1 independent source, 1 language" in run("event", event, env=cli_environment).stdout
    assert "undo" not in run("actors", "undo", taken["id"], env=cli_environment).stderr
    assert run("actors", "merge", "x::nobody", "Q159", env=cli_environment).exit_code == 1
    assert "compared: 0" in run("articles", "copies", env=cli_environment).stderr


def test_a_server_that_is_just_starting_is_waited_for(monkeypatch, tmp_path):
    begun = Running("bolt://127.0.0.1:1", "http://127.0.0.1:2", "neo4j", "secret", 1)
    waited = []
    monkeypatch.setattr(ManagedServer, "status", lambda self: begun if self.home.name == "demo" else None)
    monkeypatch.setattr(ManagedServer, "_await", lambda _self, running, _: waited.append(running) or running)
    assert target(Settings(data_dir=tmp_path)).uri == begun.uri
    assert waited == [begun]
