"""Grouping a block anew where something has changed, without looking at the rest of it.

The events that were there tell what became of each report when it had its turn: it joined the one that came
first of its event, its *founder*, or was that itself. A change is played through in the same order:

* A report that comes is placed by the rules; it changes the event of its founder, from then on.
* A report that goes changes the event of the founder that it had, from then on.
* A report that stays does what it did, unless it may join an event that has changed
  (:func:`graph.identity.reach.may_join`); then it is placed by the rules, and if it comes to another founder
  than before, it changes both events.

This gives what grouping the whole block would, provided that all has been read that matters:

1. Wherever one report of an event was read, all were.
2. For each report that is placed, all were read whose events it may join.
3. For each event that changes, all were read that may join it and have their turn later.

For by induction over the turns: a report that is placed meets the same events with the same members as in
the whole block. By 2 their founders were read: dated ones of the days at which it looks, and undated ones
that were told when it looks for these. Their members too: one that was not read does what it did,
by 3, so it would be a member of the founder's former event, which was read as a whole, by 1. And a report
that is not placed, read or not, finds what it found at its turn before, as no event that it may join has
changed. Where 2 or 3 fails, what is missing is said, and the change is played again when it has been read;
at the latest that is the whole block.

It holds as long as no decision brings together events that were read: those hide their founders.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from graph.identity.clusters import Clusters, rank
from graph.identity.decisions import Decisions
from graph.identity.grouping import Group
from graph.identity.reach import UNPUBLISHED, may_join, reach, told_again
from graph.identity.report import Report, Window, shifted


class Later(NamedTuple):
    """Undated reports that look at some days and were told on one day or after it."""

    days: Window
    since: date


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a block: reports that look at some ``days``, and undated ones that were ``told`` on some.

    Dated reports look at their own days. Of some days it has the ``dated`` reports alone, and ``later`` has
    more of the others. Windows are in order and apart.
    """

    days: tuple[Window, ...] = ()
    told: tuple[Window, ...] = ()
    dated: tuple[Window, ...] = ()
    later: frozenset[Later] = frozenset()

    @classmethod
    def around(cls, reports: Iterable[Report]) -> "Part":
        """What some reports may look at, and what most likely looks at them."""
        seen = [(report.dated, *reach(report)) for report in reports]
        return cls(
            _merged(days for dated, days, _ in seen if days and dated),
            _merged(told for *_, told in seen if told),
            _merged(days for dated, days, _ in seen if days and not dated),
        )

    def __or__(self, other: "Part") -> "Part":
        return Part(
            _merged((*self.days, *other.days)),
            _merged((*self.told, *other.told)),
            _merged((*self.dated, *other.dated)),
            self.later | other.later,
        )

    def widened(self, days: int) -> "Part":
        """The same with so many days more to either side."""
        more = timedelta(days=days)
        return Part(
            _merged(_wider(window, more) for window in self.days),
            _merged(_wider(window, more) for window in self.told),
            _merged(_wider(window, more) for window in self.dated),
            frozenset(Later(_wider(window, more), shifted(since, -more)) for window, since in self.later),
        )

    def looks_at(self, days: Window) -> bool:
        """Whether all that look at some days belong to it."""
        return _covers(self.days, days)

    def is_dated(self, days: Window) -> bool:
        """Whether all dated reports of some days belong to it."""
        return _covers(_merged((*self.days, *self.dated)), days)

    def looks_later(self, wanted: Later) -> bool:
        """Whether these undated reports belong to it."""
        return self.looks_at(wanted.days) or _covers(
            (days for days, since in self.later if since <= wanted.since), wanted.days
        )

    def was_told(self, days: Window) -> bool:
        """Whether all undated reports told on some days belong to it."""
        return _covers(self.told, days)


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The events that what was read will be, and what else must be read before they can be trusted."""

    groups: tuple[Group, ...]
    missing: Part


def regroup_nearby(
    old: Sequence[Group], leaving: Collection[str], coming: Iterable[Report], read: Part, decisions: Decisions
) -> Regrouped:
    """What becomes of a part of a block.

    Args:
        old: Its events as they are; all that belong to the part, with all their reports.
        leaving: The ids of reports that go; all of an article go at once.
        coming: Reports of the block that come; all of an article come at once.
        read: The part.
        decisions: Those that hold; they bring none of these reports together.
    """
    play = _Play(old, read, decisions)
    turns = [(rank(report), False, report) for group in old for report in group.reports]
    turns += [(rank(report), True, report) for report in coming]
    for _, new, report in sorted(turns, key=lambda turn: turn[:2]):
        if new:
            play.come(report)
        elif report.id in leaving:
            play.leave(report)
        else:
            play.stay(report)
    groups = tuple(Group.of(cluster.members) for cluster in play.clusters)
    return Regrouped(groups, play.missing)


class _Play:
    """Gives each report its turn."""

    def __init__(self, old: Iterable[Group], read: Part, decisions: Decisions) -> None:
        self.clusters = Clusters(decisions)
        self.missing = Part()
        self._read = read
        self._changed = _Changed()
        first = ((min(group.reports, key=rank), group) for group in old)
        self._founder = {report.id: founder for founder, group in first for report in group.reports}

    def come(self, report: Report) -> None:
        self._see(report)
        self._change(self.clusters.place(report).founder, report)

    def leave(self, report: Report) -> None:
        self._change(self._founder[report.id], report)

    def stay(self, report: Report) -> None:
        before = self._founder[report.id]
        if not self._changed.concerns(report, before):
            self.clusters.keep(report, before.id)
            return
        self._see(report)
        founder = self.clusters.place(report).founder
        if founder.id != before.id:
            self._change(before, report)
            self._change(founder, report)

    def _see(self, report: Report) -> None:
        """A report is placed: what it may look at must have been read."""
        days, told = reach(report)
        if days is not None and not self._read.is_dated(days):
            self.missing |= Part(dated=(days,))
        if told is not None and not self._read.was_told(told):
            self.missing |= Part(told=(told,))

    def _change(self, founder: Report, report: Report) -> None:
        """An event changes at a report's turn: those after it who may look at it must have been read."""
        self._changed.add(founder)
        published = report.age[0]
        if founder.dated and founder.window is not None:
            later = Later(founder.window, published)
            if report.dated and not self._read.looks_at(founder.window):
                self.missing |= Part(days=(founder.window,))
            elif not report.dated and not self._read.looks_later(later):
                self.missing |= Part(later=frozenset((later,)))
        elif founder.published is not None and not founder.hypothetical:
            told = told_again(founder.published, published)
            if not self._read.was_told(told):
                self.missing |= Part(told=(told,))


