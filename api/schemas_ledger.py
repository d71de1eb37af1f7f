"""The shapes of answers about identity, order, versions, sources, and the graph as a whole."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas import ProofOut, Source
from api.schemas_timelines import KnownOut


class FeatureOut(BaseModel):
    """One thing by which two statements are told to mean one event."""

    name: str = Field(examples=["days"])
    found: str
    points: int


class JoinOut(BaseModel):
    """How well a statement fits that one of the earlier ones that it fits best."""

    statement: str
    to: str
    score: int
    features: list[FeatureOut]


class RulingOut(BaseModel):
    """A recorded decision about identity."""

    id: str
    kind: Literal["merge", "split", "actor"]
    recorded: str
    because: str | None
    by: str | None
    events: list[str]
    first: list[str] = Field(description="Statements of the one side.")
    second: list[str] = Field(description="Statements of the other side.")
    score: int
    features: list[FeatureOut]
    undone: str | None = Field(description="When it was undone; null while it holds.")
    undone_because: str | None
    undone_by: str | None
    actor: str | None
    target: str | None


class ExplanationOut(BaseModel):
    """Why the statements of an event are one event."""

    event: str
    joins: list[JoinOut]
    decisions: list[RulingOut]


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


class VersionOut(Source):
    """One version of an article, as this graph knew it."""

    recorded: str
    until: str | None = Field(description="When it ceased to be valid; null: it is valid.")
    begun_on: str = Field(description="The first day for which it counts.")
    ended_on: str | None = Field(description="The day from which it counts no more.")
    ended: str | None = Field(description="`withdrawn` or `replaced`.")
    because: str | None
    by: str | None
    replaced_by: str | None
    statements: int


class OutletOut(BaseModel):
    """Who published articles of the graph."""

    source: str | None = Field(description="The outlet's name as articles give it; null: they don't.")
    articles: int
    statements: int
    langs: list[str]
    first: str | None = Field(description="Publication date of its first article.")
    last: str | None = Field(description="Publication date of its last article.")


class StatisticsOut(BaseModel):
    """How much of what the graph holds."""

    version: int = Field(description="The graph's version.")
    articles: int
    statements: int
    events: int
    actors: int
    places: int
    langs: dict[str, int] = Field(description="Articles by language.", examples=[{"de": 7}])
    types: dict[str, int] = Field(description="Events by type.", examples=[{"CONSULT": 12}])
    first: str | None = Field(description="The first day on which a dated event can have begun.")
    last: str | None = Field(description="The last day on which a dated event can have ended.")


class GraphVersionOut(BaseModel):
    """Which graph this is, and how far it has come."""

    version: int = Field(description="Grows with every change of the graph's content.", examples=[14])
    database: str = Field(description="Tells databases apart.")
    token: str | None = Field(description="Tells versions of equal number apart.")
    model: int = Field(description="The number of the last migration.")
    regesta: str = Field(description="Version of Regesta.", examples=["0.1.0"])
