"""Which reports mean the same event: a pure function of the reports of a block, in whatever order they come.

Reports with closely known dates come first and found events; wider ones, then undated ones join the only
event that fits, or found one of their own. Where two events fit equally well none is chosen: one event too
many is visible and harmless, two events made one are neither.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.families import families
from graph.identity.decisions import UNDECIDED, Decisions, united
from graph.identity.likeness import compatible, fit, times_agree
from graph.identity.report import Report, Window
from ontology.model import Modality

# How far back "their meeting in Reykjavik" may point to the only known meeting there.
_SAME_PLACE_REACH = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one event; the first published comes first."""

    reports: tuple[Report, ...]

    @property
    def id(self) -> str:
        """The event's id: that of the first report, with ``e`` for ``s``."""
        return event_id(self.reports[0].id)


def event_id(statement: str) -> str:
    """The id that an event has if this statement is its first."""
    return "e" + statement.removeprefix("s")


def identify(reports: Iterable[Report], decisions: Decisions = UNDECIDED) -> tuple[Group, ...]:
    """The events that these reports mean, sorted by id; each report is in exactly one.

    Reports of different blocks meet only by decision, so it is the same whether blocks are given together or
    alone, as long as those that decisions bring together are.
    """
    blocks: dict[str, list[Report]] = {}
    for report in reports:
        blocks.setdefault(report.block, []).append(report)
    groups = [group for name in sorted(blocks) for group in _of_block(blocks[name], decisions)]
    if decisions.joined:
        groups = _unite(groups, decisions)
    return tuple(sorted(groups, key=lambda group: group.id))


def _unite(groups: list[Group], decisions: Decisions) -> list[Group]:
    groups.sort(key=lambda group: group.id)
    parts = [tuple(report.id for report in group.reports) for group in groups]
    together = (
        [r for number in numbers for r in groups[number].reports] for numbers in united(parts, decisions)
    )
    return [Group(tuple(sorted(reports, key=lambda report: report.age))) for reports in together]


@dataclass(slots=True)
class _Cluster:
    """An event in the making; ``window`` has the days that all its dated reports allow."""

    members: list[Report]
    decisions: Decisions
    window: Window | None = field(default=None)

    def admits(self, report: Report) -> bool:
        names = (member.id for member in self.members)
        return not self.decisions.apart((report.id,), names) and all(
            compatible(report, member) for member in self.members
        )

    def add(self, report: Report) -> None:
        self.members.append(report)
        if report.window is not None:
            both = report.window if self.window is None else self.window.meet(report.window)
            self.window = both or self.window

    def fit(self, report: Report) -> int:
        return max(fit(report, member) for member in self.members)


def _of_block(reports: list[Report], decisions: Decisions) -> list[Group]:
    dated = [report for report in reports if report.window is not None and not _hypothetical(report)]
    dated.sort(key=lambda report: (_days(report), report.window, report.id))
    undated = [report for report in reports if report.window is None or _hypothetical(report)]
    undated.sort(key=lambda report: report.age)
    index = _Index(decisions)
    for report in dated:
        _join(report, index.near(report.window), _meets, index)
    loose: list[_Cluster] = []
    for report in undated:
        if not _settle(report, index):
            _gather(report, loose, decisions)
    clusters = [*index.clusters, *loose]
    return [Group(tuple(sorted(c.members, key=lambda report: report.age))) for c in clusters]


class _Index:
    """Dated clusters, found by month."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self.clusters: list[_Cluster] = []
        self._months: dict[int, list[_Cluster]] = {}

    def near(self, window: Window | None) -> list[_Cluster]:
        found = {
            id(c): c for month in _months(window) for c in self._months.get(month, ()) if _touch(c, window)
        }
        return list(found.values())

    def add(self, report: Report) -> None:
        cluster = _Cluster([report], self._decisions, report.window)
        self.clusters.append(cluster)
        for month in _months(report.window):
            self._months.setdefault(month, []).append(cluster)


def _join(
    report: Report, clusters: list[_Cluster], meets: Callable[[Report, _Cluster], bool], index: _Index
) -> None:
    chosen = _choose(report, [c for c in clusters if meets(report, c) and c.admits(report)])
    if chosen is None:
        index.add(report)
    else:
        chosen.add(report)


def _meets(report: Report, cluster: _Cluster) -> bool:
    return all(times_agree(report, member) for member in cluster.members if member.window is not None)


def _settle(report: Report, index: _Index) -> bool:
    """Give an undated report to the only dated event that it can mean."""
    window = report.guess
    if window is None:
        return False
    chosen = _choose(report, [c for c in index.near(window) if c.admits(report)])
    if chosen is None and report.place is not None and report.kind == "singular":
        reach = Window(window.first - _SAME_PLACE_REACH, window.last)
        there = [c for c in index.near(reach) if _at(c, report) and c.admits(report)]
        chosen = there[0] if len(there) == 1 else None
    if chosen is not None:
        chosen.add(report)
    return chosen is not None


def _gather(report: Report, loose: list[_Cluster], decisions: Decisions) -> None:
    """Give an undated report to an undated event: of the same article, or told at nearly the same time."""
    chosen = _choose(report, [c for c in loose if _told_together(report, c) and c.admits(report)])
    if chosen is None:
        loose.append(_Cluster([report], decisions))
    else:
        chosen.add(report)


def _told_together(report: Report, cluster: _Cluster) -> bool:
    if any(member.article == report.article for member in cluster.members):
        return any(
            member.interval == report.interval and member.modality == report.modality
            for member in cluster.members
            if member.article == report.article
        )
    first = min(member.published or date.max for member in cluster.members)
    if report.published is None or report.guess is None or any(_hypothetical(m) for m in cluster.members):
        return False
    limit = timedelta(days=families().undated_days.of(report.kind))
    return first != date.max and abs(report.published - first) <= limit


def _choose(report: Report, candidates: list[_Cluster]) -> _Cluster | None:
    """The cluster that fits best; None if there is none, or no single best."""
    if not candidates:
        return None
    ranked = sorted(((c.fit(report), c) for c in candidates), key=lambda pair: -pair[0])
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return ranked[0][1]


def _touch(cluster: _Cluster, window: Window | None) -> bool:
    return window is not None and cluster.window is not None and cluster.window.meet(window) is not None


def _at(cluster: _Cluster, report: Report) -> bool:
    return any(m.place and report.place and m.place.id == report.place.id for m in cluster.members)


def _hypothetical(report: Report) -> bool:
    return report.modality is Modality.HYPOTHETICAL


def _days(report: Report) -> int:
    return report.window.days if report.window else 0


def _months(window: Window | None) -> range:
    if window is None:
        return range(0)
    first, last = window
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
