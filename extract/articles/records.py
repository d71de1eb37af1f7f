"""One article from values: a text, or a record such as a JSON object."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from extract.articles.languages import detect_language, normalise_language
from ontology.errors import ArticleError
from ontology.model import Article, article_id

DEFAULT_MAX_BYTES = 1_000_000
_MARKER = re.compile(
    r"\s*date[ \t]+(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\w)[ \t]*(?:\r?\n)*"
)
_OPTIONAL = ("id", "title", "url", "source", "lang")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How articles are read.

    Attributes:
        max_bytes: the longest text accepted, in bytes of UTF-8.
        lang: the language of articles that do not name theirs; None: detect it.
        published: the publication date of articles without one.
    """

    max_bytes: int = DEFAULT_MAX_BYTES
    lang: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of a text beside itself; ``published`` and ``lang`` as the source writes them."""

    key: str | None = None
    lang: str | None = None
    published: date | str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None


def article_from_text(
    text: str, meta: Meta | None = None, options: ReadOptions | None = None, origin: str = ""
) -> Article:
    """An article of ``text``, unchanged. ``origin`` names file, line or request in errors.

    Raises:
        ArticleError: no words, too long, impossible date, unsupported or untold language.
    """
    meta, options = meta or Meta(), options or ReadOptions()
    _check_text(text, options.max_bytes, origin)
    lang = meta.lang or options.lang
    lang = normalise_language(lang, origin) if lang else detect_language(text, origin)
    published = parse_date(meta.published, origin) or options.published
    ident = article_id(text, lang, published, meta.url)
    return Article(ident, meta.key or ident, text, lang, published, meta.title, meta.url, meta.source)


def article_from_dated_text(text: str, meta: Meta, options: ReadOptions, origin: str = "") -> Article:
    """As :func:`article_from_text`, with ``date 2025-03-04`` at the begin taken as the publication date.

    The marker, the blanks behind it and the line feeds that follow are no part of the article's text.
    """
    found = _MARKER.match(text)
    if found is None:
        return article_from_text(text, meta, options, origin)
    dated = Meta(meta.key, meta.lang, found.group(1), meta.title, meta.url, meta.source)
    return article_from_text(text[found.end() :], dated, options, origin)


def article_from_record(
    record: object, options: ReadOptions | None = None, origin: str = "", key: str | None = None
) -> Article:
    """An article from ``{"text", "id"?, "lang"?, "date"? (or "dct"), "title"?, "url"?, "source"?}``.

    Other keys are ignored. ``text`` is kept character by character. ``key`` serves where ``id`` is absent.

    Raises:
        ArticleError: no object, no ``text``, a value of the wrong type, or as :func:`article_from_text`.
    """
    if not isinstance(record, Mapping):
        raise ArticleError('not an article: expected an object such as {"text": …, "date": …}', origin)
    text = record.get("text")
    if not isinstance(text, str):
        raise ArticleError("the article has no 'text' (a string)", origin)
    ident, title, url, source, lang = (_string(record, name, origin) for name in _OPTIONAL)
    published = _string(record, "date", origin) or _string(record, "dct", origin)
    return article_from_text(text, Meta(ident or key, lang, published, title, url, source), options, origin)


def parse_date(value: date | str | None, origin: str = "") -> date | None:
    """The calendar day of an ISO 8601 date or time, as written (time zones do not shift it); None if empty.

    Raises:
        ArticleError: no such day, or not ISO 8601.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or not value or not value.strip():
        return value if isinstance(value, date) else None
    try:
        return datetime.fromisoformat(value.strip()).date()
    except ValueError as error:
        message = f"'{value.strip()}' is no date: write it as in 2025-03-04 ({error})"
        raise ArticleError(message, origin) from error


def _string(record: Mapping[str, object], name: str, origin: str) -> str | None:
    value = record.get(name)
    if value is None or isinstance(value, str):
        return value or None
    if name == "id" and isinstance(value, int):
        return str(value)
    raise ArticleError(f"'{name}' must be a string, not {type(value).__name__}", origin)


def _check_text(text: str, max_bytes: int, origin: str) -> None:
    if not any(char.isalpha() for char in text):
        raise ArticleError("the article has no text", origin)
    try:
        size = len(text.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise ArticleError(f"the text has a lone surrogate at character {error.start}", origin) from error
    if size > max_bytes:
        raise ArticleError(too_large(size, max_bytes), origin)


def too_large(size: int, max_bytes: int) -> str:
    """What to tell about an article of ``size`` bytes."""
    return (
        f"{size:,} bytes exceed the limit of {max_bytes:,} bytes of text: split it, or raise "
        "REGESTA_ARTICLE_LIMIT_BYTES (in Python: max_bytes)"
    )
