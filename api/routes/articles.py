"""Articles, what they say, and the versions that they had."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api import fields as chosen_fields
from api import shapes
from api.answers import MOVED, problems, reply
from api.cursors import Key
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import MEDIA_TYPES, AsForm, told
from api.linked import linked_article
from api.listing import AskList, Found
from api.moved import valid_article
from api.params import AsKnown
from api.schemas.base import Page
from api.schemas.statements import ArticleOut, ArticlesOut, ArticleSummaryOut, VersionOut
from graph import articles as graph
from graph.corrections import Version, versions

router = APIRouter(tags=["Articles"])

ArticlePath = Annotated[str, Path(alias="id", description="An article's id, or the key its giver knows.")]


@router.get(
    "/articles",
    response_model=ArticlesOut,
    responses={**told("ndjson", "csv"), **problems(406, 422, 503)},
    summary="List the articles",
)
def list_articles(
    parts: Parts,
    ask: AskList,
    known: AsKnown,
    lang: Annotated[str | None, Query(description="Only this language.", examples=["de"])] = None,
) -> Response:
    """The valid articles, the latest first."""

    def fetch(limit: int, cursor: str | None) -> Found:
        page = graph.articles(parts.store, lang=lang, cursor=cursor, limit=limit, known=known)
        return Found(page.total, [shapes.article_summary(one) for one in page.results], page.next)

    return ask.answer(fetch, ArticleSummaryOut, known.text)


@router.get(
    "/articles/{id}",
    response_model=ArticleOut,
    responses={**told("jsonld"), **MOVED, **problems(404, 406, 410, 422, 503)},
    summary="Show an article with its statements",
)
def show_article(
    request: Request,
    parts: Parts,
    etag: Fresh,
    known: AsKnown,
    fields: Fields,
    form: AsForm,
    article_id: ArticlePath,
) -> Response:
    """The text and all statements, with offsets into the text. As JSON-LD, its named graph.

    An article that was replaced is 308, one that was withdrawn 410.
    """
    chosen_fields.check(fields, ArticleOut)
    found = valid_article(request, parts.store, article_id, known)
    if form == "jsonld":
        return reply(linked_article(parts.store, found.article.id, known), etag, kind=MEDIA_TYPES[form])
    return reply(picked({**shapes.article(found), **known.text}, fields), etag)


@router.get(
    "/articles/{id}/versions",
    response_model=Page[VersionOut],
    responses={**told("ndjson", "csv"), **problems(404, 406, 422, 503)},
    summary="List the versions of an article",
)
def list_versions(parts: Parts, ask: AskList, article_id: ArticlePath) -> Response:
    """Those that are valid first, then the last ended: when the graph knew each, and how it ended."""
    found = versions(parts.store, article_id)
    return ask.all_of([shapes.version(one) for one in found], list(map(_key, found)), VersionOut)


def _key(known: Version) -> Key:
    until = -int(known.until.timestamp() * 1e6) if known.until else 0
    return (int(known.until is not None), until, -int(known.recorded.timestamp() * 1e6), known.article.id)
