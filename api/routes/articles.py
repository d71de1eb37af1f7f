"""Articles and what they say."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Response

from api import shapes
from api.answers import collection, problems, reply
from api.deps import Fresh, Parts
from api.params import Limit
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
    parts: Parts,
    etag: Fresh,
    lang: Annotated[str | None, Query(description="Only this language.", examples=["de"])] = None,
    limit: Limit = None,
    cursor: Annotated[str | None, Query(description="As `next` of the page before has it.")] = None,
) -> Response:
    """The articles in the graph, the latest first."""
    limit = limit or parts.settings.page_size
    page = graph.articles(parts.store, lang=lang, cursor=cursor, limit=limit)
    following = None
    if page.next:
        asked = {"lang": lang, "limit": limit, "cursor": page.next}
        following = "/articles?" + urlencode(
            {name: value for name, value in asked.items() if value is not None}
        )
    return reply(
        collection([shapes.article_summary(one) for one in page.results], page.total, following=following),
        etag,
    )


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
