"""What all answers share: lists, as of when they hold, days, actors as they take part, passages."""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Total(BaseModel):
    """How many results there are in all."""

    value: int = Field(examples=[17])
    relation: Literal["eq", "gte"] = Field(description="`eq`: exactly so many; `gte`: at least.")


class Page(BaseModel, Generic[T]):
    """One page of results."""

    model_config = ConfigDict(json_schema_extra={"description": "One page of results."})

    total: Total
    results: list[T]
    next: str | None = Field(None, description="The address of the next page, or null on the last.")


class KnownOut(BaseModel):
    """As of when an answer holds; null: everything that is known now."""

    as_of: str | None = Field(None, examples=["2025-08-14"])
    recorded_before: str | None = Field(None, examples=["2025-09-01T12:00:00Z"])


class Actor(BaseModel):
    """An actor as an event or a statement names it."""

    id: str = Field(
        description="A Wikidata QID, a gazetteer id, or `x:…` for one of neither.", examples=["Q7747"]
    )
    name: str = Field(examples=["Vladimir Putin"])
    state: str | None = Field(
        None, description="The state acted for: ISO 3166-1 alpha-3, or `IGO:…`.", examples=["RUS"]
    )


class ActorFull(Actor):
    """An actor by itself."""

    type: str = Field(examples=["person"])
    labels: dict[str, str] = Field(
        description="What it is called in each language.", examples=[{"de": "Wladimir Putin"}]
    )


class Participant(Actor):
    """An actor as it takes part in an event."""

    type: str = Field(description="`state`, `person`, `government_body`, `igo`, …", examples=["person"])
    general: bool | None = Field(None, description="True: the state beside its own people, who stand for it.")


class PlaceOut(BaseModel):
    """Where."""

    id: str | None = Field(examples=["Q797"])
    name: str = Field(examples=["Alaska"])
    state: str | None = Field(examples=["USA"])


class Source(BaseModel):
    """The article that something stands in."""

    id: str = Field(examples=["a3c1f0d2b4e59687"])
    key: str = Field(description="The id under which its giver knows it.", examples=["en-2025-08-16-alaska"])
    lang: str = Field(examples=["en"])
    date: str | None = Field(description="Publication date.", examples=["2025-08-16"])
    title: str | None
    url: str | None
    source: str | None


class Passage(BaseModel):
    """A part of an article's text; offsets count characters, the end is excluded."""

    text: str
    start: int = Field(examples=[102])
    end: int = Field(examples=[187])


class Act(BaseModel):
    """What events and statements share."""

    id: str = Field(examples=["e5d0c1a2b3948576"])
    type: str = Field(description="Event type, see `/v1/event-types`.", examples=["CONSULT"])
    mode: str | None = Field(examples=["phone"])
    predicate: str = Field(examples=["phone"])
    subject: list[Participant]
    object: list[Participant]
    place: PlaceOut | None
    earliest: str | None = Field(
        description="The first day on which it can have begun; null: open.", examples=["2025-08-11"]
    )
    latest: str | None = Field(
        description="The last day on which it can have ended; null: open.", examples=["2025-08-15"]
    )
    approximate: bool = Field(
        description="The first or last day rests on a date given by about (`around 2024`)."
    )
    polarity: Literal["positive", "negative"] = Field(description="Negative: denied, and nobody affirms it.")
    modality: Literal["asserted", "reported", "planned", "possible", "hypothetical"]
