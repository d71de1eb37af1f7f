"""Fixtures for the doors: the sample articles in a real graph, and a real HTTP server in front of it."""

import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

if TYPE_CHECKING:
    from graph.store import Store, Target
    from ontology.model import Extraction

SAMPLES = Path(__file__).parents[1] / "samples"
KEY = "a-key-for-the-tests"


@dataclass(frozen=True)
class Served:
    """Where a server answers, and the key that it asks for."""

    url: str
    key: str

    @property
    def authorised(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}


@pytest.fixture(scope="session")
def sample_extractions() -> list["Extraction"]:
    """What is understood of the sample articles, read once."""
    from api.reading import Reader
    from ontology.model import Extraction

    found = list(Reader(1_000_000).extractions(sorted(SAMPLES.glob("*.json"))))
    assert all(isinstance(one, Extraction) for one in found)
    return found


@pytest.fixture(scope="module")
def sample_store(
    migrated_store: "Store", wipe: Callable[[], None], sample_extractions: list["Extraction"]
) -> "Store":
    """A graph that holds the sample articles, anew for each module of tests."""
    from graph.load import load

    wipe()
    for extraction in sample_extractions:
        load(migrated_store, extraction)
    return migrated_store


@pytest.fixture(scope="module")
def served(sample_store: "Store") -> Iterator[Served]:
    """The API and the page on the sample articles; adding articles needs the key."""
    with serving(sample_store) as address:
        yield Served(address, KEY)


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    """An HTTP client of the server."""
    with httpx.Client(base_url=served.url, timeout=60) as opened:
        yield opened


@contextmanager
def serving(store: "Store", **settings: object) -> Iterator[str]:
    """A server on a free port, in a thread of its own; gives its address."""
    from api import serving as door
    from api.app import create_app
    from api.deps import services
    from api.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        chosen = Settings.model_validate({"port": 0, "api_key": KEY, "data_dir": folder, **settings})
        listener = door.bind(chosen)
        with services(chosen, store) as parts:
            server = door.make(create_app(parts), "warning")
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
            thread.start()
            try:
                while not server.started and thread.is_alive():
                    time.sleep(0.01)
                yield door.address(listener)
            finally:
                server.should_exit = True
                thread.join()


@pytest.fixture(scope="session")
def cli_environment(neo4j_target: "Target") -> dict[str, str]:
    """The environment in which commands use the tests' Neo4j."""
    return {
        "REGESTA_NEO4J_URI": neo4j_target.uri,
        "REGESTA_NEO4J_USER": neo4j_target.user,
        "REGESTA_NEO4J_PASSWORD": neo4j_target.password,
    }
