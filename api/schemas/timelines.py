"""Timelines, and the same counted."""

from pydantic import BaseModel, Field

from api.schemas.base import ActorFull, KnownOut, Page
from api.schemas.events import EventRowOut


class TimelineOut(Page[EventRowOut], KnownOut):
    """The events of an actor."""

    actor: ActorFull


class EventsOut(Page[EventRowOut], KnownOut):
    """Events of actors, a place, an event, or of some types."""

    actors: list[ActorFull] = Field(description="The actors that are meant.")


class PeriodOut(BaseModel):
    """A day, week (from Monday), month or year."""

    first: str = Field(description="Its first day.", examples=["2025-08-01"])
    last: str = Field(description="Its last day.", examples=["2025-08-31"])
    certain: int = Field(description="Events that lie within it whatever is still unknown.")
    possible: int = Field(description="Events, those included, that can have touched it.")
    expected: float = Field(description="Their number if each is spread evenly over its possible days.")
    score: float | None = Field(description="Their mean score by these shares, from -10 to +10.")


class CountsOut(Page[PeriodOut], KnownOut):
    """A timeline counted by periods; periods without events are left out."""

    actors: list[ActorFull]
    by: str = Field(examples=["month"])
    events: int = Field(description="All events of the timeline.")
    score: float | None = Field(description="The mean score of all.")


class DyadOut(Page[PeriodOut], KnownOut):
    """How two sides get on: their events by periods, with the mean score."""

    first: ActorFull
    second: ActorFull
    by: str = Field(examples=["month"])
    events: int = Field(description="All events in which both take part.")
    score: float | None = Field(description="Their mean score, from conflict (-10) to cooperation (+10).")
