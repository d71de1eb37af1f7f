"""The shapes of the answers, for the OpenAPI document. Rendering does not pass through them."""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, Field

T = TypeVar("T")


class Total(BaseModel):
    """How many results there are in all."""

    value: int = Field(examples=[17])
    relation: Literal["eq", "gte"] = Field(description="`eq`: exactly so many; `gte`: at least.")


class Page(BaseModel, Generic[T]):
    """One page of results."""

    total: Total
    results: list[T]
    next: str | None = Field(None, description="The address of the next page, or null on the last.")


class Actor(BaseModel):
    """An actor as an event or a statement names it."""

    id: str = Field(
        description="A Wikidata QID, a gazetteer id, or `x:…` for one of neither.", examples=["Q7747"]
    )
    name: str = Field(examples=["Vladimir Putin"])
    state: str | None = Field(
        None, description="The state acted for: ISO 3166-1 alpha-3, or `IGO:…`.", examples=["RUS"]
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
    type: str = Field(description="Event type, see `/event-types`.", examples=["CONSULT"])
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
    polarity: Literal["positive", "negative"] = Field(description="Negative: denied, and nobody affirms it.")
    modality: Literal["asserted", "reported", "planned", "possible", "hypothetical"]


class StatementOut(Act):
    """What one article, or a source that it quotes, says once."""

    event: str | None
    attributed_to: list[Participant]
    time_text: str | None = Field(examples=["in der vergangenen Woche"])
    sentence: Passage
    evidence: Passage
    article: Source
    rule: str
    trace: list[str]


class IntervalOut(BaseModel):
    """Bounds on begin and end; null is open."""

    begin_earliest: str | None
    begin_latest: str | None
    end_earliest: str | None
    end_latest: str | None


class ProofOut(BaseModel):
    """A sentence that proves a date or an order."""

    id: str
    event: str | None = Field(description="The event whose time or order the sentence tells.")
    order: str | None = Field(description="Set where the sentence tells an order.", examples=["BEFORE"])
    other_event: str | None
    sentence: Passage
    evidence: Passage
    article: Source


class BoundOut(BaseModel):
    """A bound that was narrowed by the order of events, and why."""

    bound: str = Field(examples=["end_latest"])
    date: str | None = Field(examples=["2025-08-15"])
    because: list[ProofOut]


class OrderEvent(BaseModel):
    """The other event of an order."""

    id: str
    predicate: str = Field(examples=["meet"])
    when: str = Field(examples=["2025-08-15"])


class OrderOut(BaseModel):
    """This event lies `order` that other event."""

    order: str = Field(examples=["BEFORE"])
    event: OrderEvent
    because: list[ProofOut]


class EventDetailOut(Act):
    """One event with all that is known of it."""

    interval: IntervalOut = Field(description="What statements and orders together leave possible.")
    stated: IntervalOut = Field(description="What the event's own statements say.")
    disputed: bool = Field(description="Some affirm it, others deny it.")
    consistent: bool = Field(description="False: its sources contradict one another about its time.")
    score: float = Field(description="From conflict (-10) to cooperation (+10).")
    statements: list[StatementOut]
    order: list[OrderOut]
    proof: list[BoundOut]


class ArticleSummaryOut(Source):
    """An article in a list."""

    recorded: str = Field(description="When this graph loaded it.", examples=["2025-08-23T09:14:02+00:00"])
    statements: int
    events: int


class ArticleOut(Source):
    """One article with its text and statements."""

    recorded: str
    text: str
    statements: list[StatementOut]
