"""Events: as lines of lists, in full, and in their order to others."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.base import Act, KnownOut, Passage, Source
from api.schemas.statements import StatementOut


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


class EventHeadOut(Act):
    """What every view of an event tells of it."""

    when: str = Field(
        description="The days within which it lies, as EDTF (ISO 8601-2).", examples=["2025-08-11/2025-08-15"]
    )
    disputed: bool = Field(description="Some affirm it, others deny it.")
    consistent: bool = Field(description="False: its sources contradict one another about its time.")
    score: float = Field(description="From conflict (-10) to cooperation (+10).")
    voices: int = Field(
        description="How many sources report it independently: copies of one wire, and articles of one "
        "outlet, count once."
    )
    langs: list[str] = Field(description="The languages of its articles.", examples=[["de", "en"]])
    coded: CodedOut | None = Field(
        description="Set where a data set codes the event and no article tells it."
    )


class EventRowOut(EventHeadOut):
    """An event as a line of a list."""

    narrowed: bool = Field(
        description="Order to other events made the dates narrower than its own statements do."
    )
    statements: int = Field(description="How many statements report it.")
    articles: int = Field(description="How many articles report it.")
    speakers: list[str] = Field(description="Who vouches for it.")
    evidence: EvidenceOut | None


class IntervalOut(BaseModel):
    """Bounds on begin and end; null is open."""

    begin_earliest: str | None
    begin_latest: str | None
    end_earliest: str | None
    end_latest: str | None
    approximate: bool = Field(description="They are those of a date given by about.")


class ProofOut(BaseModel):
    """A sentence that proves a date or an order."""

    id: str
    event: str | None = Field(description="The event whose time or order the sentence tells.")
    order: str | None = Field(description="Set where the sentence tells an order.", examples=["BEFORE"])
    least_days: int | None = Field(
        description="Set where the sentence also tells how many days lie between (`two days before`)."
    )
    most_days: int | None = Field(description="The most days that lie between; null: no limit is told.")
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


class EventDetailOut(EventHeadOut):
    """One event with all that is known of it."""

    interval: IntervalOut = Field(description="What statements and orders together leave possible.")
    stated: IntervalOut = Field(description="What the event's own statements say.")
    statements: list[StatementOut]
    order: list[OrderOut]
    proof: list[BoundOut]


class AnswerOut(BaseModel):
    """Whether something is so, with the sentences that prove it."""

    possibility: Literal["certain", "possible", "impossible"]
    because: list[ProofOut] = Field(description="Empty for what is only possible.")


class ComparisonOut(KnownOut):
    """How two events lie to one another in time."""

    first: str
    second: str
    precedes: AnswerOut = Field(description="The first ends before the second begins.")
    follows: AnswerOut = Field(description="The converse.")
    overlaps: AnswerOut
