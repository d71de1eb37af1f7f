"""What is recognised in an article's text: who and when, with offsets."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, Field

from api import shapes
from api.answers import MOVED, problems, reply
from api.deps import Fresh, Parts
from api.moved import valid_article
from api.schemas.base import Actor
from extract.mentions import ActorMention, TimeMention
from ontology.model import Article, Span

router = APIRouter(tags=["Articles"])


class MentionOut(BaseModel):
    """Words of the text; offsets count its characters, the end is excluded."""

    start: int = Field(examples=[102])
    end: int = Field(examples=[115])


class ActorMentionOut(MentionOut):
    """Words that mean one actor, or several."""

    kind: str = Field(description="`name`, `title`, `metonym`, `pronoun`, …", examples=["name"])
    actors: list[Actor]


class TimeMentionOut(MentionOut):
    """Words that mean a time."""

    value: str = Field(description="As TimeML writes it (TIMEX3).", examples=["2025-08-15"])
    earliest: str | None = Field(examples=["2025-08-15"])
    latest: str | None = Field(examples=["2025-08-15"])


class MentionsOut(BaseModel):
    """All that is recognised in a text, in its order."""

    article: str = Field(description="The article's id.")
    actors: list[ActorMentionOut]
    times: list[TimeMentionOut]


@router.get(
    "/articles/{id}/mentions",
    response_model=MentionsOut,
    responses={**MOVED, **problems(404, 410, 422, 503)},
    summary="Show what is recognised in an article's text",
)
def show_mentions(
    request: Request,
    parts: Parts,
    etag: Fresh,
    article_id: Annotated[str, Path(alias="id", description="An article's id, or the key its giver knows.")],
) -> Response:
    """The text is read anew: the actors and times that it names, whether or not a statement has them."""
    known = valid_article(request, parts.store, article_id)
    told = known.article
    article = Article(told.id, told.key, known.text, told.lang, told.published)
    actors, times = parts.reader.mentions(article)
    content = {
        "article": told.id,
        "actors": [_actor(one) for one in actors],
        "times": [_time(one) for one in times],
    }
    return reply(content, etag)


def _actor(found: ActorMention) -> shapes.Json:
    actors = [{"id": one.id, "name": one.name, "state": one.state} for one in found.actors]
    return {**_span(found.span), "kind": found.kind.value, "actors": actors}


def _time(found: TimeMention) -> shapes.Json:
    known = found.interval
    return {
        **_span(found.span),
        "value": found.value,
        "earliest": known.earliest.isoformat() if known and known.earliest else None,
        "latest": known.latest.isoformat() if known and known.latest else None,
    }


def _span(span: Span) -> shapes.Json:
    return {"start": span.start, "end": span.end}
