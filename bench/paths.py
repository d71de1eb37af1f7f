"""Time-respecting paths of at most four hops in one year, in process: real events and a synthetic graph.

Real events are read from ``graph/icews14.tsv.xz`` (columns subject, relation, object, date) in the folder
that ``REGESTA_EVAL_DATA`` names, if it is there. The limit looks at each contact once per hop, no more.
"""

import csv
import lzma
import os
import random
import statistics
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.ratio import Ratio
from graph.paths.network import Contacts, Participation, contacts
from graph.paths.scan import Objective, Question, best_chain

HOPS, QUERIES, EVENTS = 4, 40, 300_000
YEAR = (date(2014, 1, 1).toordinal(), date(2014, 12, 31).toordinal())


def measure() -> Iterator[Ratio]:
    real = Path(os.environ.get("REGESTA_EVAL_DATA", "../shared/data")) / "graph" / "icews14.tsv.xz"
    if real.is_file():
        yield from _measured("ICEWS 2014", icews(real))
    for events in (EVENTS // 10, EVENTS):
        yield from _measured("synthetic", synthetic(events))


def icews(file: Path) -> Contacts:
    """The contacts of dated events in a file with a header line."""
    with lzma.open(file, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    days = [date.fromisoformat(row["date"]).toordinal() for row in rows]
    return _contacts([row["subject"] for row in rows], [row["object"] for row in rows], days, days)


def synthetic(events: int, seed: int = 5) -> Contacts:
    """Events of one year between actors of whom a few are hubs (Zipf); three in ten are dated to a week."""
    chance = random.Random(seed)
    actors = max(100, events // 12)

    def actor() -> str:
        return f"a{min(int(chance.paretovariate(0.9)), actors)}"

    first = [chance.randint(*YEAR) for _ in range(events)]
    last = [day + (6 if chance.random() < 0.3 else 0) for day in first]
    return _contacts([actor() for _ in first], [actor() for _ in first], first, last)


def _contacts(subjects: list[str], objects: list[str], first: list[int], last: list[int]) -> Contacts:
    names = [f"e{k}" for k in range(len(subjects))]
    twice = (np.array(first * 2, dtype=np.int64), np.array(last * 2, dtype=np.int64))
    acting = [True] * len(names) + [False] * len(names)
    return contacts(Participation(names * 2, subjects + objects, acting, *twice))


def _measured(name: str, ways: Contacts) -> Iterator[Ratio]:
    chance = random.Random(3)
    asked = [chance.sample(range(len(ways.actors)), 2) for _ in range(QUERIES)]
    objectives: tuple[Objective, ...] = ("earliest-arrival", "fewest-hops")
    for objective in objectives:
        ours = [_milliseconds(partial(_ask, ways, *pair, objective)) for pair in asked]
        bare = [_milliseconds(partial(_touch, ways, source)) for source, _ in asked]
        p50, p95 = statistics.median(ours), statistics.quantiles(ours, n=20)[-1]
        yield Ratio(
            f"path, {objective}, {name}, {len(ways.events):,} events",
            p95,
            statistics.quantiles(bare, n=20)[-1],
            "ms p95",
            smaller_is_better=True,
            note=f"one look at each contact per hop; our median {p50:.1f} ms",
        )


def _ask(ways: Contacts, source: int, target: int, objective: Objective) -> None:
    best_chain(ways, Question(frozenset([source]), frozenset([target]), *YEAR, HOPS, objective))


def _touch(ways: Contacts, source: int) -> None:
    reached = np.full(len(ways.actors), YEAR[1] + 1)
    reached[source] = YEAR[0]
    for _ in range(HOPS):
        np.minimum.at(reached, ways.head, np.maximum(reached[ways.tail], ways.earliest))


def _milliseconds(task: Callable[[], None]) -> float:
    start = perf_counter()
    task()
    return (perf_counter() - start) * 1000
