"""The index of an open store, held in step with its graph: in a file that processes share, or in memory."""

import threading
from pathlib import Path
from weakref import WeakKeyDictionary

from filelock import FileLock

from graph.changes import Stamp, stamp
from graph.index.arrays import TemporalIndex
from graph.index.file import DamagedError, read, stamp_of, write
from graph.index.read import Progress, build, caught_up, silent
from graph.store import Store


class Keeper:
    """Holds the index of one store; safe to share between threads."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._index: TemporalIndex | None = None

    def current(self, store: Store, progress: Progress = silent) -> TemporalIndex:
        """The index of the graph as it is now: the one at hand, the file's, or one brought up to date.

        One process at a time builds or changes the file; the others wait for it. A file that is damaged, or
        that tells of another graph, is replaced.

        Raises:
            ServiceError: Neo4j fails.
        """
        now, held = stamp(store), self._index
        if held is not None and held.stamp == now:
            return held
        with self._lock:
            if self._folder is None:
                self._index = self._made(store, self._index, progress)
            else:
                self._index = self._shared(store, now, self._folder / f"{now.database}.index", progress)
            return self._index

    def _shared(self, store: Store, now: Stamp, file: Path, progress: Progress) -> TemporalIndex:
        held = self._index
        if held is not None and held.stamp == now:
            return held
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(file.with_suffix(".lock")):
            held = _newer(held, file)
            made = self._made(store, held, progress)
            if made is held:
                return made
            write(made, file)
        return read(file)

    @staticmethod
    def _made(store: Store, held: TemporalIndex | None, progress: Progress) -> TemporalIndex:
        changed = caught_up(store, held) if held is not None else None
        return changed or build(store, progress)


def _newer(held: TemporalIndex | None, file: Path) -> TemporalIndex | None:
    """The file's index, or the one that is held if the file has no other."""
    try:
        return held if held is not None and stamp_of(file) == held.stamp else read(file)
    except (DamagedError, OSError):
        return held


_keepers: WeakKeyDictionary[Store, Keeper] = WeakKeyDictionary()
_guard = threading.Lock()


def keep_in(store: Store, folder: Path) -> None:
    """Keep the index of an open store in a file in ``folder``; else each process keeps its own in memory."""
    with _guard:
        _keepers[store] = Keeper(folder)


def index_of(store: Store, progress: Progress = silent) -> TemporalIndex:
    """The temporal index of a store's graph as it is now; see :meth:`Keeper.current`."""
    with _guard:
        keeper = _keepers.setdefault(store, Keeper())
    return keeper.current(store, progress)
