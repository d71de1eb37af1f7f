"""What a new article changes: events before and after, and the difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.identity import Group, Occurrence, Report, occurrence
from graph.solver import EventTimes, Stated
from graph.solver.region import is_fixed
from ontology.model import HAPPENED, Modality, Polarity


@dataclass(frozen=True)
class Plan:
    """Events of the touched blocks by id, as they are and as they will be; those that stay may be left out.

    ``removed`` has the statements of an earlier reading of the article: they go, even where equal ones come.
    """

    before: Mapping[str, Group]
    after: Mapping[str, Group]
    removed: frozenset[str] = frozenset()

    @cached_property
    def gone(self) -> list[str]:
        """Events that no statement means any more."""
        return sorted(self.before.keys() - self.after.keys())

    @cached_property
    def old(self) -> Mapping[str, Occurrence]:
        """What was told of events that go or may have changed."""
        return {
            name: occurrence(self.before[name]) for name in (*self.gone, *self._other) if name in self.before
        }

    @cached_property
    def new(self) -> Mapping[str, Occurrence]:
        """What will be told of events that are new or may have changed."""
        return {name: occurrence(self.after[name]) for name in self._other}

    @cached_property
    def written(self) -> list[str]:
        """Events that are new or told otherwise than before."""
        return sorted(n for n in self._other if n in self._disturbed or self.old.get(n) != self.new[n])

    @cached_property
    def _other(self) -> list[str]:
        """Events that are new or have other reports than before."""
        return [
            name
            for name, group in self.after.items()
            if name in self._disturbed or not _same(self.before.get(name), group)
        ]

    @cached_property
    def _disturbed(self) -> set[str]:
        """Events that lose statements or orders between them, even if they get equal ones back."""
        return {self.event_before[name] for name in self.removed if name in self.event_before}

    @cached_property
    def event_of(self) -> dict[str, str]:
        """The event of each of their statements, as it will be."""
        return {report.id: name for name, group in self.after.items() for report in group.reports}

    @cached_property
    def event_before(self) -> dict[str, str]:
        """The event of each of their statements, as it is."""
        return {report.id: name for name, group in self.before.items() for report in group.reports}

    @cached_property
    def moved(self) -> list[tuple[str, str]]:
        """Statements and the event that they will report, where that is new."""
        was, removed = self.event_before, self.removed
        return sorted((s, e) for s, e in self.event_of.items() if s in removed or was.get(s) != e)

    @cached_property
    def redated(self) -> frozenset[str]:
        """Written events whose own statements give other times than before, or prove them otherwise.

        An event that was fixed to the day and still is says nothing new to its neighbours, unless another
        statement is now the first by id: that one is named in proofs.
        """
        return frozenset(
            name
            for name in self.written
            if name in self._disturbed
            or name not in self.before
            or not is_fixed(self.times_before(name))
            or _says(self.times_before(name)) != _says(self.times(name))
        )

    def same_times(self, name: str) -> bool:
        """Whether the statements of an event that was there before still say the same of its time."""
        return _says(self.times_before(name))[0] == _says(self.times(name))[0]

    def times(self, name: str) -> EventTimes:
        """What the statements of an event say of its time, as it will be."""
        return event_times(name, self.after[name].reports)

    def times_before(self, name: str) -> EventTimes:
        """The same, as it is."""
        return event_times(name, self.before[name].reports)


def plan(old: Iterable[tuple[Report, str]], removed: Iterable[str], after: Iterable[Group]) -> Plan:
    """The difference between events as they are and as they will be.

    Args:
        old: All reports of some events, each with its event.
        removed: Ids of those that will not count any more.
        after: The events that will be in their place.
    """
    members: dict[str, list[Report]] = {}
    for report, event in old:
        members.setdefault(event, []).append(report)
    before = {name: Group.of(reports) for name, reports in members.items()}
    return Plan(before, {group.id: group for group in after}, frozenset(removed))


def event_times(name: str, reports: Iterable[Report]) -> EventTimes:
    """The times that count for an event.

    Of reports that affirm and reports that deny it, or that tell of it and that announce it, only the
    former say when it was.
    """
    timed = [report for report in reports if report.modality is not Modality.HYPOTHETICAL]
    for polarity in Polarity:
        same = [report for report in timed if report.polarity is polarity]
        firm = [report for report in same if report.modality in HAPPENED]
        if same:
            counted = firm or same
            return EventTimes(name, tuple(Stated(r.id, r.interval) for r in counted if r.interval))
    return EventTimes(name)


def _same(before: Group | None, after: Group) -> bool:
    """Whether a group has the very reports that it had; they are not made anew."""
    if before is None or len(before.reports) != len(after.reports):
        return False
    return all(one is other for one, other in zip(before.reports, after.reports, strict=True))


def _says(times: EventTimes) -> tuple[set[object], str]:
    sources = (stated.source for stated in times.stated)
    return {stated.interval for stated in times.stated}, min(sources, default="")
