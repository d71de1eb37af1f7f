"""Grouping near a change is grouping everything, whatever comes and goes; and finding what is near."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.identity import Decision, Decisions, Group, Part, Party, Report, Site, identify, regroup_nearby
from graph.identity.reach import reach, stands
from graph.identity.report import Window
from graph.loading import spans
from ontology.event_types import predicates
from ontology.model import Interval, Modality, Polarity
from tests.graph.telling import ALASKA, ANCHORAGE, ISTANBUL, PEOPLE

SEVERAL = [("phone", "meet", "hold-talks", "visit"), ("praise",), ("attack", "bomb", "shell")]
SITES = [None, None, None, *(Site(str(place.id), place.state) for place in (ALASKA, ANCHORAGE, ISTANBUL))]
FIRST = date(2025, 1, 1)
DATED, UNDATED = ("both", "both", "both", "end", "begin", "neither"), ("end", "neither", "neither", "neither")

Reading = tuple[Report, ...]


class News:
    """Articles about what North Korea did towards Russia within weeks or months, and two readings of each.

    Drawn from a seed: what goes wrong does so in thick news, which Hypothesis would not build by itself.
    """

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.predicates = self.chance.choice(SEVERAL)
        articles = self.chance.choice([3, 8, 20, 40])
        several = self.chance.choice([1, 2, 4])
        self.days = self.chance.choice([15, 40, 120])
        self.known = self.chance.choice([DATED, DATED, UNDATED])
        self.readings = [self.article(number, several) for number in range(articles)]
        self.now: list[Reading] = [()] * articles

    def article(self, number: int, several: int) -> list[Reading]:
        """Two readings of one article, the same but for a few times and places."""
        published = self.chance.choice([None, *[self.day()] * 6])
        first = [self.report(number, k, published) for k in range(self.chance.randint(0, several))]
        second = [
            r if self.chance.random() < 0.6 else self.report(number, k, published)
            for k, r in enumerate(first)
        ]
        return [(), tuple(first), tuple(second[self.chance.randrange(2) :])]

    def report(self, article: int, number: int, published: date | None) -> Report:
        predicate = self.chance.choice(self.predicates)
        return Report(
            id=f"s{article}-{number}",
            article=f"a{article}",
            published=published,
            predicate=predicate,
            type=predicates()[predicate].type,
            mode=None,
            polarity=Polarity.POSITIVE,
            modality=self.chance.choices(list(Modality), (5, 2, 1, 1, 2))[0],
            subjects=(party(self.chance.choice(["kim", "prk", "prk", "yojong"])),),
            objects=(party("putin"),),
            interval=self.interval(),
            place=self.chance.choice(SITES),
        )

    def day(self) -> date:
        return FIRST + timedelta(days=self.chance.randrange(self.days))

    def interval(self) -> Interval | None:
        first = self.day()
        more = self.chance.choice([0, 0, 0, self.chance.randrange(9), 30, 365, 700])
        last = first + timedelta(days=more)
        return {
            "both": Interval.within(first, last),
            "end": Interval.within(None, last),
            "begin": Interval.within(first, None),
            "neither": None,
        }[self.chance.choice(self.known)]

    def split(self) -> Decisions:
        """Decisions that some statements don't mean one event."""
        names = [report.id for readings in self.readings for one in readings for report in one]
        steps = range(self.chance.choice([0, 0, 4]) if names else 0)
        return Decisions(
            tuple(
                Decision(f"d{n}", "split", *((self.chance.choice(names),) for _ in range(2))) for n in steps
            )
        )

    def step(self) -> tuple[Reading, Reading]:
        """What goes and comes when one article or some are added, withdrawn or read anew."""
        several = self.chance.choice([1, 1, 1, 2, 3])
        chosen = self.chance.sample(range(len(self.now)), min(several, len(self.now)))
        leaving = [report for number in chosen for report in self.now[number]]
        for number in chosen:
            self.now[number] = self.chance.choice(self.readings[number])
        return tuple(leaving), tuple(report for number in chosen for report in self.now[number])


def party(name: str) -> Party:
    return Party(PEOPLE[name].id, PEOPLE[name].state, PEOPLE[name].type)


def regrouped(
    groups: Sequence[Group], leaving: Reading, coming: Reading, decisions: Decisions
) -> tuple[list[Group], int]:
    """The events after a change, and how many reports were looked at to find them."""
    gone = {report.id for report in leaving}
    part = Part.around(coming)
    while True:
        old = [group for group in groups if any(r.id in gone or belongs(r, part) for r in group.reports)]
        found = regroup_nearby(old, gone, coming, part, decisions)
        if found.missing == Part():
            break
        assert part | found.missing != part
        part |= found.missing
    kept = [group for group in groups if group not in old]
    return sorted([*kept, *found.groups], key=lambda group: group.id), sum(len(g.reports) for g in old)


def belongs(report: Report, part: Part) -> bool:
    seen, told = reach(report).days, stands(report)
    return (
        any(seen and seen.meet(window) for window in part.days)
        or any(seen and seen.meet(window) and told is None for window in part.dated)
        or any(told and window.first <= told <= window.last for window in part.told)
        or any(seen and seen.meet(days) and told and told >= since for days, since in part.later)
    )


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_grouping_nearby_is_grouping_everything(seed: int) -> None:
    news = News(seed)
    decisions = news.split()
    groups: list[Group] = []
    for _ in range(2 * len(news.now)):
        groups, _ = regrouped(groups, *news.step(), decisions)
        assert tuple(groups) == identify((report for one in news.now for report in one), decisions)


windows = st.builds(
    lambda first, more: Window(first, first + timedelta(days=more)),
    st.dates(date(1800, 1, 1), date(2100, 12, 31)),
    st.one_of(st.integers(0, 70), st.integers(0, 60_000)),
)


@given(windows, windows)
def test_the_ranges_of_the_index_hold_what_touches_some_days(days: Window, asked: Window) -> None:
    told = News(0).report(0, 0, None)
    report = replace(told, interval=Interval.within(*days), modality=Modality.ASSERTED)
    span, first, last, _ = spans.columns(report)
    assert first and last
    found = [
        row
        for row in spans.days_rows("block", Part((asked,)))
        if row[1] == span and row[2] <= first <= row[3] and last >= row[4]
    ]
    assert bool(found) == (days.meet(asked) is not None)
