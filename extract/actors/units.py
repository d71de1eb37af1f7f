"""From matches to units: what stands together as one reference, by grammar ("der russische Präsident Putin").

A unit is not yet linked: it knows its tokens, its name matches, its noun of office or body and the units
that modify it. Linking is done in reading order by :mod:`extract.actors.resolve`.
"""

from dataclasses import dataclass, field

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from extract.actors.lexicon import Agreement, Noun
from extract.actors.scan import Match, NounMatch, Scan
from ontology.folding import fold
from ontology.gazetteer import Found, NameKind

_NAMING = {"appos", "flat", "flat:name", "compound", "flat:foreign", "nmod", "dep", "amod"}
_MODIFYING = {
    "amod",
    "nmod",
    "nmod:poss",
    "compound",
    "flat",
    "flat:name",
    "dep",
    "det:poss",
    "nmod:gmod",
    "obl",
}
_POSSESSIVE = {"nmod", "nmod:poss", "dep", "det:poss"}
_PEOPLE = {"PER"}


@dataclass
class Unit:
    """A reference under construction.

    ``found`` are candidate names, ``entity`` the model's label where no name is known. ``noun`` is set for
    titles and bodies, ``name`` is the unit of a person's name joined to a title, ``modifiers`` are the units
    of the state or organisation (or person) that a noun belongs to. ``prefix``: a name inside a longer word.
    """

    start: int
    end: int
    found: tuple[Found, ...] = ()
    entity: str = ""
    noun: Noun | None = None
    nouns: tuple[Noun, ...] = ()
    core: tuple[int, int] = (0, 0)
    name: "Unit | None" = None
    modifiers: list["Unit"] = field(default_factory=list)
    prefix: bool = False
    taken: bool = False
    pieces: tuple[int, int] = (0, 0)

    def has(self, *kinds: NameKind) -> bool:
        """Whether a candidate name has one of these kinds."""
        return any(found.kind in kinds for found in self.found)


