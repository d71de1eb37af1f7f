"""The whole way from article to record: exact offsets, equal runs, and bad input beside good."""

from datetime import date

import orjson
import pytest

from extract.pipeline import NO_DATE, Failure, extract, extract_many
from extract.render import extraction_record
from ontology.model import Article

KEYS = {
    *(
        "id",
        "subject",
        "subject_id",
        "subject_state",
        "predicate",
        "event_type",
        "mode",
        "object",
        "object_id",
    ),
    *(
        "object_state",
        "time",
        "place",
        "place_id",
        "polarity",
        "modality",
        "attributed_to",
        "attributed_to_id",
    ),
    *("evidence", "evidence_start", "evidence_end"),
}

TEXTS = {
    "de": "Frankreich verurteilte am Montag den Angriff Russlands.\n\n„Macron trifft Erdogan“, so Merz.",
    "en": "According to Kyiv, Russia attacked Poland on Monday — before Macron’s meeting with Erdoğan.",
    "fr": "Selon Paris, la Russie n'a pas attaqué la Pologne.\nMacron rencontrera Erdoğan à Ankara.",
    "es": "Francia condenó el ataque ruso contra Polonia tras la reunión entre Macron y Erdoğan.",
}


def _article(lang: str, published: date | None = date(2025, 8, 22)) -> Article:
    return Article(f"a{lang}", lang, TEXTS[lang], lang, published)


@pytest.mark.parametrize("lang", TEXTS)
def test_offsets_are_exact(lang):
    article = _article(lang)
    found = extract(article)
    assert found.statements
    for item, record in zip(found.statements, extraction_record(found)["statements"], strict=True):
        assert record["evidence"] == article.text[record["evidence_start"] : record["evidence_end"]]
        assert item.sentence.start <= item.evidence.start <= item.evidence.end <= item.sentence.end
        assert record["evidence"] == record["evidence"].strip()
        if item.time is not None and item.time.span is not None:
            assert item.time.span.of(article.text) == item.time.text


@pytest.mark.parametrize("lang", TEXTS)
def test_the_same_article_gives_the_same_record(lang):
    first, second = (extraction_record(extract(_article(lang)), explain=True) for _ in range(2))
    assert orjson.dumps(first) == orjson.dumps(second)
    assert len({statement["id"] for statement in first["statements"]}) == len(first["statements"])


def test_records_have_the_documented_keys():
    record = extraction_record(extract(_article("de")))
    assert {"id", "lang", "date", "statements"} == set(record)
    assert all(set(statement) == KEYS for statement in record["statements"])


def test_a_stream_gives_what_single_articles_give():
    articles = [_article(lang) for lang in ("de", "de", "en", "fr")]
    assert list(extract_many(articles)) == [extract(article) for article in articles]


def test_an_unreadable_article_leaves_the_others():
    strange = Article("x", "x", "Ciao.", "it", date(2025, 8, 22))
    first, second, third = extract_many([_article("de"), strange, _article("en")])
    assert isinstance(second, Failure)
    assert "it" in str(second.error)
    assert first.statements
    assert third.statements


def test_without_a_date_a_warning_says_so_and_nothing_is_guessed():
    found = extract(Article("a", "a", "Frankreich verurteilte Polen.", "de", None))
    assert found.warnings == (NO_DATE,)
    assert [item.time for item in found.statements] == [None]


def test_explain_says_why():
    record = extraction_record(extract(_article("de")), explain=True)
    trace = record["statements"][0]["trace"]
    assert any(line.startswith("entry: ") for line in trace)
    assert any(line.startswith("time: ") for line in trace)


def test_an_empty_text_tells_nothing():
    assert extract(Article("a", "a", "", "de", date(2025, 8, 22))).statements == ()
