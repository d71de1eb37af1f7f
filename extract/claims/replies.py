"""Replies: whom an act is aimed at where the sentence does not say it, but the act told just before does.

Who refuses, gives in or threatens answers whoever asked, accused or attacked; who condemns or welcomes *the
decision* means whoever took it.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.repetition import Told
from extract.events.arguments import Argument
from extract.events.frames import Frame
from extract.events.lexicon import NOUN, Lexicon
from extract.events.tree import Tree
from ontology.event_types import event_types, predicates

SENTENCES = 2
"""How far back an answer reaches."""

_ASKED = ("REQUEST", "ACCUSE", "THREATEN")
_ANSWERED = {
    "REJECT": _ASKED,
    "CONCEDE": _ASKED,
    "THREATEN": (*_ASKED, "SANCTION", "ASSAULT", "COERCE"),
}
_JUDGING = ("ACCUSE", "SUPPORT", "REJECT")
_THEMES = ("obj", "nsubj:pass", "obl:arg", "obl")


class Replies:
    """Fills the objects of replies in one text."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        """``lexicon`` tells what nouns name events."""
        self._tree = tree
        self._words = lexicon.words

    def addressed(self, frame: Frame, told: Sequence[Told]) -> Frame:
        """The frame, aimed at those whose act it replies to where it names no object."""
        if not frame.subject or frame.kind == NOUN or (frame.object and not self._points_back(frame)):
            return frame
        object_ = self._asker(frame, told) or self._judged(frame, told)
        return replace(frame, object=object_, inferred=True) if object_ else frame

    def _points_back(self, frame: Frame) -> bool:
        """*refused this proposal*: the text before tells whose it is, better than a guess from here."""
        theme = self._theme(frame) if frame.inferred and frame.event_type in _JUDGING else None
        if theme is None:
            return False
        return any("PronType=Dem" in self._tree.feats[kid] for kid in self._tree.kids(theme, "det"))

    def _near(self, frame: Frame, told: Sequence[Told]) -> list[Told]:
        here = self._tree.sentence[frame.trigger]
        return [old for old in reversed(told) if here - self._tree.sentence[old.frame.trigger] <= SENTENCES]

    def _asker(self, frame: Frame, told: Sequence[Told]) -> tuple[Argument, ...]:
        """Whoever asked, accused, threatened or hurt the subject."""
        states = {item.actor.state for item in frame.subject if item.actor.state}
        for old in self._near(frame, told):
            done_to = {item.actor.state for item in old.frame.object}
            if old.frame.event_type in _ANSWERED.get(frame.event_type, ()) and not states.isdisjoint(done_to):
                return old.frame.subject
        return ()

    def _judged(self, frame: Frame, told: Sequence[Told]) -> tuple[Argument, ...]:
        """Whoever did what is condemned, welcomed or dismissed: *the attack* of before, or *the step*."""
        theme = self._theme(frame) if frame.event_type in _JUDGING else None
        if theme is None:
            return ()
        own = {item.actor.state or item.actor.id for item in frame.subject}
        named = self._types(theme)
        for old in self._near(frame, told):
            if named and old.frame.event_type not in named:
                continue
            actors = self._actors(old.frame)
            if actors and own.isdisjoint(item.actor.state or item.actor.id for item in actors):
                return actors
            return ()
        return ()

    def _types(self, noun: int) -> frozenset[str]:
        """The event types that a noun can name; none for *step* or *this*."""
        known = (trigger for key in self._tree.keys[noun] for trigger in self._words.get((NOUN, key), ()))
        return frozenset(predicates()[trigger.entry.predicate].type for trigger in known) - {"OTHER"}

    @staticmethod
    def _actors(frame: Frame) -> tuple[Argument, ...]:
        both = event_types()[frame.event_type].symmetric
        return (*frame.subject, *frame.object) if both else frame.subject

    def _theme(self, frame: Frame) -> int | None:
        """What a judgement is about, if it is said as something known: *the step*, *this*."""
        tree = self._tree
        return next((kid for kid in tree.kids(frame.trigger, *_THEMES) if self._is_known(kid)), None)

    def _is_known(self, token: int) -> bool:
        tree = self._tree
        if tree.pos[token] == "PRON":
            return "PronType=Dem" in tree.feats[token]
        return tree.pos[token] == "NOUN" and any(
            "Definite=Def" in tree.feats[kid] or "PronType=Dem" in tree.feats[kid]
            for kid in tree.kids(token, "det")
        )
