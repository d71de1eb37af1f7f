"""Whole texts: which statements they give, by ``statements.yaml``."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from extract.pipeline import extract
from ontology.model import Article

CASES = yaml.safe_load((Path(__file__).parent / "statements.yaml").read_text(encoding="utf-8"))


def side(actors) -> str:
    return ",".join(sorted({actor.state or actor.name for actor in actors})) or "-"


def told(case: dict) -> list[str]:
    article = Article("a", "a", case["text"], case["lang"], case.get("date", date(2025, 8, 22)))
    found = []
    for statement in extract(article).statements:
        claims = [] if statement.polarity.value == "positive" else ["negative"]
        claims += [] if statement.modality.value == "asserted" else [statement.modality.value]
        words = f"{side(statement.subject)} {statement.event_type} {side(statement.object)}"
        found.append(" ".join([words, *claims]))
    return found


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{n}" for n, c in enumerate(CASES)])
def test_statements(case):
    found = told(case)
    if "only" in case:
        assert sorted(found) == sorted(case["only"])
    for words in case.get("tells", ()):
        assert words in found
    for words in case.get("not", ()):
        assert words not in found
