"""From matches to units: what stands together as one reference, by grammar ("der russische Präsident Putin").

Units are linked in reading order by :mod:`extract.actors.resolve`.
"""

from spacy.tokens import Token

from extract.actors.lexicon import Agreement, Noun
from extract.actors.name_units import NameUnits
from extract.actors.scan import NounMatch, Scan
from extract.actors.unit import Unit
from ontology.folding import fold
from ontology.gazetteer import NameKind

_NAMING = frozenset({"appos", "flat", "flat:name", "compound", "flat:foreign", "nmod", "dep", "amod"})
_MODIFYING = frozenset(
    {"amod", "nmod", "nmod:poss", "compound", "flat", "flat:name", "dep", "det:poss", "obl"}
)
_POSSESSIVE = frozenset({"nmod", "nmod:poss", "dep", "det:poss"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "nmod"})
_BOTH = Noun("pair", "both")


class Units(NameUnits):
    """Builds all units of a scanned document: names, nouns with what belongs to them, pronouns."""

    def __init__(self, scan: Scan) -> None:
        super().__init__(scan)
        self.nouns: list[Unit] = []
        self.backward: list[Unit] = []
        self.pronouns: dict[int, Agreement] = {}
        self.possessives: dict[int, Agreement] = {}
        self._made: list[Unit] = []
        self._noun_units()
        self._pronoun_units()

    def all(self) -> list[Unit]:
        """The units that stand for themselves, by position."""
        units = [unit for unit in self.names + self.nouns + self.backward if not unit.taken]
        return sorted(units, key=lambda unit: (unit.start, -unit.end))

    def _noun_units(self) -> None:
        made = self._made = [self._noun_unit(match) for match in self.scan.nouns]
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
            code=match.code,
        )

    def _modify(self, unit: Unit, nouns: dict[int, Unit]) -> None:
        for modifier in self._candidates(unit, nouns):
            if modifier is unit or modifier in unit.modifiers or self._holds(modifier, unit):
                continue
            unit.modifiers.append(modifier)
            modifier.taken = True
            unit.start, unit.end = min(unit.start, modifier.start), max(unit.end, modifier.end)

    def _holds(self, outer: Unit, inner: Unit) -> bool:
        return any(part is inner or self._holds(part, inner) for part in outer.modifiers)

    def _candidates(self, unit: Unit, nouns: dict[int, Unit]) -> list[Unit]:
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
        return found + self._group_behind(unit, nouns)

    def _group_behind(self, unit: Unit, nouns: dict[int, Unit]) -> list[Unit]:
        """*Medien beider Länder*: a genitive group right behind a body, wherever the parser hung it."""
        if not any(noun.category == "body" for noun in unit.nouns):
            return []
        return [
            other
            for other in nouns.values()
            if other.start == unit.core[1]
            and not other.taken
            and any(noun.category == "group" for noun in other.nouns)
            and "Gen" in self.head(other).morph.get("Case", [])
        ]

    def _conjoined(self, child: Token, nouns: dict[int, Unit]) -> list[Unit]:
        """Further owners: "the presidents of X and Y", "the Russian and Ukrainian negotiators"."""
        more = []
        for other in child.children:
            unit = self.by_token.get(other.i) or nouns.get(other.i)
            if other.dep_ == "conj" and unit is not None and not unit.taken and not self._names_person(unit):
                more += [unit, *self._conjoined(other, nouns)]
        return more

    def _modifier_at(self, child: Token, unit: Unit, nouns: dict[int, Unit]) -> Unit | None:
        body = any(noun.category == "body" for noun in unit.nouns)
        if unit.core[0] <= child.i < unit.core[1] or child.dep_ not in (
            _NAMING | _MODIFYING if body else _MODIFYING
        ):
            return None
        inner = self.by_token.get(child.i) or nouns.get(child.i)
        if inner is None or self.head(inner).i != child.i:
            return None
        other = any(noun.category == "counterpart" for noun in unit.nouns)  # *su homólogo turco*
        if child.i > unit.core[0] and (not self._belongs(child) or (self._possessed(unit) and not other)):
            return None
        person = self._names_person(inner)
        if body and not person and child.dep_ == "appos":
            return None
        if person and child.dep_ not in (_NAMING | _POSSESSIVE if body else _POSSESSIVE):
            return None
        if person and body:
            return inner
        return (
            None
            if person and child.i > unit.core[0] and not any(c.dep_ == "case" for c in child.children)
            else inner
        )

    def _possessed(self, unit: Unit) -> bool:
        """*ses troupes de Kherson*: whoever owns it is said before, what follows is a place."""
        return any("Yes" in child.morph.get("Poss", []) for child in self.head(unit).children)

    def _belongs(self, child: Token) -> bool:
        """Whether a modifier to the right tells the owner: genitive, "of", adjective; not "in Moscow"."""
        cases = [c for c in child.children if c.dep_ == "case" and c.i < child.i]
        return not cases or all(self._is_of(c) for c in cases)

    def _is_of(self, token: Token) -> bool:
        words = self.scan.words
        return (
            token.lower_ in words.of
            or token.lemma_.lower() in words.of
            or token.lower_.rstrip("'’") in words.of
        )

    def _same_sentence(self, left: Unit, right: Unit) -> bool:
        return not any(self.doc[number].is_sent_start for number in range(left.end, right.core[0] + 1))

    def _pronoun_units(self) -> None:
        for token in self.doc:
            if self._is_pair(token):
                core = (token.i, token.i + 1)
                self.backward.append(Unit(*core, nouns=(_BOTH,), core=core))
            if token.pos_ not in {"PRON", "DET"} or token.dep_.startswith("expl"):
                continue
            agreement = self._agreement(token)
            if agreement is not None:
                self.backward.append(Unit(token.i, token.i + 1, core=(token.i, token.i + 1)))

    def _is_pair(self, token: Token) -> bool:
        """Whether a word stands alone for two who were named before: *both*, *the two*."""
        pairs = self.scan.words.pairs
        if token.dep_ not in _ARGUMENTS or not pairs or token.i in self.by_token:
            return False
        before = fold(self.doc[max(0, token.i - 1) : token.i + 1].text)
        bare = all(kid.dep_ in {"det", "case", "advmod", "punct"} for kid in token.children)
        return bare and (fold(token.text) in pairs or before in pairs)

    def _impersonal(self, token: Token) -> bool:
        """Whether the pronoun begins a phrase in which it means nobody ("il y a")."""
        text = fold(self.doc[token.i : token.i + 4].text)
        return any(text == phrase or text.startswith(phrase + " ") for phrase in self.scan.words.impersonal)

    def _agreement(self, token: Token) -> Agreement | None:
        words = self.scan.words
        persons = token.morph.get("Person", []) + token.morph.get("Person[psor]", [])
        if {"1", "2"} & set(persons) or self._impersonal(token):
            return None
        if "Yes" in token.morph.get("Poss", []):
            agreement = words.possessives.get(fold(token.text)) or words.possessives.get(fold(token.lemma_))
            if agreement is not None:
                self.possessives[token.i] = agreement
            return agreement
        agreement = words.pronouns.get(fold(token.text)) if "Prs" in token.morph.get("PronType", []) else None
        if agreement is None:
            return None
        if agreement.ambiguous:
            number = "Plur" if "Plur" in token.morph.get("Number", []) else "Sing"
            gender = "Any" if number == "Plur" else agreement.gender
            agreement = Agreement.model_validate({"gender": gender, "number": number})
        self.pronouns[token.i] = agreement
        return agreement

    def _join_name(self, unit: Unit) -> None:
        if all(noun.category not in {"title", "counterpart"} for noun in unit.nouns):
            self._join_organisation(unit)
            return
        if self.plural(unit):
            return
        name = self._name_after(unit) or self._name_before(unit)
        if name is None:
            return
        for owner in self._made:
            if name in owner.modifiers:
                owner.modifiers[owner.modifiers.index(name)] = unit
                unit.taken = True
                owner.start = min(owner.start, unit.start)
        unit.name = name
        name.taken = True
        unit.start, unit.end = min(unit.start, name.start), max(unit.end, name.end)

    def _join_organisation(self, unit: Unit) -> None:
        """The organisation's name right after a body or class noun: "the news agency Reuters"."""
        name = self.by_token.get(unit.end)
        if name is None or name.taken or name.start != unit.end or not self._named_like(unit, name):
            return
        if self.doc[unit.end].is_sent_start or self.head(name).head.i not in range(unit.start, unit.end):
            return
        unit.name = name
        name.taken = True
        unit.end = name.end

    def _named_like(self, unit: Unit, name: Unit) -> bool:
        """Whether a name is that of an actor which such a noun can introduce, not of a state or person."""
        kinds = {noun.category for noun in unit.nouns}
        types = {self.scan.gazetteer.entry(found.entry).ref.type.value for found in name.found}
        return bool(kinds & {"body", "class"}) and bool(types) and not types & {"state", "person", "other"}

    def plural(self, unit: Unit) -> bool:
        """Whether a noun names several."""
        return "Plur" in self.head(unit).morph.get("Number", [])

    def _name_after(self, unit: Unit) -> Unit | None:
        """The name that directly follows, or follows after a comma as an apposition."""
        nxt = unit.end
        comma = nxt < len(self.doc) and self.doc[nxt].text == ","
        name = self.by_token.get(nxt + 1 if comma else nxt)
        if name is None or not self._names_person(name) or name.start < unit.end:
            return None
        if name.taken and (
            comma or not any(name in made.modifiers for made in self._made if made is not unit)
        ):
            return None
        if self.doc[name.start].is_sent_start:
            return None
        if comma:
            return name if self._apposed(unit, name) else None
        return name

    def _apposed(self, unit: Unit, name: Unit) -> bool:
        head, other = self.head(unit), self.head(name)
        return ((other.head.i in range(*unit.core) or other.head == head) and other.dep_ in _NAMING) or (
            head.head.i in range(*name.core) and head.dep_ in _NAMING
        )

    def _name_before(self, unit: Unit) -> Unit | None:
        """The name that the title explains: "Putin, the Russian president"."""
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
