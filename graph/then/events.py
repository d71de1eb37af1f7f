"""An event as it was known then."""

from dataclasses import dataclass
from datetime import date

from graph.identity.occurrence import Participant
from graph.loading.times import Dating
from ontology.model import Interval, Modality, Polarity


@dataclass(frozen=True, slots=True)
class ThenEvent:
    """An event as it follows from the statements known then.

    ``statements`` are their ids, the earliest published first; ``speakers`` ids of actors; ``langs`` and
    ``sources`` those of their articles. ``dating`` has the days with what proves them. ``coded`` marks an
    event of a data set, which has no statements.
    """

    id: str
    predicate: str
    type: str
    mode: str | None
    polarity: Polarity
    modality: Modality
    disputed: bool
    place: str | None
    score: float
    participants: tuple[Participant, ...]
    statements: tuple[str, ...]
    articles: int
    voices: int
    speakers: tuple[str, ...]
    langs: tuple[str, ...]
    sources: tuple[str, ...]
    dating: Dating
    coded: bool = False

    @property
    def interval(self) -> Interval:
        """Its days, as narrow as all that was known makes them."""
        return self.dating.interval

    @property
    def stated(self) -> Interval:
        """Its days as its own statements give them."""
        return self.dating.stated

    @property
    def consistent(self) -> bool:
        """Whether no sources contradict one another about its days."""
        return self.dating.consistent

    @property
    def narrowed(self) -> bool:
        """Whether orders made its days tighter than its own statements do."""
        return bool(self.dating.proofs)

    @property
    def earliest(self) -> date:
        """The first day on which it can have begun, as on relationships of the graph."""
        return self.interval.earliest or date.min

    @property
    def latest(self) -> date:
        """The last day on which it can have ended."""
        return self.interval.latest or date.max
