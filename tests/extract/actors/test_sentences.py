"""Whole sentences: who is found and linked, by ``sentences.yaml``."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from extract.actors import find_actors
from extract.language import pipeline

CASES = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


def found(case: dict) -> dict[str, str]:
    doc = pipeline(case["lang"])(case["text"])
    on = case["date"] if isinstance(case["date"], date) else date.fromisoformat(case["date"])
    mentions = find_actors(doc, on)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.start, m.end))
    for mention in mentions:
        assert mention.span.of(case["text"]) == doc[mention.start : mention.end].text
        assert mention.start <= mention.head < mention.end
    return {m.span.of(case["text"]): "; ".join(actor.name for actor in m.actors) for m in mentions}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['lang']}-{n}" for n, c in enumerate(CASES)])
def test_sentence(case):
    names = found(case)
    for words, name in case.get("finds", {}).items():
        assert words in names, f"no mention {words!r} among {names}"
        assert names[words] in name.split("|")


@pytest.mark.parametrize("case", [c for c in CASES if "not" in c], ids=lambda c: c["text"])
def test_nobody(case, gazetteer):
    doc = pipeline(case["lang"])(case["text"])
    linked = {
        m.span.of(case["text"])
        for m in find_actors(doc, case["date"])
        if any(actor.resolved for actor in m.actors)
    }
    assert not linked & set(case["not"])
