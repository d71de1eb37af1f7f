"""From units to mentions, in reading order."""

from dataclasses import replace

from spacy.tokens import Token

from extract.actors.discourse import Said
from extract.actors.lexicon import Noun, kinds
from extract.actors.titles import TitleReading
from extract.actors.unit import Unit
from extract.mentions import ActorMention, MentionKind
from ontology.folding import fold
from ontology.gazetteer import Entry, NameKind
from ontology.model import ActorType


class Resolver(TitleReading):
    """Links the units of one document."""

    def run(self) -> list[ActorMention]:
        """The mentions of all units, by position."""
        for unit in self.units.names:
            for found in unit.found:
                entry = self.gazetteer.entry(found.entry)
                if entry.ref.type is ActorType.PERSON and found.kind is NameKind.NAME:
                    self.link.introduce(entry)
        for unit in self.units.all():
            self._resolve(unit)
        ancient = {number for number, sent in enumerate(self.doc.sents) if self._is_ancient(sent.text)}
        return [
            self._of_antiquity(mention) if self.sentence_of[mention.start] in ancient else mention
            for mention in self.mentions
        ]

    def _is_ancient(self, text: str) -> bool:
        folded = f" {fold(text)} "
        return any(f" {word} " in folded for word in self.words.ancient)

    def _of_antiquity(self, mention: ActorMention) -> ActorMention:
        """*the Macedonian army at Thermopylae*: no army of today's state."""
        meant = {code: self.gazetteer.get(actor).ref for code, actor in kinds().antiquity.items()}
        actors = tuple(meant.get(actor.state or "", actor) for actor in mention.actors)
        return replace(mention, actors=actors, place=None if actors != mention.actors else mention.place)

    def _resolve(self, unit: Unit) -> None:
        if unit.nouns:
            self._noun(unit)
        elif unit.entity:
            self._unknown(unit)
        elif unit.found:
            self._named(unit)
        else:
            self._pronoun(unit)

    def _noun(self, unit: Unit) -> None:
        entries = self._owner_entries(unit)
        noun = self._sense(unit, entries)
        if noun.category in ("title", "counterpart"):
            self._title(unit, noun, entries)
        elif noun.category == "body" and self._acts(unit, noun):
            self._body(unit, noun, entries)
        elif noun.category == "body":
            for owner in unit.modifiers:
                self._resolve(owner)
        elif noun.category == "group":
            self._group(unit, noun)
        elif noun.category == "pair":
            self._add(unit, MentionKind.GROUP, self._both(unit), "the two named before")
        elif noun.category == "class" and (unit.name or not unit.modifiers):
            self._class(unit, noun)
        elif noun.category == "class":  # *im Norden Malis*: only its owner is an actor
            for owner in unit.modifiers:
                self._resolve(owner)

    def _sense(self, unit: Unit, entries: tuple[Entry, ...]) -> Noun:
        """Which meaning of the noun fits its owner: "secretary of state" is a foreign minister in the USA."""
        codes = {entry.ref.state for entry in entries}
        for noun in unit.nouns:
            title = kinds().titles.get(noun.kind)
            if title is None or not title.states or codes & set(title.states) or not codes:
                return noun
        return unit.nouns[0]

    def _pronoun(self, unit: Unit) -> None:
        token = self.doc[unit.start]
        if token.i in self.units.possessives:
            said = self._possessor(token)
        else:
            agreement = self.units.pronouns[token.i]
            subject = token.dep_.startswith("nsubj")
            others = (
                self._adjuncts(token) if subject else self._clause_subjects(token) or self._dropped(token)
            )
            never = self._relative_noun(token) | others
            said = self.told.antecedent(agreement, token.i, self.sentence_of[token.i], subject, never)
        if said is not None and not self._rivalled(token, said):
            self._add(unit, MentionKind.PRONOUN, said.refs, "pronoun", kinds_said=said.kinds)

    def _relative_noun(self, token: Token) -> frozenset[int]:
        """What stands right before a pronoun's own relative clause: *Crimea, which it annexed*."""
        for clause in (token, *token.ancestors):
            if clause.dep_ in {"acl:relcl", "acl"} and any(
                "Rel" in part.morph.get("PronType", []) for part in clause.subtree
            ):
                before = range(clause.left_edge.i - 1, clause.head.i, -1)
                name = next((number for number in before if number in self.covered), clause.head.i)
                return frozenset((clause.head.i, name))
        return frozenset()

    def _clause_subjects(self, token: Token) -> frozenset[int]:
        """The subjects of a pronoun's own clause, which only a reflexive pronoun could mean."""
        verb = token.head if token.dep_ in {"obj", "iobj", "obl", "obl:arg"} else token
        while verb.dep_ == "conj" and not any(child.dep_.startswith("nsubj") for child in verb.children):
            verb = verb.head
        subjects = [child for child in verb.children if child.dep_.startswith("nsubj")]
        return frozenset(t.i for subject in subjects for t in subject.subtree)

    def _dropped(self, token: Token) -> frozenset[int]:
        """*Le prometió ayuda.*: where no subject is said, it is the last one, whom the object cannot mean."""
        last = self.told.latest(lambda said: said.main)
        finite = "Fin" in token.head.morph.get("VerbForm", [])
        return frozenset((last.token,)) if last is not None and finite else frozenset()

    def _adjuncts(self, token: Token) -> frozenset[int]:
        """The phrases before a subject in its own clause: *in a letter to X, he …* is not X."""
        phrases = [
            kid for kid in token.head.children if kid.i < token.i and kid.dep_ in {"obl", "obl:arg", "obj"}
        ]
        return frozenset(
            t.i
            for phrase in phrases
            for t in phrase.subtree
            if t.dep_ not in {"nmod:poss", "det:poss"} and t.pos_ in {"PROPN", "NOUN"}
        )

    def _rivalled(self, token: Token, said: Said) -> bool:
        """Whether a nearer subject, which is no actor, may be meant instead ("Das Abkommen … es")."""
        for other in reversed(self.doc[max(0, said.token + 1) : token.i]):
            if not other.dep_.startswith("nsubj") or other.i in self.covered:
                continue
            if "Rel" in other.morph.get("PronType", []):
                if other.head.is_ancestor(token) and self._alike(other, token):
                    return other.head.head.i not in self.covered
                continue
            if other.pos_ in {"NOUN", "PROPN", "NUM"} and self._alike(other, token):
                return True
        return False

    def _alike(self, other: Token, token: Token) -> bool:
        """Whether a noun agrees with a pronoun or possessive as far as the features tell."""
        agreement = self.units.possessives.get(token.i) or self.units.pronouns.get(token.i)
        if agreement is None:
            return False
        number, gender = other.morph.get("Number", []), other.morph.get("Gender", [])
        if number and number[0] != agreement.number:
            return False
        if not gender:
            return agreement.gender in ("Neut", "Any")
        wanted = {"NonFem": ("Masc", "Neut"), "Any": ("Masc", "Fem", "Neut")}.get(
            agreement.gender, (agreement.gender,)
        )
        return gender[0] in wanted
