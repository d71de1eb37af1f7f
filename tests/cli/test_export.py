import pytest
from pyoxigraph import parse

from graph.rdf import FORMATS


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_can_be_read(run, sample_store, cli_environment, tmp_path, form):
    file = tmp_path / f"graph.{form}"
    assert run("export", "--format", form, "--output", file, env=cli_environment).exit_code == 0
    assert len(list(parse(path=file, format=FORMATS[form]))) > 100
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_standard_output_is_the_default(run, sample_store, cli_environment):
    result = run("export", "--format", "nt", env=cli_environment)
    assert result.exit_code == 0
    assert len(list(parse(result.stdout_bytes, FORMATS["nt"]))) > 100


def test_a_file_that_cannot_be_written_is_told(run, sample_store, cli_environment, tmp_path):
    result = run("export", "--output", tmp_path / "absent" / "graph.trig", env=cli_environment)
    assert result.exit_code == 1
    assert "graph.trig" in result.stderr


def test_an_unknown_format_is_a_usage_error(run, cli_environment):
    assert run("export", "--format", "rdf/xml", env=cli_environment).exit_code == 2
