"""Units of names: the gazetteer's matches held against the model's names, and names only the model saw."""

from functools import cached_property

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from extract.actors.scan import Match, Scan
from extract.actors.unit import Unit
from ontology.gazetteer import Found, NameKind

FAMOUS = 40
"""The rank of people whose family name alone is unmistakable (``people.yaml``)."""


class NameUnits:
    """Builds the units of names in a scanned document; ``by_token`` finds the unit of a token."""

    def __init__(self, scan: Scan) -> None:
        self.scan, self.doc = scan, scan.doc
        self.by_token: dict[int, Unit] = {}
        self.names: list[Unit] = []
        self._name_units()
        self._entity_units()

    def head(self, unit: Unit) -> Token:
        """The token of a unit's core that the others hang on."""
        return self.doc[unit.core[0] : unit.core[1]].root

    def _names_person(self, unit: Unit) -> bool:
        return unit.entity == "PER" or any(self._is_person(found) for found in unit.found)

    def _is_person(self, found: Found) -> bool:
        return self.scan.gazetteer.entry(found.entry).ref.type == "person"

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
            personal = personal and not self._is_capital(match, entity)
            found = tuple(f for f in found if self._is_person(f) or not personal)
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

    def _is_capital(self, match: Match, entity: TokenSpan) -> bool:
        """*Washington said …*: a capital, unless the text names somebody in full who bears the name."""
        alone = all(other.text == entity.text or entity.text not in other.text for other in self.doc.ents)
        return alone and any(found.kind is NameKind.METONYM for found in match.found)

    def _inside_entity(self, match: Match, entity: TokenSpan) -> tuple[Found, ...]:
        """What stays possible for a name that is a part of a longer name that the model saw."""
        if entity.label_ == "PER":
            if self._patchwork(entity):
                return match.found
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

    @cached_property
    def _covered(self) -> dict[int, Match]:
        return {n: m for m in self.scan.names for n in range(m.start, m.end)}

    def _patchwork(self, entity: TokenSpan) -> bool:
        """Whether a "person" is really several names side by side ("Kim Moskau"), each known by itself."""
        inside = [self._covered.get(token.i) for token in entity]
        if len(entity) != 2 or None in inside or inside[0] is inside[1]:
            return False
        state = NameKind.METONYM
        return any(f.kind is state for m in inside if m for f in m.found) and any(
            f.kind is NameKind.FAMILY for m in inside if m for f in m.found
        )

    def _famous(self, found: Found) -> bool:
        """Whether the person is so well known that the tagger's word class matters less."""
        return self.scan.gazetteer.entry(found.entry).rank >= FAMOUS

    def _grammatical(self, found: Found, match: Match) -> bool:
        tokens = self.doc[match.start : match.end]
        if found.kind is NameKind.FAMILY:
            common = self.scan.pieces[match.first].key in self.scan.words.common
            noun = {"PROPN", "NOUN", "X"} if self._famous(found) else {"PROPN"}
            return any((t.pos_ in noun and not common) or t.ent_type_ == "PER" for t in tokens)
        if found.kind is NameKind.INHABITANT:
            return tokens.root.pos_ in {"NOUN", "PROPN", "ADJ"}
        if found.kind is NameKind.ADJECTIVE:
            return tokens.root.pos_ in {"ADJ", "NOUN", "PROPN", "ADV"} or tokens.root.ent_type_ != ""
        return True

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
        return joined or (
            self.scan.words.data.open_compounds and doc[match.end - 1].dep_ in {"compound", "amod"}
        )

    def _entity(self, token: int) -> TokenSpan | None:
        if not self.doc[token].ent_type_:
            return None
        return self._entities.get(token)

    @cached_property
    def _entities(self) -> dict[int, TokenSpan]:
        return {token.i: ent for ent in self.doc.ents for token in ent}

    def _is_noun_token(self, token: Token) -> bool:
        return token.i in self._noun_tokens

    @cached_property
    def _noun_tokens(self) -> frozenset[int]:
        return frozenset(n for match in self.scan.nouns for n in range(match.start, match.end))

    def _entity_units(self) -> None:
        for entity in self.doc.ents:
            if entity.label_ not in {"PER", "ORG"}:
                continue
            inner = [self.by_token[t.i] for t in entity if t.i in self.by_token]
            if inner and (entity.label_ == "PER" or not self._replaces(inner, entity)):
                continue
            if (inner or len(entity) == 1) and self._holds_noun(entity):
                continue
            unit = Unit(entity.start, entity.end, entity=entity.label_, core=(entity.start, entity.end))
            unit.modifiers = inner
            for piece in inner:
                piece.taken = True
            self._keep(unit, self.names)

    def _holds_noun(self, entity: TokenSpan) -> bool:
        """Whether an organisation's name is a short phrase around a noun of the lexicon ("Russian Army")."""
        return entity.label_ == "ORG" and len(entity) < 5 and any(self._is_noun_token(t) for t in entity)

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
