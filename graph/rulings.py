"""Why statements mean one event: decisions of people as they are on record, and what identity goes by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from graph.ended import current_event
from graph.identity import Decisions, Feature, Report, evidence, score
from graph.instants import moment
from graph.known import NOW, Known
from graph.loading.decided import decisions_of
from graph.loading.reports import report_of_row
from graph.store import Row, Store
from graph.then import Then, ThenEvent, known_then
from graph.then.said import held
from ontology.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Ruling:
    """A recorded decision.

    ``events`` are the ids that the two events had then; ``first`` and ``second`` their statements. Of a
    split they are the statements that left and those that stayed. ``score`` and ``features`` say how well
    the two fitted when it was taken. ``undone`` is None while it holds.
    """

    id: str
    kind: Literal["merge", "split", "actor"]
    recorded: datetime
    because: str | None
    by: str | None
    events: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    score: int
    features: tuple[Feature, ...]
    undone: datetime | None = None
    undone_because: str | None = None
    undone_by: str | None = None
    actor: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """How well a statement fits that one of an event's earlier statements that it fits best."""

    statement: str
    to: str
    score: int
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why the statements of an event are one event: ``joins`` has each but the first.

    ``rulings`` are the decisions that hold for some of its statements.
    """

    event: str
    joins: tuple[Join, ...]
    rulings: tuple[Ruling, ...]


def rulings(store: Store, known: Known = NOW) -> tuple[Ruling, ...]:
    """All recorded decisions, also those that were undone, the earliest first.

    ``known`` leaves out what was decided, or undone, later. Decisions have no day of publication.
    """
    found = map(_ruling_of_row, store.read("decisions"))
    before = known.recorded_before
    if before is None:
        return tuple(found)
    return tuple(_as_of(one, before) for one in found if one.recorded < before)


def ruling(store: Store, ident: str) -> Ruling:
    """The decision of this id.

    Raises:
        NotFoundError: There is none.
    """
    for found in rulings(store):
        if found.id == ident:
            return found
    raise NotFoundError(f"There is no decision {ident!r}. `regesta events merges` lists them.")


def explain(store: Store, event: str, known: Known = NOW) -> Explanation:
    """Why the statements of an event are one event.

    Raises:
        NotFoundError: There is no such event, or there was none in what was ``known``.
    """
    if not known.now:
        then = known_then(store, known)
        return _past(store, then, [then.event(event)])[0]
    return _explained(store, [current_event(store, event)])[0]


def merged(store: Store, *, after: str = "", limit: int = 100, known: Known = NOW) -> tuple[Explanation, ...]:
    """Events of several statements, each explained, by id; ``after`` is the last id of the page before."""
    if not known.now:
        then = known_then(store, known)
        several = [event for event in then.all() if len(event.statements) > 1 and event.id > after]
        return _past(store, then, several[:limit])
    ids = [row["id"] for row in store.read("merged_events", after=after, limit=limit)]
    return _explained(store, ids) if ids else ()


def closest(report: Sequence[Report], others: Sequence[Report]) -> Join:
    """The best fit between some reports and some others, of equally good ones the first."""
    found = (
        Join(one.id, other.id, score(features), features)
        for one in report
        for other in others
        if (features := evidence(one, other))
    )
    return max(found, key=lambda join: join.score)


def reports(rows: Iterable[Row], decisions: Decisions) -> list[Report]:
    """Statements as identity looks at them."""
    return [report_of_row(row, decisions) for row in rows]


def _explained(store: Store, events: Sequence[str]) -> tuple[Explanation, ...]:
    rows = store.read("decisions")
    ruled = [found for found in map(_ruling_of_row, rows) if found.undone is None]
    decisions = decisions_of(rows)
    found = store.read("decision_events", events=list(events))
    return tuple(_explanation(row["id"], reports(row["statements"], decisions), ruled) for row in found)


def _past(store: Store, then: Then, events: Iterable[ThenEvent]) -> tuple[Explanation, ...]:
    ruled = [_ruling_of_row(row) for row in held(store.read("decisions"), then.known)]
    said = then.pool.said
    return tuple(
        _explanation(event.id, [said[name].report for name in event.statements], ruled) for event in events
    )


def _as_of(known: Ruling, before: datetime) -> Ruling:
    if known.undone is None or known.undone < before:
        return known
    return replace(known, undone=None, undone_because=None, undone_by=None)


def _explanation(event: str, told: Sequence[Report], ruled: Iterable[Ruling]) -> Explanation:
    joins = (closest([report], told[:number]) for number, report in enumerate(told) if number)
    names = {report.id for report in told}
    concerned = (one for one in ruled if not names.isdisjoint((*one.first, *one.second)))
    return Explanation(event, tuple(joins), tuple(concerned))


def _ruling_of_row(row: Row) -> Ruling:
    return Ruling(
        id=row["id"],
        kind=row["kind"],
        recorded=moment(row["recorded"]),
        because=row["because"],
        by=row["by"],
        events=tuple(row["events"] or ()),
        first=tuple(row["first"] or ()),
        second=tuple(row["second"] or ()),
        score=row["score"] or 0,
        features=tuple(map(_feature, row["features"] or ())),
        undone=moment(row["undone"]) if row["undone"] else None,
        undone_because=row["undone_because"],
        undone_by=row["undone_by"],
        actor=row["actor"],
        target=row["target"],
    )


def _feature(text: str) -> Feature:
    name, found, points = text.split("\t")
    return Feature(name, found, int(points))
