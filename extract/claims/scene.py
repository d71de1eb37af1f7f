"""The scene of an article: the state that it is about, and the one that this state has to do with.

Reporters leave unsaid what the whole article makes plain: who arrests people in a country, from where its
troops withdraw.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.events.arguments import Argument
from extract.events.frames import Frame
from extract.events.lexicon import NOUN
from extract.events.tree import Tree
from extract.mentions import ActorMention, MentionKind
from ontology.gazetteer import load
from ontology.model import ActorRef, ActorType

CLEAR = 1.5
"""How much oftener than the next one a state must be named to be the one that an article is about."""

_AT_HOME = ("COERCE", "PROTEST")
_HONOURS = ("STATE-CHANGE", "SUPPORT")
_MEASURES = ("SANCTION", "THREATEN")
_BETWEEN = ("RETREAT", "CONCEDE", "ASSAULT", *_MEASURES)


class Scene:
    """What the mentions of one text, taken together, tell of it."""

    def __init__(self, tree: Tree, mentions: Sequence[ActorMention]) -> None:
        self._tree = tree
        self._by_sentence: dict[int, set[str]] = {}
        self._refs: dict[str, ActorRef] = {}
        self._counts: Counter[str] = Counter()
        for mention in mentions:
            if mention.start not in tree.datelines and mention.kind is not MentionKind.PRONOUN:
                self._count(mention)

    def _count(self, mention: ActorMention) -> None:
        for actor in mention.actors:
            if actor.state and actor.type is not ActorType.MEDIA:
                self._counts[actor.state] += 1
                self._by_sentence.setdefault(self._tree.sentence[mention.start], set()).add(actor.state)
                self._refs.setdefault(actor.state, actor)

    def leading(self, without: frozenset[str | None] = frozenset()) -> str | None:
        """The state that the article names clearly more often than any other, those ``without`` aside."""
        ranked = sorted(((count, code) for code, count in self._counts.items() if code not in without))[::-1]
        if not ranked or ranked[0][0] < 2 or (len(ranked) > 1 and ranked[0][0] < CLEAR * ranked[1][0]):
            return None
        return ranked[0][1]

    def _nearest(self, frame: Frame, own: frozenset[str | None]) -> str | None:
        """The only other state of a measure's sentence and the one before, at which it is aimed."""
        if frame.event_type not in _MEASURES:
            return None
        here = self._tree.sentence[frame.trigger]
        codes = (self._by_sentence.get(number, set()) for number in (here, here - 1))
        found = set().union(*codes) - own
        return found.pop() if len(found) == 1 else None

    def completed(self, frame: Frame) -> Frame:
        """The frame with the side that the scene makes plain.

        Arrests, bans and protests without a subject are those of the state that the article is about; an
        army that attacks or withdraws, a sanction or threat has to do with the state named beside its own.
        Whom a state appoints or honours, and nobody describes, is one of its own.
        """
        if _is_at_home(frame) and not frame.subject:
            home = self._side(self.leading(), frame)
            return replace(frame, subject=home, inferred=True) if home else frame
        own = frozenset(item.actor.state for item in frame.subject)
        if _is_honoured(frame) and len(own) == 1 and None not in own:
            return replace(frame, object=self._side(next(iter(own)), frame), inferred=True)
        if frame.object or not own or None in own or frame.event_type not in _BETWEEN or frame.kind == NOUN:
            return frame
        other = self._side(self._nearest(frame, own) or self.leading(own), frame)
        return replace(frame, object=other, inferred=True) if other else frame

    def _side(self, code: str | None, frame: Frame) -> tuple[Argument, ...]:
        if code is None:
            return ()
        entry = load().by_iso3(code)
        return (Argument(entry.ref if entry else self._refs[code], frame.trigger, "of the scene"),)


def _is_at_home(frame: Frame) -> bool:
    """Whether an act without a doer is told as one of the state around: no *outlawed group*."""
    measure = frame.event_type == "SANCTION" and frame.kind == NOUN
    return measure or (frame.event_type in _AT_HOME and not frame.attributive)


def _is_honoured(frame: Frame) -> bool:
    """Whether all that is known of the object is the name of a person."""
    return (
        frame.event_type in _HONOURS
        and bool(frame.object)
        and all(
            item.actor.type is ActorType.PERSON and not (item.actor.resolved or item.actor.state)
            for item in frame.object
        )
    )
