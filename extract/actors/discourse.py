"""What an article has said so far: who was named, with which title, and which state it is about."""

from collections import Counter
from dataclasses import dataclass, field

from ontology.model import ActorRef


@dataclass
class Person:
    """A person of the article: how it was named, its gender and titles, and where it was last spoken of."""

    ref: ActorRef
    gender: str | None = None
    offices: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    last: int = -1
    sentence: int = -1
    subject: bool = False


class Discourse:
    """Memory of one article, filled in reading order."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.states: Counter[str] = Counter()
        self.recent_states: list[tuple[int, ActorRef]] = []
        self.families: dict[str, list[str]] = {}

    def note_person(self, ref: ActorRef, token: int, sentence: int, subject: bool) -> Person:
        """Remember that a person was spoken of at a token."""
        person = self.people.setdefault(ref.id, Person(ref))
        person.last, person.sentence, person.subject = token, sentence, subject
        return person

    def note_state(self, ref: ActorRef, sentence: int) -> None:
        """Remember that a state or organisation was spoken of."""
        self.states[ref.id] += 1
        self.recent_states.append((sentence, ref))

    def recent_people(self) -> list[Person]:
        """Everybody named so far, the latest first."""
        return sorted(self.people.values(), key=lambda person: -person.last)
