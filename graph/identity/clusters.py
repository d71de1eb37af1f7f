"""Events of one block in the making: one report after the other joins the event that fits, or founds one."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.families import families
from graph.identity.decisions import Decisions
from graph.identity.likeness import compatible, fit, times_agree
from graph.identity.report import Report, Window

Rank = tuple[bool, int, Window, str]


def rank(report: Report) -> Rank:
    """When a report's turn is: the dated ones from close to wide days, then the others from old to new."""
    if report.dated and report.window is not None:
        return False, report.window.days, report.window, report.id
    published, name = report.age
    return True, 0, Window(published, published), name


@dataclass(slots=True, eq=False)
class Cluster:
    """Reports of one event, in the order of their turns.

    ``window`` has the days that all its dated reports allow; None where it has none.
    """

    members: list[Report]
    window: Window | None

    @property
    def founder(self) -> Report:
        """The report that came first, which says which cluster this is: all that join are judged by it."""
        return self.members[0]

    def add(self, report: Report) -> None:
        """Take one more report."""
        self.members.append(report)
        if self.window is not None and report.window is not None:
            self.window = self.window.meet(report.window) or self.window

    def admits(self, report: Report, decisions: Decisions) -> bool:
        """Whether nothing but time can tell a report from the others."""
        names = (member.id for member in self.members)
        return not decisions.apart((report.id,), names) and all(
            compatible(report, member) for member in self.members
        )

    def fit(self, report: Report) -> int:
        """How well a report fits to that of the others to which it fits best."""
        return max(fit(report, member) for member in self.members)


class Clusters:
    """Takes the reports of a block by :func:`rank`; iterating gives what they make."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._by_founder: dict[str, Cluster] = {}
        self._by_month: dict[int, list[Cluster]] = {}
        self._by_day: dict[int, list[Cluster]] = {}
        self._by_article: dict[str, dict[str, Cluster]] = {}

    def __iter__(self) -> Iterator[Cluster]:
        return iter(self._by_founder.values())

    def place(self, report: Report) -> Cluster:
        """Put a report where it belongs."""
        found = self._join(report) if report.dated else self._settle(report) or self._gather(report)
        return self._put(report, found)

    def keep(self, report: Report, founder: str) -> None:
        """Put a report where that one is, or make it the first where it isn't there."""
        self._put(report, self._by_founder.get(founder))

    def _put(self, report: Report, cluster: Cluster | None) -> Cluster:
        if cluster is None:
            cluster = self._found(report)
        else:
            cluster.add(report)
        if cluster.window is None:
            self._by_article.setdefault(report.article, {})[cluster.founder.id] = cluster
        return cluster

    def _found(self, report: Report) -> Cluster:
        cluster = self._by_founder[report.id] = Cluster([report], report.window if report.dated else None)
        if cluster.window is not None:
            for month in cluster.window.months:
                self._by_month.setdefault(month, []).append(cluster)
        elif report.published is not None:
            self._by_day.setdefault(report.published.toordinal(), []).append(cluster)
        return cluster

    def _near(self, window: Window) -> list[Cluster]:
        """Dated clusters that these days touch."""
        found = {
            id(c): c
            for month in window.months
            for c in self._by_month.get(month, ())
            if c.window is not None and c.window.meet(window)
        }
        return list(found.values())

    def _join(self, report: Report) -> Cluster | None:
        """The dated event that a dated report can mean."""
        near = self._near(report.window) if report.window is not None else ()
        return self._choose(report, [c for c in near if all(times_agree(report, m) for m in c.members)])

    def _settle(self, report: Report) -> Cluster | None:
        """The only dated event that an undated report can mean."""
        if report.guess is None:
            return None
        chosen = self._choose(report, self._near(report.guess))
        if chosen is None and report.far is not None:
            there = [c for c in self._near(report.far) if _at(c, report)]
            admitting = [c for c in there if c.admits(report, self._decisions)]
            chosen = admitting[0] if len(admitting) == 1 else None
        return chosen

    def _gather(self, report: Report) -> Cluster | None:
        """The undated event of an undated report: of the same article, or told at nearly the same time."""
        own = [c for c in self._by_article.get(report.article, {}).values() if _told_alike(report, c)]
        return self._choose(report, [*own, *self._told_together(report)])

    def _told_together(self, report: Report) -> Iterator[Cluster]:
        """Undated clusters of other articles, of the same days."""
        if report.published is None or report.guess is None:
            return
        last = report.published.toordinal()
        for day in range(last - families().undated_days.of(report.kind), last + 1):
            for cluster in self._by_day.get(day, ()):
                if not any(m.hypothetical or m.article == report.article for m in cluster.members):
                    yield cluster

    def _choose(self, report: Report, candidates: list[Cluster]) -> Cluster | None:
        """The cluster that fits best; None if there is none, or no single best."""
        admitting = (c for c in candidates if c.admits(report, self._decisions))
        ranked = sorted(((c.fit(report), c) for c in admitting), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]


def _told_alike(report: Report, cluster: Cluster) -> bool:
    return any(
        member.interval == report.interval and member.modality == report.modality
        for member in cluster.members
        if member.article == report.article
    )


def _at(cluster: Cluster, report: Report) -> bool:
    return any(m.place and report.place and m.place.id == report.place.id for m in cluster.members)
