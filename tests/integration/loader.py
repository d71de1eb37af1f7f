"""A loader as a process of its own, which a test may kill."""

import pickle
from multiprocessing.connection import Connection
from pathlib import Path

from graph.load import load
from graph.store import Store, Target


def run(target: Target, articles: Path, ready: Connection) -> None:
    """Load pickled extractions one after the other, from the moment on that ``ready`` tells."""
    told = pickle.loads(articles.read_bytes())
    with Store.open(target) as store:
        ready.send(True)
        for extraction in told:
            load(store, extraction)
