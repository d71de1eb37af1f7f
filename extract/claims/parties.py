"""Meetings that a text names without their parties: *after the talks, Macron and Modi signed …*."""

from dataclasses import replace

from extract.claims.speakers import Speakers
from extract.events.arguments import Argument
from extract.events.frames import Frame
from extract.events.labels import PHRASES
from extract.events.lexicon import NOUN
from extract.events.syntax import subjects


def with_parties(frame: Frame, speakers: Speakers) -> Frame:
    """The frame, its parties filled with the several subjects of the clause that it is placed by."""
    tree, noun = speakers.tree, frame.trigger
    if frame.kind != NOUN or frame.event_type != "CONSULT" or frame.subject or frame.object:
        return frame
    placed = any(("preposition", word) in speakers.rules.order for word in tree.prepositions[noun])
    if tree.deps[noun] not in PHRASES or not placed:
        return frame
    for node in tree.ancestors(noun):
        if tree.pos[node] != "VERB":
            continue
        parties = speakers.arguments.first(subjects(tree, node, speakers.defaults)[:1])
        if len({item.actor.state for item in parties if item.actor.state}) > 1:
            return _of(frame, parties)
    return frame


def _of(frame: Frame, parties: list[Argument]) -> Frame:
    first = parties[0].actor.state
    subject = tuple(item for item in parties if item.actor.state == first)
    object_ = tuple(item for item in parties if item.actor.state != first)
    return replace(frame, subject=subject, object=object_, inferred=True)
