"""Articles, what they say, and the versions that they had."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import fields as chosen_fields
from api import shapes
from api.answers import problems, reply
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import MEDIA_TYPES, AsForm, told
from api.linked import linked_article
from api.listing import AskList, Found
from api.schemas.base import Page
from api.schemas.statements import ArticleOut, ArticleSummaryOut, VersionOut
from graph import articles as graph
from graph.corrections import versions

router = APIRouter(tags=["Articles"])

ArticlePath = Annotated[str, Path(alias="id", description="An article's id, or the key its giver knows.")]


@router.get(
    "/articles",
    response_model=Page[ArticleSummaryOut],
    responses={**told("ndjson", "csv"), **problems(406, 422, 503)},
    summary="List the articles",
)
def list_articles(
    parts: Parts,
    ask: AskList,
    lang: Annotated[str | None, Query(description="Only this language.", examples=["de"])] = None,
) -> Response:
    """The articles in the graph, the latest first."""

    def fetch(limit: int, cursor: str | None) -> Found:
        page = graph.articles(parts.store, lang=lang, cursor=cursor, limit=limit)
        return Found(page.total, [shapes.article_summary(one) for one in page.results], page.next)

    return ask.answer(fetch, ArticleSummaryOut)


@router.get(
    "/articles/{id}",
    response_model=ArticleOut,
    responses={**told("jsonld"), **problems(404, 406, 422, 503)},
    summary="Show an article with its statements",
)
def show_article(
    parts: Parts, etag: Fresh, fields: Fields, form: AsForm, article_id: ArticlePath
) -> Response:
    """The text and all statements, with offsets into the text. As JSON-LD, its named graph."""
    chosen_fields.check(fields, ArticleOut)
    found = graph.article(parts.store, article_id)
    if form == "jsonld":
        return reply(linked_article(parts.store, found.article.id), etag, kind=MEDIA_TYPES[form])
    return reply(picked(shapes.article(found), fields), etag)


@router.get(
    "/articles/{id}/versions",
    response_model=Page[VersionOut],
    responses={**told("ndjson", "csv"), **problems(404, 406, 422, 503)},
    summary="List the versions of an article",
)
def list_versions(parts: Parts, ask: AskList, article_id: ArticlePath) -> Response:
    """Those that are valid first, then the last ended: when the graph knew each, and how it ended."""
    found = versions(parts.store, article_id)
    return ask.all_of([shapes.version(one) for one in found], VersionOut)
