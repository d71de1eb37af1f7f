"""Every example of every event lexicon, run through the whole extraction, parsed as one stream."""

from datetime import date
from functools import cache

import pytest

from extract.events.lexicon import entry_name, read_lexicon
from extract.events.schema import Entry, Expectation
from extract.language import pipeline
from extract.pipeline import extract_parsed
from ontology.event_types import event_types, predicates
from ontology.model import LANGUAGES, Article, Statement

PUBLISHED = date(2025, 8, 22)


def _entries():
    for lang in LANGUAGES:
        for number, entry in enumerate(read_lexicon(lang).entries, 1):
            yield lang, entry_name(lang, number, entry), entry


@cache
def _documents(lang: str):
    texts = [text for each, _, entry in _entries() if each == lang for text in (*entry.examples, *entry.not_)]
    return dict(zip(texts, pipeline(lang).pipe(texts), strict=True))


def _statements(lang: str, text: str) -> tuple[Statement, ...]:
    return extract_parsed(Article("a", "a", text, lang, PUBLISHED), _documents(lang)[text]).statements


def _sides(statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    subject, object_ = (
        frozenset(actor.state for actor in side if actor.state)
        for side in (statement.subject, statement.object)
    )
    return subject, object_


def _meets(statement: Statement, entry: Entry, wanted: Expectation) -> bool:
    if statement.predicate != entry.predicate or statement.polarity != wanted.polarity:
        return False
    if wanted.modality is not None and statement.modality != wanted.modality:
        return False
    subject, object_ = _sides(statement)
    if event_types()[predicates()[entry.predicate].type].symmetric:
        return subject | object_ == wanted.subject | wanted.object
    return (subject, object_) == (wanted.subject, wanted.object)


def _shown(statements: tuple[Statement, ...]) -> list[str]:
    return [
        " ".join(
            (
                item.rule,
                ",".join(_sides(item)[0]),
                ">",
                ",".join(_sides(item)[1]),
                item.polarity,
                item.modality,
            )
        )
        for item in statements
    ]


@pytest.mark.parametrize(
    ("lang", "entry", "text", "wanted"),
    [
        pytest.param(lang, entry, text, wanted, id=f"{name}: {text}")
        for lang, name, entry in _entries()
        for text, wanted in entry.expectations.items()
    ],
)
def test_example_gives_its_statement(lang, entry, text, wanted):
    found = _statements(lang, text)
    assert any(_meets(item, entry, wanted) for item in found), _shown(found) or "no statement"


@pytest.mark.parametrize(
    ("lang", "name", "text"),
    [
        pytest.param(lang, name, text, id=f"{name}: {text}")
        for lang, name, entry in _entries()
        for text in entry.not_
    ],
)
def test_counter_example_gives_nothing_by_this_entry(lang, name, text):
    assert name not in {item.rule for item in _statements(lang, text)}
