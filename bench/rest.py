"""A hub's timeline over HTTP at 16 connections, requests a second, against the bare driver in one process.

Both ask the same question of the same Neo4j in turns: over HTTP sixteen connections of a client in a process
of its own; the limit is sixteen threads with a bare driver each, in a process of its own too, which run the
query that the timeline runs and do nothing with its one collected row.
"""

import multiprocessing
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from neo4j import GraphDatabase, NotificationMinimumSeverity

from bench import neo4j as server
from bench.ratio import Ratio
from bench.synthetic import FIRST_DAY, extractions
from graph.load import load_many
from graph.queries import query
from graph.store import Store, Target
from graph.timelines.scope import Filter, Scope, asked

ARTICLES, CONNECTIONS, SECONDS, ROUNDS, LIMIT, DAYS = 600, 16, 4.0, 5, 100, 180
TARGET = 0.85
HUB = "Q0"
_LEAST = 2_000
_WINDOW = (FIRST_DAY, FIRST_DAY + timedelta(days=DAYS))


def measure() -> Iterator[Ratio]:
    with server.throwaway() as target, Store.open(target) as store:
        list(load_many(store, extractions(ARTICLES)))
        with _served(target) as port:
            for limit in (LIMIT, 10):
                yield _compared(store, target, port, limit)


def _compared(store: Store, target: Target, port: int, limit: int) -> Ratio:
    question = asked(store, Scope((HUB,)), Filter(*_WINDOW)).parameters | {"after": None, "limit": limit + 1}
    path = f"/v1/actors/{HUB}/timeline?from={_WINDOW[0]}&to={_WINDOW[1]}&limit={limit}"
    rest, bare = (_rest, (port, path)), (_bare, (target, question))
    _rate(*rest), _rate(*bare)
    rounds = [(_rate(*rest), _rate(*bare)) for _ in range(ROUNDS)]
    ours, best = (median(column) for column in zip(*rounds, strict=True))
    note = f"the bare driver with the same query, {CONNECTIONS} threads, medians of {ROUNDS}; {limit} events"
    return Ratio("timeline over HTTP", ours, best, "requests/s", TARGET, note=note)


def _rate(task: Callable[..., Callable[[], Callable[[], object]]], given: tuple[object, ...]) -> float:
    """Requests a second of one round, in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_round, (task, given))


def _round(task: Callable[..., Callable[[], Callable[[], object]]], given: tuple[object, ...]) -> float:
    connect = task(*given)
    asks = [connect() for _ in range(CONNECTIONS)]
    with ThreadPoolExecutor(CONNECTIONS) as threads:
        list(threads.map(lambda ask: ask(), asks))
        start = time.perf_counter()
        done = sum(threads.map(lambda ask: _until(ask, start + SECONDS), asks))
    return done / (time.perf_counter() - start)


def _until(ask: Callable[[], object], end: float) -> int:
    done = 0
    while time.perf_counter() < end:
        ask()
        done += 1
    return done


def _rest(port: int, path: str) -> Callable[[], Callable[[], object]]:
    def connect() -> Callable[[], object]:
        connection = HTTPConnection("127.0.0.1", port)

        def ask() -> bytes:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200 or len(body) < _LEAST:
                raise AssertionError(f"this measures something else: {body[:500]!r}")
            return body

        return ask

    return connect


def _bare(target: Target, question: dict[str, object]) -> Callable[[], Callable[[], object]]:
    driver = GraphDatabase.driver(
        target.uri,
        auth=(target.user, target.password),
        notifications_min_severity=NotificationMinimumSeverity.OFF,
    )
    text = query("timeline_page_of_actors")

    def connect() -> Callable[[], object]:
        session = driver.session(default_access_mode="READ")

        def ask() -> object:
            return session.run(text, {"q": question}).values()

        return ask

    return connect


@contextmanager
def _served(target: Target) -> Iterator[int]:
    """The server as it is started for users, on a free port."""
    with socket.socket() as taken, tempfile.TemporaryDirectory() as folder:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        taken.close()
        environment = {
            "REGESTA_NEO4J_URI": target.uri,
            "REGESTA_NEO4J_USER": target.user,
            "REGESTA_NEO4J_PASSWORD": target.password,
            "REGESTA_DATA_DIR": folder,
            "REGESTA_PORT": str(port),
            "PATH": "/usr/bin:/bin",
        }
        command = [str(Path(sys.executable).with_name("regesta")), "serve"]
        with subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            try:
                _wait(port)
                yield port
            finally:
                process.terminate()


def _wait(port: int) -> None:
    end = time.monotonic() + 120
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
