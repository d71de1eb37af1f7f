"""What statements that come and go change, read and worked out near them in time only."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, repeat

from graph.identity import Group, Part, Report, regroup_nearby
from graph.loading.begun import Begun
from graph.loading.plan import Plan, plan
from graph.loading.present import read_nearby
from graph.loading.reports import report_of_row
from graph.store import Row, Transaction

# How many days more are read to either side, each time that changes reach beyond what was read.
_WIDENING = (0, 4, 16, 64, 256, 1024, 4096)


def plan_nearby(
    transaction: Transaction, begun: Begun, coming: Sequence[Report]
) -> tuple[Begun, Plan] | None:
    """The difference that statements make, and the graph with what was read for it.

    Args:
        transaction: The open transaction.
        begun: The graph as it is.
        coming: The reports that come.

    Returns:
        None where decisions bring together some of what is near: then whole blocks are needed.
    """
    near = _Nearby(begun, coming)
    parts = {block: Part.around(reports) for block, reports in near.coming.items()}
    near.take(read_nearby(transaction, parts, begun.removed))
    parts |= {block: Part() for block in near.blocks - parts.keys()}
    waiting: Iterable[str] = list(parts)
    for days in chain(_WIDENING, repeat(_WIDENING[-1])):
        missing = {
            block: found for block in waiting if (found := near.regroup(block, parts[block])) != Part()
        }
        if near.tied or not missing:
            break
        more = {block: part.widened(days) for block, part in missing.items()}
        near.take(read_nearby(transaction, more))
        parts |= {block: parts[block] | part for block, part in more.items()}
        waiting = list(more)
    return None if near.tied else near.result()


class _Nearby:
    """Statements that were read, by block and event, and the events that they will be.

    ``tied``: decisions bring together some of them.
    """

    def __init__(self, begun: Begun, coming: Iterable[Report]) -> None:
        self._begun = begun
        self._decided = {name for pair in begun.decisions.joined for name in pair}
        self._rows: dict[str, Row] = {}
        self._events: dict[str, dict[str, list[Report]]] = {}
        self._groups: dict[str, tuple[Group, ...]] = {}
        self.coming: dict[str, list[Report]] = {}
        self.tied = False
        for report in coming:
            self.coming.setdefault(report.block, []).append(report)
            self.tied |= report.id in self._decided

    @property
    def blocks(self) -> set[str]:
        """The blocks of what was read."""
        return set(self._events)

    def take(self, rows: Iterable[Row]) -> None:
        """Add what was read; all statements of an event at once."""
        for row in rows:
            if row["id"] not in self._rows:
                self._rows[row["id"]] = row
                self.tied |= row["id"] in self._decided
                report = report_of_row(row, self._begun.decisions)
                self._events.setdefault(report.block, {}).setdefault(row["event"], []).append(report)

    def regroup(self, block: str, part: Part) -> Part:
        """Work out the events of a block; what is missing for that, if anything."""
        old = [Group.of(reports) for reports in self._events.get(block, {}).values()]
        begun = self._begun
        found = regroup_nearby(old, begun.removed, self.coming.get(block, ()), part, begun.decisions)
        self._groups[block] = found.groups
        return found.missing

    def result(self) -> tuple[Begun, Plan]:
        """The graph with what was read, and the difference."""
        old = (
            (report, event)
            for events in self._events.values()
            for event, reports in events.items()
            for report in reports
        )
        groups = (group for groups in self._groups.values() for group in groups)
        begun = replace(self._begun, present=tuple(self._rows.values()))
        return begun, plan(old, begun.removed, groups)
