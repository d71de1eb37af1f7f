"""Frames: a trigger word with the lexicon entry that explains it best, and the actors on its two sides."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.actors.lexicon import lexicon as actor_lexicon
from extract.events.arguments import Argument, Arguments
from extract.events.conditions import Conditions
from extract.events.dyads import Dyads
from extract.events.lexicon import NOUN, VERB, Lexicon, Trigger, is_symmetric
from extract.events.patterns import Idiom
from extract.events.roles import Roles
from extract.events.sides import Sides
from extract.events.syntax import modifies_noun
from extract.events.tree import Tree
from extract.events.triggers import Triggers
from extract.events.voices import Voices
from extract.mentions import ActorMention, MentionKind
from ontology.event_types import predicates
from ontology.folding import fold
from ontology.model import ActorType

_APPROVING = ("welcome", "praise", "thank", "express-concern")
_DOERS = ("agent", "poss", "amod")
_NAMED_AFTER_PLACES = (
    *("agree", "sign", "meet", "meet-multilaterally", "attend-summit", "hold-talks", "negotiate"),
)
_UNDONE = ("SANCTION", "ASSAULT", "COERCE")


@dataclass(frozen=True, slots=True)
class Frame:
    """An event in the text: trigger token, entry, both sides, and the tokens that its conditions used up.

    ``verb`` is the token whose negation, mood and adverbials bear on the event: the trigger itself, or the
    light verb that governs an event noun. ``attributive``: a participle at a noun.
    ``inferred``: a side was filled with the other state of the sentence. ``staged``: political actors are
    spoken of in the sentence or next to it.
    """

    trigger: int
    kind: str
    match: Trigger
    event_type: str
    subject: tuple[Argument, ...]
    object: tuple[Argument, ...]
    verb: int
    used: frozenset[int]
    attributive: bool = False
    inferred: bool = False
    staged: bool = True

    @property
    def predicate(self) -> str:
        """The predicate's id."""
        return self.match.entry.predicate


