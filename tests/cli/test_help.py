import subprocess
import sys

import pytest
from click.testing import CliRunner

from api.cli import COMMANDS, main
from api.cli.failures import failure
from ontology.errors import (
    AmbiguousActorError,
    ArticleError,
    NotFoundError,
    ParameterError,
    RegestaError,
    ServiceError,
)

HEAVY = ("spacy", "onnxruntime", "numpy", "neo4j", "fastapi", "rdflib")


def test_help_lists_every_command():
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert all(name in result.output for name in COMMANDS)


def test_help_imports_none_of_the_heavy_libraries():
    code = f"import sys, api.cli; print([name for name in {HEAVY} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"


def test_an_unknown_command_is_a_usage_error():
    assert CliRunner().invoke(main, ["undo"]).exit_code == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ArticleError("empty"), 1),
        (NotFoundError("no such event"), 1),
        (ParameterError("from", "no date"), 2),
        (AmbiguousActorError("name", "several", (("Q1", "One"),)), 2),
        (ServiceError("no Java"), 3),
        (RegestaError("other"), 1),
    ],
)
def test_exit_codes(error, code):
    assert failure(error).exit_code == code


def test_a_wrong_setting_is_told_in_one_paragraph():
    result = CliRunner().invoke(main, ["db", "status"], env={"REGESTA_PORT": "eighty"})
    assert result.exit_code == 2
    assert "REGESTA_PORT" in result.stderr
    assert "Traceback" not in result.output
