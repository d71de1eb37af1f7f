"""What an article has said so far, and whom its pronouns and common nouns refer back to.

Rule of the house: no coreference beats wrong coreference. An antecedent must agree in gender and number, lie
in this or the two sentences before, and be the subject there or the only one that agrees.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from extract.actors.lexicon import Agreement
from ontology.model import ActorRef, ActorType

REACH = 2
"""How many sentences back a pronoun may refer."""


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier mention: whom it meant, its gender and number, and where it stood.

    ``main``: as the subject of its sentence's main clause.
    """

    refs: tuple[ActorRef, ...]
    gender: str | None
    plural: bool
    token: int
    sentence: int
    subject: bool
    kinds: frozenset[str] = frozenset()
    main: bool = False

    @property
    def person(self) -> bool:
        """Whether it meant a single person."""
        return len(self.refs) == 1 and self.refs[0].type is ActorType.PERSON


@dataclass
class Discourse:
    """Memory of one article, filled in reading order."""

    said: list[Said] = field(default_factory=list)
    states: Counter[str] = field(default_factory=Counter)
    titles: dict[str, set[str]] = field(default_factory=dict)

    def note(self, said: Said, codes: Iterable[str]) -> None:
        """Remember a mention, and the codes of the states or organisations that it speaks of."""
        self.said.append(said)
        self.states.update(codes)

    def join(self, first: Said, both: Said) -> None:
        """Remember several mentions as one; ``first`` is forgotten where it is such a joint one itself."""
        if len(first.refs) > 1:
            self.said = [said for said in self.said if said is not first]
        self.said.append(both)

    def people(self) -> list[Said]:
        """Mentions of single people, the latest first."""
        return [said for said in reversed(self.said) if said.person]

    def latest(self, wanted: Callable[[Said], bool]) -> Said | None:
        """The latest mention that satisfies a condition."""
        return next((said for said in reversed(self.said) if wanted(said)), None)

    def antecedent(
        self,
        agreement: Agreement,
        token: int,
        sentence: int,
        subject: bool,
        never: frozenset[int] = frozenset(),
    ) -> Said | None:
        """Whom a personal pronoun at ``token`` means, or None where grammar and recency leave it open.

        ``never`` are tokens of mentions that it cannot mean: the subject of its own clause.
        """
        near = [s for s in self._agreeing(agreement, sentence) if s.token < token]
        barred = {said.refs for said in near if said.token in never}
        near = [said for said in near if said.refs not in barred]
        here = [said for said in near if said.sentence == sentence]
        before = [said for said in near if said.sentence < sentence]
        for group in (here, before):
            chosen = _only(group) or (
                _only([s for s in group if s.subject]) if subject or group is before else None
            )
            if chosen or group:
                return chosen or self._last_subject(group)
        return None

    def possessor(self, agreement: Agreement, token: int, sentence: int) -> Said | None:
        """Whose a possessive at ``token`` is: the subject's before it, else a pronoun's antecedent."""
        subjects = [
            s
            for s in self._agreeing(agreement, sentence)
            if s.subject and s.sentence == sentence and s.token < token
        ]
        if subjects:
            return subjects[-1]
        return self.antecedent(agreement, token, sentence, True)

    def _agreeing(self, agreement: Agreement, sentence: int) -> list[Said]:
        near = takewhile(lambda said: sentence - said.sentence <= REACH, reversed(self.said))
        return [said for said in near if agrees(said, agreement)][::-1]

    @staticmethod
    def _last_subject(group: list[Said]) -> Said | None:
        """The last sentence's only subject among several candidates, or else that of its main clause."""
        last = max(said.sentence for said in group)
        subjects = [said for said in group if said.subject and said.sentence == last]
        return _only(subjects) or _only([said for said in subjects if said.main])


def agrees(said: Said, agreement: Agreement) -> bool:
    """Whether a mention has the gender and number that a pronoun asks for; unknown gender does not agree."""
    plural = said.plural or len(said.refs) > 1
    if agreement.person and not all(ref.type is ActorType.PERSON for ref in said.refs):
        return False
    if agreement.ambiguous == "Plur" and plural:
        return True
    if plural != (agreement.number == "Plur"):
        return False
    if agreement.gender == "Any" or agreement.number == "Plur":
        return True
    if agreement.gender == "NonFem":
        return said.gender in ("Masc", "Neut")
    return said.gender == agreement.gender


def _only(group: list[Said]) -> Said | None:
    """The latest mention, if all candidates mean the same actors."""
    meant = {said.refs for said in group}
    return group[-1] if len(meant) == 1 else None
