"""The graph's RDF in oxigraph, on disk, kept in step with the graph.

Each state is a folder of its own that is never changed once it is complete: processes read it while the next
one is made beside it. Its name is a hash of the database and its version, so that equal questions find it
again.
"""

import hashlib
import os
import shutil
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

from filelock import FileLock
from pyoxigraph import NamedNode, RdfFormat
from pyoxigraph import Store as Triples

from graph.rdf.export import graph_quads
from graph.rdf.formats import reader
from graph.rdf.terms import BASE
from graph.store import Store

_ONTOLOGY = ("regesta.ttl", "vocabulary.ttl")
_TERMS = NamedNode(f"{BASE}ontology")
"""The graph of the terms, with the labels of event types and predicates and their scores."""

KEPT = 8
"""States that are kept on disk; the one used longest ago goes first."""


class Projection:
    """The states of one graph in one folder, which several processes may share."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    def current(self) -> Path:
        """The folder of the state that the graph is in, made now if it isn't there.

        Raises:
            ServiceError: Neo4j fails.
        """
        path = self._folder / self._name()
        if not path.is_dir():
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / "lock"):
                if not path.is_dir():
                    self._make(path)
                    self._tidy(path)
        os.utime(path)
        return path

    def _name(self) -> str:
        target = self._store.target
        facts = (target.uri, target.database, self._store.version())
        return hashlib.sha256(repr(facts).encode()).hexdigest()[:24]

    def _make(self, path: Path) -> None:
        draft = path.with_name(f"draft-{uuid4().hex}")
        try:
            data = Triples(str(draft))
            data.bulk_load(reader(graph_quads(self._store)), RdfFormat.N_QUADS)
            for name in _ONTOLOGY:
                text = files("ontology").joinpath(name).read_bytes()
                data.load(text, RdfFormat.TURTLE, to_graph=_TERMS)
            data.flush()
            del data
            draft.rename(path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _tidy(self, used: Path) -> None:
        states = [path for path in self._folder.iterdir() if path.is_dir() and path != used]
        states.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in states[KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)
