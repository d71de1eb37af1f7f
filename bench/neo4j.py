"""A Neo4j for measuring: the managed server in a throw-away folder, emptied between rounds."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from neo4j import GraphDatabase

from api.settings import Settings
from graph.server import ManagedServer, Options
from graph.server.options import free_port
from graph.store import Store, Target


@contextmanager
def throwaway() -> Iterator[Target]:
    """A server with the default memory, on free ports; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="regesta-bench-") as home:
        server = ManagedServer(Path(home))
        options = Options(bolt_port=free_port(), http_port=free_port(), start_timeout_seconds=300)
        running = server.start(Settings.from_environment().cache_dir, options=options)
        try:
            target = Target(running.uri, running.user, running.password)
            with Store.open(target) as store:
                store.migrate()
            yield target
        finally:
            server.stop()


def wipe(target: Target) -> None:
    """Remove all content, keep the model."""
    query = (
        "MATCH (n) WHERE NOT n:Migration AND NOT n:Graph "
        "CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS"
    )
    with (
        GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver,
        driver.session() as session,
    ):
        session.run(query).consume()
