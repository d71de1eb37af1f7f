"""Decisions about identity, and what identity goes by."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.base import KnownOut, Page


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
    """A recorded decision."""

    id: str = Field(examples=["d3c1f0d2b4e59687"])
    kind: Literal["merge", "split", "actor"]
    recorded: str
    because: str | None
    by: str | None
    events: list[str] = Field(description="The ids that the events had when it was taken.")
    first: list[str] = Field(description="Statements of the one, or those that left.")
    second: list[str] = Field(description="Statements of the other, or those that stayed.")
    score: int = Field(description="How well the two fitted by rule.")
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


class RulingsOut(Page[RulingOut], KnownOut):
    """Decisions about identity."""


class ExplanationsOut(Page[ExplanationOut], KnownOut):
    """Events of several statements, each explained."""
