"""Versions of statements, and which of them may be used for an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.identity import Decisions, Report
from graph.instants import moment
from graph.known import Known
from graph.loading.decided import decisions_of
from graph.loading.reports import report_of_row
from graph.store import Row


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it stood; ``node`` is its version in the graph, ``row`` that of ``then_statements``."""

    node: str
    row: Row
    report: Report

    @property
    def block(self) -> str:
        """The block that it belonged to, by the decisions that held."""
        return self.report.block


def visible(row: Row, known: Known) -> bool:
    """Whether the version of an article counts.

    It was known from ``recorded`` on, and that it had ended from ``until`` on; it counts from the day
    ``begun_on`` until ``ended_on``, excluded.
    """
    before, day = known.recorded_before, known.as_of
    if before is not None and moment(row["recorded"]) >= before:
        return False
    if day is not None and date.fromisoformat(row["begun_on"]) > day:
        return False
    return not ended(row, known)


def ended(row: Row, known: Known) -> bool:
    """Whether the version of an article had ended, and that was known."""
    before, day = known.recorded_before, known.as_of
    if row["until"] is None or (before is not None and moment(row["until"]) >= before):
        return False
    return day is None or date.fromisoformat(row["ended_on"]) <= day


def said(rows: Iterable[Row], known: Known, decisions: Decisions) -> list[Said]:
    """The statements that count, out of all their versions."""
    return [Said(row["node"], row, report_of_row(row, decisions)) for row in rows if visible(row, known)]


def decided(rows: Sequence[Row], known: Known) -> Decisions:
    """The decisions that held, out of rows of ``decisions.cypher``."""
    return decisions_of(held(rows, known))


def held(rows: Iterable[Row], known: Known) -> list[Row]:
    """The decisions that held, as they were on record then."""
    return [found for row in rows if (found := _held(row, known))]


def differing(rows: Sequence[Row], known: Known) -> list[str]:
    """Decisions about actors that hold now and did not then, or the converse."""
    return [
        row["id"]
        for row in rows
        if row["kind"] == "actor" and (row["undone"] is None) != (_held(row, known) is not None)
    ]


def _held(row: Row, known: Known) -> Row | None:
    before = known.recorded_before
    if before is None:
        return row if row["undone"] is None else None
    undone = row["undone"] is not None and moment(row["undone"]) < before
    return None if undone or moment(row["recorded"]) >= before else row | {"undone": None}
