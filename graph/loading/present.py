"""Reading statements that are there, with the events that they report and the orders said of them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from graph.identity import Decisions, Part
from graph.loading.begun import Begun
from graph.loading.spans import days_rows, told_rows
from graph.store import Row, Transaction


def read_nearby(
    transaction: Transaction, parts: Mapping[str, Part], statements: Collection[str] = ()
) -> list[Row]:
    """All statements of the events of some statements, and of all that belong to parts of blocks."""
    given = {
        "blocks": [],
        "statements": sorted(statements),
        "days": [row for block, part in parts.items() for row in days_rows(block, part)],
        "told": [row for block, part in parts.items() for row in told_rows(block, part)],
    }
    return transaction.run("load_present", rows=given)


def read_blocks(transaction: Transaction, begun: Begun, blocks: Iterable[str]) -> Begun:
    """The same graph with all statements of more blocks."""
    more = sorted(set(blocks) - begun.blocks)
    if not more:
        return begun
    given: Row = {"blocks": more, "statements": [], "days": [], "told": []}
    present = (*begun.present, *transaction.run("load_present", rows=given))
    return replace(begun, blocks=begun.blocks.union(more), present=present)


def with_partners(
    transaction: Transaction, begun: Begun, coming: Iterable[str], decisions: Decisions
) -> Begun:
    """The same graph with all blocks that decisions tie to what is there or will come."""
    while decisions.joined:
        missing = decisions.partners({*coming, *(row["id"] for row in begun.present)})
        wider = read_blocks(transaction, begun, blocks_of(transaction, missing))
        if wider is begun:
            break
        begun = wider
    return begun


def blocks_of(transaction: Transaction, statements: Collection[str]) -> set[str]:
    """The blocks of some statements that are valid."""
    rows = transaction.run("load_blocks", statements=sorted(statements)) if statements else []
    return {row["block"] for row in rows}
