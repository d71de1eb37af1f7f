"""What the graph can say and what it holds: event types, outlets, numbers, its version."""

from dataclasses import asdict
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, Field

from api.answers import collection, problems, reply
from api.deps import VERSION, Fresh, Parts
from api.forms import told
from api.listing import AskList
from api.params import AsKnown
from api.schemas.base import Page
from api.schemas.catalogue import GraphVersionOut, OutletOut, OutletsOut, StatisticsOut
from graph.changes import stamp
from graph.statistics import outlets, statistics
from ontology.event_types import event_types, label, predicates

router = APIRouter(tags=["Vocabulary"])


class EventTypeOut(BaseModel):
    """An event type of PLOVER or of Regesta's own."""

    id: str = Field(examples=["CONSULT"])
    label: dict[str, str] = Field(examples=[{"en": "Consult", "de": "Sich beraten, treffen"}])
    quad: int = Field(
        description="PLOVER's class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, "
        "4 material conflict, 0 neither.",
        examples=[1],
    )
    score: float = Field(description="From conflict (-10) to cooperation (+10).", examples=[2.5])
    symmetric: bool = Field(description="Whether subject and object may change places.")
    modes: dict[str, float] = Field(description="Modes with their scores.", examples=[{"phone": 1.5}])
    predicates: dict[str, dict[str, str]] = Field(
        description="Predicates with their labels.",
        examples=[{"phone": {"en": "phone", "de": "telefonieren"}}],
    )


@router.get("/event-types", response_model=Page[EventTypeOut], summary="List the event types and predicates")
def list_event_types() -> Response:
    """All event types with their labels in English and German, their modes, and the predicates of each."""
    return reply(collection([_out(name) for name in event_types()]))


class NamesOut(BaseModel):
    """What actors are called in a language."""

    lang: str
    names: dict[str, str] = Field(
        description="By id, where it is another than `name` says.", examples=[{"Q7747": "Wladimir Putin"}]
    )


@router.get(
    "/names",
    response_model=NamesOut,
    responses=problems(422),
    summary="List the names of actors in a language",
)
def list_names(
    parts: Parts,
    lang: Annotated[
        str, Query(pattern="^[a-z]{2}$", description="The language's ISO 639-1 code.", examples=["de"])
    ],
) -> Response:
    """Of all actors of the gazetteer that `name` calls otherwise: what shows them in another language."""
    called = ((one.ref, one.labels.get(lang)) for one in parts.gazetteer)
    return reply({"lang": lang, "names": {ref.id: name for ref, name in called if name and name != ref.name}})


@router.get(
    "/sources",
    response_model=OutletsOut,
    responses={**told("ndjson", "csv"), **problems(406, 422, 503)},
    summary="List who published the articles",
)
def list_sources(parts: Parts, ask: AskList, known: AsKnown) -> Response:
    """Outlets as the articles name them, those with most articles first."""
    found = outlets(parts.store, known)
    keys = [(-one.articles, int(one.source is None), one.source or "") for one in found]
    return ask.all_of([asdict(one) for one in found], keys, OutletOut, known.text)


@router.get(
    "/statistics", response_model=StatisticsOut, responses=problems(503), summary="Count what the graph holds"
)
def show_statistics(parts: Parts, etag: Fresh) -> Response:
    """Articles by language, events by type, and how many things of each kind there are."""
    version = parts.store.version()
    return reply({"version": version, **asdict(statistics(parts.store))}, etag)


@router.get(
    "/version", response_model=GraphVersionOut, responses=problems(503), summary="Tell the graph's version"
)
def show_version(parts: Parts) -> Response:
    """A number that grows with every change, and marks by which other graphs are told apart."""
    now = stamp(parts.store)
    known = {"version": now.version, "database": now.database, "token": now.token}
    return reply({**known, "model": parts.store.model(), "regesta": VERSION})


def _out(name: str) -> dict[str, object]:
    known = event_types()[name]
    acts = {
        one: {"en": label(one, "en"), "de": label(one, "de")}
        for one, predicate in predicates().items()
        if predicate.type == name
    }
    return {"id": name, **known.model_dump(exclude={"cameo"}), "predicates": acts}
