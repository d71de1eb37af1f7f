"""Bodies of states and organisations, groups of two, and common nouns for organisations named before."""

from spacy.tokens import Token

from extract.actors.lexicon import Body, Noun, kinds
from extract.actors.names import NameReading
from extract.actors.naming import body_ref
from extract.actors.unit import Unit
from extract.mentions import MentionKind
from ontology.gazetteer import Entry, NameKind
from ontology.model import ActorRef


class BodyReading(NameReading):
    """Reads nouns for what acts on behalf of a state or organisation."""

    def _acts(self, unit: Unit, noun: Noun) -> bool:
        """Whether a noun of a body means one here: *the Russian side*, but not *at the side of Russia*."""
        return not kinds().bodies[noun.kind].adjective_only or any(
            owner.has(NameKind.ADJECTIVE) or owner.prefix for owner in unit.modifiers
        )

    def _body(self, unit: Unit, noun: Noun, entries: tuple[Entry, ...]) -> None:
        body = kinds().bodies[noun.kind]
        rule = f"body {noun.kind}"
        if unit.name is not None:
            self._named_body(unit, noun)
            return
        if not entries:
            entries, rule = self._understood(unit, noun)
        refs = tuple(self._part(entry, body) for entry in entries)
        self._add(unit, MentionKind.BODY, refs, rule, kinds_said=frozenset({noun.kind}))

    def _part(self, owner: Entry, body: Body) -> ActorRef:
        """The body of an owner; a group or organisation that has no parts acts as it does on the day."""
        ref = body_ref(owner, body)
        return self.link.ref(owner) if ref.id == owner.id else ref

    def _named_body(self, unit: Unit, noun: Noun) -> None:
        """A body with its name beside it: "the state news agency TASS", "die Terrormiliz Boko Haram"."""
        name = unit.name
        found = self.link.choose(name.found, name) if name and name.found else None
        if found is not None:
            ref = self.link.ref(self.gazetteer.entry(found.entry))
            self._add(
                unit,
                MentionKind.NAME,
                (ref,),
                f"{noun.category} {noun.kind} with name",
                kinds_said=frozenset({noun.kind}),
            )

    def _understood(self, unit: Unit, noun: Noun) -> tuple[tuple[Entry, ...], str]:
        """Whose body it is where no name stands beside it: by place, possessive, repetition or focus."""
        head = self.units.head(unit)
        place = self._seat(head) if noun.kind in kinds().seated else ()
        if place:
            return place, f"body {noun.kind} by its place"
        possessive = self._possessive(head)
        if possessive is not None:
            said = self._possessor(possessive)
            owner = self._state_of(said.refs[0]) if said and len(said.refs) == 1 else []
            return tuple(owner), f"body {noun.kind} of its possessor"
        if not self._definite(head) or noun.kind == "state":
            return (), ""
        return self._repeated(noun, self.sentence_of[head.i])

    def _repeated(self, noun: Noun, sentence: int) -> tuple[tuple[Entry, ...], str]:
        said = self.told.latest(lambda s: noun.kind in s.kinds and len(s.refs) == 1)
        if said is not None:
            owner = said.refs[0].id.partition("/")[0]
            return (
                (self.gazetteer.get(owner),) if owner in self.gazetteer else ()
            ), f"body {noun.kind}, named before"
        if noun.kind in kinds().commanded:
            commander = self._commander(sentence)
            if commander:
                return commander, f"body {noun.kind} of the subject's state"
        if noun.kind in kinds().understood and self.focus:
            owner_entry = self.gazetteer.by_iso3(self.focus)
            return ((owner_entry,) if owner_entry else ()), f"body {noun.kind} of the state in focus"
        return (), ""

    def _commander(self, sentence: int) -> tuple[Entry, ...]:
        """The state of the sentence's subject so far: "the president put the army on alert"."""
        said = self.told.latest(lambda s: s.subject and s.sentence == sentence and len(s.refs) == 1)
        return tuple(self._state_of(said.refs[0])) if said else ()

    def _seat(self, head: Token) -> tuple[Entry, ...]:
        """The state of the place that a noun carries with it: "die Regierung in Kiew"."""
        for child in head.children:
            unit = self.units.by_token.get(child.i)
            if child.dep_ == "nmod" and child.i > head.i and unit is not None and unit.found:
                return tuple(self.owners(unit))
        return ()

    def _group(self, unit: Unit, noun: Noun) -> None:
        self._add(unit, MentionKind.GROUP, self._group_refs(unit, noun), f"group {noun.kind}")

    def _class(self, unit: Unit, noun: Noun) -> None:
        """A common noun for an organisation named before: "das Bündnis" for NATO."""
        meant = kinds().classes[noun.kind]
        if unit.name is not None:
            self._named_body(unit, noun)
            return
        if not self._definite(self.units.head(unit)):
            return
        said = self.told.latest(
            lambda s: len(s.refs) == 1 and (s.refs[0].id in meant.ids or s.refs[0].type in meant.types)
        )
        if said is not None and self.sentence_of[unit.start] - said.sentence <= 3:
            self._add(unit, MentionKind.TITLE, said.refs, f"class {noun.kind}, named before")
