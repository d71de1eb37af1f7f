"""What the cues around an event add up to: polarity, modality, and whether an event is told at all."""

from dataclasses import dataclass

from extract.claims.schema import Cue
from ontology.model import Modality, Polarity

_RANK = (Modality.HYPOTHETICAL, Modality.POSSIBLE, Modality.PLANNED, Modality.REPORTED, Modality.ASSERTED)


@dataclass(slots=True)
class Reading:
    """What the cues say so far; ``why`` names them for people.

    ``unreal``: the clause's mood tells no event, unless a word above it (``kept``) says that it is expected.
    """

    negations: int = 0
    modality: Modality = Modality.ASSERTED
    drop: bool = False
    unreal: bool = False
    kept: bool = False
    why: list[str] | None = None

    @property
    def tells(self) -> bool:
        """Whether an event is told at all."""
        return not self.drop and (self.kept or not self.unreal)

    @property
    def polarity(self) -> Polarity:
        """An odd number of negations denies."""
        return Polarity.NEGATIVE if self.negations % 2 else Polarity.POSITIVE

    def add(self, cue: Cue, word: str) -> None:
        """Take a cue into account."""
        if cue.polarity is Polarity.NEGATIVE:
            self.negations += 1
        if cue.modality is not None:
            self.weaken(cue.modality)
        self.unreal = self.unreal or (cue.drop and cue.place == "feats")
        self.drop = self.drop or (cue.drop and cue.place != "feats")
        self.kept = self.kept or cue.keep
        self.why = [*(self.why or ()), f"{cue.place} {word}"]

    def weaken(self, modality: Modality) -> None:
        """The first of hypothetical > possible > planned > reported > asserted stands."""
        self.modality = min(self.modality, modality, key=_RANK.index)
