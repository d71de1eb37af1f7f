"""The shapes of answers about timelines, dyads, partners, sequences and reachability."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas import ActorFull, EventRowOut, Page, Participant, PathOut


class KnownOut(BaseModel):
    """As of when an answer holds; null: everything that is known now."""

    as_of: str | None = Field(None, examples=["2025-08-14"])
    recorded_before: str | None = Field(None, examples=["2025-09-01T12:00:00Z"])


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


class PartnerOut(BaseModel):
    """Somebody who takes part in an actor's events."""

    actor: Participant
    events: int
    score: float = Field(description="The mean of these events, from -10 to +10.")
    first: str | None = Field(description="The first possible day of all of them; null: open.")
    last: str | None = Field(description="The last; null: open.")


class PartnersOut(Page[PartnerOut], KnownOut):
    """All who take part in an actor's events."""

    actor: ActorFull


class SharedOut(BaseModel):
    """A partner of two actors."""

    actor: Participant
    one: PartnerOut = Field(description="What it has to do with the first.")
    other: PartnerOut = Field(description="What it has to do with the second.")


class SharedPartnersOut(Page[SharedOut], KnownOut):
    """All with whom both actors have had to do."""

    first: ActorFull
    second: ActorFull


class ReachedOut(BaseModel):
    """An actor that chains of events lead to or from."""

    actor: Participant
    day: str = Field(description="The day of the best chain's arrival there, or of its departure.")
    hops: int


class ReachOut(Page[ReachedOut], KnownOut):
    """Whom an actor's acts can have reached, or whose acts can have reached it."""

    actor: ActorFull
    direction: Literal["from", "to"]
    certainty: Literal["possible", "certain"]


class SequenceOut(BaseModel):
    """Two events with two sides in common, the second after the first."""

    certainty: Literal["possible", "certain"]
    least_days: int = Field(description="At least so many days lie between them.")
    most_days: int | None = Field(description="At most; null where a bound is open.")
    first: EventRowOut
    second: EventRowOut


class SequencesOut(Page[SequenceOut], KnownOut):
    """Events that are followed by others between the same sides."""


class PathsOut(Page[PathOut], KnownOut):
    """The best chains from one actor to another."""

    source: ActorFull
    target: ActorFull
