"""Actors: found, in full, and with whom they have had to do."""

from typing import Literal

from pydantic import BaseModel, Field

from api.schemas.base import ActorFull, KnownOut, Page, Participant


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
