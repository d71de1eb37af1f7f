"""What every change of the ledger does: end versions of articles, add one, and work out anew what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.loading import rows
from graph.loading.plan import Plan, plan
from graph.loading.times import Dates, date_events, links_of
from graph.loading.write import write_article, write_events
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


@dataclass(frozen=True, slots=True)
class Begun:
    """The locked graph as a change finds it: see ``load_begin.cypher``.

    ``idle``: there is nothing to do. ``ended`` says how an article that is not valid came to its end.
    """

    moment: str
    digest: str | None
    ended: Ended | None
    ended_on: date | None
    idle: bool
    leaving: tuple[str, ...]
    removed: frozenset[str]
    present: tuple[Row, ...]


def begin(
    transaction: Transaction,
    blocks: Sequence[str] = (),
    *,
    article: str = "",
    digest: str = "",
    leaving: Sequence[str] = (),
    replace: bool = False,
) -> Begun:
    """Lock the graph and read what is there.

    Args:
        transaction: The open transaction; the lock is held until its end.
        blocks: Blocks of statements to read, beside those of articles that leave.
        article: The article that comes, if any.
        digest: Its reading.
        leaving: Articles that end.
        replace: Whether the article may come back after its end.
    """
    given = {
        "article": article,
        "digest": digest,
        "blocks": list(blocks),
        "leaving": list(leaving),
        "replace": replace,
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
        present=tuple(row["present"]),
    )


def regroup(
    transaction: Transaction,
    begun: Begun,
    extraction: Extraction | None = None,
    endings: Sequence[Ending] = (),
) -> Plan:
    """Write one change: the versions that end, the article that comes, and the events that follow."""
    article = extraction.article if extraction else None
    statements = extraction.statements if extraction else ()
    reports = [rows.report(statement, article) for statement in statements] if article else []
    old = [(rows.report_of_row(row), str(row["event"])) for row in begun.present]
    changes = plan(old, begun.removed, reports)
    if endings:
        transaction.run("load_end", rows=[_ending_row(ending, begun.moment) for ending in endings])
    links = links_of(extraction, changes.event_of) if extraction else []
    dates = Dates(transaction, changes, links, begun.present)
    found = date_events(dates, changes, links)
    if extraction:
        blocks = {report.id: report.block for report in reports}
        write_article(transaction, extraction, blocks, begun.moment, _begin_day(begun))
    ordered = sorted({*changes.written, *(link.event for link in links)}) if dates.linked else []
    write_events(transaction, changes, found, dates, ordered)
    if begun.removed:
        _drop_orphans(transaction, begun)
    return changes


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
