"""The days of the events that a load concerns, by the order solver, with the proofs that are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity import Party, Report
from graph.loading.plan import Plan, event_times
from graph.loading.rows import STAMPS, interval_of_row, order_id
from graph.solver import Bound, EventBounds, EventTimes, Link, region, solve
from graph.store import Row, Transaction
from ontology.model import Extraction, Interval, Modality, Order, Polarity


@dataclass(frozen=True, slots=True)
class Dating:
    """An event's days. ``proofs`` names, for each narrowed bound, the statements and orders that prove it."""

    interval: Interval
    stated: Interval
    proofs: tuple[tuple[str, tuple[str, ...]], ...]
    consistent: bool


class Dates:
    """Looks events and links up in what will be written, then in the graph.

    ``kept`` collects the present days of the events that it came across, ``predicates`` their predicates.
    """

    def __init__(self, transaction: Transaction, plan: Plan, relations: Iterable[Link], linked: bool) -> None:
        """``linked`` is false if no statement that is in the graph already is ordered to another."""
        self._transaction = transaction
        self._plan = plan
        self._relations = tuple(relations)
        self.linked = linked
        self._event_of = plan.event_of
        self.kept: dict[str, Dating] = {}
        self.predicates: dict[str, str] = {}

    def times(self, names: Sequence[str]) -> list[EventTimes]:
        """What is stated of some events."""
        rows = {row["id"]: row for row in self._kept(names)}
        planned = [self._plan.times(name) for name in names if name in self._plan.after]
        others = [row for name, row in rows.items() if name not in self._plan.after]
        return planned + [event_times(row["id"], map(_report, row["statements"])) for row in others]

    def _kept(self, names: Sequence[str]) -> list[Row]:
        present = [name for name in names if name in self._plan.before or name not in self._plan.after]
        if not present or not self.linked:
            return []
        rows = self._transaction.run("load_times", events=present)
        self.kept |= {row["id"]: dating_of_row(row) for row in rows}
        self.predicates |= {row["id"]: row["predicate"] for row in rows}
        return rows

    def links(self, names: Sequence[str]) -> list[Link]:
        """All links that touch some events."""
        asked = set(names)
        found = [link for link in self._relations if link.event in asked or link.other in asked]
        if not self.linked:
            return found
        statements = [
            r.id for name in names if name in self._plan.after for r in self._plan.after[name].reports
        ]
        others = [name for name in names if name not in self._plan.after]
        rows = self._transaction.run("load_links", statements=statements, events=others)
        return found + [link for row in rows if (link := self._link(row)) is not None]

    def _link(self, row: Row) -> Link | None:
        source = self._event_of.get(row["source"]) or str(row["source_event"])
        target = self._event_of.get(row["target"]) or str(row["target_event"])
        return None if source == target else Link(row["id"], source, Order(row["order"]), target)


def date_events(dates: Dates, plan: Plan, links: Iterable[Link]) -> dict[str, Dating]:
    """The days of all written events and of those that hang together with them.

    An event that is fixed to the day shields those behind it, unless it is or was in a conflict: then all
    around it is looked at too.
    """
    touched = plan.redated() | {link.event for link in links}
    while True:
        part = region(touched, dates.times, dates.links)
        bounds = solve(part.events, part.links).bounds
        doubtful = {e for e in part.edge if not (bounds[e].consistent and _was_consistent(dates, e))}
        if doubtful <= touched:
            break
        touched |= doubtful
    found = {name: _dating(bound) for name, bound in bounds.items() if name not in part.edge}
    others = [name for name in plan.written if name not in found]
    dates.times([name for name in others if name not in dates.kept])
    return found | {name: dates.kept.get(name) or _fixed(plan.times(name)) for name in others}


def links_of(extraction: Extraction, event_of: Mapping[str, str]) -> list[Link]:
    """The orders that an article says, between events; none follow from what is denied or only imagined."""
    sound = {
        s.id
        for s in extraction.statements
        if s.polarity is Polarity.POSITIVE and s.modality is not Modality.HYPOTHETICAL
    }
    return [
        Link(order_id(relation), event_of[relation.source], relation.order, event_of[relation.target])
        for relation in extraction.relations
        if {relation.source, relation.target} <= sound
        and event_of[relation.source] != event_of[relation.target]
    ]


def dating_of_row(row: Row) -> Dating:
    """An event's days as they are in the graph."""
    proofs = tuple((stamp, tuple(row[f"proof_{stamp}"])) for stamp in STAMPS if row[f"proof_{stamp}"])
    stated = interval_of_row({stamp: row[f"stated_{stamp}"] for stamp in STAMPS})
    return Dating(interval_of_row(row), stated, proofs, row["consistent"])


def _dating(found: EventBounds) -> Dating:
    proofs = tuple((str(bound), found.sources(bound)) for bound in Bound if bound in found.narrowed)
    return Dating(found.interval, found.stated, proofs, found.consistent)


def _fixed(times: EventTimes) -> Dating:
    """The days of an event that its own statements fix and no order touches."""
    return _dating(solve([times], []).bounds[times.id])


def _was_consistent(dates: Dates, name: str) -> bool:
    return name not in dates.kept or dates.kept[name].consistent


def _report(row: Row) -> Report:
    """As much of a report as its time needs."""
    nobody: tuple[Party, ...] = ()
    return Report(
        id=row["id"],
        article="",
        published=None,
        predicate="",
        type="",
        mode=None,
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        subjects=nobody,
        objects=nobody,
        interval=interval_of_row(row) if row["timed"] else None,
    )
