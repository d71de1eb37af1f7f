"""Replies: who refuses or gives in without saying to whom answers the demand told just before."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.repetition import Told
from extract.events.frames import Frame
from extract.events.tree import Tree

SENTENCES = 2
"""How far back an answer reaches."""

_ANSWERS = ("REJECT", "CONCEDE")
_ASKED = ("REQUEST", "ACCUSE", "THREATEN")


def answered(tree: Tree, frame: Frame, told: Sequence[Told]) -> Frame:
    """The frame, with whoever asked, accused or threatened its subject as the object where it has none."""
    if frame.event_type not in _ANSWERS or not frame.subject or frame.object:
        return frame
    states = {item.actor.state for item in frame.subject if item.actor.state}
    here = tree.sentence[frame.trigger]
    for old in reversed(told):
        if here - tree.sentence[old.frame.trigger] > SENTENCES:
            return frame
        asked = {item.actor.state for item in old.frame.object}
        if old.frame.event_type in _ASKED and not states.isdisjoint(asked):
            return replace(frame, object=old.frame.subject, inferred=True)
    return frame
