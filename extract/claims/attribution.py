"""Attribution: who vouches for an event, by reporting verbs, *according to* and inserted clauses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.claims.repetition import is_definite
from extract.claims.rules import ClaimRules
from extract.events.arguments import Argument, Arguments
from extract.events.frames import Frame
from extract.events.labels import PHRASES, SUBJECTS
from extract.events.lexicon import NOUN
from extract.events.schema import Defaults
from extract.events.syntax import agents, is_passive, subjects
from extract.events.tree import Tree
from ontology.event_types import event_types
from ontology.model import ActorRef, ActorType, content_id

_CLAUSES = ("ccomp", "csubj", "csubj:pass", "xcomp", "parataxis")
_PASSED = (
    *_CLAUSES,
    "conj",
    "advcl",
    "acl",
    "obj",
    "nsubj",
    "nsubj:pass",
    "obl",
    "obl:arg",
    "obl:mod",
    "nmod",
    "appos",
)
_TAILS = ("appos", "parataxis", "advmod", "nmod", "obl", "conj", "dep")
_DEPTH = 8
_ANNOUNCED = (2, 3)
"""Quads of acts that are done by announcing them, such as sanctions, unlike attacks and meetings."""
_BACK = 3
"""How many sentences back the last speaker may have been named."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who vouches, the word that shows it, and the head of the reporting clause, whose time is a bound."""

    actors: tuple[ActorRef, ...]
    word: int
    clause: int | None


