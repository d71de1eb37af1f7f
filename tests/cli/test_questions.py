"""``timeline`` and ``path`` on the sample articles in a real graph."""

import csv
import io
import json

import pytest


@pytest.fixture
def ask(run, sample_store, cli_environment):
    def call(*arguments):
        return run(*arguments, env=cli_environment)

    return call


AUGUST = ("--from", "2025-08-01", "--to", "2025-08-31")


def test_a_timeline_as_json_lines_csv_and_table_has_the_same_events(ask):
    rows = [
        json.loads(line)
        for line in ask("timeline", "Kim Jong-un", *AUGUST, "--format", "jsonl").stdout.splitlines()
    ]
    table = ask("timeline", "Kim Jong-un", *AUGUST).stdout
    listed = list(
        csv.DictReader(io.StringIO(ask("timeline", "Kim Jong-un", *AUGUST, "--format", "csv").stdout))
    )
    assert rows
    assert [row["id"] for row in listed] == [row["id"] for row in rows]
    assert all(row["id"] in table for row in rows)


def test_the_calls_day_is_narrowed(ask):
    asked = ("timeline", "Kim Jong-un", *AUGUST, "--with", "Putin", "--type", "consult", "--format", "jsonl")
    rows = [json.loads(line) for line in ask(*asked).stdout.splitlines()]
    call = next(row for row in rows if row["predicate"] == "phone")
    assert (call["earliest"], call["latest"]) == ("2025-08-11", "2025-08-15")
    shown = ask("event", call["id"]).stdout
    assert "2025-08-15, because" in shown
    assert "BEFORE" in shown


def test_more_kinds_of_events(ask):
    plain = ask("timeline", "Trump", "--format", "jsonl").stdout.splitlines()
    whole = ask("timeline", "Trump", "--include", "planned,denied", "--format", "jsonl").stdout.splitlines()
    assert len(whole) > len(plain)


def test_a_path(ask):
    result = ask("path", "Kim Jong-un", "Donald Trump", *AUGUST, "--format", "jsonl")
    (path,) = map(json.loads, result.stdout.splitlines())
    assert [hop["to"]["name"] for hop in path["hops"]] == ["Vladimir Putin", "Donald Trump"]
    table = ask("path", "Kim Jong-un", "Donald Trump", *AUGUST).stdout
    assert "Vladimir Putin" in table


def test_the_best_paths_in_turn(ask):
    result = ask("path", "Kim Jong-un", "Donald Trump", *AUGUST, "--count", "3", "--format", "jsonl")
    paths = [json.loads(line) for line in result.stdout.splitlines()]
    assert paths[0]["hops"][-1]["to"]["name"] == "Donald Trump"
    arrivals = [(path["earliest_arrival"], len(path["hops"])) for path in paths]
    assert arrivals == sorted(arrivals)
    shortest = ask("path", "Kim Jong-un", "Donald Trump", *AUGUST, "--objective", "fastest")
    assert "takes 0 days or more" in shortest.stdout


def test_whom_an_act_can_have_reached(ask):
    rows = [
        json.loads(line)
        for line in ask("reach", "Kim Jong-un", *AUGUST, "--format", "jsonl").stdout.splitlines()
    ]
    reached = {row["actor"]["name"]: row["hops"] for row in rows}
    assert reached["Vladimir Putin"] == 1
    assert reached["Donald Trump"] == 2
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
    back = ask("reach", "Donald Trump", *AUGUST, "--backwards").stdout
    assert "Kim Jong Un" in back or "Kim Jong-un" in back


def lines(ask, *arguments):
    return [json.loads(line) for line in ask(*arguments, "--format", "jsonl").stdout.splitlines()]


def test_a_dyads_timeline_in_pages_and_counts(ask):
    asked = ("Putin", "Trump", "--among", *AUGUST)
    rows = lines(ask, "timeline", *asked)
    assert rows
    first = ask("timeline", *asked, "--limit", "1", "--format", "jsonl")
    assert json.loads(first.stdout)["id"] == rows[0]["id"]
    cursor = first.stderr.split("--cursor ")[1].split()[0]
    assert lines(ask, "timeline", *asked, "--cursor", cursor)[0]["id"] == rows[1]["id"]
    (month,) = lines(ask, "counts", *asked)
    assert (month["first"], month["last"], month["possible"]) == ("2025-08-01", "2025-08-31", len(rows))
    assert "mean score" in ask("counts", *asked, "--by", "week").stdout
    assert ask("counts", *asked, "--format", "csv").stdout.startswith("first,last,certain")