class FrameFinder:
    """Finds all frames of one text."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[ActorMention],
        lexicon: Lexicon,
        barred: frozenset[int] = frozenset(),
        elsewhen: frozenset[int] = frozenset(),
        reports: frozenset[int] = frozenset(),
    ) -> None:
        """``barred`` take no part in events; ``elsewhen`` are nouns of another time (*before the summit*).

        ``reports`` are the verbs of saying.
        """
        self.tree = tree
        self.lexicon = lexicon
        self.roles = Roles(tree, lexicon.defaults, barred)
        voices = Voices(tree, mentions, lexicon.defaults, reports)
        self.arguments = Arguments(
            tree, mentions, self.roles, actor_lexicon(lexicon.lang), voices, _gatherings(tree, lexicon)
        )
        self._conditions = Conditions(tree, self.roles, self.arguments, lexicon.defaults)
        self._sides = Sides(tree, lexicon, self.roles, self.arguments)
        self._dyads = Dyads(tree, mentions, self.roles)
        self._triggers = Triggers(tree, lexicon)
        self._elsewhen = elsewhen
        self._stage = _stage(tree, mentions, actor_lexicon(lexicon.lang).political)

    def frames(self, idioms: Sequence[Idiom] = ()) -> list[Frame]:
        """One frame for each trigger that an entry explains, in the order of the text.

        An idiom takes its trigger from the other entries. A noun that a verb's entry uses up, or that
        repeats the type of the verb that governs it, gives none.
        """
        told = {idiom.trigger: self._of_idiom(idiom) for idiom in idioms}
        found = [
            frame if self.tree.sentence[token] in self._stage else replace(frame, staged=False)
            for token in range(len(self.tree))
            if (frame := told.get(token) or self._best(token)) is not None
        ]
        found = [self._with_doers(frame) for frame in self._with_shared_objects(_one_each(found))]
        used = {token for frame in found for token in frame.used}
        found = [self._undone(frame, found) if frame.trigger in used else frame for frame in found]
        used -= {
            frame.trigger for frame in found if frame.event_type in _UNDONE and frame.subject and frame.object
        }
        verbs = {frame.trigger: frame for frame in found if frame.kind != NOUN}
        kept = [
            frame
            for frame in found
            if frame.kind != NOUN or not (frame.trigger in used or self._repeats(frame, verbs))
        ]
        return [part for frame in kept for part in self._apart(frame)]

    def _of_idiom(self, idiom: Idiom) -> Frame:
        subject = self.arguments.of(idiom.subject) if idiom.subject is not None else []
        object_ = self.arguments.of(idiom.object) if idiom.object is not None else []
        object_ = self._sides.threatened(idiom.trigger, idiom.match.entry, subject) or object_
        event_type = predicates()[idiom.match.entry.predicate].type
        used = idiom.tokens - {idiom.trigger}
        return Frame(
            idiom.trigger, VERB, idiom.match, event_type, tuple(subject), tuple(object_), idiom.trigger, used
        )

    def _with_shared_objects(self, found: list[Frame]) -> list[Frame]:
        """*sent soldiers to X and supplied shells*: joined acts of one type share the object."""
        verbs = {frame.trigger: frame for frame in found if frame.kind != NOUN}
        shared = []
        for frame in found:
            head = (
                verbs.get(self.tree.heads[frame.trigger]) if self.tree.deps[frame.trigger] == "conj" else None
            )
            if (
                head is not None
                and head.event_type == frame.event_type
                and frame.subject
                and not frame.object
            ):
                shared.append(replace(frame, object=head.object))
            else:
                shared.append(frame)
        return shared

    def _with_doers(self, frame: Frame) -> Frame:
        """*welcomed the arrest of X*: what is judged was done by its doer, not by its victims."""
        if not frame.object or not (frame.event_type == "ACCUSE" or frame.predicate in _APPROVING):
            return frame
        for kid in self.tree.kids(frame.trigger, "obj", "nsubj:pass", "obl", "obl:arg"):
            inside = set(self.tree.subtree(kid)) - {kid}
            if self._names_suffering(kid) and inside.issuperset(item.token for item in frame.object):
                groups = [group for role in _DOERS for group in self.roles.of_noun(kid, role)]
                return replace(frame, object=tuple(self.arguments.first(groups)))
        return frame

    def _names_suffering(self, noun: int) -> bool:
        """Whether a genitive after the noun names who suffers the act: *the arrest of X*."""
        words = self.lexicon.words
        known = [trigger.entry for key in self.tree.keys[noun] for trigger in words.get((NOUN, key), ())]
        return bool(known) and all(entry.genitive == "object" for entry in known)

    def _apart(self, frame: Frame) -> list[Frame]:
        """*met separately with X and Y*: one meeting with each."""
        words = self.lexicon.defaults.apart
        near = self.tree.kids(frame.trigger, "advmod", "obl", "advcl", "xcomp")
        if not is_symmetric(frame.match.entry) or all(self.tree.lower[kid] not in words for kid in near):
            return [frame]
        return [
            replace(frame, subject=(one,), object=(other,)) for one in frame.subject for other in frame.object
        ]

    def _undone(self, frame: Frame, found: list[Frame]) -> Frame:
        """*lifted the sanctions against X*: who ends something had begun it."""
        if frame.event_type not in _UNDONE or frame.subject or not frame.object:
            return frame
        ending = next((other for other in found if frame.trigger in other.used), None)
        if ending is None or ending.event_type not in ("CONCEDE", "RETREAT"):
            return frame
        return replace(frame, subject=ending.subject)

    def _repeats(self, frame: Frame, verbs: dict[int, Frame]) -> bool:
        governor = self.roles.governor(frame.trigger)
        above = verbs.get(governor) if governor is not None else None
        if above is None or above.event_type != frame.event_type or frame.trigger in self._elsewhen:
            return False
        if frame.predicate != above.predicate and not is_symmetric(above.match.entry):
            return False
        if self.tree.deps[frame.trigger] in ("obj", "nsubj", "nsubj:pass"):
            return True
        return _states(frame.subject, frame.object) <= _states(above.subject, above.object)

    def _best(self, token: int) -> Frame | None:
        best: Frame | None = None
        rank: tuple[int, int, int] = (-1, -1, 0)
        for kind, trigger, place, parts in self._triggers.at(token):
            used = self._conditions.hold(trigger.entry, place, kind == NOUN)
            if used is None:
                continue
            frame = self._fill(kind, trigger, place, used | parts)
            if trigger.entry.mutual and not (frame.subject and frame.object):
                continue
            conditions = len(trigger.entry.with_) + len(trigger.phrase)
            new = (conditions, bool(frame.subject) + bool(frame.object), -trigger.order)
            if new > rank:
                best, rank = frame, new
        return best

    def _fill(self, kind: str, trigger: Trigger, token: int, used: frozenset[int]) -> Frame:
        entry = trigger.entry
        event_type = predicates()[entry.predicate].type
        pair, verb = self._sides.of(kind, trigger, token, is_symmetric(entry))
        filled = self._dyads.inferred(kind, trigger, token, event_type, pair)
        subject, object_ = filled or pair
        return Frame(
            token,
            kind,
            trigger,
            event_type,
            tuple(subject),
            tuple(object_),
            verb,
            used - {token},
            attributive=kind == VERB and modifies_noun(self.tree, token),
            inferred=filled is not None,
        )


def _gatherings(tree: Tree, lexicon: Lexicon) -> frozenset[int]:
    """The nouns that name treaties and meetings."""
    return frozenset(
        token
        for token, pos in enumerate(tree.pos)
        if pos in ("NOUN", "PROPN")
        for key in tree.keys[token]
        for trigger in lexicon.words.get((NOUN, key.rpartition("-")[2]), ())
        if trigger.entry.predicate in _NAMED_AFTER_PLACES
    )


def _one_each(found: Sequence[Frame]) -> list[Frame]:
    """One frame for each trigger: *air strikes* rather than *strikes*."""
    best: dict[int, Frame] = {}
    for frame in found:
        known = best.get(frame.trigger)
        if known is None or len(frame.match.phrase) > len(known.match.phrase):
            best[frame.trigger] = frame
    return [best[trigger] for trigger in sorted(best)]


def _stage(tree: Tree, mentions: Sequence[ActorMention], words: frozenset[str]) -> frozenset[int]:
    """The sentences that speak of political actors, and their neighbours."""
    speak = {tree.sentence[mention.start] for mention in mentions if _is_political(mention)}
    nouns = (token for token, pos in enumerate(tree.pos) if pos == "NOUN")
    speak |= {tree.sentence[token] for token in nouns if fold(tree.words[token]) in words}
    return frozenset(number + step for number in speak for step in (-1, 0, 1))


def _is_political(mention: ActorMention) -> bool:
    if mention.kind in (MentionKind.BODY, MentionKind.TITLE):
        return True
    return mention.kind is not MentionKind.UNRESOLVED and any(
        actor.state or actor.type is ActorType.ARMED_GROUP for actor in mention.actors
    )


def _states(*sides: Sequence[Argument]) -> frozenset[str | None]:
    return frozenset(item.actor.state for side in sides for item in side)
