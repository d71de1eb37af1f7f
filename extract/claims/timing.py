"""Event time: which time expression belongs to which event, and the interval that follows.

By syntax first (the expression depends on the event's word or on the verb that carries it), then along
infinitives and conjuncts. The time of a report only bounds from above. Without any expression a finished act
lies before publication, a planned one after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.claims.rules import ClaimRules
from extract.events.frames import Frame
from extract.events.lexicon import NOUN, lexicon
from extract.events.tree import Tree
from extract.mentions import TimeMention, TimexType
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

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[TimeMention],
        frames: Mapping[int, Frame],
        rules: ClaimRules,
        published: date | None,
    ) -> None:
        self._tree = tree
        self._object_marks = frozenset(lexicon(rules.lang).defaults.object_marks)
        self._together = frozenset(
            word for (place, word), order in rules.order.items() if place == "mark" and order in _AT_ONCE
        )
        self._frames = frames
        self._published = published
        self._owned: dict[int, list[TimeMention]] = {}
        self._carriers = {frame.verb for frame in frames.values()} | set(frames)
        for mention in mentions:
            if mention.type is not TimexType.SET and (
                mention.interval or mention.type is not TimexType.DURATION
            ):
                self._owned.setdefault(self._owner(mention), []).append(mention)

    def _owner(self, mention: TimeMention) -> int:
        """The event word or clause head that a time expression depends on."""
        tree = self._tree
        inside = range(mention.start, mention.end)
        root = next((token for token in inside if tree.heads[token] not in inside), mention.start)
        if tree.heads[root] == root:
            return root
        for node in tree.ancestors(root):
            if node in self._carriers or tree.pos[node] in ("VERB", "AUX") or tree.heads[node] == node:
                return node
        return root

    def read(self, frame: Frame, modality: Modality, reported_by: int | None) -> EventTime:
        """When the event of a frame was; ``reported_by`` is the head of the clause that reports it."""
        mention, how = self._find(frame)
        if modality is Modality.HYPOTHETICAL:
            return EventTime(None, "hypothetical: no time")
        future = modality is Modality.PLANNED or modality is Modality.POSSIBLE
        if mention is not None:
            time = self._of_mention(mention, future)
            later = self._published is not None and (time.interval.earliest or date.min) > self._published
            return EventTime(time, f"{how}: {mention.span.of(self._tree.text)}", later)
        return self._without(future, reported_by)

    def _find(self, frame: Frame) -> tuple[TimeMention | None, str]:
        for token, how in ((frame.trigger, "at the event's word"), (frame.verb, "at the verb")):
            best = self._best(self._owned.get(token, ()), token)
            if best is not None:
                return best, how
        token = frame.verb if frame.kind != NOUN or frame.verb != frame.trigger else frame.trigger
        for _ in range(_DEPTH):
            dep, head = self._tree.deps[token], self._tree.heads[token]
            if head == token or not (dep in ("xcomp", "conj") or self._same_time(token)):
                break
            if dep == "conj" and head in self._frames and token < head:
                break
            best = self._best(self._owned.get(head, ()), head)
            if best is not None:
                return best, f"at the {dep} head"
            token = head
        return None, ""

    def _same_time(self, clause: int) -> bool:
        """A participle shares the time of the clause above (*ending a visit*), and so does *when …*."""
        tree = self._tree
        openers = [tree.lower[kid] for kid in tree.kids(clause, "mark", "advmod", "obl", "advmod:rel")]
        if tree.deps[clause] == "advcl" and not tree.is_finite(clause):
            return self._object_marks.isdisjoint(openers)
        return tree.deps[clause] in ("advcl", "acl", "acl:relcl") and not self._together.isdisjoint(openers)

    def _best(self, mentions: Sequence[TimeMention], token: int) -> TimeMention | None:
        """The most telling expression: with bounds, no duration, near."""
        if not mentions:
            return None
        return min(
            mentions,
            key=lambda item: (
                item.interval is None,
                item.type is TimexType.DURATION,
                abs(item.start - token),
            ),
        )

    def _of_mention(self, mention: TimeMention, future: bool) -> StatementTime:
        text = mention.span.of(self._tree.text)
        interval = anchored(mention, future, self._published)
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
            report = self._best(self._owned.get(reported_by, ()), reported_by)
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
    anchor = mention.anchor
    if anchor in ("since", "from"):
        return Interval.within(earliest, None if future or anchor == "from" else published)
    if anchor == "until":
        return Interval.within(published if future else None, latest)
    if anchor == "before":
        return Interval.within(published if future else None, earliest - _DAY if earliest else None)
    if anchor == "after":
        return Interval.within(latest + _DAY if latest else None, None if future else published)
    return Interval.within(earliest, latest)
