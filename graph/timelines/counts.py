"""Timelines counted by days, weeks, months or years, with the mean score: how two sides get on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from graph.known import NOW, Known
from graph.store import Store
from graph.then import known_then
from graph.timelines.past import past_events
from graph.timelines.scope import Asked, Filter, Scope, asked, check_known
from ontology.errors import ParameterError

PeriodKind = Literal["day", "week", "month", "year"]
PERIODS: tuple[PeriodKind, ...] = get_args(PeriodKind)
_MOST = 20_000


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week (from Monday), month or year, of which ``first`` and ``last`` are the days, both included.

    ``certain`` events lie within it whatever is still unknown, ``possible`` ones, these included, can have
    touched it. ``expected`` is their number if each is spread evenly over the days on which it can have been;
    ``score`` their mean score by these shares, from -10 (conflict) to +10 (cooperation). Events that are
    open at one end have no share; where no event has one, ``score`` is None.
    """

    first: date
    last: date
    certain: int
    possible: int
    expected: float
    score: float | None


@dataclass(frozen=True, slots=True)
class Counted:
    """The periods in which events can have been; ``total`` counts all events, ``score`` is their mean."""

    total: int
    score: float | None
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class _Same:
    """So many events with the same first and last day; ``score`` is their sum."""

    first: date
    last: date
    events: int
    score: float


@dataclass(slots=True)
class _Tally:
    certain: int = 0
    possible: int = 0
    expected: float = 0.0
    score: float = 0.0


def counts(
    store: Store, scope: Scope, wanted: Filter | None = None, *, by: PeriodKind, known: Known = NOW
) -> Counted:
    """The events of a timeline, counted by periods; periods without any are left out.

    Args:
        store: The graph.
        scope: Whose or what's timeline.
        wanted: Which of its events; by default all that somebody says to have happened.
        by: How long the periods are.
        known: As of when; by default everything that is known now.

    Raises:
        ParameterError: The scope or filter can't be asked, or there are too many periods.
        NotFoundError: Neither the graph nor the gazetteer has such an actor; or the graph no such place
            or event.
    """
    question = asked(store, scope, wanted or Filter())
    return _counted(list(_events(store, question, known)), question, by)


def _events(store: Store, question: Asked, known: Known) -> Iterator[_Same]:
    if not known.now:
        for event in past_events(known_then(store, known), question):
            yield _Same(event.earliest, event.latest, 1, event.score)
        return
    (row,) = store.read(f"timeline_counts_of_{question.scope.kind}", q=question.parameters)
    if not row["events"]:
        check_known(store, question)
    for first, last, events, score in zip(
        row["earliest"], row["latest"], row["events"], row["scores"], strict=True
    ):
        yield _Same(date.fromisoformat(first), date.fromisoformat(last), events, score)


def _counted(events: list[_Same], question: Asked, by: PeriodKind) -> Counted:
    bounds = [day for one in events for day in (one.first, one.last) if day not in (date.min, date.max)]
    start = question.filter.start or min(bounds, default=date.max)
    end = question.filter.end or max(bounds, default=date.min)
    tallies: dict[date, _Tally] = {}
    for one in events:
        for first, last in _periods(max(one.first, start), min(one.last, end), by):
            _add(tallies.setdefault(first, _Tally()), one, first, last)
        if len(tallies) > _MOST:
            raise ParameterError(
                "by", f"There are more than {_MOST:,} periods. Ask for fewer days or longer periods."
            )
    total = sum(one.events for one in events)
    mean = sum(one.score for one in events) / total if total else None
    return Counted(total, mean, tuple(_told(tallies, by)))


def _add(tally: _Tally, one: _Same, first: date, last: date) -> None:
    tally.possible += one.events
    if first <= one.first and one.last <= last:
        tally.certain += one.events
    if one.first == date.min or one.last == date.max:
        return
    days = (min(last, one.last) - max(first, one.first)).days + 1
    share = days / ((one.last - one.first).days + 1)
    tally.expected += one.events * share
    tally.score += one.score * share


def _told(tallies: dict[date, _Tally], by: PeriodKind) -> Iterable[Period]:
    for first, tally in sorted(tallies.items()):
        score = tally.score / tally.expected if tally.expected else None
        yield Period(first, _last(first, by), tally.certain, tally.possible, tally.expected, score)


def _periods(start: date, end: date, by: PeriodKind) -> Iterator[tuple[date, date]]:
    """The periods that some days touch."""
    if start > end:
        return
    first = _first(start, by)
    while True:
        last = _last(first, by)
        yield first, last
        if last >= end:
            return
        first = last + timedelta(days=1)


def _first(day: date, by: PeriodKind) -> date:
    if by == "week":
        return day - timedelta(days=min(day.weekday(), (day - date.min).days))
    return day if by == "day" else day.replace(day=1, month=1 if by == "year" else day.month)


def _last(first: date, by: PeriodKind) -> date:
    if by == "day":
        return first
    if by == "week":
        return first + timedelta(days=min(6 - first.weekday(), (date.max - first).days))
    if by == "year" or first.month == 12:
        return first.replace(month=12, day=31)
    return first.replace(month=first.month + 1) - timedelta(days=1)
