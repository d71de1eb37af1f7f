"""Which actor a name means: by kind of name, capitals and grammar, the article's date, titles beside it."""

from datetime import date

from spacy.tokens import Doc

from extract.actors.lexicon import ActorLexicon, Title, kinds
from extract.actors.name_units import FAMOUS
from extract.actors.unit import Unit
from ontology.folding import fold
from ontology.gazetteer import Entry, Found, Gazetteer, NameKind
from ontology.model import ActorRef, ActorType

UNMISTAKABLE = 28
"""A family name alone means the holder of a top office of at least this rank (``offices.yaml``)."""
TIMELESS = FAMOUS
"""A family name alone means a person of this rank at any time (``people.yaml``: Putin, Hitler)."""
KNOWN = frozenset({"foreign_minister", "defence_minister"})
"""Offices whose holders are known by a family name that nobody else in the gazetteer bears."""
TOP = frozenset({"president", "prime_minister", "supreme_leader", "monarch", "pope", "head"})

_BASE = {
    NameKind.NAME: 60.0,
    NameKind.ACRONYM: 60.0,
    NameKind.METONYM: 40.0,
    NameKind.INHABITANT: 35.0,
    NameKind.ADJECTIVE: 30.0,
    NameKind.FAMILY: 30.0,
}


class Linker:
    """Chooses among candidate names in one document."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, words: ActorLexicon, on: date | None) -> None:
        self.doc, self.gazetteer, self.words, self.on = doc, gazetteer, words, on
        self.introduced: dict[str, list[Entry]] = {}
        self.context: frozenset[str] = frozenset()

    def introduce(self, entry: Entry) -> None:
        """A person was named in full: from now on the family names stand for it."""
        for name in entry.names:
            if name.kind is NameKind.FAMILY:
                held = self.introduced.setdefault(name.key, [])
                if entry not in held:
                    held.append(entry)

    def ref(self, entry: Entry) -> ActorRef:
        """The actor as it acts on the article's day."""
        return self.gazetteer.ref(entry, self.on)

    def choose(
        self,
        candidates: tuple[Found, ...],
        unit: Unit,
        states: frozenset[str] = frozenset(),
        offices: tuple[str, ...] = (),
    ) -> Found | None:
        """The best candidate, or None where none is sure enough.

        Args:
            candidates: names with the text's folded key.
            unit: where they stand.
            states: codes that a title beside the name gives; they count more than rank.
            offices: offices that such a title means.
        """
        scored = [(self._score(found, unit, states, offices), found) for found in candidates]
        scored = [(score, found) for score, found in scored if score > 0]
        if not scored:
            return None
        best = max(score for score, _ in scored)
        top = [found for score, found in scored if score == best]
        rivals = {found.entry for found in top}
        if len(rivals) > 1 and top[0].kind is NameKind.FAMILY:
            return None
        return top[0]

    def _score(self, found: Found, unit: Unit, states: frozenset[str], offices: tuple[str, ...]) -> float:
        entry = self.gazetteer.entry(found.entry)
        score = _BASE[found.kind] + entry.rank / 10
        if entry.place:
            return score - 25 if self._locative(unit) else 0.0
        if entry.ref.type is not ActorType.PERSON:
            return self._impersonal(score, found, entry, unit)
        score += 40 * bool(states & self._codes(entry)) + 40 * bool(offices and self.holds(entry, offices))
        score += 40 * (self.doc[unit.start].ent_type_ == "PER")
        score += 8 * bool(self.context & self._codes(entry))
        if self.on:
            score += 20 * bool(entry.positions_on(self.on)) - self._distance(entry) / 10
        if found.kind is NameKind.FAMILY and not self._known(entry, found, unit, states, offices):
            return 0
        return score

    def _impersonal(self, score: float, found: Found, entry: Entry, unit: Unit) -> float:
        if found.kind is NameKind.ADJECTIVE and not adjectival(self.doc, unit):
            score -= 10
        if found.kind is NameKind.INHABITANT and adjectival(self.doc, unit):
            score -= 10
        if entry.end and self.on and entry.end < self.on.isoformat():
            score -= 1
        return score

    def _personal(self, unit: Unit) -> bool:
        """Whether the model took the words for a person's name, or for a name of no kind."""
        return all(token.ent_type_ in ("PER", "", "MISC") for token in self.doc[unit.start : unit.end])

    def _distance(self, entry: Entry) -> float:
        """Years between the article and the nearest office, so that namesakes of other times stand back."""
        if self.on is None or not entry.positions:
            return 0
        years = [
            max(_year(p.begin, 1000) - self.on.year, self.on.year - _year(p.end, 9999), 0)
            for p in entry.positions
        ]
        return min(min(years), 100)

    def _codes(self, entry: Entry) -> set[str]:
        codes = {self.gazetteer.code_of(position.of) for position in entry.positions}
        return {code for code in codes | {entry.ref.state} if code}

    def _locative(self, unit: Unit) -> bool:
        token = self.doc[unit.start]
        return unit.prefix or token.ent_type_ != "" or token.pos_ == "PROPN"

    def holds(self, entry: Entry, offices: tuple[str, ...]) -> bool:
        """Whether a person holds one of the offices on the article's day (or ever, without a day)."""
        held = entry.positions_on(self.on) if self.on else entry.positions
        return any(position.office in offices for position in held)

    def _known(
        self, entry: Entry, found: Found, unit: Unit, states: frozenset[str], offices: tuple[str, ...]
    ) -> bool:
        if entry in self.introduced.get(fold(found.text), ()):
            return True
        if not (states or offices or entry.rank >= FAMOUS or self._personal(unit)):
            return False
        if states:
            return bool(states & self._codes(entry))
        if offices:
            return self.holds(entry, offices)
        if self.on is None:
            return entry.rank >= TIMELESS
        held = {position.office for position in entry.positions_on(self.on)}
        top = not held.isdisjoint(TOP) or (not held.isdisjoint(KNOWN) and self._unique(found, unit))
        return entry.rank >= UNMISTAKABLE and (top or entry.rank >= TIMELESS)

    def _unique(self, found: Found, unit: Unit) -> bool:
        """Whether a name that the model took for a person's belongs to one person of the gazetteer only."""
        bearers = {other.entry for other in self.gazetteer.lookup(fold(found.text))}
        return self.doc[unit.start].ent_type_ == "PER" and len(bearers) == 1


def expand(title: Title, code: str | None) -> tuple[str, ...]:
    """The title's offices for the actor with this code; LEAD is whoever leads its executive."""
    parliamentary = code in kinds().prime_ministers_lead
    lead = ("prime_minister", "president") if parliamentary else ("president", "prime_minister")
    offices: list[str] = []
    for office in title.offices:
        offices += [*lead, "monarch"] if office == "LEAD" else [office]
    return tuple(offices)


def adjectival(doc: Doc, unit: Unit) -> bool:
    """Whether a name of a state or people stands as a modifier."""
    root = doc[unit.start : unit.end].root
    return unit.has(NameKind.ADJECTIVE) and (root.pos_ == "ADJ" or root.dep_ in {"amod", "compound"})


def _year(text: str | None, default: int) -> int:
    return int(text[:4]) if text else default
