import csv
import io
import json

import pytest


def lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_statements_as_json_lines(run, good):
    result = run("extract", good, "--format", "jsonl")
    (article,) = lines(result)
    assert result.exit_code == 0
    assert (article["id"], article["lang"], article["date"]) == ("good", "de", "2025-03-14")
    visit = next(one for one in article["statements"] if one["predicate"] == "visit")
    assert visit["subject"] == ["Emmanuel Macron"]
    assert visit["time"]["earliest"] == visit["time"]["latest"] == "2025-03-12"
    text = json.loads(good.read_text("utf-8"))["text"]
    assert text[visit["evidence_start"] : visit["evidence_end"]] == visit["evidence"]


def test_a_table_for_people(run, good):
    result = run("extract", good)
    assert result.exit_code == 0
    assert "Emmanuel Macron" in result.stdout
    assert "2025-03-12" in result.stdout


def test_explain_tells_the_rule(run, good):
    (article,) = lines(run("extract", good, "--format", "jsonl", "--explain"))
    assert all(statement["rule"] and statement["trace"] is not None for statement in article["statements"])


def test_a_page_with_marked_text(run, good, tmp_path):
    result = run("extract", good, "--html", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text("utf-8")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Emmanuel Macron" in page
    assert "2025-03-12" in page
    assert "VISIT" in page.upper()


def test_a_page_runs_nothing_that_an_article_says(run, tmp_path):
    hostile = "<script>alert('x')</script>"
    article = {
        "id": hostile,
        "lang": "en",
        "date": "2025-03-14",
        "title": hostile,
        "text": f"{hostile} Macron met Putin.",
    }
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps(article), "utf-8")
    result = run("extract", path, "--html", "-")
    assert result.exit_code == 0
    assert "<script" not in result.stdout
    assert "&lt;script&gt;" in result.stdout
    assert "FRA" in result.stdout


def test_a_page_leaves_out_what_cannot_be_read(run, good, bad):
    path, told = bad
    result = run("extract", path, good, "--html", "-")
    assert result.exit_code == 1
    assert told in " ".join(result.stderr.split())
    assert "Emmanuel Macron" in result.stdout


def test_a_bad_article_is_told_and_does_not_stop_the_good_one(run, good, bad):
    path, told = bad
    result = run("extract", path, good, "--format", "jsonl")
    assert result.exit_code == 1
    assert [article["id"] for article in lines(result)] == ["good"]
    message = " ".join(result.stderr.split())
    assert path.name in message
    assert told in message
    assert "Traceback" not in message


def test_a_missing_file_is_told(run, good, tmp_path):
    result = run("extract", tmp_path / "absent.txt", good, "--format", "jsonl")
    assert result.exit_code == 1
    assert "absent.txt" in result.stderr
    assert len(lines(result)) == 1


def test_a_text_without_date_keeps_relative_times_open(run):
    text = "Gestern traf Emmanuel Macron Olaf Scholz. Am 3. Februar 2025 besuchte Macron Rom."
    result = run("extract", "-", "--format", "jsonl", input=text)
    (article,) = lines(result)
    assert article["date"] is None
    assert article["warnings"]
    assert any(one["time"] and one["time"]["earliest"] == "2025-02-03" for one in article["statements"])


def test_a_dated_text_from_standard_input(run):
    result = run(
        "extract", "-", "--format", "jsonl", input=" date 2025-03-14 Gestern traf Macron Scholz in Paris."
    )
    (article,) = lines(result)
    assert article["date"] == "2025-03-14"


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_times(run, good, form):
    result = run("times", good, "--format", form)
    assert result.exit_code == 0
    if form == "jsonl":
        assert lines(result)[0]["timexes"][0]["value"] == "2025-03-12"
    elif form == "csv":
        (row,) = csv.DictReader(io.StringIO(result.stdout))
        assert (row["id"], row["value"], row["text"]) == ("good", "2025-03-12", "Mittwoch")
    else:
        assert "2025-03-12" in result.stdout


def test_times_leaves_out_a_bad_article(run, good, bad):
    result = run("times", bad[0], good, "--format", "jsonl")
    assert result.exit_code == 1
    assert [article["id"] for article in lines(result)] == ["good"]


def test_no_files_is_a_usage_error(run):
    assert run("extract").exit_code == 2


def test_times_explains_itself(run, good):
    (record,) = map(json.loads, run("times", good, "--format", "jsonl", "--explain").stdout.splitlines())
    (time,) = record["timexes"]
    assert time["trace"] == ["rule weekday", "latest up to publication"]
    assert "latest up to publication" in run("times", good, "--explain", "--format", "csv").stdout
