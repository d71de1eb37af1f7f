"""What every view of an event tells of it."""

from dataclasses import dataclass

from graph.coding import Coding
from graph.statements import Named
from ontology.edtf import edtf
from ontology.model import Interval, Modality, Place, Polarity


@dataclass(frozen=True, slots=True, kw_only=True)
class EventHead:
    """An event without its reports.

    ``interval`` is what all statements and orders together leave possible. ``disputed``: some affirm it,
    others deny it. ``consistent`` is false where sources contradict one another about its time. ``voices``
    counts the sources that are independent of one another (copies of one wire, and articles of one outlet,
    are one); ``langs`` has their languages. ``coded`` is the data set's row of an event that no article
    tells.
    """

    id: str
    type: str
    mode: str | None
    predicate: str
    subjects: tuple[Named, ...]
    objects: tuple[Named, ...]
    place: Place | None
    interval: Interval
    polarity: Polarity
    modality: Modality
    disputed: bool
    consistent: bool
    score: float
    voices: int
    langs: tuple[str, ...]
    coded: Coding | None = None

    @property
    def edtf(self) -> str:
        """The interval as text."""
        return edtf(self.interval)
