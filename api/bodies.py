"""Articles in the body of a request: one, or many of which each is read on its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from email.message import Message
from typing import Any, TypeVar

import orjson
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from api.problems import WRONG_MEDIA_TYPE, RequestError
from extract.articles import Meta, ReadOptions, article_from_record, article_from_text
from extract.articles.records import article_from_dated_text
from extract.articles.web import read_page
from ontology.errors import ArticleError
from ontology.model import Article

M = TypeVar("M", bound=BaseModel)
ORIGIN = "request body"
LINES = ("application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines")
PAGES = ("text/html", "application/xhtml+xml")
TAKEN = ("application/json", LINES[0], "text/plain", PAGES[0])
"""What the documentation names."""


@dataclass(frozen=True, slots=True)
class Many:
    """Articles in the order of the body; one that can't be read is there as its error."""

    articles: tuple[Article | ArticleError, ...]


def read_body(body: bytes, content_type: str, meta: Meta, options: ReadOptions) -> Article | Many:
    """What a body holds: a JSON object, a text or a page is one article; a JSON list or NDJSON are many.

    Args:
        body: The bytes.
        content_type: The header as it came.
        meta: Language and date where a text or page doesn't tell its own.
        options: Limits.

    Raises:
        ArticleError: The one article can't be read, or the list is none or empty.
        RequestError: A media type that is not read (415).
    """
    header = Message()
    header["Content-Type"] = content_type
    kind = header.get_content_type() if content_type else ""
    charset = str(header.get_content_charset("utf-8"))
    if kind == "application/json":
        return _json(body, options)
    if kind in LINES:
        return _many(_line(line, number, options) for number, line in _lines(body))
    if kind == "text/plain":
        return article_from_dated_text(_text(body, charset), meta, options, ORIGIN)
    if kind in PAGES:
        return _page(_text(body, charset), meta, options)
    raise RequestError(
        WRONG_MEDIA_TYPE,
        f"A body of {content_type or 'no media type'} is not read. Send one of: {', '.join(TAKEN)}.",
        {"Accept": ", ".join(TAKEN)},
    )


def parsed(body: bytes, model: type[M]) -> M:
    """A JSON body as its model has it.

    Raises:
        RequestValidationError: It isn't of that shape, or no JSON.
    """
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([one | {"loc": ("body", *one["loc"])} for one in found]) from error


def described(model: type[BaseModel]) -> dict[str, Any]:
    """The documentation of a JSON body."""
    content = {"application/json": {"schema": model.model_json_schema()}}
    return {"requestBody": {"required": True, "content": content}}


def _json(body: bytes, options: ReadOptions) -> Article | Many:
    content = _parsed(body, ORIGIN)
    if not isinstance(content, list):
        return article_from_record(content, options, ORIGIN)
    return _many(
        _safely(record, options, f"{ORIGIN}, article {number}") for number, record in enumerate(content, 1)
    )


def _page(html: str, meta: Meta, options: ReadOptions) -> Article:
    text, found = read_page(html, ORIGIN)
    told = Meta(
        None,
        meta.lang or found.lang,
        meta.published or found.published,
        found.title,
        found.url,
        found.source,
    )
    return article_from_text(text, told, options, ORIGIN)


def _many(found: Iterable[Article | ArticleError]) -> Many:
    articles = tuple(found)
    if not articles:
        raise ArticleError("there is no article in it", ORIGIN)
    return Many(articles)


def _lines(body: bytes) -> Iterator[tuple[int, bytes]]:
    return ((number, line) for number, line in enumerate(body.split(b"\n"), 1) if line.strip())


def _line(line: bytes, number: int, options: ReadOptions) -> Article | ArticleError:
    origin = f"{ORIGIN}, line {number}"
    return _outcome(lambda: article_from_record(_parsed(line, origin), options, origin))


def _safely(record: object, options: ReadOptions, origin: str) -> Article | ArticleError:
    return _outcome(lambda: article_from_record(record, options, origin))


def _outcome(read: Callable[[], Article]) -> Article | ArticleError:
    try:
        return read()
    except ArticleError as error:
        return error


def _parsed(data: bytes, origin: str) -> object:
    try:
        return orjson.loads(data)
    except orjson.JSONDecodeError as error:
        raise ArticleError(f"not valid JSON: {error}", origin) from error


def _text(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset)
    except (ValueError, LookupError) as error:
        raise ArticleError(
            f"not {charset} ({error}); send UTF-8, or name the charset in Content-Type", ORIGIN
        ) from error
