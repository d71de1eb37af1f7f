"""What has changed, for those who keep copies."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from api.answers import problems, reply
from api.deps import Fresh, Parts
from api.params import Limit
from api.problems import GONE, RequestError
from graph.feed import feed

router = APIRouter(tags=["Changes"])
Version = Annotated[
    int,
    Query(ge=0, lt=2**53, description="The version that the copy has; 0 for an empty one.", examples=[0]),
]


class ChangedArticle(BaseModel):
    """An article that came, went or was read anew, and what it is now."""

    id: str = Field(examples=["a3c1f0d2b4e59687"])
    state: Literal["valid", "withdrawn", "replaced", "reread", "gone"]
    replaced_by: str | None = Field(None, description="Id of the article in its place.")


class ChangedEvent(BaseModel):
    """An event that is new, told, dated or ordered otherwise, or no more; and what it is now."""

    id: str = Field(examples=["e3c1f0d2b4e59687"])
    state: Literal["valid", "gone"]


class ChangeOut(BaseModel):
    """One change of the graph. A list that is null means: any may have changed."""

    version: int = Field(description="The version that it led to.", examples=[14])
    at: str = Field(description="When, in UTC.", examples=["2025-09-01T12:00:00Z"])
    kind: str = Field(
        description="`load`, `update`, `replace`, `withdraw`, `merge`, `split`, `actor`, `import`."
    )
    articles: list[ChangedArticle] | None
    events: list[ChangedEvent] | None
    actors: list[str] | None = Field(description="Actors that turned out to be others.")


class Changes(BaseModel):
    """Changes in their order. Ask again with `since` as `until` says, or follow `next` while there is one."""

    graph: str = Field(description="Names the graph; another graph has other versions.")
    version: int = Field(description="The graph's version now.", examples=[14])
    until: int = Field(description="The version of a copy that has taken these over.", examples=[14])
    results: list[ChangeOut]
    next: str | None = Field(
        description="The address of the following changes; null where there are none yet."
    )


@router.get(
    "/changes",
    response_model=Changes,
    responses=problems(410, 422, 503),
    summary="List what has changed since a version",
)
def list_changes(
    request: Request,
    parts: Parts,
    etag: Fresh,
    since: Version = 0,
    graph: Annotated[
        str | None, Query(description="The graph that the copy is of; 410 if this is another.")
    ] = None,
    limit: Limit = None,
) -> Response:
    """Withdrawn and replaced articles and events that are no more are told too, so that a copy stays true."""
    found = feed(parts.store, since, limit or parts.settings.page_size)
    if not found.complete or graph not in (None, found.graph):
        raise RequestError(
            GONE,
            f"This graph can't tell all that has changed since version {since} of the copy. Copy it anew, "
            f"and go on from version {found.version}.",
        )
    more = request.url.include_query_params(since=found.until) if found.until < found.version else None
    content = {
        "graph": found.graph,
        "version": found.version,
        "until": found.until,
        "results": found.changes,
        "next": f"{more.path}?{more.query}" if more else None,
    }
    return reply(content, etag)