class SourceReader:
    """Finds the sources of events in one text."""

    def __init__(
        self,
        tree: Tree,
        rules: ClaimRules,
        defaults: Defaults,
        arguments: Arguments,
        frames: Mapping[int, Frame],
    ) -> None:
        self._tree = tree
        self._rules = rules
        self._defaults = defaults
        self._arguments = arguments
        self._frames = frames
        self._marks = frozenset(rules.sources.marks)
        self._tails = frozenset(rules.sources.tails)

    def read(self, frame: Frame) -> Source | None:
        """The source nearest to the event, or None where the article itself vouches.

        *as foreseen by a treaty signed in June*: what a participle recalls is no part of what is reported.
        """
        if frame.attributive:
            return None
        if frame.kind == NOUN and frame.verb == frame.trigger and self._tree.deps[frame.trigger] in PHRASES:
            return None
        found = [source for source in self._search(frame) if not self._own_words(frame, source)]
        known = (source for source in found if any(actor.resolved for actor in source.actors))
        return next(known, None) or next(iter(found), None) or self._of_sentence_before(frame)

    def _of_sentence_before(self, frame: Frame) -> Source | None:
        """*Er rechne mit Hilfe.* A subjunctive of speech without a speaker goes on with the last one."""
        tree, wanted = self._tree, self._rules.sources.subjunctive
        number = tree.sentence[frame.trigger]
        verbs = (frame.verb, *tree.kids(frame.verb, "aux", "aux:pass", "cop"))
        if (
            not wanted
            or number == 0
            or not any(all(feat in tree.feats[verb] for feat in wanted) for verb in verbs)
        ):
            return None
        start, end = tree.sentences[number - 1]
        for token in range(end - 1, start - 1, -1):
            if tree.pos[token] == "VERB":
                source = self._of_verb(token)
                if source is not None and source.actors and not self._own_words(frame, source):
                    return source
        return None

    def _search(self, frame: Frame) -> Iterator[Source]:
        tree, token = self._tree, frame.trigger
        relative, came_from = False, -1
        for _ in range(_DEPTH):
            if not relative:
                yield from self._at(token, frame, came_from)
            came_from = token
            head, dep = tree.heads[token], tree.deps[token]
            if head == token:
                yield from self._sentence_tail(token)
                return
            if dep == "acl:relcl":
                relative = True
            elif dep in _CLAUSES and not relative and head not in (frame.trigger, frame.verb):
                source = self._of_verb(head)
                if source is not None:
                    yield source
            elif dep not in _PASSED and not relative:
                return
            token = head

    def _at(self, token: int, frame: Frame, came_from: int) -> Iterator[Source]:
        """Sources that depend on a word of the event's clause: phrases, *as TASS reported*, *…, said Kim*."""
        tree, rules = self._tree, self._rules
        for kid in tree.children[token]:
            if kid == came_from:
                continue
            dep = tree.deps[kid]
            prepositions = tree.prepositions[kid]
            if not rules.source_prepositions.isdisjoint(prepositions) or (
                (dep in PHRASES or dep == "advmod") and is_account(tree, rules, kid)
            ):
                yield self._of_phrase(kid)
            elif dep in ("advcl", "parataxis", "ccomp", "acl:relcl") and self._inserted(kid, token, frame):
                source = self._of_verb(kid)
                if source is not None:
                    yield source
            elif dep in _TAILS and self._is_tail(kid):
                yield self._of_phrase(kid)

    def _inserted(self, clause: int, above: int, frame: Frame) -> bool:
        tree = self._tree
        if not self._reports(clause) or clause in (frame.trigger, frame.verb):
            return False
        if tree.deps[clause] in ("advcl", "acl:relcl"):
            return any(tree.lower[kid] in self._marks for kid in tree.kids(clause, "mark", "advmod"))
        return tree.deps[clause] == "parataxis" and clause > above - 40 and not tree.kids(clause, "ccomp")

    def _is_tail(self, token: int) -> bool:
        return any(
            self._tree.lower[kid] in self._tails
            for kid in self._tree.kids(token, "advmod", "mark", "cc", "case")
        )

    def _sentence_tail(self, root: int) -> Iterator[Source]:
        """*…, so KCNA*: who vouches for the whole sentence, wherever the parser put it."""
        tree = self._tree
        for token in range(*tree.sentences[tree.sentence[root]]):
            if tree.deps[token] in _TAILS and self._is_tail(token):
                yield self._of_phrase(token)

    def _reports(self, verb: int) -> bool:
        return not self._rules.verbs.isdisjoint(self._tree.verb_keys(verb))

    def _of_verb(self, verb: int) -> Source | None:
        if not self._reports(verb):
            return None
        tree = self._tree
        if self._goes_on(verb):
            return Source(self._named_before(verb), verb, verb)
        groups = (
            [agents(tree, verb, self._defaults)]
            if is_passive(tree, verb)
            else subjects(tree, verb, self._defaults)
        )
        tokens = [token for group in groups[:1] for token in group]
        return Source(self._named(tokens), verb, verb)

    def _goes_on(self, verb: int) -> bool:
        """*…, agregó.* *Señaló además que …* *…, añade la nota*: who spoke before speaks on."""
        tree = self._tree
        if tree.deps[verb] not in ("root", "parataxis") or not tree.is_finite(verb) or is_passive(tree, verb):
            return False
        own = tree.kids(verb, *SUBJECTS)
        if not own:
            return self._defaults.pro_drop
        return all(self._is_bare_account(token) for token in own)

    def _is_bare_account(self, token: int) -> bool:
        """Whether a subject is an account of somebody named elsewhere: *the statement*, *la nota*."""
        named = any(key in self._rules.nouns for key in self._tree.keys[token])
        return named and is_definite(self._tree, token) and not self._arguments.first([[token]])

    def _named_before(self, verb: int) -> tuple[ActorRef, ...]:
        """Who was named last as a source, in the sentences before a verb of saying."""
        found = [actors for actors in self._sources_before(verb) if actors]
        known = (actors for actors in found if any(actor.resolved or actor.state for actor in actors))
        return next(known, next(iter(found), ()))

    def _sources_before(self, verb: int) -> Iterator[tuple[ActorRef, ...]]:
        """All sources of the sentences before, the last one first."""
        tree, number = self._tree, self._tree.sentence[verb]
        for token in reversed(range(tree.sentences[max(0, number - _BACK)][0], tree.sentences[number][0])):
            if not self._rules.source_prepositions.isdisjoint(tree.prepositions[token]):
                yield self._of_phrase(token).actors
            elif tree.pos[token] == "VERB" and not self._goes_on(token):
                source = self._of_verb(token)
                yield source.actors if source is not None else ()

    def _of_phrase(self, token: int) -> Source:
        return Source(self._named([token]), token, None)

    def _named(self, tokens: list[int]) -> tuple[ActorRef, ...]:
        found = self._arguments.first([tokens])
        if found:
            return tuple(item.actor for item in found)
        return tuple(self._unnamed(token) for token in tokens if self._tree.pos[token] in ("NOUN", "PROPN"))

    def _unnamed(self, token: int) -> ActorRef:
        """A source that is no known actor keeps its own words as its name."""
        tree = self._tree
        for key in tree.keys[token]:
            if key in self._rules.sources.anonymous:
                name = self._rules.sources.anonymous[key]
                return ActorRef(f"x::{name.replace(' ', '-')}", name, None, ActorType.MEDIA, resolved=False)
        tokens = [token, *tree.kids(token, "amod", "flat", "compound", "nmod", "nmod:poss")]
        tokens = [part for part in tokens if abs(part - token) < 6]
        name = tree.span(min(tokens), max(tokens) + 1).of(tree.text)
        return ActorRef(content_id("x::", (name.casefold(),)), name, None, ActorType.OTHER, resolved=False)

    def _own_words(self, frame: Frame, source: Source) -> bool:
        """A speech act, or a deed done by saying, is vouched for by whoever reports it, not by him."""
        kind = event_types()[frame.event_type]
        announced = not self._rules.deeds.isdisjoint(self._tree.verb_keys(source.word))
        if not kind.verbal and not (announced and kind.quad in _ANNOUNCED):
            return False
        speakers: set[str | None] = {actor.id for actor in source.actors}
        states = {actor.state for actor in source.actors if actor.state and actor.type is not ActorType.MEDIA}
        return any(item.actor.id in speakers or item.actor.state in states for item in frame.subject)


def is_account(tree: Tree, rules: ClaimRules, token: int) -> bool:
    """Whether the phrase names an account: *nach Angaben*, *by all reports*."""
    return not set(rules.sources.noun_prepositions).isdisjoint(tree.prepositions[token]) and any(
        key in rules.nouns or key.rsplit("-", 1)[-1] in rules.nouns for key in tree.keys[token]
    )


def source_phrases(tree: Tree, rules: ClaimRules) -> frozenset[int]:
    """The heads of all phrases that name a source or an account: they take no part in events."""
    return frozenset(
        token
        for token, prepositions in enumerate(tree.prepositions)
        if prepositions
        and (not rules.source_prepositions.isdisjoint(prepositions) or is_account(tree, rules, token))
    )


def reporting_verbs(tree: Tree, rules: ClaimRules) -> frozenset[int]:
    """All verbs of saying."""
    return frozenset(
        token
        for token, pos in enumerate(tree.pos)
        if pos == "VERB" and not rules.verbs.isdisjoint(tree.verb_keys(token))
    )


def names(arguments: tuple[Argument, ...]) -> str:
    """The names on one side, for people."""
    return ", ".join(item.actor.name for item in arguments)
