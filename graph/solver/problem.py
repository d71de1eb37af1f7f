"""What goes into the order solver and what comes out: plain values, compared by content."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontology.model import Distance, Interval, Order


class Bound(StrEnum):
    """One of the four time stamps of an event, each named as its field in :class:`Interval`."""

    BEGIN_EARLIEST = "begin_earliest"
    BEGIN_LATEST = "begin_latest"
    END_EARLIEST = "end_earliest"
    END_LATEST = "end_latest"


@dataclass(frozen=True, slots=True)
class Stated:
    """One statement's interval for an event; ``source`` is the statement's id."""

    source: str
    interval: Interval


@dataclass(frozen=True, slots=True)
class EventTimes:
    """An event with everything that was stated of its time (nothing, if no statement dates it)."""

    id: str
    stated: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """``event`` lies ``order`` that of ``other``; ``source`` names the sentence that says so.

    ``distance`` is how far ``BEFORE`` or ``AFTER`` it lies; it means nothing for other orders.
    """

    source: str
    event: str
    order: Order
    other: str
    distance: Distance | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """One step of a proof.

    Either "``sources`` state that ``bound`` of ``event`` is ``day``" (several sources only where they
    contradict one another and ``day`` is the outermost of theirs), or "the one source says that ``event``
    lies ``order`` that of ``other``".
    """

    sources: tuple[str, ...]
    event: str
    bound: Bound | None = None
    day: date | None = None
    order: Order | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that cannot all be true; leave out any one, and the others can.

    ``events`` are those that the sources speak of.
    """

    sources: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventBounds:
    """What follows for one event.

    ``interval`` is as narrow as the sources allow and no narrower. ``stated`` is what the event's own
    statements say together. ``proofs`` has the chain of reasons for every closed bound, beginning at the
    event itself; bounds that other events' sources narrowed are in ``narrowed``.
    ``consistent`` is false if the event takes part in a conflict.
    """

    id: str
    interval: Interval
    stated: Interval
    proofs: Mapping[Bound, tuple[Reason, ...]]
    consistent: bool = True

    @property
    def narrowed(self) -> tuple[Bound, ...]:
        """The bounds that are tighter than the event's own statements make them."""
        return tuple(b for b in Bound if getattr(self.interval, b) != getattr(self.stated, b))

    def sources(self, bound: Bound) -> tuple[str, ...]:
        """The sources that prove ``bound``, in the order of the chain; empty if the bound is open."""
        return tuple(source for reason in self.proofs.get(bound, ()) for source in reason.sources)
