"""Narrative time: what the same people say next to each other was said at one time.

A speech act without an expression of its own takes the time of the nearest dated clause of its speaker:
before it, or right after it (a lead often leaves the day to the next sentence). What is said in a
conversation is said during it. What the tense or an adverb tells as background keeps out of this.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.claims.clauses import Clauses
from extract.claims.dating import FIRM, SCENE, at, is_dated, is_news, is_open, is_short
from extract.claims.news import News
from extract.claims.repetition import Told
from extract.claims.speakers import Speakers, same_voice
from extract.claims.tense import is_background, is_caption, is_pluperfect
from extract.events.lexicon import NOUN
from ontology.event_types import event_types
from ontology.model import ActorRef, ActorType, Interval, Order, Polarity, Statement, StatementTime

_PASSED_ON = ("inform", "discuss")
_TALKED = ("hold-talks", "negotiate")
"""Said of a meeting told before, these mean the meeting itself."""
SENTENCES = 4
"""How far back a story reaches; farther, another scene is likelier than the same one."""
AHEAD = 2
"""How far ahead the day of a lead may stand; farther than one sentence only at a verb of saying."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A dated clause: where it stands, whose it is, and when it was."""

    token: int
    actors: tuple[ActorRef, ...]
    interval: Interval
    spoken: bool


class Narrative:
    """Carries times over from one sentence of a text to the next."""

    def __init__(self, speakers: Speakers, clauses: Clauses, published: date | None) -> None:
        self._speakers, self._published = speakers, published
        self._tree = speakers.tree
        self._news = News(speakers, clauses, published)
        self._sayings = tuple(self._said(clauses))

    def _said(self, clauses: Clauses) -> Iterator[Saying]:
        for token in clauses:
            mention = clauses.at(token)
            interval = mention.interval if mention is not None and mention.anchor is None else None
            if interval is None or not is_short(interval):
                continue
            frame = self._speakers.frames.get(token)
            if is_pluperfect(self._tree, token) or self._is_planned(interval):
                continue
            if mention is not None and is_caption(self._tree, token, mention.span.of(self._tree.text)):
                continue
            if frame is not None and not event_types()[frame.event_type].verbal:
                continue
            actors = self._speakers.of(token)
            if actors:
                yield Saying(token, actors, interval, frame is not None or self._speakers.reports(token))

    def _is_planned(self, interval: Interval) -> bool:
        day = interval.earliest
        return self._published is not None and day is not None and day > self._published

    def timed(self, told: Sequence[Told]) -> list[Told]:
        """The statements, with times carried over from the dated clauses around them."""
        done: list[Told] = []
        for item in told:
            timed = self._timed(item, done)
            done.append(self._news.timed(timed, done) if timed is item else timed)
        return done

    def _timed(self, item: Told, before: Sequence[Told]) -> Told:
        talk = self._conversation(item, before)
        if talk is not None and item.statement.predicate not in _TALKED:
            item = replace(item, scene=_root(talk))
        if not is_open(item.statement):
            return item
        if talk is not None and is_dated(talk):
            return at(item, talk.statement.time, f"as '{talk.statement.predicate}' before")
        if not event_types()[item.statement.event_type].verbal:
            return item
        scene = self._scene(item, before)
        if scene is not None:
            where = scene.scene or scene.statement.id
            return at(
                replace(item, scene=item.scene or where),
                scene.statement.time,
                f"as '{scene.statement.predicate}' before",
            )
        saying = self._saying(item)
        if saying is None:
            return item
        word = self._tree.words[saying.token]
        return at(item, StatementTime(saying.interval), f"as '{word}' of the same speaker")

    def _conversation(self, item: Told, before: Sequence[Told]) -> Told | None:
        """The meeting or call that this was said in: told before, with everybody who takes part here."""
        statement = item.statement
        kind = event_types()[statement.event_type]
        talked = statement.predicate in (*_PASSED_ON, *_TALKED)
        if not (kind.verbal or talked) or statement.modality not in FIRM or _words(item):
            return None
        present = {actor.state or actor.id for actor in (*statement.subject, *statement.object)}
        if (
            len(present) < 2
            or item.frame.kind == NOUN
            or is_background(self._tree, item.frame, self._speakers.rules)
        ):
            return None
        for old in self._reach(item, before):
            if (
                old.statement.event_type == "CONSULT"
                and _took_place(old.statement)
                and not self._is_ahead(old)
            ):
                there = {actor.state or actor.id for actor in (*old.statement.subject, *old.statement.object)}
                if present <= there:
                    return old
        return None

    def _is_ahead(self, old: Told) -> bool:
        """*before the talks*: they are still to come."""
        order = self._speakers.rules.order
        words = self._tree.prepositions[old.frame.trigger] if old.frame.kind == NOUN else ()
        return any(order.get(("preposition", word)) is Order.BEFORE for word in words)

    def _scene(self, item: Told, before: Sequence[Told]) -> Told | None:
        """The nearest dated act of the same speaker."""
        if is_background(self._tree, item.frame, self._speakers.rules):
            return None
        speakers = {actor.id for actor in item.statement.subject}
        for old in self._reach(item, before):
            if (
                is_dated(old, SCENE)
                and not is_caption(self._tree, old.frame.verb, _words(old))
                and old.statement.modality in FIRM
                and speakers
                and speakers <= _people(old)
                and _fits(item, old)
            ):
                return old
        return None

    def _reach(self, item: Told, before: Sequence[Told]) -> Iterator[Told]:
        here = self._tree.sentence[item.frame.trigger]
        for old in reversed(before):
            if here - self._tree.sentence[old.frame.trigger] > SENTENCES:
                return
            yield old

    def _saying(self, item: Told) -> Saying | None:
        """The nearest dated clause of the same voice: up to four sentences before, or two after."""
        tree, here = self._tree, self._tree.sentence[item.frame.trigger]
        if any(actor.type is not ActorType.MEDIA for actor in item.statement.attributed_to):
            return None  # what somebody else tells of him is not part of the scene
        near = [saying for saying in self._sayings if same_voice(item.statement.subject, saying.actors)]
        if not is_background(tree, item.frame, self._speakers.rules):
            for saying in reversed(near):
                if 0 <= here - tree.sentence[saying.token] <= SENTENCES and saying.token < item.frame.trigger:
                    return saying
        for saying in near:
            ahead = tree.sentence[saying.token] - here
            if 0 < ahead <= (AHEAD if saying.spoken else 1) and is_news(saying.interval, self._published):
                return saying
        return None


def _root(talk: Told) -> str:
    """The id of the conversation, or of that which this was a part of."""
    return talk.scene or talk.statement.id


def _words(told: Told) -> str:
    """The expression that dates a statement."""
    time = told.statement.time
    return time.text or "" if time is not None else ""


def _took_place(statement: Statement) -> bool:
    return statement.modality in FIRM and statement.polarity is Polarity.POSITIVE


def _fits(item: Told, old: Told) -> bool:
    """What is said in a conversation is said to those who take part; other words of his always fit."""
    if event_types()[old.statement.event_type].verbal:
        return True
    present = {actor.state for actor in (*old.statement.subject, *old.statement.object)}
    return old.statement.event_type == "CONSULT" and present >= {
        actor.state for actor in item.statement.object
    }


def _people(told: Told) -> set[str]:
    kind = event_types()[told.statement.event_type]
    sides = (*told.statement.subject, *(told.statement.object if kind.symmetric else ()))
    return {actor.id for actor in sides}
