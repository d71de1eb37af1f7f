"""What tests share: one real Neo4j for the whole session, on free ports, in a throw-away folder."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase

from graph.server import ManagedServer, Options, Running
from graph.server.options import free_port
from graph.store import Store, Target

pytest_plugins = ("served",)

_WIPE = (
    "MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n",
    'MATCH (g:Graph {id: "graph"}) SET g.version = 0, g.decisions = 0',
)


@pytest.fixture(scope="session")
def neo4j_cache() -> Path:
    """Where the fetched programs are, as for users: fetching them for every session would be slow."""
    given = os.environ.get("REGESTA_CACHE_DIR")
    return (
        Path(given) if given else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "regesta"
    )


@pytest.fixture
def quick_options() -> Options:
    """A small server that starts fast, on free ports."""
    return _quick_options()


def _quick_options() -> Options:
    return Options(
        bolt_port=free_port(),
        http_port=free_port(),
        heap="384m",
        page_cache="64m",
        java_flags=("-XX:TieredStopAtLevel=1",),
        start_timeout_seconds=240,
    )


@pytest.fixture(scope="session")
def neo4j_server(neo4j_cache: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A managed server for all tests; fails, never skips, where Java or Maven is missing."""
    server = ManagedServer(tmp_path_factory.mktemp("neo4j"))
    running = server.start(neo4j_cache, options=_quick_options())
    yield running
    server.stop()


@pytest.fixture(scope="session")
def neo4j_target(neo4j_server: Running) -> Target:
    """Its address and login."""
    return Target(neo4j_server.uri, neo4j_server.user, neo4j_server.password)


@pytest.fixture(scope="session")
def migrated_store(neo4j_target: Target) -> Iterator[Store]:
    """A store with the model applied, its content left over from other tests: use ``store``."""
    with Store.open(neo4j_target) as opened:
        opened.migrate()
        yield opened


@pytest.fixture(scope="session")
def wipe(neo4j_target: Target) -> Callable[[], None]:
    """Empties the graph."""

    def work() -> None:
        with GraphDatabase.driver(
            neo4j_target.uri, auth=(neo4j_target.user, neo4j_target.password)
        ) as driver:
            for statement in _WIPE:
                driver.execute_query(statement, database_=neo4j_target.database)

    return work


@pytest.fixture
def store(migrated_store: Store, wipe: Callable[[], None]) -> Store:
    """An empty graph."""
    wipe()
    return migrated_store
