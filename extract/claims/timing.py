"""Event time: which time expression belongs to which event, and the interval that follows.

By syntax first (the expression depends on the event's word or on the verb that carries it), then along
infinitives and conjuncts. The time of a report only bounds from above, unless the report is the act itself.
Without any expression a finished act lies before publication, a planned one after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.claims.clauses import Clauses
from extract.claims.speakers import Speakers, same_voice
from extract.claims.tense import is_perfect_infinitive
from extract.events.frames import Frame
from extract.events.labels import PHRASES
from extract.events.lexicon import NOUN
from extract.mentions import TimeMention
from ontology.event_types import event_types
from ontology.model import Interval, Modality, Order, StatementTime

_DAY = timedelta(days=1)
_AT_ONCE = (Order.DURING, Order.SIMULTANEOUS)
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class EventTime:
    """A statement's time and the reason for it, for people."""

    time: StatementTime | None
    why: str
    future: bool = False


class Timing:
    """Gives times to the events of one text."""

    def __init__(self, clauses: Clauses, speakers: Speakers, published: date | None) -> None:
        self._clauses, self._speakers = clauses, speakers
        self._tree, self._rules = speakers.tree, speakers.rules
        self._object_marks = frozenset(speakers.defaults.object_marks)
        self._together = frozenset(
            word
            for (place, word), order in self._rules.order.items()
            if place == "mark" and order in _AT_ONCE
        )
        self._frames = speakers.frames
        self._published = published

    def read(self, frame: Frame, modality: Modality, reported_by: int | None) -> EventTime:
        """When the event of a frame was; ``reported_by`` is the head of the clause that reports it."""
        if modality is Modality.HYPOTHETICAL:
            return EventTime(None, "hypothetical: no time")
        over = modality is Modality.POSSIBLE and is_perfect_infinitive(self._tree, frame.verb)
        future = modality in (Modality.PLANNED, Modality.POSSIBLE) and not over
        mention, how = self._find(frame)
        if mention is not None:
            mention = self._freed(mention, frame)
            time = self._of_mention(mention, future, bare="head" in how)
            later = self._published is not None and (time.interval.earliest or date.min) > self._published
            return EventTime(time, f"{how}: {mention.span.of(self._tree.text)}", later)
        return self._without(future, reported_by)

    def _freed(self, mention: TimeMention, frame: Frame) -> TimeMention:
        """*before next week's talks*: the preposition belongs to the talks, which are next week."""
        cases = self._tree.kids(frame.trigger, "case") if frame.kind == NOUN else ()
        governed = any(kid in (mention.start - 1, mention.start) for kid in cases)
        return replace(mention, anchor=None) if governed and mention.end <= frame.trigger else mention

    def own(self, frame: Frame) -> StatementTime | None:
        """The time that an expression at the event's own word or verb gives, if there is one."""
        mention = self._clauses.at(frame.trigger) or self._clauses.at(frame.verb)
        return self._of_mention(mention, False) if mention is not None else None

    def _find(self, frame: Frame) -> tuple[TimeMention | None, str]:
        for token, how in self._places(frame):
            mention = self._clauses.at(token)
            if mention is not None:
                return mention, how
        return None, ""

    def _places(self, frame: Frame) -> Iterator[tuple[int, str]]:
        """The words at which the event's time may stand, the surest first."""
        yield frame.trigger, "at the event's word"
        yield frame.verb, "at the verb"
        yield from self._above(frame)
        yield from self._of_own_report(frame)
        yield from self._of_talks(frame)

    def _above(self, frame: Frame) -> Iterator[tuple[int, str]]:
        tree = self._tree
        token = frame.verb if frame.kind != NOUN or frame.verb != frame.trigger else frame.trigger
        for _ in range(_DEPTH):
            dep, head = tree.deps[token], tree.heads[token]
            together = self._same_time(token)
            if head == token or not (dep in ("xcomp", "conj") or together):
                return
            if dep == "conj" and head in self._frames and token < head:
                return
            yield head, f"at the {dep} head"
            if together:
                yield from ((kid, f"at the {dep} head's infinitive") for kid in tree.kids(head, "xcomp"))
            token = head

    def _of_own_report(self, frame: Frame) -> Iterator[tuple[int, str]]:
        """*said on Monday that his country refused …*: who refuses in his own words does so as he speaks."""
        if not event_types()[frame.event_type].verbal:
            return
        tree, actors = self._tree, tuple(item.actor for item in frame.subject)
        below = [kid for kid in tree.kids(frame.verb, "parataxis", "ccomp") if self._speakers.reports(kid)]
        above = tree.heads[frame.verb] if tree.deps[frame.verb] in ("ccomp", "parataxis") else frame.verb
        for verb in (*([above] if self._speakers.reports(above) else []), *below):
            if verb != frame.verb and same_voice(actors, self._speakers.of(verb)):
                yield verb, "at the verb of saying"
                yield from ((verb_above, "at the verb of saying") for verb_above in self._joined(verb))

    def _joined(self, verb: int) -> Iterator[int]:
        while self._tree.deps[verb] == "conj":
            verb = self._tree.heads[verb]
            yield verb

    def _of_talks(self, frame: Frame) -> Iterator[tuple[int, str]]:
        """*said on Monday after talks with X*: what somebody speaks about right after was the same day."""
        tree, noun = self._tree, frame.trigger
        if frame.kind != NOUN or frame.event_type != "CONSULT" or tree.deps[noun] not in PHRASES:
            return
        orders = [self._rules.order.get(("preposition", word)) for word in tree.prepositions[noun]]
        if any(order in (Order.AFTER, *_AT_ONCE) for order in orders):
            yield tree.heads[noun], "at the verb that follows the talks"

    def _same_time(self, clause: int) -> bool:
        """A participle shares the time of the clause above (*ending a visit*), and so does *when …*."""
        tree = self._tree
        openers = [tree.lower[kid] for kid in tree.kids(clause, "mark", "advmod", "obl", "advmod:rel")]
        if tree.deps[clause] == "advcl" and not tree.is_finite(clause):
            return self._object_marks.isdisjoint(openers)
        return tree.deps[clause] in ("advcl", "acl", "acl:relcl") and not self._together.isdisjoint(openers)

    def _of_mention(self, mention: TimeMention, future: bool, bare: bool = False) -> StatementTime:
        """``bare``: the expression stands above (*from May on, when they gave up*): its begin counts."""
        text = mention.span.of(self._tree.text)
        sensed = replace(mention, anchor=None) if bare and mention.anchor == "from" else mention
        interval = anchored(sensed, future, self._published)
        return StatementTime(interval, text, mention.span)

    def _without(self, future: bool, reported_by: int | None) -> EventTime:
        if self._published is None:
            return EventTime(None, "no expression and no publication date")
        if future:
            return EventTime(
                StatementTime(Interval.within(self._published, None)), "planned: from publication"
            )
        latest = self._published
        if reported_by is not None:
            report = self._clauses.at(reported_by)
            known = report.interval.latest if report is not None and report.interval is not None else None
            if known is not None and known < latest:
                return EventTime(
                    StatementTime(Interval.within(None, known)), "finished: up to the report's day"
                )
        return EventTime(StatementTime(Interval.within(None, latest)), "finished: up to publication")


def anchored(mention: TimeMention, future: bool, published: date | None) -> Interval:
    """The bounds of an event that stands at an expression, with the sense of its preposition."""
    earliest = mention.interval.earliest if mention.interval else None
    latest = mention.interval.latest if mention.interval else None
    anchor, about = mention.anchor, mention.interval is not None and mention.interval.approximate
    if anchor in ("since", "from"):
        return Interval.within(earliest, None if future or anchor == "from" else published, about)
    if anchor == "until":
        return Interval.within(published if future else None, latest, about)
    if anchor == "before":
        return Interval.within(published if future else None, earliest - _DAY if earliest else None, about)
    if anchor == "after":
        return Interval.within(latest + _DAY if latest else None, None if future else published, about)
    return Interval.within(earliest, latest, about)
