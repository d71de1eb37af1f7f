"""How costs grow with the graph: offline import, then events, articles and timelines on top of what is there.

Each graph is made by the offline import, whose limit is Neo4j's own import of the same tables. The chart goes
to ``docs/images/bench-growth.png`` when matplotlib is there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from api.settings import Settings
from bench.evaluate.material import ROOT
from bench.ratio import Ratio
from bench.sizes import sizes
from bench.synthetic import FIRST_DAY, coded_lines, hub_articles
from graph.bulk import Import, import_file, open_source
from graph.bulk.offline import Offline
from graph.bulk.tables import NODES, RELATIONSHIPS, Tables
from graph.load import load
from graph.server import ManagedServer, Options
from graph.server.options import free_port
from graph.server.tables import fill
from graph.store import Store
from graph.timeline import timeline

MORE, ARTICLES, QUESTIONS = 5_000, 20, 30
_HUB = "Q889"
CHART = ROOT / "docs" / "images" / "bench-growth.png"


@dataclass(frozen=True, slots=True)
class Costs:
    """What things cost on a graph of ``events``: milliseconds, for 1,000 events or for one of the others."""

    events: int
    more: float
    again: float
    article: float
    timeline: float
    ready: float


def measure() -> Iterator[Ratio]:
    found: list[Costs] = []
    for size in sizes():
        with TemporaryDirectory(prefix="regesta-bench-") as folder:
            server = ManagedServer(Path(folder) / "neo4j")
            offline = Offline(server, Settings.from_environment().cache_dir, _options())
            try:
                yield _filled(offline, Path(folder), size)
                found.append(_costs(offline, Path(folder), size))
            finally:
                server.stop()
    yield from _growth(found)
    draw(found, CHART)


def _options() -> Options:
    return Options(bolt_port=free_port(), http_port=free_port(), page_cache="1g", start_timeout_seconds=600)


def _filled(offline: Offline, folder: Path, size: int) -> Ratio:
    """Fill an empty database, and how long that takes beside the import alone."""
    file = folder / "events.tsv"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line in coded_lines(size))
    offline.running()
    offline.server.stop()
    start = perf_counter()
    with Tables(folder) as tables:
        tables.add(open_source(file))
    middle = perf_counter()
    fill(offline.server, offline.cache, folder, NODES, RELATIONSHIPS)
    end = perf_counter()
    note = "neo4j-admin database import of the same tables"
    name = f"import {size:,} events offline"
    return Ratio(name, size / (end - start), size / (end - middle), "events/s", 0.8, note=note)


def _costs(offline: Offline, folder: Path, size: int) -> Costs:
    target = offline.running()
    start = perf_counter()
    with Store.open(target) as store:
        store.migrate()
        _ask(store)
        ready = perf_counter() - start
        more = folder / "more.tsv"
        lines = islice(coded_lines(MORE * 3, seed=1), MORE * 3)
        more.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        source = open_source(more)
        add = _milliseconds(lambda: import_file(store, source)) / (3 * MORE / 1000)
        again = _milliseconds(lambda: import_file(store, source, Import(check=True))) / (3 * MORE / 1000)
        told = list(hub_articles(ARTICLES * 2))
        article = median(_milliseconds(lambda one=one: load(store, one)) for one in told[ARTICLES:])
        ask = median(_milliseconds(lambda: _ask(store)) for _ in range(QUESTIONS))
    return Costs(size, add, again, article, ask, ready * 1000)


def _ask(store: Store) -> None:
    """Half a year of the actor who takes part in most events."""
    timeline(store, _HUB, start=FIRST_DAY, end=FIRST_DAY + timedelta(days=180), limit=100)


def _milliseconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return (perf_counter() - start) * 1000


def _growth(found: list[Costs]) -> Iterator[Ratio]:
    """Each cost on the larger graphs beside that on the smallest one."""
    first = found[0]
    note = f"on {first.events:,} events"
    for costs in found[1:]:
        for name, label in LABELS.items():
            ours, small = getattr(costs, name), getattr(first, name)
            yield Ratio(f"{label}, on {costs.events:,}", ours, small, "ms", None, True, note)


LABELS = {
    "more": "import 1,000 events",
    "again": "import 1,000 events again",
    "article": "load an article about hubs",
    "timeline": "half a year of a hub's timeline, first 100",
    "ready": "indexes, then the first answer",
}


def draw(found: list[Costs], path: Path) -> None:
    """How costs grow with the size of the graph, as a picture; without matplotlib there is none."""
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return
    figure = Figure(figsize=(7, 4), layout="constrained")
    axes = figure.subplots()
    sizes = [costs.events for costs in found]
    for name, label in LABELS.items():
        small = getattr(found[0], name)
        axes.plot(sizes, [getattr(costs, name) / small for costs in found], marker="o", label=label)
    axes.set(
        xscale="log", xlabel="events in the graph", ylabel=f"cost, on {sizes[0]:,} events = 1", ylim=(0, None)
    )
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes], minor=False)
    axes.minorticks_off()
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(path, dpi=120)
