"""Time-respecting paths of at most four hops in one year, in process: real events and a synthetic graph.

Real events are read from ``graph/icews14.tsv.xz`` (columns subject, relation, object, date) in the folder
that ``REGESTA_EVAL_DATA`` names, if it is there. Synthetic events all lie in the one year that is asked for,
which is the hardest case. The limit looks once at all contacts of the year, without any order in time.
"""

import csv
import lzma
import os
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

import numpy as np

from bench.ratio import Ratio
from graph.index import Participation, TemporalIndex, assemble, part
from graph.index.file import read, write
from graph.index.rows import Numbering
from graph.paths.best import Ends, Objective, best_chains
from graph.paths.reach import reached
from graph.paths.view import View

HOPS, QUERIES, SIZES = 4, 100, (30_000, 300_000, 3_000_000)
YEAR = (date(2014, 1, 1).toordinal(), date(2014, 12, 31).toordinal())
# Milliseconds for the earliest arrival, p95, and bytes for an event, that satisfy.
TARGETS = {300_000: 10.0, 3_000_000: 40.0}
BYTES = 40.0
_CHUNK = 50_000


def measure() -> Iterator[Ratio]:
    real = Path(os.environ.get("REGESTA_EVAL_DATA", "../shared/data")) / "graph" / "icews14.tsv.xz"
    if real.is_file():
        yield from _measured("ICEWS 2014", icews(real))
    for events in SIZES:
        yield from _measured("synthetic", synthetic(events))


def icews(file: Path) -> TemporalIndex:
    """The index of dated events in a file with a header line."""
    with lzma.open(file, "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    days = [date.fromisoformat(row["date"]).toordinal() for row in rows]
    return _index([row["subject"] for row in rows], [row["object"] for row in rows], days, days)


def synthetic(events: int, seed: int = 5) -> TemporalIndex:
    """Events of one year between actors of whom a few are hubs (Zipf); three in ten are dated to a week."""
    chance = random.Random(seed)
    actors = max(100, events // 12)

    def actor() -> str:
        return f"a{min(int(chance.paretovariate(0.9)), actors)}"

    first = [chance.randint(*YEAR) for _ in range(events)]
    last = [day + (6 if chance.random() < 0.3 else 0) for day in first]
    return _index([actor() for _ in first], [actor() for _ in first], first, last)


def _index(subjects: list[str], objects: list[str], first: list[int], last: list[int]) -> TemporalIndex:
    numbering = Numbering()
    parts = []
    for begin in range(0, len(subjects), _CHUNK):
        end = min(begin + _CHUNK, len(subjects))
        size = end - begin
        names = [f"e{k:016x}" for k in range(begin, end)] * 2
        sides = [*subjects[begin:end], *objects[begin:end]]
        days = (first[begin:end] * 2, last[begin:end] * 2)
        kinds = (["CONSULT"] * 2 * size, ["asserted"] * 2 * size)
        acting = [True] * size + [False] * size
        parts.append(part(Participation(names, sides, [""] * 2 * size, acting, *days, *kinds), numbering))
    return assemble(parts, numbering)


def _measured(name: str, index: TemporalIndex) -> Iterator[Ratio]:
    events = len(index.code)
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as folder:
        file = Path(folder) / "bench.index"
        write(index, file)
        size = file.stat().st_size / events
        loading = _milliseconds(lambda: read(file))
        yield from _questions(f"{name}, {events:,} events", events, read(file))
    note = f"the file; opened and checked in {loading:.0f} ms"
    yield Ratio(f"index, {name}, {events:,} events", size, BYTES, "bytes an event", 1.0, True, note)


def _questions(name: str, events: int, index: TemporalIndex) -> Iterator[Ratio]:
    chance = random.Random(3)
    asked = [chance.sample(range(len(index.actors)), 2) for _ in range(QUERIES)]
    view = View.of(index, *YEAR)
    bare = _p95([_milliseconds(partial(_touch, index, source)) for source, _ in asked[:20]])
    objectives: tuple[Objective, ...] = ("earliest-arrival", "latest-departure", "fewest-hops", "fastest")
    for objective in objectives:
        times = [_milliseconds(partial(_ask, view, source, target, objective)) for source, target in asked]
        target = TARGETS.get(events) if objective == "earliest-arrival" else None
        note = f"median {statistics.median(times):.1f} ms; "
        note += "the target" if target else f"one look at every contact for each of {HOPS} hops"
        yield Ratio(
            f"path, {objective}, {name}",
            _p95(times),
            target or bare,
            "ms p95",
            1.0 if target else None,
            smaller_is_better=True,
            note=note,
        )
    times = [_milliseconds(partial(reached, view, [source], HOPS)) for source, _ in asked[:20]]
    note = f"median {statistics.median(times):.1f} ms; one look at every contact for each of {HOPS} hops"
    yield Ratio(f"all reached, {name}", _p95(times), bare, "ms p95", None, True, note)


def _ask(view: View, source: int, target: int, objective: Objective) -> None:
    best_chains(view, Ends(frozenset([source]), frozenset([target])), HOPS, objective)


def _touch(index: TemporalIndex, source: int) -> None:
    tail = np.repeat(np.arange(len(index.actors)), np.diff(index.start))
    first = index.first[index.event]
    reached = np.full(len(index.actors), YEAR[1] + 1, dtype=np.int32)
    reached[source] = YEAR[0]
    for _ in range(HOPS):
        np.minimum.at(reached, index.head, np.maximum(reached[tail], first))


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _milliseconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return (perf_counter() - start) * 1000
