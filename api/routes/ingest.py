"""Adding, replacing and withdrawing articles over HTTP."""

import datetime
from dataclasses import asdict, replace
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Path, Query, Response
from pydantic import BaseModel, Field

from api import shapes
from api.access import Body, By, writer
from api.answers import problems, reply
from api.bodies import ORIGIN, Many, read_body
from api.deps import Parts, Services
from api.ingest import outcome
from api.params import Why
from api.routes.jobs import JobOut, job_record
from api.schemas.statements import VersionOut
from extract.articles import Meta
from extract.render import extraction_record
from graph.changes import stamp
from graph.corrections import versions, withdraw
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
    outcome: str = Field(
        description="`new`, `unchanged`, `updated`; left out as not valid: `replaced`, `withdrawn`.",
        examples=["new"],
    )
    lang: str = Field(examples=["en"])
    date: str | None = Field(examples=["2025-08-16"])
    url: str = Field(examples=["/v1/articles/a3c1f0d2b4e59687"])
    events_new: int = Field(description="Events that only this article tells of.")
    events_joined: int = Field(description="Events that other articles tell of too.")
    statements: list[dict[str, Any]] = Field(description="As `regesta extract --format jsonl` prints them.")
    warnings: list[str] = []


_LINES = '{"date": "2025-08-16", "text": "Donald Trump met Vladimir Putin in Alaska on Friday."}\n'
_TEXT = "date 2025-08-16\nDonald Trump met Vladimir Putin in Alaska on Friday."
_PAGE = f"<!doctype html><title>Leaders meet</title><article><p>{EXAMPLE['text']}</p></article>"
_ONE = ArticleIn.model_json_schema()
_STRING = {"type": "string"}
_FORMS: dict[str, Any] = {
    "text/plain": {"schema": _STRING, "example": _TEXT},
    "text/html": {"schema": _STRING, "example": _PAGE},
}
_ONE_BODY = {
    "requestBody": {
        "required": True,
        "content": {"application/json": {"schema": _ONE, "example": EXAMPLE}, **_FORMS},
    }
}
_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {"anyOf": [_ONE, {"type": "array", "items": _ONE, "minItems": 1}]},
                "example": EXAMPLE,
            },
            "application/x-ndjson": {"schema": _STRING, "example": _LINES},
            **_FORMS,
        },
    }
}
Lang = Annotated[str | None, Query(description="Language of a text or page, as `de`.")]
Published = Annotated[str | None, Query(description="Publication date of a text or page, as `2025-08-16`.")]
Kind = Annotated[str, Header(include_in_schema=False)]
Name = Annotated[str, Path(alias="id", description="An article's id, or the key its giver knows.")]


def _sent(
    parts: Parts, body: Body, content_type: Kind = "", lang: Lang = None, date: Published = None
) -> Article | Many:
    return read_body(body, content_type, Meta(lang=lang, published=date), parts.reader.options)


Sent = Annotated[Article | Many, Depends(_sent)]
"""What the body holds."""


@router.post(
    "/articles",
    response_model=Understood,
    status_code=201,
    responses={
        200: {"model": Understood, "description": "The article was in the graph already; nothing changed."},
        201: {"description": "The article is in the graph now."},
        202: {"model": JobOut, "description": "Many articles: they are read one after the other, as a job."},
        **problems(403, 408, 413, 415, 422, 503),
    },
    dependencies=[Depends(writer)],
    openapi_extra=_BODY,
    summary="Add one or many articles",
)
def add_articles(parts: Parts, by: By, sent: Sent) -> Response:
    """Read an article, add what it says to the graph in one transaction, and tell what was understood.

    A JSON list or NDJSON holds many articles: they become a job, which survives a restart, and the answer
    (202) names its address. A body of `text/plain` may begin with its publication date: `date 2025-08-16`.
    """
    if isinstance(sent, Many):
        graph = stamp(parts.store).database
        job = job_record(parts.jobs.add(graph, sent.articles, by))
        answer = reply(job, status=202)
        answer.headers["Location"] = job["url"]
        return answer
    return _loaded(parts, sent)


@router.put(
    "/articles/{id}",
    response_model=Understood,
    status_code=201,
    responses={
        200: {"model": Understood, "description": "The article is valid as it is; nothing changed."},
        201: {"description": "This version is in the graph now, in the place of those before it."},
        **problems(403, 404, 408, 413, 415, 422, 503),
    },
    dependencies=[Depends(writer)],
    openapi_extra=_ONE_BODY,
    summary="Give a new version of an article",
)
def replace_article(parts: Parts, sent: Sent, article_id: Name) -> Response:
    """The version before is kept for those who ask as of a time at which it was valid.

    An article that was withdrawn becomes valid again. The body is one article, as for adding; its `id` is
    that of the path.
    """
    if isinstance(sent, Many):
        raise ArticleError("a version is one article, not a list", ORIGIN)
    key = versions(parts.store, article_id)[0].article.key
    return _loaded(parts, replace(sent, key=key), anew=True)


@router.delete(
    "/articles/{id}",
    response_model=VersionOut,
    responses=problems(403, 404, 422, 503),
    dependencies=[Depends(writer)],
    summary="Withdraw an article",
)
def withdraw_article(
    parts: Parts,
    by: By,
    article_id: Name,
    because: Why = None,
    on: Annotated[
        datetime.date | None,
        Query(description="The day from which it no longer counts. [default: today, in UTC]"),
    ] = None,
) -> Response:
    """What it alone said is no longer part of the graph of now; nothing is deleted."""
    gone = withdraw(parts.store, article_id, because=because, by=by, on=on)
    return reply(shapes.version(gone))


def _loaded(parts: Services, article: Article, *, anew: bool = False) -> Response:
    extraction = parts.reader.extract(article)
    done = outcome(load(parts.store, extraction, replace=anew), extraction.warnings)
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
