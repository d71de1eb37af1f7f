"""Adding an article over HTTP."""

from dataclasses import asdict
from email.message import Message
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Depends, Header, Query, Response
from pydantic import BaseModel, Field

from api.access import Body, writer
from api.answers import problems, reply
from api.deps import Parts
from api.ingest import outcome
from api.problems import WRONG_MEDIA_TYPE, RequestError
from extract.articles import Meta, ReadOptions, article_from_record
from extract.articles.records import article_from_dated_text
from extract.render import extraction_record
from graph.load import load
from ontology.errors import ArticleError
from ontology.model import Article

router = APIRouter(tags=["Articles"])

EXAMPLE = {
    "id": "alaska-1",
    "lang": "en",
    "date": "2025-08-16",
    "title": "Leaders meet in Anchorage",
    "text": "Donald Trump met Vladimir Putin in Alaska on Friday.",
}
_ORIGIN = "request body"


class ArticleIn(BaseModel):
    """An article to read; other keys are ignored."""

    text: str = Field(description="The text; offsets in answers count its characters (code points).")
    date: str | None = Field(None, description="Publication date; without it relative times stay open.")
    lang: str | None = Field(None, description="`de`, `en`, `fr` or `es`; recognised where absent.")
    id: str | None = Field(None, description="The id under which you know it.")
    title: str | None = None
    url: str | None = None
    source: str | None = None


class Understood(BaseModel):
    """What was understood of an article, and what became of it."""

    id: str = Field(description="The article's id in the graph.", examples=["a3c1f0d2b4e59687"])
    key: str = Field(examples=["alaska-1"])
    outcome: str = Field(description="`new`, `unchanged` or `updated`.", examples=["new"])
    lang: str = Field(examples=["en"])
    date: str | None = Field(examples=["2025-08-16"])
    url: str = Field(examples=["/v1/articles/a3c1f0d2b4e59687"])
    events_new: int = Field(description="Events that only this article tells of.")
    events_joined: int = Field(description="Events that other articles tell of too.")
    statements: list[dict[str, Any]] = Field(description="As `regesta extract --format jsonl` prints them.")
    warnings: list[str] = []


_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": ArticleIn.model_json_schema(), "example": EXAMPLE},
            "text/plain": {
                "schema": {"type": "string"},
                "example": "date 2025-08-16\nDonald Trump met Vladimir Putin in Alaska on Friday.",
            },
        },
    }
}


@router.post(
    "/articles",
    response_model=Understood,
    status_code=201,
    responses={
        200: {"model": Understood, "description": "The article was in the graph already; nothing changed."},
        201: {"description": "The article is in the graph now."},
        **problems(401, 403, 413, 415, 422, 503),
    },
    dependencies=[Depends(writer)],
    openapi_extra=_BODY,
    summary="Add an article",
)
def add_article(
    parts: Parts,
    body: Body,
    content_type: Annotated[str, Header(include_in_schema=False)] = "",
    lang: Annotated[str | None, Query(description="Language of a text body, as `de`.")] = None,
    date: Annotated[
        str | None, Query(description="Publication date of a text body, as `2025-08-16`.")
    ] = None,
) -> Response:
    """Read an article, add what it says to the graph in one transaction, and tell what was understood.

    A body of `text/plain` may begin with its publication date: `date 2025-08-16`.
    """
    article = _article(body, content_type, Meta(lang=lang, published=date), parts.reader.options)
    extraction = parts.reader.extract(article)
    done = outcome(load(parts.store, extraction), extraction.warnings)
    url = f"/v1/articles/{article.id}"
    content = {
        **extraction_record(extraction),
        "id": article.id,
        "key": article.key,
        "outcome": done.status,
        "url": url,
        **{name: asdict(done)[name] for name in ("events_new", "events_joined", "warnings")},
    }
    answer = reply(content, status=200 if done.status == "unchanged" else 201)
    answer.headers["Location"] = url
    return answer


def _article(body: bytes, content_type: str, meta: Meta, options: ReadOptions) -> Article:
    header = Message()
    header["Content-Type"] = content_type
    kind = header.get_content_type() if content_type else ""
    if kind == "application/json":
        return article_from_record(_json(body), options, _ORIGIN)
    if kind == "text/plain":
        return article_from_dated_text(
            _text(body, header.get_content_charset("utf-8")), meta, options, _ORIGIN
        )
    raise RequestError(
        WRONG_MEDIA_TYPE,
        f"A body of {content_type or 'no media type'} is not read. Send application/json or text/plain.",
        {"Accept": "application/json, text/plain"},
    )


def _json(body: bytes) -> object:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ArticleError(f"not valid JSON: {error}", _ORIGIN) from error


def _text(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset)
    except (UnicodeDecodeError, LookupError) as error:
        raise ArticleError(
            f"not {charset} ({error}); send UTF-8, or name the charset in Content-Type", _ORIGIN
        ) from error
