"""What the graph can say: event types, their modes and predicates."""

from fastapi import APIRouter, Response
from pydantic import BaseModel, Field

from api.answers import collection, reply
from api.schemas import Page
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


def _out(name: str) -> dict[str, object]:
    known = event_types()[name]
    acts = {
        one: {"en": label(one, "en"), "de": label(one, "de")}
        for one, predicate in predicates().items()
        if predicate.type == name
    }
    return {"id": name, **known.model_dump(exclude={"cameo"}), "predicates": acts}