def test_timelines_of_a_type_a_place_and_an_event(ask):
    visits = lines(ask, "timeline", "--type", "CONSULT", "--mode", "visit")
    assert {row["mode"] for row in visits} == {"visit"}
    somewhere = next(row["place"]["name"] for row in lines(ask, "timeline", "Putin") if row["place"])
    assert lines(ask, "timeline", "--place", somewhere)
    call = lines(ask, "timeline", "Kim Jong-un", "--with", "Putin", "--mode", "phone", *AUGUST)[0]
    assert call["id"] in {row["id"] for row in lines(ask, "timeline", "--event", call["id"])}
    assert ask("timeline").exit_code == 2


def test_timelines_as_of_an_earlier_day(ask):
    now = lines(ask, "timeline", "Kim Jong-un", *AUGUST)
    assert len(lines(ask, "timeline", "Kim Jong-un", *AUGUST, "--as-of", "2025-08-15")) < len(now)
    assert lines(ask, "path", "Kim Jong-un", "Donald Trump", *AUGUST, "--as-of", "2025-01-01") == []
    assert lines(ask, "reach", "Kim Jong-un", *AUGUST, "--as-of", "2025-01-01") == []


def test_partners_and_those_that_two_share(ask):
    partners = {row["actor"]["name"] for row in lines(ask, "partners", "Putin", *AUGUST)}
    assert "Donald Trump" in partners
    shared = lines(ask, "partners", "Donald Trump", "--shared-with", "Kim Jong-un", *AUGUST)
    assert "Vladimir Putin" in {row["actor"]["name"] for row in shared}
    assert "Vladimir Putin" in ask("partners", "Trump", "--shared-with", "Kim Jong-un", *AUGUST).stdout


def test_what_is_followed_by_what(ask):
    found = lines(ask, "sequences", "CONSULT/phone", "CONSULT", "--within", "30")
    assert found
    assert all(one["first"]["mode"] == "phone" and one["least_days"] <= 30 for one in found)
    assert "sequences" in ask("sequences", "CONSULT/phone", "CONSULT").stdout
    assert "no mode" in ask("sequences", "AGREE/swim", "CONSULT").stderr


def test_no_path_is_no_error(ask):
    result = ask("path", "Kim Jong-un", "Angela Merkel")
    assert result.exit_code == 0
    assert "No chain" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("timeline", "Xyzzy"), "Xyzzy"),
        (("timeline", "Kim"), "Q56226"),
        (("timeline", "Putin", "--with", "Xyzzy"), "Xyzzy"),
        (("timeline", "Putin", "--from", "2025-08-31", "--to", "2025-08-01"), "swap"),
        (("timeline", "Putin", "--from", "2025-02-30"), "2025-02-30"),
        (("timeline", "Putin", "--type", "PHONE"), "PHONE"),
        (("timeline", "Putin", "--include", "rumours"), "rumours"),
        (("path", "Putin", "Putin"), "same"),
        (("path", "Putin", "Xyzzy"), "Xyzzy"),
        (("path", "Putin", "Trump", "--max-hops", "9"), "max-hops"),
        (("path", "Putin"), "TO"),
    ],
)
def test_a_wrong_call_is_told(ask, arguments, told):
    result = ask(*arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_how_two_events_lie_to_one_another(ask):
    asked = ("timeline", "Putin", *AUGUST, "--type", "consult", "--format", "jsonl")
    rows = [json.loads(line) for line in ask(*asked).stdout.splitlines()]
    call = next(row["id"] for row in rows if row["predicate"] == "phone" and row["latest"] == "2025-08-15")
    summit = next(row["id"] for row in rows if row["predicate"] == "meet" and row["earliest"] == "2025-08-15")
    found = json.loads(ask("order", call, summit, "--format", "json").stdout)
    assert found["precedes"]["possibility"] == "certain"
    assert found["precedes"]["because"]
    assert found["overlaps"]["possibility"] == "impossible"
    assert "precedes: certain" in ask("order", call, summit).stdout
