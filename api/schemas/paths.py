"""Paths and sequences."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.schemas.base import ActorFull, KnownOut, Page, Participant
from api.schemas.events import EventRowOut
from api.schemas.statements import StatementOut


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


class PathsOut(Page[PathOut], KnownOut):
    """The best chains from one actor to another."""

    source: ActorFull
    target: ActorFull


class SequenceOut(BaseModel):
    """Two events with two sides in common, the second after the first."""

    certainty: Literal["possible", "certain"]
    least_days: int = Field(description="At least so many days lie between them.")
    most_days: int | None = Field(description="At most; null where a bound is open.")
    first: EventRowOut
    second: EventRowOut


class SequencesOut(Page[SequenceOut], KnownOut):
    """Events that are followed by others between the same sides."""
