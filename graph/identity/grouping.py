"""Which reports mean the same event: a pure function of the reports of a block, in whatever order they come.

Reports with closely known dates come first and found events; wider ones, then undated ones join the only
event that fits, or found one of their own (:mod:`graph.identity.clusters`). Where two events fit equally well
none is chosen: one event too many is visible and harmless, two events made one are neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.identity.clusters import Clusters, rank
from graph.identity.decisions import UNDECIDED, Decisions, united
from graph.identity.report import Report


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of one event; the first published comes first."""

    reports: tuple[Report, ...]

    @classmethod
    def of(cls, reports: Iterable[Report]) -> "Group":
        """The group of some reports in whatever order."""
        return cls(tuple(sorted(reports, key=lambda report: report.age)))

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


def _of_block(reports: list[Report], decisions: Decisions) -> list[Group]:
    clusters = Clusters(decisions)
    for report in sorted(reports, key=rank):
        clusters.place(report)
    return [Group.of(cluster.members) for cluster in clusters]


def _unite(groups: list[Group], decisions: Decisions) -> list[Group]:
    groups.sort(key=lambda group: group.id)
    parts = [tuple(report.id for report in group.reports) for group in groups]
    return [
        Group.of(report for number in numbers for report in groups[number].reports)
        for numbers in united(parts, decisions)
    ]
