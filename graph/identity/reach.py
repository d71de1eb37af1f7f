"""How far a report can see: the days within which it can meet the founder of an event that it could join.

At its turn (:func:`graph.identity.clusters.rank`) a report finds events that others have founded. At which of
these it looks depends on its own days, or where it has none on those near its publication, and on theirs. So
what is out of reach can change without changing what becomes of the report.
"""

from datetime import date, timedelta
from typing import NamedTuple

from graph.families import families
from graph.identity.likeness import compatible, times_agree
from graph.identity.report import Report, Window, shifted

UNPUBLISHED = Window(date.max, date.max)
"""Where undated reports of articles without a date stand among the days of publication: after all others."""


class Reach(NamedTuple):
    """What a report looks at: ``days`` on which events lie, and ``told``, when undated ones were first told.

    None where it looks at none. Imagined acts meet only those of their own article.
    """

    days: Window | None
    told: Window | None


def reach(report: Report) -> Reach:
    """What a report looks at."""
    if report.dated:
        return Reach(report.window, None)
    if report.guess is None:
        return Reach(None, None)
    told = UNPUBLISHED if report.published is None else told_before(report.published)
    return Reach(report.far or report.guess, told)


def stands(report: Report) -> date | None:
    """Where an undated report stands among the days of publication; None for others and imagined acts."""
    if report.dated or report.guess is None:
        return None
    return report.published or UNPUBLISHED.first


def told_before(day: date) -> Window:
    """When undated events were first told that may be told again on a day."""
    return Window(shifted(day, -_longest()), day)


def told_again(first: date, since: date) -> Window:
    """When reports are told that meet an undated event first told on a day, after one of ``since``."""
    return Window(since, max(since, shifted(first, _longest())))


def may_join(report: Report, founder: Report) -> bool:
    """Whether a report may join the event that another one founded, for all that can be told of these two.

    The reports of an article have one day of publication. So undated ones that meet because they are of one
    article are of one day as well, and by that in reach of whatever the other belongs to; those without such
    a day, and imagined ones, meet only those of their own article that say the same of their time.
    """
    return _meet(report, founder) and compatible(report, founder)


def _meet(report: Report, founder: Report) -> bool:
    if founder.dated:
        if report.dated:
            return times_agree(report, founder)
        seen = reach(report).days
        return seen is not None and founder.window is not None and seen.meet(founder.window) is not None
    if report.dated or report.hypothetical != founder.hypothetical:
        return False
    if report.hypothetical or report.published is None or founder.published is None:
        return (report.article, report.interval) == (founder.article, founder.interval)
    return abs(report.published - founder.published) <= _longest()


def _longest() -> timedelta:
    days = families().undated_days
    return timedelta(days=max(days.singular, days.repeated))
