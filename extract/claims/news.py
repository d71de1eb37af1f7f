"""The fresh news of a text: what the story goes on to tell did not happen before it.

*Russia attacked on Monday. Poland condemned Russia.* The news is an act told with its day, or any other
clause that has one (*a plane was shot down on Thursday*).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from extract.claims.clauses import Clauses
from extract.claims.dating import FIRM, FRESH, is_dated, is_news, is_open, is_short
from extract.claims.repetition import Told
from extract.claims.speakers import Speakers
from extract.claims.tense import (
    is_background,
    is_caption,
    is_main,
    is_past,
    is_perfect,
    is_pluperfect,
    looks_ahead,
)
from extract.events.lexicon import NOUN
from ontology.event_types import event_types
from ontology.model import ActorRef, Interval, Statement, StatementTime


class News:
    """Dates by the news of one text what follows it."""

    def __init__(self, speakers: Speakers, clauses: Clauses, published: date | None) -> None:
        self._tree, self._rules, self._published = speakers.tree, speakers.rules, published
        self._actors_of = speakers.of
        self._clauses = tuple(self._dated_clauses(clauses))

    def _dated_clauses(self, clauses: Clauses) -> Iterator[tuple[int, date]]:
        """The verbs that tell something of the last days, and when that began."""
        tree, published = self._tree, self._published
        for token in clauses:
            mention = clauses.at(token)
            interval = mention.interval if mention is not None and mention.anchor is None else None
            if mention is None or interval is None or published is None or interval.earliest is None:
                continue
            fresh = is_short(interval, FRESH) and is_news(interval, published)
            told = tree.pos[token] in ("VERB", "AUX") and not is_pluperfect(tree, token)
            if fresh and told and not is_caption(tree, token, mention.span.of(tree.text)):
                yield token, interval.earliest

    def timed(self, item: Told, before: Sequence[Told]) -> Told:
        """The statement, if open, from the day of the first news that it may belong to."""
        time, latest = item.statement.time, self._published
        if time is None or latest is None or time.interval.latest != latest or not is_open(item.statement):
            return item
        if not self._goes_on(item):
            return item
        days = [(day, old.statement.id) for old, day in self._acts(item, before)]
        days += [(day, "") for day in self._days_before(item)]
        if not days:
            return item
        first = min(day for day, _ in days)
        news = next((told for day, told in days if day == first and told), None)
        # What follows from an act told before is left to the graph to derive, which keeps the proof.
        since = StatementTime(Interval.within(first, latest), said=time.stated if news else None)
        trace = (*item.statement.trace, "time: since the news told before")
        return replace(item, statement=replace(item.statement, time=since, trace=trace), news=news)

    def _goes_on(self, item: Told) -> bool:
        """Whether something is told as part of the story, rather than looked back to.

        Words said are; other acts only in the tense of narration and in a clause of their own.
        """
        verb = item.frame.verb
        if item.frame.kind == NOUN or is_background(self._tree, item.frame, self._rules):
            return False
        if looks_ahead(self._tree, verb, self._rules):
            return False
        if self._rules.file.background.perfect_aloof and is_perfect(self._tree, verb):
            return False
        return event_types()[item.statement.event_type].verbal or self._narrates(item)

    def _narrates(self, item: Told) -> bool:
        verb = item.frame.verb
        return not item.frame.attributive and is_past(self._tree, verb) and is_main(self._tree, verb)

    def _acts(self, item: Told, before: Sequence[Told]) -> Iterator[tuple[Told, date]]:
        """The fresh acts of the same states told before, and the days they began."""
        own = _states(item.statement)
        for old in before:
            time = old.statement.time
            if (
                time is None
                or time.interval.earliest is None
                or old.statement.modality not in FIRM
                or old.news
            ):
                continue
            fresh = is_dated(old, FRESH) and is_news(time.interval, self._published)
            if fresh and own & _states(old.statement) and not is_pluperfect(self._tree, old.frame.verb):
                yield old, time.interval.earliest

    def _days_before(self, item: Told) -> Iterator[date]:
        """The days of the news in the sentences before what is narrated, that of others left aside."""
        if not self._narrates(item):
            return
        here, own = self._tree.sentence[item.frame.trigger], _states(item.statement)
        for token, day in self._clauses:
            doers = _codes(self._actors_of(token))
            if self._tree.sentence[token] < here and (not doers or doers & own):
                yield day


def _states(statement: Statement) -> set[str]:
    return _codes((*statement.subject, *statement.object))


def _codes(actors: Iterable[ActorRef]) -> set[str]:
    return {actor.state or actor.id for actor in actors}
