"""The graph's RDF in oxigraph, on disk, kept in step with the graph.

Each state is a folder of its own that is never changed once it is complete: processes read it while the next
one is made beside it, from the last one and what has changed since. Its name is a hash of the graph's stamp
and the limits of what is known, so that equal questions find it again.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

from filelock import FileLock
from pyoxigraph import NamedNode, RdfFormat
from pyoxigraph import Store as Triples

from graph.changes import Changes, Stamp, changes, stamp
from graph.endpoint.advance import advance, small
from graph.known import NOW, Known
from graph.rdf.export import graph_quads
from graph.rdf.formats import reader
from graph.rdf.terms import BASE
from graph.store import Store

KEPT = 8
"""States that are kept on disk; the one used longest ago goes first."""

_ONTOLOGY = ("regesta.ttl", "vocabulary.ttl")
_TERMS = NamedNode(f"{BASE}ontology")
"""The graph of the terms, with the labels of event types and predicates and their scores."""

_LATEST = "latest.json"


class Projection:
    """The states of one graph in one folder, which several processes may share."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder

    def current(self, known: Known = NOW) -> Path:
        """The folder of the state that holds what is known, made now if it isn't there.

        Raises:
            ServiceError: Neo4j fails.
        """
        path = self.ready(known)
        if path is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / "lock"):
                path = self._made(known)
                self._tidy(path)
                os.utime(path)
        return path

    def ready(self, known: Known = NOW) -> Path | None:
        """The folder of that state if it is there already.

        Raises:
            ServiceError: Neo4j fails.
        """
        path = self._path(stamp(self._store), known)
        try:
            os.utime(path)
        except FileNotFoundError:
            return None
        return path

    def _made(self, known: Known) -> Path:
        """The state of the graph as it is once the lock is held."""
        last = self._latest() if known.now else None
        since = changes(self._store, last) if last else None
        now = since.stamp if since else stamp(self._store)
        path = self._path(now, known)
        if path.is_dir():
            return path
        if last and since and small(since):
            self._advanced(self._path(last, NOW), path, since)
        else:
            self._anew(path, known)
        if known.now:
            (self._folder / _LATEST).write_text(json.dumps(asdict(now)), "utf-8")
        return path

    def _path(self, at: Stamp, known: Known) -> Path:
        facts = (at.database, at.version, at.token, sorted(known.text.items()))
        return self._folder / hashlib.sha256(repr(facts).encode()).hexdigest()[:24]

    def _latest(self) -> Stamp | None:
        """The stamp of the last state, if it is still there."""
        try:
            last = Stamp(**json.loads((self._folder / _LATEST).read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        return last if self._path(last, NOW).is_dir() else None

    def _anew(self, path: Path, known: Known) -> None:
        with self._draft(path) as draft:
            data = Triples(str(draft))
            data.bulk_load(reader(graph_quads(self._store, known=known)), RdfFormat.N_QUADS)
            for name in _ONTOLOGY:
                text = files("ontology").joinpath(name).read_bytes()
                data.load(text, RdfFormat.TURTLE, to_graph=_TERMS)
            data.flush()
            del data

    def _advanced(self, last: Path, path: Path, since: Changes) -> None:
        with self._draft(path) as draft:
            shutil.copytree(last, draft, copy_function=_linked)
            data = Triples(str(draft))
            advance(self._store, data, since)
            data.flush()
            del data

    @contextmanager
    def _draft(self, path: Path) -> Iterator[Path]:
        """A folder that takes the place of ``path`` if the block ends well, and is removed if not."""
        draft = self._folder / f"draft-{uuid4().hex}"
        try:
            yield draft
            draft.rename(path)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _tidy(self, used: Path) -> None:
        states = [path for path in self._folder.iterdir() if path.is_dir() and path != used]
        states.sort(key=lambda path: path.stat().st_mtime, reverse=True)
        for path in states[KEPT - 1 :]:
            shutil.rmtree(path, ignore_errors=True)


def _linked(source: str, target: str) -> str:
    """Link what RocksDB never changes, its tables; copy the rest."""
    if source.endswith(".sst"):
        os.link(source, target)
    else:
        shutil.copy2(source, target)
    return target
