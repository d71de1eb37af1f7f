"""What loaders must never do: lose, double, or depend on the order in which articles come."""

import io
import multiprocessing
import pickle
import random
import signal
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from graph.articles import articles
from graph.load import load
from graph.rdf import export
from graph.store import Store, Target
from ontology.model import Extraction
from tests.integration import loader
from tests.integration.test_then import random_articles

KILLS = 20
ORDERS = 20


def exported(store: Store) -> bytes:
    out = io.BytesIO()
    export(store, out, "nq", texts=True)
    return out.getvalue()


@pytest.fixture(scope="module")
def context() -> multiprocessing.context.ForkServerContext:
    """Processes that start at once, without what this one has open."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.integration.loader"])
    return context


@pytest.fixture
def start(
    context: multiprocessing.context.ForkServerContext, neo4j_target: Target, tmp_path: Path
) -> Callable[[list[Extraction]], BaseProcess]:
    """Starts a loader, and gives it back when it begins to load."""

    def begin(told: list[Extraction]) -> BaseProcess:
        path = tmp_path / f"{random.random()}.pickle"
        path.write_bytes(pickle.dumps(told))
        here, there = context.Pipe()
        process = context.Process(target=loader.run, args=(neo4j_target, path, there))
        process.start()
        assert here.recv()
        return process

    return begin


@pytest.fixture
def wanted(store: Store, wipe: Callable[[], None], sample_extractions: list[Extraction]) -> bytes:
    """The export of a graph with all samples; the graph is empty again."""
    for extraction in sample_extractions:
        load(store, extraction)
    found = exported(store)
    wipe()
    return found


def test_any_order_gives_the_same_export(
    store: Store, wipe: Callable[[], None], wanted: bytes, sample_extractions: list[Extraction]
) -> None:
    told = list(sample_extractions)
    for seed in range(ORDERS):
        random.Random(seed).shuffle(told)
        for extraction in told:
            load(store, extraction)
        assert exported(store) == wanted
        wipe()


def test_any_order_gives_the_same_proofs(store: Store, wipe: Callable[[], None]) -> None:
    """Articles whose statements prove the same days, so that it is chance which of them comes first."""
    for seed in (19, 20, 21):
        told, exports = random_articles(seed, 9), set()
        for order in range(3):
            wipe()
            random.Random(order).shuffle(told)
            for extraction in told:
                load(store, extraction)
            exports.add(exported(store))
        assert len(exports) == 1


def test_a_killed_loader_loses_and_doubles_nothing(
    store: Store,
    wipe: Callable[[], None],
    wanted: bytes,
    sample_extractions: list[Extraction],
    start: Callable[[list[Extraction]], BaseProcess],
) -> None:
    dice, kills, points = random.Random(17), 0, set()
    while kills < KILLS:
        before, process = store.version(), start(sample_extractions)
        began = time.monotonic()
        while process.is_alive() and store.version() == before:
            time.sleep(0.002)
        time.sleep(dice.uniform(0, 2 * (time.monotonic() - began)))
        process.kill()
        process.join()
        kills += process.exitcode == -signal.SIGKILL
        points.add(store.version())
        if store.version() == len(sample_extractions):
            assert exported(store) == wanted
            wipe()
    last = start(sample_extractions)
    last.join()
    assert last.exitcode == 0
    assert exported(store) == wanted
    assert store.version() == articles(store).total == len(sample_extractions)
    assert len(points) > KILLS / 4, "it was killed at nearly the same point each time"


def test_two_loaders_at_once_end_in_the_same_graph_as_one(
    store: Store,
    wanted: bytes,
    sample_extractions: list[Extraction],
    start: Callable[[list[Extraction]], BaseProcess],
) -> None:
    middle = sample_extractions[5:-5]
    one = start([*sample_extractions[:5], *middle])
    other = start([*reversed(middle), *sample_extractions[-5:]])
    for process in (one, other):
        process.join()
        assert process.exitcode == 0
    assert exported(store) == wanted
    assert store.version() == len(sample_extractions)
