"""Titles of people: with a name, with a state, or alone."""

from dataclasses import replace

from extract.actors.bodies import BodyReading
from extract.actors.discourse import Said
from extract.actors.lexicon import Noun, Title, kinds
from extract.actors.link import expand
from extract.actors.naming import title_ref
from extract.actors.unit import Unit
from extract.mentions import MentionKind
from ontology.folding import fold
from ontology.gazetteer import Entry, Found
from ontology.model import ActorRef, ActorType


class TitleReading(BodyReading):
    """Reads nouns of office."""

    def _title(self, unit: Unit, noun: Noun, entries: tuple[Entry, ...]) -> None:
        title = kinds().titles.get(noun.kind) or self._counterpart()
        if unit.name is not None:
            self._titled_name(unit, noun, title, entries)
            return
        if not entries and title.default and noun.category == "title":
            owner = self._default(title)
            entries = (owner,) if owner else ()
        entries = entries or (self._seats(unit) if noun.category == "counterpart" else self._at_home(unit))
        head = self.units.head(unit)
        possessive = self._possessive(head)
        if not entries and possessive is not None:
            entries = self._possessing(possessive)
        former = self._former(unit)
        plural = self._many(unit, entries)
        refs = tuple(
            title_ref(entry, noun.kind, title, former, True)
            if plural
            else self._holder(entry, noun, title, former)
            for entry in entries
        )
        if not refs:
            self._bare_title(unit, noun, title)
            return
        kind = MentionKind.GROUP if len(refs) > 1 else MentionKind.TITLE
        self._add(unit, kind, refs, f"title {noun.kind}", kinds_said=frozenset({noun.kind}))

    def _many(self, unit: Unit, entries: tuple[Entry, ...]) -> bool:
        """Whether several people of one owner are meant ("Russian lawmakers"), not one of each."""
        return len(entries) == 1 and "Plur" in self.units.head(unit).morph.get("Number", [])

    def _default(self, title: Title) -> Entry | None:
        """The title's default owner, unless the article is about another one that has the title."""
        code = self.focus if self.focus in title.states else title.default
        return self.gazetteer.by_iso3(code) if code else None

    def _counterpart(self) -> Title:
        """The offices of whoever the counterpart is one of: the latest person with an office."""
        for said in self.told.people():
            ref = said.refs[0]
            held = (
                self.gazetteer.get(ref.id).positions_on(self.on)
                if self.on and ref.id in self.gazetteer
                else ()
            )
            if held:
                return Title(offices=tuple(position.office for position in held), name="counterpart")
        return Title(offices=(), name="counterpart")

    def _holder(self, entry: Entry, noun: Noun, title: Title, former: bool) -> ActorRef:
        if not former and self.on is not None:
            for office in expand(title, entry.ref.state):
                held = self.gazetteer.holders(self._seat_of(entry), office, self.on)
                if held:
                    return self.link.ref(held[0])
        return title_ref(entry, noun.kind, title, former)

    def _seat_of(self, entry: Entry) -> str:
        """The id under which the offices of an organ's organisation are kept."""
        return entry.id.partition("/")[0] if entry.id.startswith("igo:") else entry.id

    def _former(self, unit: Unit) -> bool:
        core = range(*unit.core)
        for token in self.doc[max(0, unit.start - 2) : unit.end]:
            word = fold(token.lemma_), fold(token.text), fold(token.text)[:-1], fold(token.text)[:-2]
            if self.words.former.intersection(word) and (token.head.i in core or token.i in core):
                return True
        return any(
            piece.key in self.words.former
            for piece in self.units.scan.pieces[max(0, unit.pieces[0] - 1) : unit.pieces[1]]
        )

    def _titled_name(self, unit: Unit, noun: Noun, title: Title, entries: tuple[Entry, ...]) -> None:
        name = unit.name
        if name is None:
            return
        codes = frozenset(entry.ref.state for entry in entries if entry.ref.state)
        wanted = tuple(o for entry in entries for o in expand(title, entry.ref.state)) or title.offices
        ref = self._person(name, codes, wanted)
        if ref is not None and codes and ref.state not in codes and all(c.startswith("IGO:") for c in codes):
            ref = replace(ref, state=min(codes))  # *UNASUR's secretary-general X* speaks for it
        if ref is None:
            name.entity = name.entity or "PER"
            ref = self._unknown_ref(name, entries or self._of_the_country(unit, title), title.sector)
        kind = MentionKind.NAME if ref.resolved else MentionKind.UNRESOLVED
        self._add(unit, kind, (ref,), f"title {noun.kind} with name", kinds_said=frozenset({noun.kind}))

    def _of_the_country(self, unit: Unit, title: Title) -> tuple[Entry, ...]:
        """A minister whom nobody else describes belongs to the state that the article is about."""
        described = bool(unit.modifiers) or not title.offices or self._former(unit)
        code = None if described else self._around(self.sentence_of[unit.start])
        owner = self.gazetteer.by_iso3(code) if code else None
        return (owner,) if owner else ()

    def _person(self, name: Unit, codes: frozenset[str], wanted: tuple[str, ...]) -> ActorRef | None:
        candidates = name.found or self._sounding(name)
        chosen: Found | None = self.link.choose(candidates, name, codes, wanted)
        if chosen is None:
            return None
        entry = self.gazetteer.entry(chosen.entry)
        self.link.introduce(entry)
        return self.link.ref(entry) if entry.ref.type is ActorType.PERSON else None

    def _bare_title(self, unit: Unit, noun: Noun, title: Title) -> None:
        """A title alone: somebody with that title before, else the holder in the state in focus."""
        head = self.units.head(unit)
        plain = all(
            child.dep_ in {"det", "case", "punct", "cc", "conj"} or child.i in range(*unit.core)
            for child in head.children
        )
        if not plain or not self._definite(head) or "Plur" in head.morph.get("Number", []):
            return
        said = self._bearer(noun, title)
        if said is not None:
            self._add(unit, MentionKind.TITLE, said.refs, f"title {noun.kind}, named before")
        elif title.offices and not self._former(unit):
            code = self._around(self.sentence_of[unit.start])
            entry = self.gazetteer.by_iso3(code) if code else None
            ref = self._holder(entry, noun, title, False) if entry else None
            if ref is not None and "/" not in ref.id:
                self._add(unit, MentionKind.TITLE, (ref,), f"title {noun.kind} of the state in focus")

    def _bearer(self, noun: Noun, title: Title) -> Said | None:
        for said in self.told.people():
            ref = said.refs[0]
            if noun.kind == "leader" and (ref.state or "").startswith("IGO:"):
                continue
            if noun.kind in self.told.titles.get(ref.id, ()):
                return said
            if ref.id in self.gazetteer:
                entry = self.gazetteer.get(ref.id)
                if self.link.holds(entry, expand(title, entry.ref.state)):
                    return said
        return None
