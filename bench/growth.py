"""How costs grow with the graph: offline import, then events, articles and timelines on top of what is there.

Each graph is made by the offline import, whose limit is Neo4j's own import of the same tables. Once its
indexes are there, a server is started on it twice, first with Neo4j and then alone. The chart goes to
``docs/images/bench-growth.png`` when matplotlib is there.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from api import servers
from api.settings import Settings
from bench.evaluate.material import ROOT
from bench.first import DAYS, HUB, first_answers
from bench.ratio import Ratio
from bench.sizes import sizes
from bench.synthetic import coded_lines, hub_articles
from graph.bulk import Import, import_file, open_source
from graph.bulk.offline import Offline
from graph.bulk.tables import NODES, RELATIONSHIPS, Tables
from graph.index.keep import index_of, keep_in
from graph.load import load
from graph.server import Options
from graph.server.options import free_port
from graph.server.tables import fill
from graph.store import Store
from graph.timeline import timeline

MORE, ARTICLES, QUESTIONS = 9_000, 20, 30
WAIT_SECONDS = 5.0
CHART = ROOT / "docs" / "images" / "bench-growth.png"


@dataclass(frozen=True, slots=True)
class Costs:
    """What things cost on a graph of ``events``: milliseconds, for 1,000 events or for one of the others.

    ``indexes`` and ``paths`` are for all of Neo4j's indexes and for our own, after an offline import.
    """

    events: int
    indexes: float
    paths: float
    first: float
    first_path: float
    started: float
    more: float
    again: float
    article: float
    timeline: float
    caught_up: float


def measure() -> Iterator[Ratio]:
    found: list[Costs] = []
    for size in sizes():
        with TemporaryDirectory(prefix="regesta-bench-") as name:
            folder = Path(name)
            offline = _offline(folder)
            try:
                yield _filled(offline, folder, size)
                found.append(_costs(offline, folder, size))
                yield from _waits(found[-1])
            finally:
                offline.server.stop()
    yield from _growth(found)
    draw(found, CHART)


def _offline(data: Path) -> Offline:
    """The managed server of a data folder, as `regesta serve` finds it there."""
    settings = Settings.from_environment().model_copy(update={"data_dir": data})
    options = Options(bolt_port=free_port(), http_port=free_port(), start_timeout_seconds=600)
    return Offline(servers.managed(settings), settings.cache_dir, options)


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
    with Store.open(target, read_timeout_seconds=600) as store:
        keep_in(store, folder / "index")
        indexes = _milliseconds(store.migrate)
        store.write("bulk_filled", version=0)
        paths = _milliseconds(lambda: index_of(store))
    offline.server.stop()
    started = first_answers(folder)
    first = first_answers(folder)
    with Store.open(offline.running()) as store:
        keep_in(store, folder / "index")
        more = folder / "more.tsv"
        more.write_text("".join(f"{line}\n" for line in coded_lines(MORE, seed=1)), encoding="utf-8")
        source = open_source(more)
        add = _milliseconds(lambda: import_file(store, source)) / (MORE / 1000)
        caught_up = _milliseconds(lambda: index_of(store))
        again = _milliseconds(lambda: import_file(store, source, Import(check=True))) / (MORE / 1000)
        told = list(hub_articles(ARTICLES * 2))
        article = median(_milliseconds(lambda one=one: load(store, one)) for one in told[ARTICLES:])
        ask = median(_milliseconds(lambda: _ask(store)) for _ in range(QUESTIONS))
    waits = (first.timeline * 1000, first.path * 1000, started.timeline * 1000)
    return Costs(size, indexes, paths, *waits, add, again, article, ask, caught_up)


def _waits(costs: Costs) -> Iterator[Ratio]:
    """What whoever starts a server waits for, beside what he may be made to wait."""
    note = "wanted; from the start of the process"
    for name, label in WAITS.items():
        target = None if name == "started" else 1.0
        seconds = getattr(costs, name) / 1000
        yield Ratio(f"{label}, on {costs.events:,}", seconds, WAIT_SECONDS, "s", target, True, note)


def _ask(store: Store) -> None:
    """Half a year of the actor who takes part in most events."""
    timeline(store, HUB, start=DAYS[0], end=DAYS[1], limit=100)


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
    "caught_up": "bring the index for paths up to date",
    "indexes": "Neo4j's indexes after an offline import",
    "paths": "the index for paths after an offline import",
}
WAITS = {
    "first": "first timeline of a new API process",
    "first_path": "first path of a new API process",
    "started": "first timeline, Neo4j newly started too",
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
    for name, label in (LABELS | WAITS).items():
        small = getattr(found[0], name)
        axes.plot(sizes, [getattr(costs, name) / small for costs in found], marker="o", label=label)
    ylabel = f"cost, on {sizes[0]:,} events = 1"
    axes.set(xscale="log", yscale="log", xlabel="events in the graph", ylabel=ylabel)
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes], minor=False)
    axes.minorticks_off()
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(fontsize="small")
    figure.savefig(path, dpi=120)
