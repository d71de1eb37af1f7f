"""The days of the events that a load concerns, by the order solver, with the proofs that are kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.identity import Party, Report
from graph.loading.days import STAMPS, distance_of_row, interval_of_row
from graph.loading.plan import Plan, event_times
from graph.loading.rows import order_id
from graph.solver import Bound, EventBounds, EventTimes, Link, Region, alone, region, solve
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

    def __init__(
        self, transaction: Transaction, plan: Plan, relations: Iterable[Link], present: Iterable[Row]
    ) -> None:
        """``relations`` are the article's own; ``present`` the statements of the blocks with their orders."""
        self._transaction = transaction
        self._plan = plan
        self._event_of = plan.event_of
        said = {row["id"]: row for statement in present for row in statement["orders"]}
        kept = [row for row in said.values() if {row["source"], row["target"]}.isdisjoint(plan.removed)]
        old = (link for row in kept if (link := self._link(row)) is not None)
        self._links: dict[str, list[Link]] = {}
        for link in (*relations, *old):
            for end in {link.event, link.other}:
                self._links.setdefault(end, []).append(link)
        self.linked = bool(self._links) or bool(said)
        self._coming = plan.after.keys() - plan.before.keys()
        self._rows: dict[str, Row] = {}
        self.kept: dict[str, Dating] = {}
        self.predicates: dict[str, str] = {}

    def times(self, names: Sequence[str]) -> list[EventTimes]:
        """What is stated of some events."""
        if self.linked:
            self.look_up(names)
        planned = [self._plan.times(name) for name in names if name in self._plan.after]
        others = [self._rows[name] for name in names if name not in self._plan.after and name in self._rows]
        return planned + [event_times(row["id"], map(_report, row["statements"])) for row in others]

    def look_up(self, names: Iterable[str]) -> None:
        """Remember the present days of some events, if they are in the graph."""
        unknown = [name for name in names if name not in self._rows and name not in self._coming]
        for row in self._transaction.run("load_times", events=unknown) if unknown else ():
            self._rows[row["id"]] = row
            self.kept[row["id"]] = dating_of_row(row)
            self.predicates[row["id"]] = row["predicate"]

    def links(self, names: Sequence[str]) -> list[Link]:
        """All links that touch some events."""
        found = [link for name in names for link in self._links.get(name, ())]
        others = [name for name in names if name not in self._plan.after]
        rows = self._transaction.run("load_links", events=others) if others else []
        found += [link for row in rows if (link := self._link(row)) is not None]
        return list(dict.fromkeys(found))

    def _link(self, row: Row) -> Link | None:
        source = self._event_of.get(row["source"]) or str(row["source_event"])
        target = self._event_of.get(row["target"]) or str(row["target_event"])
        order, distance = Order(row["order"]), distance_of_row(row)
        return None if source == target else Link(row["id"], source, order, target, distance)


def date_events(dates: Dates, plan: Plan, links: Iterable[Link]) -> dict[str, Dating]:
    """The days of all written events and of those that hang together with them.

    An event that is fixed to the day shields those behind it, unless it is or was in a conflict: then all
    around it is looked at too.
    """
    touched = plan.redated | {link.event for link in links}
    while True:
        part = region(touched, dates.times, dates.links)
        solved = _solved(part)
        doubtful = {e for e in part.edge if not (solved[e].consistent and _was_consistent(dates, e))}
        if doubtful <= touched:
            break
        touched |= doubtful
    found = {name: dating for name, dating in solved.items() if name not in part.edge}
    others = [name for name in plan.written if name not in found]
    dates.look_up(others if dates.linked else ())
    return found | {name: dates.kept.get(name) or _alone(plan.times(name)) for name in others}


def _solved(part: Region) -> dict[str, Dating]:
    """The days of all events of a region; most of them have no link, which needs no solver."""
    linked = {end for link in part.links for end in (link.event, link.other)}
    bounds = solve([event for event in part.events if event.id in linked], part.links).bounds
    found = {name: dating(bound) for name, bound in bounds.items()}
    return found | {event.id: _alone(event) for event in part.events if event.id not in linked}


def links_of(extraction: Extraction, event_of: Mapping[str, str]) -> list[Link]:
    """The orders that an article says, between events; none follow from what is denied or only imagined."""
    sound = {
        s.id
        for s in extraction.statements
        if s.polarity is Polarity.POSITIVE and s.modality is not Modality.HYPOTHETICAL
    }
    return [
        Link(
            order_id(relation),
            event_of[relation.source],
            relation.order,
            event_of[relation.target],
            relation.distance,
        )
        for relation in extraction.relations
        if {relation.source, relation.target} <= sound
        and event_of[relation.source] != event_of[relation.target]
    ]


def dating_of_row(row: Row) -> Dating:
    """An event's days as they are in the graph."""
    proofs = tuple((stamp, tuple(row[f"proof_{stamp}"])) for stamp in STAMPS if row[f"proof_{stamp}"])
    stated = interval_of_row({name: row[f"stated_{name}"] for name in (*STAMPS, "approximate")})
    return Dating(interval_of_row(row), stated, proofs, row["consistent"])


def dating(found: EventBounds) -> Dating:
    """What the solver found, with the proofs that are kept."""
    proofs = tuple((str(bound), found.sources(bound)) for bound in Bound if bound in found.narrowed)
    return Dating(found.interval, found.stated, proofs, found.consistent)


def _alone(times: EventTimes) -> Dating:
    """The days of an event that no order touches: what its own statements say together."""
    stated, consistent = alone(times)
    return Dating(stated, stated, (), consistent)


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
