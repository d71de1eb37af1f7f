from datetime import date, datetime

import pytest

from extract.articles import Meta, ReadOptions, article_from_record, article_from_text
from extract.articles.records import article_from_dated_text, parse_date
from ontology.errors import ArticleError
from ontology.model import article_id

TEXT = "  Die Ministerin reiste\r\nam Montag nach Oslo.\n\n"


def test_a_record_keeps_its_text_and_ignores_other_keys():
    record = {
        "id": "a7",
        "lang": "de",
        "date": "2025-03-04",
        "text": TEXT,
        "title": "Reise",
        "url": "https://example.org/7",
        "source": "Bote",
        "statements": [1],
    }
    article = article_from_record(record)
    assert article.text == TEXT
    assert (article.key, article.lang, article.published) == ("a7", "de", date(2025, 3, 4))
    assert (article.title, article.url, article.source) == ("Reise", "https://example.org/7", "Bote")
    assert article.id == article_id(TEXT, "de", date(2025, 3, 4), "https://example.org/7")


def test_dct_is_a_synonym_of_date():
    assert article_from_record({"text": TEXT, "dct": "2025-03-04"}).published == date(2025, 3, 4)
    assert article_from_record({"text": TEXT, "date": "2025-03-05", "dct": "2025-03-04"}).published == date(
        2025, 3, 5
    )


def test_language_and_date_may_be_absent():
    article = article_from_record({"text": TEXT, "lang": None, "date": ""})
    assert (article.lang, article.published, article.key) == ("de", None, article.id)


def test_options_serve_where_the_article_is_silent():
    options = ReadOptions(lang="de", published=date(2025, 1, 2))
    assert article_from_text("Oslo", options=options).published == date(2025, 1, 2)
    assert article_from_text("Oslo", Meta(lang="fr", published="2024-01-01"), options).lang == "fr"
    assert article_from_text("Oslo", Meta(lang="fr", published="2024-01-01"), options).published.year == 2024


def test_numeric_ids_become_strings():
    assert article_from_record({"text": TEXT, "id": 12}).key == "12"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ("text", "not an article"),
        ([], "not an article"),
        ({}, "no 'text'"),
        ({"text": 5}, "no 'text'"),
        ({"text": "  \n "}, "has no text"),
        ({"text": TEXT, "lang": "it"}, "'it' is not supported"),
        ({"text": TEXT, "lang": 5}, "'lang' must be a string, not int"),
        ({"text": TEXT, "id": []}, "'id' must be a string, not list"),
        ({"text": TEXT, "date": "2025-02-30"}, "'2025-02-30' is no date"),
        ({"text": TEXT, "date": "4.3.2025"}, "write it as in 2025-03-04"),
        ({"text": TEXT, "date": 20250304}, "'date' must be a string, not int"),
        ({"text": "Wort \ud800 und mehr", "lang": "de"}, "lone surrogate at character 5"),
    ],
)
def test_unusable_records(record, message):
    with pytest.raises(ArticleError, match=message) as caught:
        article_from_record(record, origin="a.jsonl, line 3")
    assert caught.value.source == "a.jsonl, line 3"


def test_size_limit_counts_bytes_and_says_how_to_raise_it():
    options = ReadOptions(max_bytes=10)
    assert article_from_text("äöüßé", Meta(lang="de"), options).text == "äöüßé"
    with pytest.raises(
        ArticleError, match=r"11 bytes exceed the limit of 10 .*raise REGESTA_ARTICLE_LIMIT_BYTES"
    ):
        article_from_text("äöüßé.", Meta(lang="de"), options)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-03-04", date(2025, 3, 4)),
        ("2025-03-04T23:30:00-08:00", date(2025, 3, 4)),
        ("2025-03-04T10:00:00Z", date(2025, 3, 4)),
        (date(2025, 3, 4), date(2025, 3, 4)),
        (datetime(2025, 3, 4, 5), date(2025, 3, 4)),
        (None, None),
        (" ", None),
    ],
)
def test_dates(value, day):
    assert parse_date(value) == day
    assert type(parse_date(value)) is (date if day else type(None))


@pytest.mark.parametrize(
    "raw",
    [" date 2025-03-04 Die Ministerin reiste.\n", "date 2025-03-04\n\nDie Ministerin reiste.\n"],
)
def test_the_date_marker_is_no_part_of_the_text(raw):
    article = article_from_dated_text(raw, Meta(lang="de"), ReadOptions())
    assert article.text == "Die Ministerin reiste.\n"
    assert article.published == date(2025, 3, 4)


@pytest.mark.parametrize("raw", ["date palms grow here.", " date 2025 was good.", "dates 2025-03-04 here"])
def test_other_beginnings_are_text(raw):
    article = article_from_dated_text(raw, Meta(lang="en"), ReadOptions())
    assert (article.text, article.published) == (raw, None)


@pytest.mark.parametrize("raw", ["date 2025-13-04 Text", "date 04.03.2025 Text"])
def test_a_marker_with_an_impossible_date(raw):
    with pytest.raises(ArticleError, match="is no date"):
        article_from_dated_text(raw, Meta(lang="de"), ReadOptions())
