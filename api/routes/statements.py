"""Statements: what was said, by whom, in which sentence of which article."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api import fields as chosen_fields
from api import shapes
from api.answers import problems, reply
from api.asking import meant, types_of
from api.deps import Fresh, Parts
from api.fields import Fields, picked
from api.forms import told
from api.listing import AskList, Found
from api.params import AsKnown, Types
from api.schemas.statements import StatementOut, StatementsOut, StatementThenOut
from graph.articles import article
from graph.statement_pages import StatementFilter, statement, statement_page
from ontology.model import Modality, Polarity

router = APIRouter(tags=["Statements"])


@router.get(
    "/statements",
    response_model=StatementsOut,
    responses={**told("ndjson", "csv"), **problems(404, 406, 409, 422, 503)},
    summary="List what was said",
)
def list_statements(
    parts: Parts,
    ask: AskList,
    known: AsKnown,
    event: Annotated[str | None, Query(description="Only reports of this event.")] = None,
    article_id: Annotated[
        str | None, Query(alias="article", description="Only what this article says, by id or key.")
    ] = None,
    actor: Annotated[
        str | None, Query(description="Only reports of events in which this actor takes part (id or name).")
    ] = None,
    speaker: Annotated[
        str | None, Query(description="Only what this actor vouches for (id or name).")
    ] = None,
    event_type: Types = None,
    lang: Annotated[list[str] | None, Query(description="Only in these languages.")] = None,
    polarity: Annotated[Polarity | None, Query(description="`negative`: only denials.")] = None,
    modality: Annotated[Modality | None, Query(description="Only statements of this modality.")] = None,
) -> Response:
    """By id, each with its sentence, offsets into the article's text, speakers and days."""
    store = parts.store
    wanted = StatementFilter(
        event,
        article(store, article_id, known).article.id if article_id else None,
        meant(store, actor, "actor", known=known).id if actor else None,
        meant(store, speaker, "speaker", known=known).id if speaker else None,
        types_of(event_type or ()),
        tuple(lang or ()),
        polarity,
        modality,
    )

    def fetch(limit: int, cursor: str | None) -> Found:
        found = statement_page(store, wanted, limit=limit, cursor=cursor, known=known)
        return Found(found.total, [shapes.statement(one) for one in found.results], found.next, found.exact)

    return ask.answer(fetch, StatementOut, known.text)


@router.get(
    "/statements/{id}",
    response_model=StatementThenOut,
    responses=problems(404, 410, 422, 503),
    summary="Show a statement",
)
def show_statement(
    parts: Parts,
    etag: Fresh,
    fields: Fields,
    known: AsKnown,
    statement_id: Annotated[str, Path(alias="id", description="A statement's id.")],
) -> Response:
    """Who said what in which sentence of which article, by which rule it was read, and of which event."""
    chosen_fields.check(fields, StatementThenOut)
    found = statement(parts.store, statement_id, known)
    return reply(picked({**shapes.statement(found), **known.text}, fields), etag)