class _Changed:
    """Events that have changed, by their founders."""

    def __init__(self) -> None:
        self._founders: set[Report] = set()
        self._by_month: dict[int, list[Report]] = {}

    def add(self, founder: Report) -> None:
        if founder not in self._founders:
            self._founders.add(founder)
            for month in _stand(founder).months:
                self._by_month.setdefault(month, []).append(founder)

    def concerns(self, report: Report, before: Report) -> bool:
        """Whether a report may join one of them, or belonged to it ``before``."""
        return before in self._founders or any(
            may_join(report, founder)
            for month in self._months(report)
            for founder in self._by_month.get(month, ())
        )

    def _months(self, report: Report) -> Iterator[int]:
        for window in reach(report):
            if window is not None:
                yield from window.months


def _stand(founder: Report) -> Window:
    """The days by which others look at what a report founded: its own, or those of publication."""
    if founder.dated and founder.window is not None:
        return founder.window
    return UNPUBLISHED if founder.published is None else Window(founder.published, founder.published)


def _wider(window: Window, more: timedelta) -> Window:
    return Window(shifted(window.first, -more), shifted(window.last, more))


def _covers(windows: Iterable[Window], wanted: Window) -> bool:
    return any(w.first <= wanted.first and wanted.last <= w.last for w in windows)


def _merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """The same days in as few windows as possible."""
    found: list[Window] = []
    for window in sorted(windows):
        if found and window.first <= shifted(found[-1].last, timedelta(days=1)):
            found[-1] = Window(found[-1].first, max(found[-1].last, window.last))
        else:
            found.append(window)
    return tuple(found)
