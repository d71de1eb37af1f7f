"""What every change of the ledger does: end versions of articles, add one, and work out anew what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.identity import Decisions, Report, identify
from graph.loading import rows
from graph.loading.begun import Begun, Ended
from graph.loading.copies import link_copies, name_wires
from graph.loading.nearby import plan_nearby
from graph.loading.plan import Plan, plan
from graph.loading.present import blocks_of, read_blocks, with_partners
from graph.loading.reports import report_of_row, reports_of
from graph.loading.times import Dates, date_events, links_of
from graph.loading.write import Change, write_articles, write_events
from graph.solver import Link
from graph.store import Row, Transaction
from ontology.model import Extraction


@dataclass(frozen=True, slots=True)
class Ending:
    """The version of an article that is valid now ends.

    ``on`` is the day from which it no longer counts for those who ask as of a day; None means that it never
    did (a new reading of the same text takes its place).
    """

    article: str
    ended: Ended
    on: date | None = None
    because: str | None = None
    by: str | None = None
    replaced_by: str | None = None


def regroup(
    transaction: Transaction,
    begun: Begun,
    change: Change,
    extractions: Sequence[Extraction] = (),
    endings: Sequence[Ending] = (),
    decisions: Decisions | None = None,
    said: Sequence[Report] = (),
) -> Plan:
    """Write one change: versions that end, the articles that come, and the events that follow.

    ``decisions`` are those that hold from now on, where they are others than those that held before. ``said``
    may have the reports of the articles, as they are where no actor turned out to be another.
    """
    after = begun.decisions if decisions is None else decisions
    reports = said if said and not after.moves else reports_of(extractions, after)
    begun, changes = _planned(transaction, begun, reports, after)
    if endings:
        _end(transaction, [_ending_row(ending, begun.moment) for ending in endings])
    links = [link for extraction in extractions for link in links_of(extraction, changes.event_of)]
    dates = Dates(transaction, changes, links, begun.present)
    found = date_events(dates, changes, links)
    if extractions:
        statements = [statement for extraction in extractions for statement in extraction.statements]
        said_of = {report.id: report for report in reports}
        write_articles(transaction, extractions, said_of, begun.moment, _begin_day(begun))
        _write_renamed(transaction, rows.renamed(statements, after))
        link_copies(transaction, {one.article.id: one.article.text for one in extractions})
    ordered = sorted({*changes.written, *(link.event for link in links)}) if dates.linked else []
    write_events(transaction, changes, found, dates, ordered, change, _ends(changes, links, begun))
    if begun.removed:
        _drop_orphans(transaction, begun)
    return changes


def _planned(
    transaction: Transaction, begun: Begun, coming: Sequence[Report], after: Decisions
) -> tuple[Begun, Plan]:
    """What changes, and the graph with all that was read to see that.

    What is near in time is enough, unless decisions change or bring together some of that; then the blocks
    that were read, or those of the statements, are grouped as a whole.
    """
    if not begun.blocks:
        found = plan_nearby(transaction, begun, coming)
        if found is not None:
            return found
        blocks = {report.block for report in coming} | blocks_of(transaction, begun.removed)
        begun = read_blocks(transaction, begun, blocks)
    begun = with_partners(transaction, begun, [report.id for report in coming], after)
    return begun, _plan_blocks(begun, coming, after)


def _plan_blocks(begun: Begun, coming: Sequence[Report], after: Decisions) -> Plan:
    old = [(report_of_row(row, begun.decisions), str(row["event"])) for row in begun.present]
    if after.moves == begun.decisions.moves:
        kept = {report.id: report for report, _ in old if report.id not in begun.removed}
    else:
        stay = (row for row in begun.present if row["id"] not in begun.removed)
        kept = {row["id"]: report_of_row(row, after) for row in stay}
    kept |= {report.id: report for report in coming}
    return plan(old, begun.removed, identify(kept.values(), after))


def _ends(changes: Plan, links: Sequence[Link], begun: Begun) -> set[str]:
    """The events at the ends of orders that come with links, or that go or move with their statements."""
    moved = {statement for statement, _ in changes.moved} | begun.removed
    orders = [order for row in begun.present if row["id"] in moved for order in row["orders"]]
    ends = {str(order[end]) for order in orders for end in ("source_event", "target_event")}
    return ends | {end for link in links for end in (link.event, link.other)}


def _end(transaction: Transaction, endings: list[Row]) -> None:
    """End versions of articles, and name the wires anew that they were of."""
    left = {str(row["id"]) for row in transaction.run("load_end", rows=endings)}
    if left:
        name_wires(transaction, left)


def _write_renamed(transaction: Transaction, renamed: Sequence[Row]) -> None:
    if renamed:
        transaction.run("load_renamed", rows=list(renamed))


def _begin_day(begun: Begun) -> date | None:
    """From which day on a version counts that comes back after an end; None for others."""
    if begun.digest is not None or begun.ended is None or begun.ended_on is None:
        return None
    return max(begun.ended_on, date.fromisoformat(begun.moment[:10]))


def _drop_orphans(transaction: Transaction, begun: Begun) -> None:
    gone = [row for row in begun.present if row["id"] in begun.removed]
    actors = {actor for row in gone for actor in (*row["subjects"], *row["objects"], *row["speakers"])}
    places = {row["place"] for row in gone if row["place"]}
    transaction.run("load_orphans", actors=sorted(actors), places=sorted(places))


def _ending_row(ending: Ending, moment: str) -> Row:
    return {
        "article": ending.article,
        "ended": ending.ended,
        "ended_on": ending.on,
        "until": moment,
        "because": ending.because,
        "by": ending.by,
        "replaced_by": ending.replaced_by,
    }
