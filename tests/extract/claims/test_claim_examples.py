"""Every example of every claims.yaml. The examples speak of attacks, meetings and visits alone."""

from datetime import date
from functools import cache

import pytest

from extract.claims.rules import claim_rules
from extract.claims.schema import ClaimExpectation
from extract.language import pipeline
from extract.pipeline import extract_parsed
from ontology.model import LANGUAGES, Article, Extraction

TOLD_OF = ("ASSAULT", "CONSULT")


def _claims():
    for lang in LANGUAGES:
        file = claim_rules(lang).file
        for cue in (file.sources, *file.cues):
            yield from ((lang, text, wanted) for text, wanted in cue.examples.items())


def _orders():
    for lang in LANGUAGES:
        for cue in claim_rules(lang).file.order:
            yield from ((lang, text, wanted) for text, wanted in cue.examples.items())


@cache
def _documents(lang: str):
    texts = [text for each, text, _ in (*_claims(), *_orders()) if each == lang]
    return dict(zip(texts, pipeline(lang).pipe(texts), strict=True))


def _extraction(lang: str, text: str) -> Extraction:
    return extract_parsed(Article("a", "a", text, lang, date(2025, 8, 22)), _documents(lang)[text])


def _sources(statement) -> frozenset[str]:
    return frozenset(actor.state or actor.name for actor in statement.attributed_to)


@pytest.mark.parametrize(("lang", "text", "wanted"), [pytest.param(*row, id=row[1]) for row in _claims()])
def test_claim_example(lang, text, wanted):
    told = [item for item in _extraction(lang, text).statements if item.event_type in TOLD_OF]
    expected = ClaimExpectation.read(wanted)
    if expected.nothing:
        assert told == []
    else:
        found = [(item.polarity, item.modality, _sources(item)) for item in told]
        assert (expected.polarity, expected.modality, expected.source) in found


@pytest.mark.parametrize(("lang", "text", "wanted"), [pytest.param(*row, id=row[1]) for row in _orders()])
def test_order_example(lang, text, wanted):
    extraction = _extraction(lang, text)
    predicate = {item.id: item.predicate for item in extraction.statements}
    said = {f"{predicate[x.source]} {x.order} {predicate[x.target]}" for x in extraction.relations}
    said |= {f"{predicate[x.target]} {x.order.inverse} {predicate[x.source]}" for x in extraction.relations}
    assert wanted in said, [item.predicate for item in extraction.statements]
