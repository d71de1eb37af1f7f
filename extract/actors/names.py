"""Names as mentions: of the gazetteer, in another spelling, or unknown to it."""

from extract.actors.discourse import Said
from extract.actors.lexicon import Group, Noun, kinds
from extract.actors.link import adjectival
from extract.actors.naming import body_ref, unknown_ref, without_initials
from extract.actors.reading import Reading
from extract.actors.unit import Unit
from extract.mentions import MentionKind
from ontology.folding import fold
from ontology.gazetteer import Entry, Found, NameKind
from ontology.model import ActorRef, ActorType, Place

_TWO = 2


class NameReading(Reading):
    """Reads names, and whom a noun's modifiers name."""

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
        self._add(
            unit, kind, refs, f"{found.kind.name.lower()} {found.text!r}", self._as_place(entry, found, unit)
        )

    def _reading(self, entry: Entry, found: Found, unit: Unit) -> tuple[tuple[ActorRef, ...], MentionKind]:
        if found.kind is NameKind.INHABITANT and not adjectival(self.doc, unit):
            return (body_ref(entry, kinds().bodies["people"]),), MentionKind.BODY
        ref = self.link.ref(self._seated_at(entry, found))
        if unit.prefix or found.kind in (NameKind.ADJECTIVE, NameKind.INHABITANT):
            return (ref,), MentionKind.ADJECTIVE
        return (ref,), MentionKind.METONYM if found.kind is NameKind.METONYM else MentionKind.NAME

    def _seated_at(self, entry: Entry, found: Found) -> Entry:
        """*Brussels* for the European Union, where nothing is said of Belgium."""
        seated = kinds().seats.get(entry.id)
        capital = found.kind is NameKind.METONYM and entry.ref.state not in self.by_name
        return self.gazetteer.get(seated) if seated and seated in self.gazetteer and capital else entry

    def _as_place(self, entry: Entry, found: Found, unit: Unit) -> Place | None:
        if entry.ref.type is not ActorType.STATE:
            return None
        if found.kind is NameKind.METONYM:
            capital = entry.capital(fold(found.text))
            if capital:
                return Place(capital.name, capital.id, entry.ref.state)
            return Place(found.text, None, entry.ref.state)
        if found.kind in (NameKind.NAME, NameKind.ACRONYM) and not unit.prefix:
            return Place(entry.ref.name, entry.id, entry.ref.state)
        return None

    def _place(self, unit: Unit, entry: Entry) -> None:
        state = self.gazetteer.by_iso3(entry.ref.state) if entry.ref.state else None
        place = Place(entry.ref.name, entry.id, entry.ref.state)
        kind = MentionKind.ADJECTIVE if unit.prefix else MentionKind.METONYM
        refs = (state.ref,) if state else ()
        self._add(unit, kind, refs, "place", place, kinds_said=frozenset({"place"}))

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
        found = self._sounding(unit)
        chosen = self.link.choose(found, unit) if found else None
        return self.gazetteer.entry(chosen.entry) if chosen else None

    def _sounding(self, unit: Unit) -> tuple[Found, ...]:
        """The people whose names sound like a unit's, middle initials aside."""
        return tuple(self.gazetteer.lookup_skeleton(fold(without_initials(self._core_text(unit)))))

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
            if not said.refs[0].resolved and (
                name in (key, short) or name.endswith((" " + key, " " + short))
            ):
                return said.refs[0]
        return None

    def _owner_entries(self, unit: Unit) -> tuple[Entry, ...]:
        if unit.code:
            owner = self.gazetteer.by_iso3(unit.code)
            return (owner,) if owner else ()
        ids = dict.fromkeys(entry.id for modifier in unit.modifiers for entry in self.owners(modifier))
        return tuple(self.gazetteer.get(actor) for actor in ids)

    def owners(self, unit: Unit) -> list[Entry]:
        """The states or organisations that a modifier names: itself, or those of its own noun or person."""
        if any(noun.category == "group" for noun in unit.nouns):
            return [e for ref in self._group_refs(unit, unit.nouns[0]) for e in self._state_of(ref)]
        if unit.nouns or unit.entity or not unit.found:
            if unit.code:
                return list(self._owner_entries(unit))
            if not unit.modifiers and any(noun.kind == "state" for noun in unit.nouns):
                return list(self._this_state(unit)[0])
            return [entry for modifier in unit.modifiers for entry in self.owners(modifier)]
        found = self.link.choose(unit.found, unit)
        if found is None:
            return []
        entry = self.gazetteer.entry(found.entry)
        if entry.ref.type is ActorType.PERSON or entry.place:
            return self._state_of(self.link.ref(entry))
        return [entry]

    def _this_state(self, unit: Unit) -> tuple[tuple[Entry, ...], str]:
        """Which state *the country* is, after one was named and no other nearby."""
        head = self.units.head(unit)
        described = [kid for kid in head.children if kid.dep_ not in ("det", "case", "punct")]
        if not self._definite(head) or self.units.plural(unit) or len(described) > 1:
            return (), ""
        sentence = self.sentence_of[head.i]
        near = [
            entry
            for said in self.told.said
            if sentence - said.sentence <= 1
            for ref in said.refs
            for entry in self._state_of(ref)
            if entry.ref.type is ActorType.STATE
        ]
        found = tuple({entry.id: entry for entry in near}.values())
        return (found, "state named before") if len(found) == 1 else ((), "")

    def _group_refs(self, unit: Unit, noun: Noun) -> tuple[ActorRef, ...]:
        group = kinds().groups[noun.kind]
        if group.members:
            entries = [self.gazetteer.by_iso3(code) for code in group.members]
            return tuple(entry.ref for entry in entries if entry)
        return () if unit.modifiers else self._several(group, unit)

    def _both(self, unit: Unit) -> tuple[ActorRef, ...]:
        """The last two who were named side by side, or the only two of the nearest sentences."""
        sentence = self.sentence_of[unit.start]
        for reach in range(4):
            near = [
                said
                for said in self.told.said
                if sentence - said.sentence <= reach and "place" not in said.kinds
            ]
            for group in (*([said] for said in reversed(near) if len(said.refs) == _TWO), near):
                refs = {ref.state: ref for said in group for ref in said.refs if ref.state}
                if len(refs) == _TWO:
                    return tuple(refs.values())
        return ()

    def _several(self, group: Group, unit: Unit) -> tuple[ActorRef, ...]:
        """The states or people that the text spoke of last, if exactly as many in the nearest sentences."""
        sentence = self.sentence_of[unit.start]
        for reach in range(7):
            refs: dict[str, ActorRef] = {}
            for said in self.told.said:
                if sentence - said.sentence <= reach:
                    refs |= {ref.id: ref for ref in self._of_kind(said, group)}
            if len(refs) >= group.count:
                exact = len(refs) == group.count
                return tuple(refs.values()) if exact else self._most(refs, group.count)
        return ()

    def _of_kind(self, said: Said, group: Group) -> list[ActorRef]:
        if "place" in said.kinds:
            return []
        if group.of == "person":
            return [ref for ref in said.refs if ref.type is ActorType.PERSON and self._leads(ref, group)]
        return [
            entry.ref
            for ref in said.refs
            for entry in self._state_of(ref)
            if entry.ref.type is ActorType.STATE
        ]

    def _leads(self, ref: ActorRef, group: Group) -> bool:
        """Whether a person can be one of the group: holds one of its offices, or is unknown."""
        if ref.id not in self.gazetteer:
            return ref.state is not None
        return self.link.holds(self.gazetteer.get(ref.id), group.offices)

    def _most(self, refs: dict[str, ActorRef], count: int) -> tuple[ActorRef, ...]:
        """Of more than ``count``, those that the whole article names clearly most often."""
        ranked = sorted(refs.values(), key=lambda ref: -self.told.states[ref.state or ""])
        counts = [self.told.states[ref.state or ""] for ref in ranked]
        return tuple(ranked[:count]) if counts[count - 1] > counts[count] else ()
