"""Times that a text gives only where it tells an act again: *attacked … The attack on Friday evening …*."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.claims.repetition import Told
from extract.claims.rules import ClaimRules
from extract.events.frames import Frame
from extract.events.tree import Tree
from ontology.model import Interval, Order, Statement, StatementTime


def with_times_of_retellings(
    tree: Tree,
    rules: ClaimRules,
    told: Sequence[Told],
    again: Sequence[Told],
    time_of: Callable[[Frame], StatementTime | None],
) -> list[Told]:
    """The statements, each with the narrowest time that it or one of its retellings ``again`` gives.

    ``time_of`` reads the time that stands at a frame itself.
    """
    known = {item.statement.id: item.statement for item in told}
    for item in again:
        statement = known.get(item.statement.id)
        time = _as_bound(tree, item.frame, rules, time_of(item.frame))
        time = _up_to(time, statement)
        if statement is not None and time is not None and _tells_more(time, statement):
            trace = (*statement.trace, f"time: told again with '{time.text}'")
            known[statement.id] = replace(statement, time=time, trace=trace)
    return [replace(item, statement=known[item.statement.id]) for item in told]


def _as_bound(
    tree: Tree, frame: Frame, rules: ClaimRules, time: StatementTime | None
) -> StatementTime | None:
    """*fights since it invaded in 2022*: the clause dates the begin of what it hangs on, or says nothing."""
    marks = (tree.lower[kid] for kid in tree.kids(frame.verb, "mark", "advmod"))
    orders = {rules.order.get(("mark", word)) for word in marks}
    if time is None or orders.isdisjoint((Order.BEFORE, Order.AFTER)):
        return time
    return (
        replace(time, interval=Interval.within(time.interval.earliest, None))
        if Order.AFTER in orders
        else None
    )


def _up_to(time: StatementTime | None, statement: Statement | None) -> StatementTime | None:
    """The time, its open end closed by that of the statement."""
    if time is None or time.interval.latest is not None or statement is None or statement.time is None:
        return time
    return replace(time, interval=Interval.within(time.interval.earliest, statement.time.interval.latest))


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
