"""Runs Regesta's own command and the scorers as programs of their own, as a user would."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ontology.errors import ServiceError

Record = dict[str, Any]


def extract(files: Sequence[Path]) -> list[Record]:
    """What ``regesta extract --format jsonl`` makes of the files: one record per article."""
    regesta = Path(sys.executable).with_name("regesta")
    command = [str(regesta), "extract", "--format", "jsonl", *map(str, files)]
    return [json.loads(line) for line in _run(command).splitlines() if line.strip()]


def score(scorer: Path, *arguments: str) -> str:
    """The output of a scorer."""
    return _run([sys.executable, str(scorer), *arguments])


def as_file(records: Sequence[Record], folder: Path, name: str) -> Path:
    """The records as a JSONL file."""
    path = folder / name
    path.write_text(
        "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8"
    )
    return path


def scratch() -> "tempfile.TemporaryDirectory[str]":
    """A folder that goes away after use."""
    return tempfile.TemporaryDirectory(prefix="regesta-eval-")


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServiceError(
            f"{' '.join(command[:4])} … ended with {done.returncode}: {done.stderr.strip()[-2000:]}"
        )
    return done.stdout
