"""The statements known then, read block by block as they are needed, and the groups that they make."""

from collections.abc import Iterable

from graph.identity import Group, identify
from graph.known import Known
from graph.loading.days import distance_of_row
from graph.solver import Link
from graph.store import Store
from graph.then.said import Said, decided, differing, said
from ontology.model import Order


class Pool:
    """Reads what is asked for and what hangs together with it, once. Not for use by several threads.

    Blocks are named by the decisions that held then; ``settle`` makes sure that all their statements, and
    those of blocks that decisions tie to them, are read and grouped.
    """

    def __init__(self, store: Store, known: Known) -> None:
        self._store, self._known = store, known
        rows = store.read("decisions")
        self.decisions = decided(rows, known)
        self.said: dict[str, Said] = {}
        self.groups: dict[str, Group] = {}
        self.event_of: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._read: set[str] = set()
        self._settled: set[str] = set()
        others = differing(rows, known)
        if others:
            self._take((), others)

    def settle_stored(self, blocks: Iterable[str]) -> None:
        """Settle the blocks to which the statements of some blocks, as they are named now, belonged."""
        wanted = set(blocks)
        self._fetch(wanted)
        self.settle({found.block for found in self.said.values() if found.row["block"] in wanted})

    def settle_renamed(self) -> None:
        """Settle the blocks of statements of which actors are other ones now."""
        self.settle({found.block for found in self.said.values() if found.block not in self._settled})

    def settle(self, blocks: Iterable[str]) -> None:
        """Read and group all statements of some blocks."""
        wanted = set(blocks) - self._settled
        while True:
            self._fetch(wanted)
            members = {name for block in wanted for name in self._members.get(block, ())}
            partners = self.decisions.partners(members)
            self.find(partners - self.said.keys())
            more = {self.said[name].block for name in partners if name in self.said} - wanted
            if not more:
                break
            wanted |= more
        self._settled |= wanted
        reports = [self.said[name].report for name in members]
        for group in identify(reports, self.decisions):
            self.groups[group.id] = group
            self.event_of |= {report.id: group.id for report in group.reports}

    def find(self, statements: Iterable[str]) -> None:
        """Read the blocks of some statements."""
        names = sorted(statements)
        rows = self._store.read("then_blocks_of_statements", statements=names) if names else []
        self._fetch({row["block"] for row in rows})

    def links(self, names: Iterable[str]) -> list[Link]:
        """All orders said of some events, to whichever other ones."""
        orders = {
            order["id"]: order
            for name in names
            for report in self.groups[name].reports
            for order in self.said[report.id].row["orders"]
        }
        self._fetch({order["block"] for order in orders.values() if order["other"] not in self.said})
        ends = {name for order in orders.values() for name in (order["source"], order["target"])}
        self.settle({self.said[name].block for name in ends - self.event_of.keys()})
        found = ((orders[name], self.event_of) for name in sorted(orders))
        return [
            Link(
                order["id"],
                of[order["source"]],
                Order(order["order"]),
                of[order["target"]],
                distance_of_row(order),
            )
            for order, of in found
            if of[order["source"]] != of[order["target"]]
        ]

    def _fetch(self, blocks: set[str]) -> None:
        unread = sorted(blocks - self._read)
        if unread:
            self._take(unread, ())
            self._read.update(unread)

    def _take(self, blocks: Iterable[str], decisions: Iterable[str]) -> None:
        rows = self._store.read("then_statements", blocks=list(blocks), decisions=list(decisions))
        for found in said(rows, self._known, self.decisions):
            self.said[found.report.id] = found
            self._members.setdefault(found.block, set()).add(found.report.id)
