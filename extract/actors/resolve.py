"""Linking units to actors, in reading order, by name, date, context and what the article said before."""

from datetime import date

from spacy.tokens import Doc, Token

from extract.actors.discourse import Discourse, Person
from extract.actors.lexicon import ActorLexicon, Noun, Title, kinds
from extract.actors.naming import body_ref, title_ref, unknown_ref
from extract.actors.units import Unit, Units
from extract.mentions import ActorMention, MentionKind
from ontology.folding import fold
from ontology.gazetteer import Entry, Found, Gazetteer, NameKind
from ontology.model import ActorRef, ActorType, Place, Span

UNMISTAKABLE = 28
"""A family name alone is linked to a holder of an office of at least this rank (``offices.yaml``)."""


class Resolver:
    """Links the units of one document."""

    def __init__(
        self, doc: Doc, units: Units, gazetteer: Gazetteer, words: ActorLexicon, on: date | None
    ) -> None:
        self.doc, self.units, self.gazetteer, self.words, self.on = doc, units, gazetteer, words, on
        self.told = Discourse()
        self.sentence_of = _sentences(doc)
        self.introduced = self._introductions()
        self.mentions: list[ActorMention] = []

    def run(self) -> list[ActorMention]:
        """The mentions of all units, by position."""
        for unit in self.units.all():
            self._resolve(unit)
        return self.mentions

    def ref(self, entry: Entry) -> ActorRef:
        """The actor as it acts on the article's day."""
        return self.gazetteer.ref(entry, self.on)

    # ── full names in the whole article let family names stand for them ─────────

    def _introductions(self) -> dict[str, list[Entry]]:
        by_family: dict[str, list[Entry]] = {}
        for unit in self.units.names:
            for found in unit.found:
                entry = self.gazetteer.entry(found.entry)
                if entry.ref.type is ActorType.PERSON and found.kind is NameKind.NAME:
                    self._introduce(entry, by_family)
        return by_family

    def _introduce(self, entry: Entry, by_family: dict[str, list[Entry]]) -> None:
        for name in entry.names:
            if name.kind is NameKind.FAMILY:
                held = by_family.setdefault(name.key, [])
                if entry not in held:
                    held.append(entry)

    # ── dispatch ─────────────────────────────────────────────────────────────

    def _resolve(self, unit: Unit) -> None:
        if unit.nouns:
            self._noun(unit)
        elif unit.entity:
            self._unknown(unit)
        else:
            self._named(unit)

    def _add(
        self, unit: Unit, kind: MentionKind, refs: tuple[ActorRef, ...], rule: str, place: Place | None = None
    ) -> None:
        if not refs:
            return
        tokens = self.doc[unit.start : unit.end]
        head = self.units.head(unit).i if unit.nouns else tokens.root.i
        self.mentions.append(
            ActorMention(
                Span(tokens.start_char, tokens.end_char), unit.start, unit.end, head, kind, refs, place, rule
            )
        )
        for ref in refs:
            self._note(ref, head)

    def _note(self, ref: ActorRef, head: int) -> None:
        token = self.doc[head]
        if ref.type is ActorType.PERSON:
            person = self.told.note_person(ref, head, self.sentence_of[head], token.dep_.startswith("nsubj"))
            if ref.id in self.gazetteer:
                person.gender = person.gender or self.gazetteer.get(ref.id).gender
        owner = self._owner(ref)
        if owner is not None:
            self.told.note_state(owner.ref, self.sentence_of[head])

    def _owner(self, ref: ActorRef) -> Entry | None:
        return self.gazetteer.by_iso3(ref.state) if ref.state else None

    # ── names ────────────────────────────────────────────────────────────────

    def _named(self, unit: Unit) -> None:
        found = self.choose(unit.found, unit)
        if found is None:
            if self.doc[unit.start].ent_type_ == "PER":
                unit.entity = "PER"
                self._unknown(unit)
            return
        entry = self.gazetteer.entry(found.entry)
        if entry.place:
            self._place(unit, entry)
            return
        refs, kind = self._reading(entry, found, unit)
        place = self._as_place(entry, found, unit)
        self._add(unit, kind, refs, f"{found.kind.name.lower()} {found.text!r}", place)

    def _reading(self, entry: Entry, found: Found, unit: Unit) -> tuple[tuple[ActorRef, ...], MentionKind]:
        if found.kind is NameKind.INHABITANT and not self._is_adjective(unit):
            return (body_ref(entry, kinds().bodies["people"]),), MentionKind.BODY
        if unit.prefix or found.kind in (NameKind.ADJECTIVE, NameKind.INHABITANT):
            return (entry.ref,), MentionKind.ADJECTIVE
        if found.kind is NameKind.METONYM:
            return (entry.ref,), MentionKind.METONYM
        return (self.ref(entry),), MentionKind.NAME

    def _is_adjective(self, unit: Unit) -> bool:
        root = self.doc[unit.start : unit.end].root
        return unit.has(NameKind.ADJECTIVE) and (root.pos_ == "ADJ" or root.dep_ in {"amod", "compound"})

    def _as_place(self, entry: Entry, found: Found, unit: Unit) -> Place | None:
        if entry.ref.type is not ActorType.STATE or unit.prefix:
            return None
        if found.kind is NameKind.METONYM:
            return Place(found.text, None, entry.ref.state)
        if found.kind in (NameKind.NAME, NameKind.ACRONYM):
            return Place(entry.ref.name, entry.id, entry.ref.state)
        return None

    def _place(self, unit: Unit, entry: Entry) -> None:
        state = self.gazetteer.by_iso3(entry.ref.state) if entry.ref.state else None
        refs = (state.ref,) if state else ()
        place = Place(entry.ref.name, entry.id, entry.ref.state)
        kind = MentionKind.ADJECTIVE if unit.prefix else MentionKind.METONYM
        self._add(unit, kind, refs, "place", place)

    def choose(
        self,
        candidates: tuple[Found, ...],
        unit: Unit,
        states: frozenset[str] = frozenset(),
        offices: tuple[str, ...] = (),
    ) -> Found | None:
        """The best candidate name, or None where none is sure enough.

        ``states`` and ``offices`` are what a title beside the name says; they count more than rank.
        """
        scored = [
            (self._score(found, unit, states, offices), -number, found)
            for number, found in enumerate(candidates)
        ]
        scored = [item for item in scored if item[0] > 0]
        if not scored:
            return None
        scored.sort(key=lambda item: (item[0], item[1]), reverse=True)
        best = scored[0]
        rivals = [item for item in scored[1:] if item[0] == best[0] and item[2].entry != best[2].entry]
        family = best[2].kind is NameKind.FAMILY
        return None if rivals and family else best[2]

    def _score(self, found: Found, unit: Unit, states: frozenset[str], offices: tuple[str, ...]) -> float:
        entry = self.gazetteer.entry(found.entry)
        score = {NameKind.NAME: 60, NameKind.ACRONYM: 60, NameKind.METONYM: 40, NameKind.INHABITANT: 35}.get(
            found.kind, 30
        )
        score += entry.rank / 10
        if found.kind is NameKind.ADJECTIVE and not self._is_adjective(unit):
            score -= 10
        if entry.place:
            return score - 25 if self._locative(unit) else 0
        if entry.ref.type is not ActorType.PERSON:
            return score * self._lives(entry)
        score += 40 * bool(states and entry.ref.state in states)
        score += 40 * bool(offices and self._holds(entry, offices))
        score += 20 * bool(self.on and entry.positions_on(self.on))
        if found.kind is NameKind.FAMILY:
            return score if self._known(entry, found, bool(states or offices), states, offices) else 0
        return score

    def _lives(self, entry: Entry) -> float:
        """Former states yield to present ones of the same name, unless the article is from their time."""
        return 1.0

    def _locative(self, unit: Unit) -> bool:
        token = self.doc[unit.start]
        return (
            token.ent_type_ in {"LOC", "ORG", "MISC", "NORP"} or token.pos_ == "PROPN" and not token.ent_type_
        )

    def _holds(self, entry: Entry, offices: tuple[str, ...]) -> bool:
        held = entry.positions_on(self.on) if self.on else entry.positions
        return any(position.office in offices for position in held)

    def _known(
        self, entry: Entry, found: Found, titled: bool, states: frozenset[str], offices: tuple[str, ...]
    ) -> bool:
        key = fold(found.text)
        if entry in self.introduced.get(key, ()) or entry.id in self.told.people:
            return True
        if titled:
            return entry.ref.state in states if states else self._holds(entry, offices)
        if self.on is None:
            return entry.rank >= UNMISTAKABLE + 5
        return entry.rank >= UNMISTAKABLE and any(p.office in TOP for p in entry.positions_on(self.on))

    # ── names that the gazetteer lacks ─────────────────────────────────────────

    def _unknown(
        self, unit: Unit, states: tuple[Entry, ...] = (), sector: str | None = None
    ) -> ActorRef | None:
        entry = self._respelt(unit)
        if entry is not None:
            self._add(unit, MentionKind.NAME, (self.ref(entry),), "spelling")
            return self.ref(entry)
        ref = self._unknown_ref(unit, states, sector)
        self._add(unit, MentionKind.UNRESOLVED, (ref,), "not in the gazetteer")
        return ref

    def _respelt(self, unit: Unit) -> Entry | None:
        """A person whose name is spelt in another transliteration."""
        if unit.entity != "PER":
            return None
        key = fold(self.doc[unit.core[0] : unit.core[1]].text)
        found = tuple(self.gazetteer.lookup_skeleton(key))
        chosen = self.choose(found, unit) if found else None
        return self.gazetteer.entry(chosen.entry) if chosen else None

    def _unknown_ref(self, unit: Unit, states: tuple[Entry, ...], sector: str | None) -> ActorRef:
        surface = self.doc[unit.core[0] : unit.core[1]].text
        known = self._earlier(surface) if unit.entity == "PER" else None
        if known is not None:
            return known
        owners = list(states) or [e for m in unit.modifiers for e in self.owners(m)]
        state = owners[0].ref.state if owners else None
        return unknown_ref(surface, unit.entity, state, sector)

    def _earlier(self, surface: str) -> ActorRef | None:
        """An unknown person named before in full, now by the last part of the name."""
        key = fold(surface)
        for person in self.told.recent_people():
            name = fold(person.ref.name)
            if not person.ref.resolved and (
                name == key or name.endswith(" " + key) or key.endswith(" " + name)
            ):
                return person.ref
        return None

    # ── nouns of office and bodies ─────────────────────────────────────────────

    def _noun(self, unit: Unit) -> None:
        owners = tuple(
            dict.fromkeys(entry.id for modifier in unit.modifiers for entry in self.owners(modifier))
        )
        entries = tuple(self.gazetteer.get(actor) for actor in owners)
        noun = self._sense(unit, entries)
        if noun.category == "title":
            self._title(unit, noun, entries)
        elif noun.category == "body":
            self._body(unit, noun, entries)

    def _sense(self, unit: Unit, entries: tuple[Entry, ...]) -> Noun:
        """Which meaning of the noun fits its owner: "Generalsekretär" of a party or of the UN, "secretary of state"."""
        codes = {entry.ref.state for entry in entries}
        for noun in unit.nouns:
            title = kinds().titles.get(noun.kind)
            if title is None or not title.states or codes & set(title.states) or not codes:
                return noun
        return unit.nouns[0]

    def owners(self, unit: Unit) -> list[Entry]:
        """The states or organisations that a modifier names: itself, or those of its own noun or person."""
        if unit.nouns:
            return [entry for modifier in unit.modifiers for entry in self.owners(modifier)]
        if unit.entity or not unit.found:
            return [entry for modifier in unit.modifiers for entry in self.owners(modifier)]
        found = self.choose(unit.found, unit)
        if found is None:
            return []
        entry = self.gazetteer.entry(found.entry)
        if entry.ref.type is ActorType.PERSON or entry.place:
            owner = self.gazetteer.by_iso3(entry.ref.state) if entry.ref.state else None
            return [owner] if owner else []
        return [entry]

    def _body(self, unit: Unit, noun: Noun, entries: tuple[Entry, ...]) -> None:
        body = kinds().bodies[noun.kind]
        refs = tuple(body_ref(entry, body) for entry in entries)
        self._add(unit, MentionKind.BODY, refs, f"body {noun.kind}")

    def _title(self, unit: Unit, noun: Noun, entries: tuple[Entry, ...]) -> None:
        title = kinds().titles[noun.kind]
        if not entries and title.default:
            owner = self.gazetteer.by_iso3(title.default)
            entries = (owner,) if owner else ()
        if unit.name is not None:
            self._titled_name(unit, noun, title, entries)
            return
        former = self._former(unit)
        refs = tuple(self._holder(entry, noun, title, former) for entry in entries)
        if not refs:
            self._bare_title(unit, noun, title)
            return
        kind = MentionKind.GROUP if len(refs) > 1 else MentionKind.TITLE
        self._add(unit, kind, refs, f"title {noun.kind}")
        for ref in refs:
            self._remember_title(ref, noun)

    def _holder(self, entry: Entry, noun: Noun, title: Title, former: bool) -> ActorRef:
        if former or self.on is None:
            return title_ref(entry, noun.kind, title, former)
        for office in offices(title, entry):
            held = self.gazetteer.holders(entry.id, office, self.on)
            if held:
                return self.ref(held[0])
        return title_ref(entry, noun.kind, title)

    def _former(self, unit: Unit) -> bool:
        for token in self.doc[max(0, unit.start - 2) : unit.end]:
            if (
                fold(token.lemma_) in self.words.former or fold(token.text) in self.words.former
            ) and token.head.i in range(unit.start, unit.end):
                return True
        return any(fold(t.text).startswith("ex ") for t in self.doc[unit.start : unit.end])

    def _titled_name(self, unit: Unit, noun: Noun, title: Title, entries: tuple[Entry, ...]) -> None:
        name = unit.name
        assert name is not None  # noqa: S101 the caller has checked
        codes = frozenset(entry.ref.state for entry in entries if entry.ref.state)
        wanted = tuple(o for entry in entries for o in offices(title, entry)) or title.offices
        ref = self._person(name, codes, wanted)
        if ref is None:
            ref = self._unknown_ref(_as_entity(name), entries, title.sector)
        kind = MentionKind.NAME if ref.resolved else MentionKind.UNRESOLVED
        self._add(unit, kind, (ref,), f"title {noun.kind} with name")
        self._remember_title(ref, noun)

    def _person(self, name: Unit, codes: frozenset[str], wanted: tuple[str, ...]) -> ActorRef | None:
        candidates = name.found
        if not candidates:
            candidates = tuple(
                self.gazetteer.lookup_skeleton(fold(self.doc[name.core[0] : name.core[1]].text))
            )
        chosen = self.choose(candidates, name, codes, wanted)
        return self.ref(self.gazetteer.entry(chosen.entry)) if chosen else None

    def _remember_title(self, ref: ActorRef, noun: Noun) -> None:
        person = self.told.people.get(ref.id)
        if person is not None:
            person.titles.add(noun.kind)

    def _bare_title(self, unit: Unit, noun: Noun, title: Title) -> None:
        if not self._definite(unit) or "Plur" in self.units.head(unit).morph.get("Number"):
            return
        person = self._antecedent(noun, title)
        if person is not None:
            self._add(unit, MentionKind.TITLE, (person.ref,), f"title {noun.kind}, named before")

    def _antecedent(self, noun: Noun, title: Title) -> Person | None:
        for person in self.told.recent_people():
            if noun.kind in person.titles:
                return person
            if person.ref.id in self.gazetteer and self._holds(
                self.gazetteer.get(person.ref.id), title.offices
            ):
                return person
        return None

    def _definite(self, unit: Unit) -> bool:
        head = self.units.head(unit)
        return any(child.dep_ == "det" and fold(child.text) in self.words.definite for child in head.children)


TOP = frozenset({"president", "prime_minister", "supreme_leader", "monarch", "pope", "head"})


def offices(title: Title, entry: Entry) -> tuple[str, ...]:
    """The title's offices for an actor; LEAD is whoever leads its executive."""
    lead = (
        ("prime_minister", "president")
        if entry.ref.state in kinds().prime_ministers_lead
        else ("president", "prime_minister")
    )
    expanded: list[str] = []
    for office in title.offices:
        expanded += [*lead, "monarch"] if office == "LEAD" else [office]
    return tuple(expanded)


def _as_entity(unit: Unit) -> Unit:
    unit.entity = unit.entity or "PER"
    return unit


def _sentences(doc: Doc) -> list[int]:
    numbers = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        numbers.append(number)
    return numbers


def is_subject(token: Token) -> bool:
    """Whether a token is a sentence's subject."""
    return token.dep_.startswith("nsubj")
