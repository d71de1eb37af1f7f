"""Which of several returns of a date is meant: last March, this one, or the next."""

from collections.abc import Iterable, Mapping
from datetime import date

from extract.times.calendar import Period, Unit
from extract.times.context import FUTURE, PAST, PRESENT, Context
from extract.times.lexer import Value

Fields = Mapping[str, Value]
Steps = list[str]
# Without any hint, a yearly date is read as past unless its next return is this many times nearer.
_FUTURE_PULL = {None: 3.0, PRESENT: 1.0}
_LONG_AGO, _SOON = 270, 60  # days


def choose(
    candidates: Iterable[Period | None], fields: Fields, context: Context, steps: Steps
) -> Period | None:
    """One of several returns of a date, by "last", "this", "next" or by the context's direction."""
    today = context.published
    found = sorted({(p.begin, p.value): p for p in candidates if p and p.begin and p.end}.items())
    periods = [period for _, period in found]
    if not periods or today is None:
        return periods[0] if periods else None
    rel = fields.get("rel")
    if rel is not None:
        return _relative(periods, int(rel), today, steps)
    before = [p for p in periods if p.begin and p.begin <= today]
    ahead = [p for p in periods if p.end and p.end >= today]
    if not before or not ahead:
        return ahead[0] if ahead else before[-1]
    return _by_direction(before[-1], ahead[0], context.direction, today, steps)


def _relative(periods: list[Period], rel: int, today: date, steps: Steps) -> Period | None:
    """The last one (-1), this one (0), the next one (1), as the text itself says."""
    if rel == 0:
        steps.append("this one: nearest to publication")
        return min(periods, key=lambda p: _distance(p, today))
    if rel < 0:
        steps.append("last one that ended before publication")
        return next((p for p in reversed(periods) if p.end and p.end < today), None)
    steps.append("next one that begins after publication")
    return next((p for p in periods if p.begin and p.begin > today), None)


def _by_direction(past: Period, future: Period, direction: int | None, today: date, steps: Steps) -> Period:
    if _soon_rather_than_long_ago(past, future, today):
        steps.append("close ahead, the one before is long ago")
        return future
    if direction == FUTURE and past.unit in (Unit.QUARTER, Unit.HALF):
        direction = PRESENT  # results of a quarter are told of and announced close to it
    if direction in (PAST, FUTURE):
        steps.append("latest before publication" if direction == PAST else "next after publication")
        return past if direction == PAST else future
    ahead = _distance(future, today) * _FUTURE_PULL[direction] < _distance(past, today)
    steps.append("nearest to publication" + (", ahead" if ahead else ""))
    return future if ahead else past


def _soon_rather_than_long_ago(past: Period, future: Period, today: date) -> bool:
    """A day that lies most of a year back would be told with its year: the coming one is meant."""
    return (
        past.unit is Unit.DAY and _distance(past, today) > _LONG_AGO and 0 < _distance(future, today) <= _SOON
    )


def _distance(period: Period, today: date) -> int:
    if period.begin is None or period.end is None:
        return 10**6
    return max((period.begin - today).days, (today - period.end).days, 0)
