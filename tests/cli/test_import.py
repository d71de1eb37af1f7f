import json

from coded_files import benchmark, write

from graph.changes import stamp
from graph.index.file import stamp_of
from ontology.model import Extraction


def loaded(result):
    return json.loads(result.stdout)


def test_events_are_loaded_shown_and_not_doubled(run, store, cli_environment, tmp_path):
    path = write(tmp_path / "some.tsv.gz", [*benchmark(30), "Russia\tDance with\tChina\t2014-01-01"])
    result = run("import", path, "--writers", 2, "--output", "json", env=cli_environment)
    assert result.exit_code == 1
    assert "line 31: 'Dance with' is no code or name of CAMEO" in result.stderr
    (outcome,) = loaded(result)
    assert (outcome["new"], outcome["present"], outcome["bad"]) == (30, 0, 1)
    shown = run("timeline", "Emmanuel Macron", "--format", "jsonl", "--limit", 1, env=cli_environment).stdout
    event = json.loads(shown)
    assert event["coded"]["file"] == "some.tsv.gz"
    told = run("event", event["id"], env=cli_environment).stdout
    assert f"by {event['coded']['dataset']}, not stated in a sentence" in told
    listed = run("timeline", "Emmanuel Macron", env=cli_environment).stdout
    assert "coded by some" in listed
    again = run("import", path, "--output", "json", env=cli_environment)
    assert again.exit_code == 0
    assert "was loaded before" in again.stderr


def test_the_index_for_paths_is_ready_afterwards(run, store, cli_environment, tmp_path):
    environment = cli_environment | {"REGESTA_DATA_DIR": str(tmp_path)}
    run("import", write(tmp_path / "some.tsv", benchmark(3)), env=environment)
    (index,) = (tmp_path / "index").glob("*.index")
    assert stamp_of(index) == stamp(store)


def test_all_bad_rows_are_listed_in_a_file(run, store, cli_environment, tmp_path):
    rows = ["Russia\tDance with\tChina\t2014-01-01"] * 30
    path = write(tmp_path / "some.tsv", [*benchmark(30), *rows])
    result = run("import", path, "--bad", tmp_path / "bad.tsv", env=cli_environment)
    assert result.exit_code == 1
    listed = (tmp_path / "bad.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[1] for line in listed] == [str(line) for line in range(31, 61)]
    assert result.stderr.count("Dance with") == 20


def test_a_file_of_no_known_format_is_told(run, store, cli_environment, tmp_path):
    result = run("import", write(tmp_path / "a.csv", ["a,b,c"]), env=cli_environment)
    assert result.exit_code == 1
    assert "in no format that is known" in result.stderr


def test_statements_make_the_events_that_articles_make(
    run, store, wipe, sample_extractions: list[Extraction], cli_environment, tmp_path
):
    from extract.render import extraction_record
    from graph.load import load
    from graph.timeline import timeline

    lines = [json.dumps(extraction_record(one), ensure_ascii=False) for one in sample_extractions]
    path = write(tmp_path / "statements.jsonl.xz", [*lines, '{"id": "x"}'])
    result = run("import", path, "--output", "json", env=cli_environment)
    assert result.exit_code == 1
    (outcome,) = loaded(result)
    told = sum(len(one.statements) for one in sample_extractions)
    assert (outcome["new"], outcome["bad"]) == (told, 1)
    imported = {row.id for row in timeline(store, "Q7747", limit=500).rows}
    assert loaded(run("import", path, "--output", "json", env=cli_environment))[0]["present"] == told
    wipe()
    for extraction in sample_extractions:
        load(store, extraction)
    assert {row.id for row in timeline(store, "Q7747", limit=500).rows} == imported
    assert loaded(run("import", path, "--output", "json", env=cli_environment))[0]["present"] == told
