"""What every change of the ledger does: end versions of articles, add one, and work out anew what follows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.identity import UNDECIDED, Decisions, Report
from graph.loading import rows
from graph.loading.copies import link_copies, name_wires
from graph.loading.decided import decisions_of
from graph.loading.plan import Plan, plan
from graph.loading.times import Dates, date_events, links_of
from graph.loading.write import Change, write_articles, write_events
from graph.solver import Link
from graph.store import Row, Transaction
from ontology.model import Extraction

Ended = Literal["reread", "replaced", "withdrawn"]


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


# The columns of a statement in ``load_begin.cypher``.
PRESENT = (
    "id", "event", "article", "published", "predicate", "type", "mode", "polarity", "modality", "subjects",
    "subject_states", "subject_types", "objects", "object_states", "object_types", "speakers", "timed",
    "begin_earliest", "begin_latest", "end_earliest", "end_latest", "approximate", "place", "place_state",
    "orders",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Begun:
    """The locked graph as a change finds it: see ``load_begin.cypher``.

    ``idle``: there is nothing to do. ``ended`` says how an article that is not valid came to its end.
    ``present`` has the statements of ``blocks``; ``decisions`` are those that hold.
    """

    moment: str
    digest: str | None
    ended: Ended | None
    ended_on: date | None
    idle: bool
    leaving: tuple[str, ...]
    removed: frozenset[str]
    blocks: frozenset[str]
    present: tuple[Row, ...]
    decisions: Decisions


def begin(
    transaction: Transaction,
    blocks: Sequence[str] = (),
    *,
    article: str = "",
    digest: str = "",
    leaving: Sequence[str] = (),
    again: bool = False,
) -> Begun:
    """Lock the graph and read what is there.

    Args:
        transaction: The open transaction; the lock is held until its end.
        blocks: Blocks of statements to read, beside those of articles that leave.
        article: The article that comes, if any.
        digest: Its reading.
        leaving: Articles that end.
        again: Whether the article may come back after its end.
    """
    given = {
        "article": article,
        "digest": digest,
        "blocks": list(blocks),
        "leaving": list(leaving),
        "again": again,
        "more": False,
    }
    (row,) = transaction.run("load_begin", rows=given)
    return Begun(
        moment=row["moment"],
        digest=row["digest"],
        ended=row["ended"],
        ended_on=date.fromisoformat(row["ended_on"]) if row["ended_on"] else None,
        idle=row["idle"],
        leaving=tuple(row["leaving"]),
        removed=frozenset(row["removed"]),
        blocks=frozenset(row["blocks"]),
        present=_present(row),
        decisions=decisions_of(transaction.run("decisions")) if row["decisions"] else UNDECIDED,
    )


def read_more(transaction: Transaction, begun: Begun, blocks: Iterable[str]) -> Begun:
    """The same graph with the statements of more blocks."""
    more = sorted(set(blocks) - begun.blocks)
    if not more:
        return begun
    given = {"article": "", "digest": "", "blocks": more, "leaving": [], "again": False, "more": True}
    (row,) = transaction.run("load_begin", rows=given)
    return replace(begun, blocks=begun.blocks.union(more), present=(*begun.present, *_present(row)))


def _present(row: Row) -> tuple[Row, ...]:
    return tuple(dict(zip(PRESENT, columns, strict=True)) for columns in row["present"])


def with_partners(
    transaction: Transaction, begun: Begun, coming: Iterable[str], decisions: Decisions
) -> Begun:
    """The same graph with all blocks that decisions tie to what is there or will come."""
    while decisions.joined:
        missing = decisions.partners({*coming, *(row["id"] for row in begun.present)})
        rows = transaction.run("load_blocks", statements=sorted(missing)) if missing else []
        wider = read_more(transaction, begun, (row["block"] for row in rows))
        if wider is begun:
            break
        begun = wider
    return begun


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
    statements = [statement for extraction in extractions for statement in extraction.statements]
    begun = with_partners(transaction, begun, [statement.id for statement in statements], after)
    reports = said if said and not after.moves else rows.reports(extractions, after)
    changes = _plan(begun, reports, after)
    if endings:
        _end(transaction, [_ending_row(ending, begun.moment) for ending in endings])
    links = [link for extraction in extractions for link in links_of(extraction, changes.event_of)]
    dates = Dates(transaction, changes, links, begun.present)
    found = date_events(dates, changes, links)
    if extractions:
        blocks = {report.id: report.block for report in reports}
        write_articles(transaction, extractions, blocks, begun.moment, _begin_day(begun))
        _write_renamed(transaction, rows.renamed(statements, after))
        link_copies(transaction, {one.article.id: one.article.text for one in extractions})
    ordered = sorted({*changes.written, *(link.event for link in links)}) if dates.linked else []
    write_events(transaction, changes, found, dates, ordered, change, _ends(changes, links, begun))
    if begun.removed:
        _drop_orphans(transaction, begun)
    return changes


def _plan(begun: Begun, coming: Sequence[Report], after: Decisions) -> Plan:
    old = [(rows.report_of_row(row, begun.decisions), str(row["event"])) for row in begun.present]
    if after.moves == begun.decisions.moves:
        return plan(old, begun.removed, coming, after)
    anew = [rows.report_of_row(row, after) for row in begun.present if row["id"] not in begun.removed]
    return plan(old, begun.removed, [*anew, *coming], after)


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
