"""Bodies of states and organisations, groups of two, and common nouns for organisations named before."""

from extract.actors.lexicon import Body, Class, Noun, kinds
from extract.actors.names import NameReading
from extract.actors.naming import body_ref
from extract.actors.unit import Unit
from extract.mentions import MentionKind
from ontology.gazetteer import Entry, NameKind
from ontology.model import ActorRef, ActorType

_ARGUMENTS = ("nsubj", "obj", "iobj")
_PLAIN = ("det", "punct", "cc", "conj", "advmod", "case")


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
        home = self._at_home(unit)
        if home:
            return home, f"body {noun.kind} at home"
        place = self._seat(unit) if noun.kind in kinds().seated else ()
        if place:
            return place, f"body {noun.kind} by its place"
        possessive = self._possessive(head)
        if possessive is not None:
            return self._possessing(possessive), f"body {noun.kind} of its possessor"
        if noun.kind == "state":
            return self._this_state(unit)
        if noun.kind == "government" and self.units.plural(unit):
            return (), ""
        if noun.kind in kinds().bare and not self._definite(head):
            return self._of_the_scene(noun, self.sentence_of[head.i])
        if not self._definite(head):
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
        code = self._around(sentence) if noun.kind in kinds().understood else None
        if code:
            owner_entry = self.gazetteer.by_iso3(code)
            return ((owner_entry,) if owner_entry else ()), f"body {noun.kind} of the state in focus"
        return (), ""

    def _commander(self, sentence: int) -> tuple[Entry, ...]:
        """The state of the sentence's subject so far: "the president put the army on alert"."""
        said = self.told.latest(lambda s: s.subject and s.sentence == sentence and len(s.refs) == 1)
        return tuple(self._state_of(said.refs[0])) if said else ()

    def _at_home(self, unit: Unit) -> tuple[Entry, ...]:
        """The state whose body a word names by itself: "Bundesregierung"."""
        code = self.words.home(self.doc[unit.core[0] : unit.core[1]].text, self.focus)
        owner = self.gazetteer.by_iso3(code) if code else None
        return (owner,) if owner else ()

    def _of_the_scene(self, noun: Noun, sentence: int) -> tuple[tuple[Entry, ...], str]:
        """Demonstrators, government troops: those of the only state of the sentence, else of the article."""
        names = [unit for unit in self.units.names if self.sentence_of[unit.start] == sentence]
        found = {entry.id: entry for unit in names if unit.found for entry in self.owners(unit)}
        states = tuple(entry for entry in found.values() if entry.ref.type is ActorType.STATE)
        if len(states) == 1:
            return states, f"body {noun.kind} where it acts"
        code = None if states else self._around(sentence)
        owner = self.gazetteer.by_iso3(code) if code else None
        return ((owner,) if owner else ()), f"body {noun.kind} of the state in focus"

    def _seat(self, unit: Unit) -> tuple[Entry, ...]:
        """The state of the place that a noun carries with it: "die Regierung in Kiew"."""
        head = self.units.head(unit)
        after = self.units.by_token.get(unit.core[1] + 1)
        if (
            after is not None
            and unit.core[1] + 1 < len(self.doc)
            and self.doc[unit.core[1]].pos_ == "ADP"
            and after.has(NameKind.METONYM)
        ):
            return tuple(self.owners(after))
        for child in head.children:
            inner = self.units.by_token.get(child.i)
            if child.dep_ == "nmod" and child.i > head.i and inner is not None and inner.found:
                return tuple(self.owners(inner))
        return ()

    def _seats(self, unit: Unit) -> tuple[Entry, ...]:
        """The states of all places that a noun carries with it: *colleagues in Paris and Rome*."""
        place = self.units.by_token.get(unit.core[1] + 1)
        first = self._seat(unit)
        if not first or place is None:
            return first
        beside = [self.units.by_token.get(kid.i) for kid in self.units.head(place).conjuncts]
        return (*first, *(owner for other in beside if other is not None for owner in self.owners(other)))

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
        head = self.units.head(unit)
        if meant.argument and not (
            head.dep_.split(":")[0] in _ARGUMENTS and all(kid.dep_ in _PLAIN for kid in head.children)
        ):
            return
        if meant.argument:
            self._one_of(unit, noun, meant)
            return
        said = self.told.latest(
            lambda s: len(s.refs) == 1 and (s.refs[0].id in meant.ids or s.refs[0].type in meant.types)
        )
        if said is not None and self.sentence_of[unit.start] - said.sentence <= 3:
            self._add(unit, MentionKind.TITLE, said.refs, f"class {noun.kind}, named before")

    def _one_of(self, unit: Unit, noun: Noun, meant: Class) -> None:
        """*Der Norden*: one of a pair of states, once the text has spoken of either."""
        pair = {self._code_of(other) for other in kinds().classes.values() if other.argument}
        said = self.told.latest(lambda s: any(ref.state in pair for ref in s.refs))
        owner = self.gazetteer.get(meant.ids[0])
        if said is not None:
            self._add(unit, MentionKind.TITLE, (owner.ref,), f"class {noun.kind}, named before")

    def _code_of(self, meant: Class) -> str | None:
        return self.gazetteer.get(meant.ids[0]).ref.state
