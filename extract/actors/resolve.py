"""From units to mentions, in reading order: names, titles, bodies, and what refers back to them."""

from datetime import date

from spacy.tokens import Doc, Token

from extract.actors.discourse import Discourse, Said
from extract.actors.lexicon import ActorLexicon, Noun, Title, kinds
from extract.actors.link import Linker, adjectival, expand
from extract.actors.naming import body_ref, title_ref, unknown_ref
from extract.actors.units import Unit, Units
from extract.mentions import ActorMention, MentionKind
from ontology.folding import fold
from ontology.gazetteer import Entry, Found, Gazetteer, NameKind
from ontology.model import ActorRef, ActorType, Place, Span


class Resolver:
    """Links the units of one document."""

    def __init__(
        self, doc: Doc, units: Units, gazetteer: Gazetteer, words: ActorLexicon, on: date | None
    ) -> None:
        self.doc, self.units, self.gazetteer, self.words, self.on = doc, units, gazetteer, words, on
        self.link = Linker(doc, gazetteer, words, on)
        self.told = Discourse()
        self.sentence_of = _sentences(doc)
        self.mentions: list[ActorMention] = []
        self.focus = self._focus()
        self.owned: dict[int, Said | None] = {}

    def run(self) -> list[ActorMention]:
        """The mentions of all units, by position."""
        for unit in self.units.names:
            for found in unit.found:
                entry = self.gazetteer.entry(found.entry)
                if entry.ref.type is ActorType.PERSON and found.kind is NameKind.NAME:
                    self.link.introduce(entry)
        for unit in self.units.all():
            self._resolve(unit)
        return self.mentions

    def _resolve(self, unit: Unit) -> None:
        if unit.nouns:
            self._noun(unit)
        elif unit.entity:
            self._unknown(unit)
        elif unit.found:
            self._named(unit)
        else:
            self._pronoun(unit)

    def _focus(self) -> str | None:
        """The code that the article names clearly more often than any other, if there is one."""
        counts: dict[str, int] = {}
        for unit in self.units.names:
            codes = {self.gazetteer.entry(f.entry).ref.state for f in unit.found if f.kind is not NameKind.FAMILY}
            for code in codes if len(codes) == 1 else ():
                if code and not code.startswith("IGO:"):
                    counts[code] = counts.get(code, 0) + 1
        ranked = sorted(counts.items(), key=lambda item: -item[1])
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _add(
        self,
        unit: Unit,
        kind: MentionKind,
        refs: tuple[ActorRef, ...],
        rule: str,
        place: Place | None = None,
        kinds_said: frozenset[str] = frozenset(),
    ) -> None:
        if not refs:
            return
        tokens = self.doc[unit.start : unit.end]
        head = self.units.head(unit)
        span = Span(tokens.start_char, tokens.end_char)
        self.mentions.append(ActorMention(span, unit.start, unit.end, head.i, kind, refs, place, rule))
        said = Said(
            refs, self._gender(head, refs), self._plural(head, refs), head.i, self.sentence_of[head.i],
            self._subject(head, unit), kinds_said,
        )  # fmt: skip
        self.told.note(said, [ref.state for ref in refs if ref.state])
        if said.person and kinds_said:
            self.told.titles.setdefault(refs[0].id, set()).update(kinds_said)

    def _subject(self, head: Token, unit: Unit) -> bool:
        """Whether the mention is a subject, or stands beside one."""
        outer = head
        while outer.dep_ in {"appos", "flat", "flat:name", "conj"} and outer.head.i != outer.i:
            outer = outer.head
        return outer.dep_.startswith("nsubj") or self.doc[unit.start : unit.end].root.dep_.startswith("nsubj")

    def _gender(self, head: Token, refs: tuple[ActorRef, ...]) -> str | None:
        if len(refs) == 1 and refs[0].type is ActorType.PERSON:
            known = self.gazetteer.get(refs[0].id).gender if refs[0].id in self.gazetteer else None
            return known or self._title_gender(head)
        if self.doc.lang_ == "en" or not head.morph.get("Gender", []):
            return "Neut"
        return head.morph.get("Gender", [])[0]

    def _title_gender(self, head: Token) -> str | None:
        words = {fold(token.text) for token in head.subtree} | {fold(head.text)}
        if words & self.words.feminine:
            return "Fem"
        if words & self.words.masculine:
            return "Masc"
        gender = head.morph.get("Gender", [])
        return gender[0] if gender and head.pos_ == "NOUN" else None

    def _plural(self, head: Token, refs: tuple[ActorRef, ...]) -> bool:
        if len(refs) == 1 and refs[0].type in (ActorType.PERSON, ActorType.STATE):
            return False
        return "Plur" in head.morph.get("Number", [])

    # ── names ────────────────────────────────────────────────────────────────

    def _named(self, unit: Unit) -> None:
        found = self.link.choose(unit.found, unit)
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
        self._add(unit, kind, refs, f"{found.kind.name.lower()} {found.text!r}", self._as_place(entry, found, unit))

    def _reading(self, entry: Entry, found: Found, unit: Unit) -> tuple[tuple[ActorRef, ...], MentionKind]:
        if found.kind is NameKind.INHABITANT and not adjectival(self.doc, unit):
            return (body_ref(entry, kinds().bodies["people"]),), MentionKind.BODY
        ref = self.link.ref(entry)
        if unit.prefix or found.kind in (NameKind.ADJECTIVE, NameKind.INHABITANT):
            return (ref,), MentionKind.ADJECTIVE
        return (ref,), MentionKind.METONYM if found.kind is NameKind.METONYM else MentionKind.NAME

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
        place = Place(entry.ref.name, entry.id, entry.ref.state)
        kind = MentionKind.ADJECTIVE if unit.prefix else MentionKind.METONYM
        self._add(unit, kind, (state.ref,) if state else (), "place", place)

    # ── names that the gazetteer lacks ─────────────────────────────────────────

    def _unknown(self, unit: Unit) -> None:
        entry = self._respelt(unit)
        if entry is not None:
            self.link.introduce(entry)
            self._add(unit, MentionKind.NAME, (self.link.ref(entry),), "other spelling")
            return
        ref = self._unknown_ref(unit, (), None)
        self._add(unit, MentionKind.UNRESOLVED, (ref,), "not in the gazetteer")

    def _respelt(self, unit: Unit) -> Entry | None:
        """A person whose name is spelt in another transliteration."""
        if unit.entity != "PER":
            return None
        found = tuple(self.gazetteer.lookup_skeleton(fold(self._core_text(unit))))
        chosen = self.link.choose(found, unit) if found else None
        return self.gazetteer.entry(chosen.entry) if chosen else None

    def _core_text(self, unit: Unit) -> str:
        return self.doc[unit.core[0] : unit.core[1]].text

    def _unknown_ref(self, unit: Unit, owners: tuple[Entry, ...], sector: str | None) -> ActorRef:
        surface = self._core_text(unit)
        known = self._earlier(surface) if unit.entity == "PER" else None
        if known is not None:
            return known
        entries = list(owners) or [entry for modifier in unit.modifiers for entry in self.owners(modifier)]
        return unknown_ref(surface, unit.entity, entries[0].ref.state if entries else None, sector)

    def _earlier(self, surface: str) -> ActorRef | None:
        """An unknown person named before in full, now by the last part of the name."""
        key = fold(surface)
        short = key[:-1] if self.words.data.genitive_s and key.endswith("s") else key
        for said in self.told.people():
            name = fold(said.refs[0].name)
            if not said.refs[0].resolved and (name in (key, short) or name.endswith((" " + key, " " + short))):
                return said.refs[0]
        return None

    # ── nouns ──────────────────────────────────────────────────────────────────

    def _noun(self, unit: Unit) -> None:
        entries = self._owner_entries(unit)
        noun = self._sense(unit, entries)
        if noun.category in ("title", "counterpart"):
            self._title(unit, noun, entries)
        elif noun.category == "body":
            self._body(unit, noun, entries)
        elif noun.category == "group":
            self._group(unit, noun)
        elif noun.category == "class" and not unit.modifiers:
            self._class(unit, noun)

    def _owner_entries(self, unit: Unit) -> tuple[Entry, ...]:
        ids = dict.fromkeys(entry.id for modifier in unit.modifiers for entry in self.owners(modifier))
        return tuple(self.gazetteer.get(actor) for actor in ids)

    def _sense(self, unit: Unit, entries: tuple[Entry, ...]) -> Noun:
        """Which meaning of the noun fits its owner: a secretary of state is a foreign minister in the USA alone."""
        codes = {entry.ref.state for entry in entries}
        for noun in unit.nouns:
            title = kinds().titles.get(noun.kind)
            if title is None or not title.states or codes & set(title.states) or not codes:
                return noun
        return unit.nouns[0]

    def owners(self, unit: Unit) -> list[Entry]:
        """The states or organisations that a modifier names: itself, or those of its own noun or person."""
        if unit.nouns or unit.entity or not unit.found:
            return [entry for modifier in unit.modifiers for entry in self.owners(modifier)]
        found = self.link.choose(unit.found, unit)
        if found is None:
            return []
        entry = self.gazetteer.entry(found.entry)
        if entry.ref.type is ActorType.PERSON or entry.place:
            return self._state_of(self.link.ref(entry))
        return [entry]

    def _state_of(self, ref: ActorRef) -> list[Entry]:
        owner = self.gazetteer.by_iso3(ref.state) if ref.state else None
        return [owner] if owner else []

    def _body(self, unit: Unit, noun: Noun, entries: tuple[Entry, ...]) -> None:
        body = kinds().bodies[noun.kind]
        if body.adjective_only and not any(m.has(NameKind.ADJECTIVE) or m.prefix for m in unit.modifiers):
            return
        rule = f"body {noun.kind}"
        if not entries:
            entries, rule = self._understood(unit, noun)
        refs = tuple(body_ref(entry, body) for entry in entries)
        self._add(unit, MentionKind.BODY, refs, rule, kinds_said=frozenset({noun.kind}))

    def _understood(self, unit: Unit, noun: Noun) -> tuple[tuple[Entry, ...], str]:
        """The owner of a body that the text does not name beside it: by place, possessive, repetition or focus."""
        head = self.units.head(unit)
        place = self._seat(head)
        if place:
            return place, f"body {noun.kind} by its place"
        possessive = self._possessive(head)
        if possessive is not None:
            said = self._possessor(possessive)
            owner = self._state_of(said.refs[0]) if said and len(said.refs) == 1 else []
            return tuple(owner), f"body {noun.kind} of its possessor"
        if not self._definite(head):
            return (), ""
        return self._repeated(noun)

    def _repeated(self, noun: Noun) -> tuple[tuple[Entry, ...], str]:
        said = self.told.latest(lambda s: noun.kind in s.kinds and len(s.refs) == 1)
        if said is not None:
            owner = said.refs[0].id.partition("/")[0]
            return ((self.gazetteer.get(owner),) if owner in self.gazetteer else ()), f"body {noun.kind}, named before"
        if noun.kind in kinds().understood and noun.kind != "state" and self.focus:
            owner_entry = self.gazetteer.by_iso3(self.focus)
            return ((owner_entry,) if owner_entry else ()), f"body {noun.kind} of the state in focus"
        return (), ""

    def _seat(self, head: Token) -> tuple[Entry, ...]:
        """The state of the place that a noun carries with it: "die Regierung in Kiew"."""
        for child in head.children:
            unit = self.units.by_token.get(child.i)
            if child.dep_ == "nmod" and child.i > head.i and unit is not None and unit.found:
                return tuple(self.owners(unit))
        return ()

    def _possessive(self, head: Token) -> Token | None:
        return next((child for child in head.children if child.i in self.units.possessives), None)

    def _definite(self, head: Token) -> bool:
        return any(c.dep_ == "det" and fold(c.text) in self.words.definite for c in head.children)

    def _group(self, unit: Unit, noun: Noun) -> None:
        group = kinds().groups[noun.kind]
        if group.members:
            entries = [self.gazetteer.by_iso3(code) for code in group.members]
            refs = tuple(entry.ref for entry in entries if entry)
        elif unit.modifiers:
            return
        else:
            refs = self._two(group.of, unit)
        self._add(unit, MentionKind.GROUP, refs, f"group {noun.kind}")

    def _two(self, what: str, unit: Unit) -> tuple[ActorRef, ...]:
        """The two states or people that the text spoke of last, if they are exactly two in the nearest sentences."""
        sentence = self.sentence_of[unit.start]
        for reach in range(4):
            refs: dict[str, ActorRef] = {}
            for said in self.told.said:
                if sentence - said.sentence <= reach:
                    refs |= {ref.id: ref for ref in self._of_kind(said, what)}
            if len(refs) >= 2:
                return tuple(refs.values()) if len(refs) == 2 else self._two_most(refs)
        return ()

    def _of_kind(self, said: Said, what: str) -> list[ActorRef]:
        if what == "person":
            return [ref for ref in said.refs if ref.type is ActorType.PERSON]
        return [entry.ref for ref in said.refs for entry in self._state_of(ref) if entry.ref.type is ActorType.STATE]

    def _two_most(self, refs: dict[str, ActorRef]) -> tuple[ActorRef, ...]:
        """Of three or more, the two that the whole article names clearly most often."""
        ranked = sorted(refs.values(), key=lambda ref: -self.told.states[ref.state or ""])
        counts = [self.told.states[ref.state or ""] for ref in ranked]
        return tuple(ranked[:2]) if counts[1] > counts[2] else ()

    def _class(self, unit: Unit, noun: Noun) -> None:
        """A common noun for an organisation named before: "das Bündnis" for NATO."""
        meant = kinds().classes[noun.kind]
        if not self._definite(self.units.head(unit)):
            return
        said = self.told.latest(
            lambda s: len(s.refs) == 1 and (s.refs[0].id in meant.ids or s.refs[0].type in meant.types)
        )
        if said is not None and self.sentence_of[unit.start] - said.sentence <= 3:
            self._add(unit, MentionKind.TITLE, said.refs, f"class {noun.kind}, named before")

    # ── titles ─────────────────────────────────────────────────────────────────

    def _title(self, unit: Unit, noun: Noun, entries: tuple[Entry, ...]) -> None:
        title = kinds().titles.get(noun.kind) or self._counterpart(unit)
        if unit.name is not None:
            self._titled_name(unit, noun, title, entries)
            return
        if not entries and title.default and noun.category == "title":
            owner = self._default(title)
            entries = (owner,) if owner else ()
        head = self.units.head(unit)
        possessive = self._possessive(head)
        if not entries and possessive is not None:
            said = self._possessor(possessive)
            entries = tuple(self._state_of(said.refs[0])) if said and len(said.refs) == 1 else ()
        former = self._former(unit)
        refs = tuple(self._holder(entry, noun, title, former) for entry in entries)
        if not refs:
            self._bare_title(unit, noun, title)
            return
        kind = MentionKind.GROUP if len(refs) > 1 else MentionKind.TITLE
        self._add(unit, kind, refs, f"title {noun.kind}", kinds_said=frozenset({noun.kind}))

    def _default(self, title: Title) -> Entry | None:
        """The title's default owner, unless the article is about another one that has the title."""
        code = self.focus if self.focus in title.states else title.default
        return self.gazetteer.by_iso3(code) if code else None

    def _counterpart(self, unit: Unit) -> Title:
        """The offices of whoever the counterpart is one of: the latest person with an office."""
        for said in self.told.people():
            ref = said.refs[0]
            held = self.gazetteer.get(ref.id).positions_on(self.on) if self.on and ref.id in self.gazetteer else ()
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
            word = fold(token.lemma_), fold(token.text)
            if self.words.former.intersection(word) and (token.head.i in core or token.i in core):
                return True
        return any(piece.key in self.words.former for piece in self.units.scan.pieces[max(0, unit.pieces[0] - 1) : unit.pieces[1]])

    def _titled_name(self, unit: Unit, noun: Noun, title: Title, entries: tuple[Entry, ...]) -> None:
        name = unit.name
        if name is None:
            return
        codes = frozenset(entry.ref.state for entry in entries if entry.ref.state)
        wanted = tuple(o for entry in entries for o in expand(title, entry.ref.state)) or title.offices
        ref = self._person(name, codes, wanted)
        if ref is None:
            name.entity = name.entity or "PER"
            ref = self._unknown_ref(name, entries, title.sector)
        kind = MentionKind.NAME if ref.resolved else MentionKind.UNRESOLVED
        self._add(unit, kind, (ref,), f"title {noun.kind} with name", kinds_said=frozenset({noun.kind}))

    def _person(self, name: Unit, codes: frozenset[str], wanted: tuple[str, ...]) -> ActorRef | None:
        candidates = name.found or tuple(self.gazetteer.lookup_skeleton(fold(self._core_text(name))))
        chosen: Found | None = self.link.choose(candidates, name, codes, wanted)
        if chosen is None:
            return None
        entry = self.gazetteer.entry(chosen.entry)
        self.link.introduce(entry)
        return self.link.ref(entry) if entry.ref.type is ActorType.PERSON else None

    def _bare_title(self, unit: Unit, noun: Noun, title: Title) -> None:
        """A title without state or name: somebody with that title before, else the holder in the state in focus."""
        head = self.units.head(unit)
        if not self._definite(head) or "Plur" in head.morph.get("Number", []):
            return
        said = self._bearer(noun, title)
        if said is not None:
            self._add(unit, MentionKind.TITLE, said.refs, f"title {noun.kind}, named before")
        elif self.focus and title.offices and not self._former(unit):
            entry = self.gazetteer.by_iso3(self.focus)
            ref = self._holder(entry, noun, title, False) if entry else None
            if ref is not None and "/" not in ref.id:
                self._add(unit, MentionKind.TITLE, (ref,), f"title {noun.kind} of the state in focus")

    def _bearer(self, noun: Noun, title: Title) -> Said | None:
        for said in self.told.people():
            ref = said.refs[0]
            if noun.kind in self.told.titles.get(ref.id, ()):
                return said
            if ref.id in self.gazetteer:
                entry = self.gazetteer.get(ref.id)
                if self.link.holds(entry, expand(title, entry.ref.state)):
                    return said
        return None

    # ── pronouns ───────────────────────────────────────────────────────────────

    def _pronoun(self, unit: Unit) -> None:
        token = self.doc[unit.start]
        if token.i in self.units.possessives:
            said = self._possessor(token)
        else:
            agreement = self.units.pronouns[token.i]
            said = self.told.antecedent(
                agreement, token.i, self.sentence_of[token.i], token.dep_.startswith("nsubj")
            )
        if said is not None:
            self._add(unit, MentionKind.PRONOUN, said.refs, "pronoun", kinds_said=said.kinds)

    def _possessor(self, token: Token) -> Said | None:
        if token.i not in self.owned:
            agreement = self.units.possessives[token.i]
            self.owned[token.i] = self.told.possessor(agreement, token.i, self.sentence_of[token.i])
        return self.owned[token.i]


def _sentences(doc: Doc) -> list[int]:
    numbers = []
    number = -1
    for token in doc:
        number += bool(token.is_sent_start) or number < 0
        numbers.append(number)
    return numbers
