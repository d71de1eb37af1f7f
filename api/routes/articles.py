"""Articles and what they say."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from api import shapes
from api.answers import collection, following, problems, reply
from api.deps import Fresh, Parts
from api.params import Cursor, Limit
from api.schemas import ArticleOut, ArticleSummaryOut, Page
from graph import articles as graph

router = APIRouter(tags=["Articles"])


@router.get(
    "/articles",
    response_model=Page[ArticleSummaryOut],
    responses=problems(422, 503),
    summary="List the articles",
)
def list_articles(
    request: Request,
    parts: Parts,
    etag: Fresh,
    lang: Annotated[str | None, Query(description="Only this language.", examples=["de"])] = None,
    limit: Limit = None,
    cursor: Cursor = None,
) -> Response:
    """The articles in the graph, the latest first."""
    limit = limit or parts.settings.page_size
    page = graph.articles(parts.store, lang=lang, cursor=cursor, limit=limit)
    found = [shapes.article_summary(one) for one in page.results]
    return reply(collection(found, page.total, following=following(request, page.next)), etag)


@router.get(
    "/articles/{id}",
    response_model=ArticleOut,
    responses=problems(404, 422, 503),
    summary="Show an article with its statements",
)
def show_article(
    parts: Parts,
    etag: Fresh,
    article_id: Annotated[str, Path(alias="id", description="An article's id, or the key its giver knows.")],
) -> Response:
    """The text and all statements, with offsets into the text."""
    return reply(shapes.article(graph.article(parts.store, article_id)), etag)
