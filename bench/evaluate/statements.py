"""Scores statements: extracts all annotated articles by the command, and asks the scorer."""

import json
from dataclasses import dataclass
from pathlib import Path

from bench.evaluate.agreement import Agreement, agreements
from bench.evaluate.material import Material
from bench.evaluate.programs import Record, as_file, extract, score, scratch


@dataclass(frozen=True, slots=True)
class StatementScores:
    """The scorer's report, its figures (``all``, ``langs``, ``docs``), and how far languages agree."""

    report: str
    figures: Record
    agreement: list[Agreement]


def score_statements(material: Material, errors: bool = False) -> StatementScores:
    """Extract and score all annotated articles.

    Args:
        material: where they are.
        errors: whether the report lists every statement that was missed or is spurious.
    """
    records = extract(material.gold)
    with scratch() as folder:
        system, figures = as_file(records, Path(folder), "system.jsonl"), Path(folder) / "figures.json"
        report = score(
            material.scorer("score_statements.py"),
            *("--system", str(system), "--gold", *map(str, material.gold)),
            *("--by", "lang", "--by", "type", "--json", str(figures)),
            *(["--by", "doc", "--errors"] if errors else []),
        )
        return StatementScores(report, json.loads(figures.read_text(encoding="utf-8")), agreements(records))
