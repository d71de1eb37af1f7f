"""The state of reading one document: what was said so far, the mentions made, whom a pronoun means."""

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from extract.actors.discourse import Discourse, Said
from extract.actors.lexicon import ActorLexicon
from extract.actors.link import Linker
from extract.actors.unit import Unit
from extract.actors.units import Units
from extract.mentions import ActorMention, MentionKind
from ontology.folding import fold
from ontology.gazetteer import Entry, Gazetteer, NameKind
from ontology.model import ActorRef, ActorType, Place, Span


class Reading:
    """One document being read: its units, its date, what was said so far, and the mentions made."""

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
        self.covered: set[int] = set()
        self._spoken: dict[int, Said] = {}

    def _focus(self) -> str | None:
        """The code that the article names clearly more often than any other, if there is one."""
        counts: dict[str, int] = {}
        self.by_name: set[str | None] = set()
        for unit in self.units.names:
            kinds = {f.kind for f in unit.found}
            if NameKind.METONYM not in kinds:
                self.by_name |= {self.gazetteer.entry(f.entry).ref.state for f in unit.found}
            codes = {
                self.gazetteer.entry(f.entry).ref.state for f in unit.found if f.kind is not NameKind.FAMILY
            }
            for code in codes if len(codes) == 1 else ():
                if code and not code.startswith("IGO:"):
                    counts[code] = counts.get(code, 0) + 1
        self.link.context = frozenset(counts)
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
        self.covered.update(range(unit.start, unit.end))
        span = Span(tokens.start_char, tokens.end_char)
        self.mentions.append(ActorMention(span, unit.start, unit.end, head.i, kind, refs, place, rule))
        said = Said(
            refs, self._gender(head, refs), self._plural(head, refs), head.i, self.sentence_of[head.i],
            self._subject(head, unit), kinds_said, self._main(head),
        )  # fmt: skip
        self.told.note(said, [ref.state for ref in refs if ref.state])
        if said.person and kinds_said:
            self.told.titles.setdefault(refs[0].id, set()).update(kinds_said)
        if kind not in (MentionKind.ADJECTIVE, MentionKind.PRONOUN) and "place" not in kinds_said:
            self._join(unit, said)

    def _join(self, unit: Unit, said: Said) -> None:
        """*X and Y met. They …*: those who are named side by side are also spoken of together."""
        tokens = tuple(range(unit.start, unit.end))
        beside = (self.doc[n].head.i for n in tokens if self.doc[n].dep_ == "conj")
        first = next((self._spoken[n] for n in beside if n in self._spoken and n not in tokens), None)
        if first is not None:
            refs = tuple(dict.fromkeys((*first.refs, *said.refs)))
            said = replace(first, refs=refs, gender=None, plural=True, kinds=frozenset())
            self.told.join(first, said)
            tokens = (*tokens, *(n for n, other in self._spoken.items() if other is first))
        self._spoken.update(dict.fromkeys(tokens, said))

    def _main(self, head: Token) -> bool:
        """Whether the mention is the subject of its sentence's main clause, or of one joined to it."""
        verb = head.head
        while verb.dep_ == "conj" and verb.head.i != verb.i:
            verb = verb.head
        return head.dep_.startswith("nsubj") and verb.dep_ in {"root", "ROOT"}

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
        if not self.words.data.noun_gender or not head.morph.get("Gender", []):
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
        if len(refs) == 1 and refs[0].type in (ActorType.PERSON, ActorType.STATE) and "/" not in refs[0].id:
            return False
        return "Plur" in head.morph.get("Number", [])

    def _state_of(self, ref: ActorRef) -> list[Entry]:
        owner = self.gazetteer.by_iso3(ref.state) if ref.state else None
        return [owner] if owner else []

    def _around(self, sentence: int) -> str | None:
        """The state that a sentence's nameless people and bodies belong to.

        The one in focus; in an article about several the only one named in the sentence so far, or else the
        one whose act the sentence before told.
        """
        if self.focus:
            return self.focus
        here = {code for said in self.told.said if said.sentence == sentence for code in _codes(said)}
        if here:
            return here.pop() if len(here) == 1 else None
        before = [said for said in self.told.said if said.sentence == sentence - 1]
        acting = {code for said in before if said.main for code in _codes(said)}
        named = acting or {code for said in before for code in _codes(said)}
        return named.pop() if len(named) == 1 else None

    def _possessive(self, head: Token) -> Token | None:
        return next((child for child in head.children if child.i in self.units.possessives), None)

    def _definite(self, head: Token) -> bool:
        """Whether a noun has the definite article, also one fused with a preposition: *al Congreso*."""
        labels = {"det": self.words.definite, "case": self.words.fused}
        return any(fold(c.text) in labels.get(c.dep_, ()) for c in head.children)

    def _possessor(self, token: Token) -> Said | None:
        if token.i not in self.owned:
            agreement = self.units.possessives[token.i]
            self.owned[token.i] = self.told.possessor(agreement, token.i, self.sentence_of[token.i])
        return self.owned[token.i]

    def _possessing(self, token: Token) -> tuple[Entry, ...]:
        """The states that a possessive stands for: *its army*, *Britain and Norway … their citizens*."""
        said = self._possessor(token)
        owners = (owner for ref in (said.refs if said else ()) for owner in self._state_of(ref))
        return tuple({owner.id: owner for owner in owners}.values())


def _codes(said: Said) -> set[str]:
    """The codes of the states, not organisations, that a mention speaks of."""
    return {ref.state for ref in said.refs if ref.state and not ref.state.startswith("IGO:")}


def _sentences(doc: Doc) -> list[int]:
    """The number of each token's sentence."""
    numbers = []
    number = -1
    for start in doc.to_array("SENT_START"):
        number += bool(start == 1) or number < 0
        numbers.append(number)
    return numbers
