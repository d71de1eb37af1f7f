"""Statements: frames with all that the text claims about them, repetitions left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims.attribution import SourceReader
from extract.claims.cues import CueReader
from extract.claims.evidence import evidence, sentence_span
from extract.claims.places import PlaceReader
from extract.claims.rules import ClaimRules
from extract.claims.timing import Timing
from extract.events.arguments import Argument
from extract.events.frames import Frame, FrameFinder
from extract.mentions import ActorMention, TimeMention
from ontology.event_types import event_types, predicates
from ontology.model import ActorRef, Article, Interval, Modality, Statement, statement_id


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and the frame that it came from."""

    statement: Statement
    frame: Frame


class StatementMaker:
    """Turns the frames of one article into statements."""

    def __init__(
        self,
        article: Article,
        finder: FrameFinder,
        frames: Sequence[Frame],
        mentions: tuple[Sequence[ActorMention], Sequence[TimeMention]],
        rules: ClaimRules,
    ) -> None:
        tree, defaults = finder.tree, finder.lexicon.defaults
        by_trigger = {frame.trigger: frame for frame in frames}
        self._article, self._tree, self._frames = article, tree, frames
        self._cues = CueReader(tree, rules, by_trigger)
        self._sources = SourceReader(tree, rules, defaults, finder.arguments, by_trigger)
        self._timing = Timing(tree, mentions[1], by_trigger, article.published)
        self._places = PlaceReader(tree, rules, mentions[0])

    def statements(self) -> list[Told]:
        """All statements in the order of the text."""
        told: list[Told] = []
        for frame in self._frames:
            if _worth_telling(frame):
                found = self._statement(frame)
                if found is not None and not _repeats(found, told):
                    told.append(found)
        return told

    def _statement(self, frame: Frame) -> Told | None:
        reading = self._cues.read(frame)
        if reading.drop:
            return None
        source = self._sources.read(frame)
        if source is not None:
            reading.weaken(Modality.REPORTED)
        entry = frame.match.entry
        modality = entry.modality or reading.modality
        timed = self._timing.read(frame, modality, source.clause if source else None)
        span = evidence(self._tree, frame)
        subject, object_ = _refs(frame.subject), _refs(frame.object)
        predicate = predicates()[frame.predicate]
        statement = Statement(
            id=statement_id(self._article.id, frame.predicate, (subject, object_), span),
            article_id=self._article.id,
            subject=subject,
            predicate=frame.predicate,
            event_type=predicate.type,
            mode=predicate.mode,
            object=object_,
            time=timed.time,
            place=self._places.read(frame),
            polarity=entry.polarity or reading.polarity,
            modality=modality,
            attributed_to=source.actors if source else (),
            evidence=span,
            sentence=sentence_span(self._tree, frame.trigger),
            rule=frame.match.name,
            trace=(
                f"entry: {frame.match.name} at '{self._tree.words[frame.trigger]}'",
                *(f"subject: {_how(item)}" for item in frame.subject),
                *(f"object: {_how(item)}" for item in frame.object),
                f"time: {timed.why}",
                *(f"cue: {why}" for why in reading.why or ()),
                *((f"source: '{self._tree.words[source.word]}'",) if source else ()),
            ),
        )
        return Told(statement, frame)


def _how(item: Argument) -> str:
    return f"{item.actor.name} ({item.how})"


def _refs(side: tuple[Argument, ...]) -> tuple[ActorRef, ...]:
    return tuple(item.actor for item in side)


def _worth_telling(frame: Frame) -> bool:
    """An act of which the text names a political actor on at least one side."""
    sides = (*frame.subject, *frame.object)
    return any(item.actor.state for item in sides)


def _repeats(new: Told, told: Sequence[Told]) -> bool:
    """Whether the same act was told before, with the same sides and sources and no other time."""
    return any(_same_act(new.statement, old.statement) for old in told)


def _same_act(new: Statement, old: Statement) -> bool:
    if new.event_type != old.event_type or new.polarity != old.polarity:
        return False
    if new.modality != old.modality or {a.id for a in new.attributed_to} != {a.id for a in old.attributed_to}:
        return False
    new_sides, old_sides = (
        (_states(new.subject), _states(new.object)),
        (_states(old.subject), _states(old.object)),
    )
    if event_types()[new.event_type].symmetric:
        same = new_sides[0] | new_sides[1] == old_sides[0] | old_sides[1]
    else:
        same = new_sides == old_sides
    return same and _no_new_time(new, old) and new.predicate == old.predicate


def _states(side: tuple[ActorRef, ...]) -> frozenset[str]:
    return frozenset(actor.state or actor.id for actor in side)


def _no_new_time(new: Statement, old: Statement) -> bool:
    if new.time is None or old.time is None or new.time.text is None:
        return True
    return (
        new.time.interval == old.time.interval
        or old.time.text is None
        or _holds(new.time.interval, old.time.interval)
    )


def _holds(outer: Interval, inner: Interval) -> bool:
    """Whether one interval lies within the other."""
    early = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    late = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return early and late
