"""Statements: frames with all that the text claims about them, repetitions left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.claims.attribution import SourceReader
from extract.claims.clauses import Clauses
from extract.claims.cues import CueReader
from extract.claims.evidence import evidence, path, sentence_span
from extract.claims.narrative import Narrative
from extract.claims.parties import with_parties
from extract.claims.places import PlaceReader
from extract.claims.repetition import Told, earlier_telling, without_fragments, worth_telling
from extract.claims.replies import Replies
from extract.claims.retelling import with_times_of_retellings
from extract.claims.rules import ClaimRules
from extract.claims.scene import Scene
from extract.claims.speakers import Speakers
from extract.claims.timing import Timing
from extract.events.arguments import Argument
from extract.events.frames import Frame, FrameFinder
from extract.mentions import ActorMention, TimeMention
from ontology.event_types import event_types, predicates
from ontology.model import ActorRef, Article, Modality, Statement, statement_id


@dataclass(frozen=True, slots=True)
class Story:
    """What an article tells: each act once, and the frames that tell one of these acts again."""

    told: tuple[Told, ...]
    again: tuple[Told, ...]


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
        self._replies = Replies(tree, finder.lexicon)
        self._scene = Scene(tree, mentions[0])
        self._cues = CueReader(tree, rules, by_trigger)
        self._sources = SourceReader(tree, rules, defaults, finder.arguments, by_trigger)
        clauses = Clauses(tree, mentions[1], by_trigger)
        self._speakers = Speakers(tree, rules, defaults, finder.arguments, by_trigger)
        self._timing = Timing(clauses, self._speakers, article.published)
        self._narrative = Narrative(self._speakers, clauses, article.published)
        self._places = PlaceReader(tree, rules, mentions[0])

    def statements(self) -> Story:
        """All statements in the order of the text, and the frames that tell one of them again."""
        told: list[Told] = []
        again: list[Told] = []
        for each in self._frames:
            frame = with_parties(self._replies.addressed(each, told), self._speakers)
            frame = self._scene.completed(frame)
            found = self._statement(frame) if worth_telling(frame) else None
            earlier = earlier_telling(self._tree, frame, found, told)
            if earlier is not None:
                again.append(Told(earlier.statement, frame))
            elif found is not None:
                told.append(found)
        kept, more = without_fragments(self._narrative.timed(self._dated(told, again)), again)
        return Story(tuple(self._dated(kept, more)), more)

    def _dated(self, told: Sequence[Told], again: Sequence[Told]) -> list[Told]:
        return with_times_of_retellings(self._tree, self._speakers.rules, told, again, self._timing.own)

    def _statement(self, frame: Frame) -> Told | None:
        reading = self._cues.read(frame)
        if not reading.tells:
            return None
        source = self._sources.read(frame)
        if source is not None:
            reading.weaken(Modality.REPORTED)
        entry = frame.match.entry
        modality = entry.modality or reading.modality
        if modality is Modality.PLANNED and self._is_done_by_saying(frame):
            modality = Modality.ASSERTED
        timed = self._timing.read(frame, modality, source.clause if source else None)
        if timed.future and modality in (Modality.ASSERTED, Modality.REPORTED):
            modality = Modality.PLANNED
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
                *(f"subject: {self._how(item, frame)}" for item in frame.subject),
                *(f"object: {self._how(item, frame)}" for item in frame.object),
                f"time: {timed.why}",
                *(f"cue: {why}" for why in reading.why or ()),
                *((f"source: '{self._tree.words[source.word]}'",) if source else ()),
            ),
        )
        return Told(statement, frame)

    def _is_done_by_saying(self, frame: Frame) -> bool:
        return event_types()[frame.event_type].avowed and self._speakers.avows(frame)

    def _how(self, item: Argument, frame: Frame) -> str:
        return f"{item.actor.name} ({item.how}; {path(self._tree, item.token, frame.trigger)})"


def _refs(side: tuple[Argument, ...]) -> tuple[ActorRef, ...]:
    return tuple(item.actor for item in side)
