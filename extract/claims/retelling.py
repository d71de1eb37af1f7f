"""Times that a text gives only where it tells an act again: *attacked … The attack on Friday evening …*."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.claims.repetition import Told
from extract.events.frames import Frame
from ontology.model import Interval, Statement, StatementTime


def with_times_of_retellings(
    told: Sequence[Told], again: Sequence[Told], time_of: Callable[[Frame], StatementTime | None]
) -> list[Told]:
    """The statements, each with the narrowest time that it or one of its retellings ``again`` gives.

    ``time_of`` reads the time that stands at a frame itself.
    """
    known = {item.statement.id: item.statement for item in told}
    for item in again:
        statement = known.get(item.statement.id)
        time = time_of(item.frame)
        if statement is not None and time is not None and _tells_more(time, statement):
            trace = (*statement.trace, f"time: told again with '{time.text}'")
            known[statement.id] = replace(statement, time=time, trace=trace)
    return [replace(item, statement=known[item.statement.id]) for item in told]


def _tells_more(new: StatementTime, statement: Statement) -> bool:
    """Whether a closed interval lies inside what is known so far, and is smaller."""
    old = statement.time
    if old is None or new.interval.earliest is None or new.interval.latest is None:
        return False
    return new.interval != old.interval and _holds(old.interval, new.interval)


def _holds(outer: Interval, inner: Interval) -> bool:
    early = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    late = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return early and late
