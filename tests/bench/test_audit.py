"""An audit that could not be made is never taken for one that found nothing."""

import json
import subprocess

import pytest

from bench import audit

SOUND = {"name": "one", "version": "1", "vulns": []}
WEAK = {"name": "two", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
SKIPPED = {"name": "three", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("libraries", "status", "told"),
    [
        ([SOUND, SKIPPED], 0, "1 of 2"),
        ([SOUND, WEAK], 1, "two 2: PYSEC-1, mended in 3"),
        ([SKIPPED], 2, "Not audited"),
        ([], 2, "Not audited"),
    ],
)
def test_a_report_comes_to_a_verdict(libraries, status, told):
    found = audit.verdict({"dependencies": libraries})
    assert found.status == status
    assert told in found.text


@pytest.mark.parametrize(
    ("output", "arguments", "status"),
    [
        ("", [], 0),
        ("", ["--strict"], 2),
        (json.dumps({"dependencies": [SKIPPED]}), ["--strict"], 2),
        (json.dumps({"dependencies": [WEAK]}), [], 1),
        (json.dumps({"dependencies": [SOUND]}), ["--strict"], 0),
    ],
)
def test_weak_libraries_fail_and_silence_where_it_is_asked_for(
    monkeypatch, capsys, output, arguments, status
):
    done = subprocess.CompletedProcess([], 1, output, "")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: done)
    assert audit.main(arguments) == status
    assert capsys.readouterr().out