class Units:
    """Builds the units of a scanned document, in reading order."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.doc = scan, scan.doc
        self.people_rows = scan.gazetteer
        self.by_token: dict[int, Unit] = {}
        self.names: list[Unit] = []
        self.nouns: list[Unit] = []
        self._name_units()
        self._entity_units()
        self._noun_units()
        self.pronouns: dict[int, Agreement] = {}
        self.possessives: dict[int, Agreement] = {}
        self._pronoun_units()

    def all(self) -> list[Unit]:
        """The units that stand for themselves, by position."""
        units = [unit for unit in self.names + self.nouns + self.backward if not unit.taken]
        return sorted(units, key=lambda unit: (unit.start, -unit.end))

    # ── names ────────────────────────────────────────────────────────────────

    def _name_units(self) -> None:
        for match in self.scan.names:
            unit = self._name_unit(match)
            if unit:
                self._keep(unit, self.names)

    def _name_unit(self, match: Match) -> Unit | None:
        found = match.found
        entity = self._entity(match.start)
        prefix = self._is_prefix(match)
        if entity is not None and not prefix and (entity.start < match.start or entity.end > match.end):
            found = self._inside_entity(match, entity)
        elif entity is not None and entity.label_ == "PER":
            personal = self.scan.pieces[match.first].key in self.scan.words.personal
            found = tuple(f for f in found if self._is_person(f) or not (personal or self._is_place(f)))
        found = tuple(f for f in found if self._grammatical(f, match))
        if not found:
            return None
        return Unit(
            match.start,
            match.end,
            found,
            prefix=prefix,
            core=(match.start, match.end),
            pieces=(match.first, match.last),
        )

    def _inside_entity(self, match: Match, entity: TokenSpan) -> tuple[Found, ...]:
        """What stays possible for a name that is a part of a longer name that the model saw."""
        if entity.label_ == "PER":
            titled = any(
                self._is_noun_token(token) for token in entity if not match.start <= token.i < match.end
            )
            whole = tuple(f for f in match.found if self._is_person(f))
            return tuple(f for f in whole if f.kind is not NameKind.FAMILY or titled)
        if entity.label_ in {"ORG", "MISC"} and match.end - match.start < len(entity):
            noun = any(self._is_noun_token(token) for token in entity)
            longer = match.last - match.first > 1
            return (
                match.found
                if noun or longer
                else tuple(f for f in match.found if f.kind is NameKind.ADJECTIVE)
            )
        return match.found

    def _grammatical(self, found: Found, match: Match) -> bool:
        tokens = self.doc[match.start : match.end]
        if found.kind is NameKind.FAMILY:
            return any(t.pos_ == "PROPN" or t.ent_type_ == "PER" for t in tokens)
        if found.kind is NameKind.INHABITANT:
            return tokens.root.pos_ in {"NOUN", "PROPN", "ADJ"}
        if found.kind is NameKind.ADJECTIVE:
            return tokens.root.pos_ in {"ADJ", "NOUN", "PROPN", "ADV"} or tokens.root.ent_type_ != ""
        return True

    def _is_place(self, found: Found) -> bool:
        return self.scan.gazetteer.entry(found.entry).place

    def _is_person(self, found: Found) -> bool:
        return self.scan.gazetteer.entry(found.entry).ref.type == "person"

    def _is_prefix(self, match: Match) -> bool:
        """Whether the name is the first part of a longer word: "Ukraine" in "Ukraine-Krieg"."""
        row, doc = self.scan.pieces, self.doc
        if match.last >= len(row) or self.scan.text[row[match.last - 1].end : row[match.last].start] not in {
            "-",
            "–",
            "‑",
        }:
            return False
        joined = self.scan.tokens[match.last][0] < match.end
        return joined or (self.scan.lang == "en" and doc[match.end - 1].dep_ in {"compound", "amod"})

    def _entity(self, token: int) -> TokenSpan | None:
        if not self.doc[token].ent_type_:
            return None
        return self._entities().get(token)

    def _entities(self) -> dict[int, TokenSpan]:
        if not hasattr(self, "_entity_map"):
            self._entity_map = {token.i: ent for ent in self.doc.ents for token in ent}
        return self._entity_map

    def _is_noun_token(self, token: Token) -> bool:
        return any(noun.start <= token.i < noun.end for noun in self._noun_matches_near(token.i))

    def _noun_matches_near(self, token: int) -> list[NounMatch]:
        if not hasattr(self, "_noun_map"):
            self._noun_map: dict[int, list[NounMatch]] = {}
            for match in self.scan.nouns:
                for number in range(match.start, match.end):
                    self._noun_map.setdefault(number, []).append(match)
        return self._noun_map.get(token, [])

    def _entity_units(self) -> None:
        for entity in self.doc.ents:
            if entity.label_ not in {"PER", "ORG"}:
                continue
            inner = [self.by_token[t.i] for t in entity if t.i in self.by_token]
            if inner and (entity.label_ == "PER" or not self._replaces(inner, entity)):
                continue
            if (
                entity.label_ == "ORG"
                and any(self._is_noun_token(token) for token in entity)
                and len(entity) < 5
            ):
                if inner or len(entity) == 1:
                    continue
            unit = Unit(entity.start, entity.end, entity=entity.label_, core=(entity.start, entity.end))
            unit.modifiers = inner
            for piece in inner:
                piece.taken = True
            self._keep(unit, self.names)

    def _replaces(self, inner: list[Unit], entity: TokenSpan) -> bool:
        """Whether a longer organisation swallows the names inside it ("Bank of China")."""
        if any(self._is_noun_token(token) for token in entity):
            return False
        covered = sum(unit.end - unit.start for unit in inner)
        return covered < len(entity) and all(unit.has(NameKind.ADJECTIVE) or unit.prefix for unit in inner)

    def _keep(self, unit: Unit, into: list[Unit]) -> None:
        into.append(unit)
        for token in range(unit.start, unit.end):
            self.by_token[token] = unit

    # ── nouns of office and bodies ───────────────────────────────────────────

    def _noun_units(self) -> None:
        made = [self._noun_unit(match) for match in self.scan.nouns]
        by_core = {number: unit for unit in made for number in range(*unit.core)}
        for unit in reversed(made):
            self._modify(unit, by_core)
        for unit in made:
            self._join_name(unit)
        for unit in made:
            self._prefer_noun(unit)
        self.nouns = made

    def _noun_unit(self, match: NounMatch) -> Unit:
        return Unit(
            match.start,
            match.end,
            nouns=match.nouns,
            core=(match.start, match.end),
            pieces=(match.first, match.last),
        )

    def head(self, unit: Unit) -> Token:
        """The token of a unit's core that the others hang on."""
        return self.doc[unit.core[0] : unit.core[1]].root

    def _modify(self, unit: Unit, nouns: dict[int, Unit]) -> None:
        head = self.head(unit)
        for modifier in self._candidates(unit, head, nouns):
            if modifier is unit or modifier in unit.modifiers or self._holds(modifier, unit):
                continue
            unit.modifiers.append(modifier)
            modifier.taken = True
            unit.start, unit.end = min(unit.start, modifier.start), max(unit.end, modifier.end)

    def _holds(self, outer: Unit, inner: Unit) -> bool:
        return any(part is inner or self._holds(part, inner) for part in outer.modifiers)

    def _candidates(self, unit: Unit, head: Token, nouns: dict[int, Unit]) -> list[Unit]:
        found = []
        for token in range(*unit.core):
            inner = self.by_token.get(token)
            if inner is not None and inner.pieces[1] <= unit.pieces[1] and not inner.taken:
                found.append(inner)
        before = self.by_token.get(unit.core[0] - 1)
        if (
            before
            and not before.taken
            and before.has(NameKind.ADJECTIVE, NameKind.ACRONYM)
            and self._same_sentence(before, unit)
        ):
            found.append(before)
        for child in [c for token in range(*unit.core) for c in self.doc[token].children]:
            inner = self._modifier_at(child, unit, nouns)
            if inner is not None and not inner.taken:
                found.append(inner)
                found += self._conjoined(child, nouns)
        return found

    def _conjoined(self, child: Token, nouns: dict[int, Unit]) -> list[Unit]:
        """Further owners: "the presidents of X and Y", "the Russian and Ukrainian negotiators"."""
        more = []
        for other in child.children:
            unit = self.by_token.get(other.i) or nouns.get(other.i)
            if other.dep_ == "conj" and unit is not None and not unit.taken and not self._names_person(unit):
                more += [unit, *self._conjoined(other, nouns)]
        return more

    def _modifier_at(self, child: Token, unit: Unit, nouns: dict[int, Unit]) -> Unit | None:
        if unit.core[0] <= child.i < unit.core[1] or child.dep_ not in _MODIFYING:
            return None
        inner = self.by_token.get(child.i) or nouns.get(child.i)
        if inner is None or self.head(inner).i != child.i:
            return None
        if child.i > unit.core[0] and not self._belongs(child):
            return None
        person = self._names_person(inner)
        if person and child.dep_ not in _POSSESSIVE:
            return None
        return (
            None
            if person and child.i > unit.core[0] and not any(c.dep_ == "case" for c in child.children)
            else inner
        )

    def _belongs(self, child: Token) -> bool:
        """Whether a modifier to the right is one of possession: genitive, "of", adjective; not "in Moscow"."""
        cases = [c for c in child.children if c.dep_ == "case" and c.i < child.i]
        return not cases or all(self._is_of(c) for c in cases)

    def _is_of(self, token: Token) -> bool:
        words = self.scan.words
        return (
            token.lower_ in words.of
            or token.lemma_.lower() in words.of
            or token.lower_.rstrip("'’") in words.of
        )

    def _names_person(self, unit: Unit) -> bool:
        return unit.entity == "PER" or any(self._is_person(found) for found in unit.found)

    def _same_sentence(self, left: Unit, right: Unit) -> bool:
        return not any(self.doc[number].is_sent_start for number in range(left.end, right.core[0] + 1))

    # ── pronouns ─────────────────────────────────────────────────────────────

    def _pronoun_units(self) -> None:
        self.backward: list[Unit] = []
        for token in self.doc:
            if token.pos_ not in {"PRON", "DET"} or token.dep_.startswith("expl"):
                continue
            agreement = self._agreement(token)
            if agreement is not None:
                self.backward.append(Unit(token.i, token.i + 1, core=(token.i, token.i + 1)))

    def _agreement(self, token: Token) -> Agreement | None:
        words = self.scan.words
        if "Yes" in token.morph.get("Poss", []):
            agreement = words.possessives.get(fold(token.text)) or words.possessives.get(fold(token.lemma_))
            if agreement is not None:
                self.possessives[token.i] = agreement
            return agreement
        agreement = words.pronouns.get(fold(token.text)) if "Prs" in token.morph.get("PronType", []) else None
        if agreement is None or "3" not in token.morph.get("Person", ["3"]):
            return None
        if agreement.ambiguous:
            number = "Plur" if "Plur" in token.morph.get("Number", []) else "Sing"
            gender = "Any" if number == "Plur" else agreement.gender
            agreement = Agreement.model_validate({"gender": gender, "number": number})
        self.pronouns[token.i] = agreement
        return agreement

    # ── titles and names ─────────────────────────────────────────────────────

    def _join_name(self, unit: Unit) -> None:
        if all(noun.category != "title" for noun in unit.nouns) or self._plural(unit):
            return
        name = self._name_after(unit) or self._name_before(unit)
        if name is None:
            return
        unit.name = name
        name.taken = True
        unit.start, unit.end = min(unit.start, name.start), max(unit.end, name.end)

    def _plural(self, unit: Unit) -> bool:
        return "Plur" in self.head(unit).morph.get("Number", [])

    def _name_after(self, unit: Unit) -> Unit | None:
        """The name that directly follows, or follows after a comma as an apposition."""
        nxt = unit.end
        comma = nxt < len(self.doc) and self.doc[nxt].text == ","
        name = self.by_token.get(nxt + 1 if comma else nxt)
        if name is None or name.taken or not self._names_person(name) or name.start < unit.end:
            return None
        if self.doc[name.start].is_sent_start:
            return None
        if comma:
            return name if self._apposed(unit, name) else None
        return name

    def _apposed(self, unit: Unit, name: Unit) -> bool:
        head, other = self.head(unit), self.head(name)
        return (
            (other.head.i in range(*unit.core) or other.head == head)
            and other.dep_ in _NAMING
            or (head.head.i in range(*name.core) and head.dep_ in _NAMING)
        )

    def _name_before(self, unit: Unit) -> Unit | None:
        """The name that the title explains: "Putin, the Russian president", "Sheikh Hasina, Premierministerin"."""
        head = self.head(unit)
        if head.dep_ not in {"appos", "flat", "flat:name"}:
            return None
        name = self.by_token.get(head.head.i)
        if name is None or name.taken or not self._names_person(name) or name.start >= unit.start:
            return None
        return name if unit.start - name.end <= 3 else None

    def _prefer_noun(self, unit: Unit) -> None:
        """A noun inside an unknown organisation's name, or inside a title, does not stand for itself."""
        owner = self.by_token.get(unit.core[0])
        if owner is not None and owner.entity == "ORG" and not owner.taken and owner is not unit.name:
            if unit.modifiers or len(self.doc[owner.start : owner.end]) == 1:
                owner.taken = True
            else:
                unit.taken = True
