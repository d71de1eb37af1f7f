"""The shapes of the answers, for the OpenAPI document. Rendering does not pass through them."""

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
    polarity: Literal["positive", "negative"] = Field(description="Negative: denied, and nobody affirms it.")
    modality: Literal["asserted", "reported", "planned", "possible", "hypothetical"]


class EvidenceOut(BaseModel):
    """The words of one statement, from the earliest published report."""

    statement: str
    text: str = Field(examples=["Putin und Kim telefonierten"])
    sentence: str
    article: str = Field(description="The article's id.")
    key: str
    lang: str
    date: str | None


class CodedOut(BaseModel):
    """The row of an event data set that codes an event which no article tells."""

    dataset: str = Field(examples=["GDELT"])
    file: str = Field(examples=["20250816061500.export.CSV.zip"])
    digest: str = Field(description="SHA-256 of the file.")
    format: str = Field(examples=["gdelt"])
    row: int = Field(description="The line of the file, from 1.")
    code: str = Field(description="The data set's own code or name of the act.", examples=["042"])
    own_id: str | None = Field(description="The data set's own id for the event.")
    url: str | None = Field(description="The source that the data set names.")
    published: str | None = Field(description="The day on which the data set learnt of it.")


class EventRowOut(Act):
    """An event as a line of a list."""

    when: str = Field(
        description="The days within which it lies, as EDTF (ISO 8601-2).", examples=["2025-08-11/2025-08-15"]
    )
    narrowed: bool = Field(
        description="Order to other events made the dates narrower than its own statements do."
    )
    disputed: bool = Field(description="Some affirm it, others deny it.")
    consistent: bool = Field(description="False: its sources contradict one another about its time.")
    score: float = Field(description="From conflict (-10) to cooperation (+10).")
    statements: int = Field(description="How many statements report it.")
    articles: int = Field(description="How many articles report it.")
    voices: int = Field(
        description="How many sources report it independently: copies of one wire, and articles of one "
        "outlet, count once."
    )
    langs: list[str] = Field(description="The languages of its articles.", examples=[["de", "en"]])
    speakers: list[str] = Field(description="Who vouches for it.")
    evidence: EvidenceOut | None
    coded: CodedOut | None = Field(
        description="Set where a data set codes the event and no article tells it."
    )


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
    voices: int = Field(
        description="How many sources report it independently: copies of one wire, and articles of one "
        "outlet, count once."
    )
    langs: list[str] = Field(description="The languages of its articles.", examples=[["de", "en"]])
    statements: list[StatementOut]
    order: list[OrderOut]
    proof: list[BoundOut]
    coded: CodedOut | None = Field(
        description="Set where a data set codes the event and no article tells it."
    )


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


class ActorFull(Actor):
    """An actor by itself."""

    type: str = Field(examples=["person"])
    labels: dict[str, str] = Field(
        description="What it is called in each language.", examples=[{"de": "Wladimir Putin"}]
    )


class HitExplanation(BaseModel):
    """Why an actor stands where it does: `fit` counts first, then `events`, `in_office`, `prominence`."""

    fit: int = Field(description="0 id, 1 full name, 2 family name, 3 another transliteration, 4 beginning.")
    events: int
    in_office: bool
    prominence: int = Field(description="How well known it is, from 0.")


class ActorHitOut(ActorFull):
    """An actor that a search found."""

    matched: str = Field(description="The name that fits.", examples=["Putin"])
    fit: Literal["id", "name", "family", "sound", "part"] = Field(
        description="What fits: id or code, full name, family name, another transliteration, a beginning."
    )
    in_office: bool = Field(description="Whether it held a position on the day asked for, or now.")
    events: int = Field(description="In how many events of the graph it takes part.")
    explanation: HitExplanation | None = Field(None, description="With `explain`.")


class PositionOut(BaseModel):
    """A position held; days, months or years as known, both ends included; null is open."""

    office: str = Field(examples=["president"])
    of: str = Field(description="The id of a state or organisation.", examples=["Q159"])
    begin: str | None = Field(examples=["2012-05-07"])
    end: str | None


class ActorDetailOut(ActorFull):
    """An actor with all its names and positions."""

    names: list[str]
    positions: list[PositionOut]
    events: int


class HopOut(BaseModel):
    """One step of a path: an event in which both actors take part."""

    model_config = ConfigDict(serialize_by_alias=True)

    from_actor: Participant = Field(alias="from")
    to_actor: Participant = Field(alias="to")
    event: EventRowOut
    statements: list[StatementOut]


class PathOut(BaseModel):
    """A chain of events that can follow one another, or certainly do."""

    certainty: Literal["possible", "certain"]
    earliest_departure: str = Field(description="The first day on which the first event can be.")
    latest_departure: str | None = Field(
        description="The last day on which the first event can be before the others; null: open."
    )
    days: int = Field(description="The fewest days that it can have taken, 0 for a single day.")
    earliest_arrival: str = Field(
        description="The first day on which the last event can be after the others.",
        examples=["2025-08-15"],
    )
    latest_arrival: str | None = Field(description="The last day on which it can still go on; null: open.")
    hops: list[HopOut]
