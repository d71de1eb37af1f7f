"""The worker that reads and loads the articles of jobs, one server of a data folder at a time."""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from api.ingest import FAILED, Outcome, outcome
from api.jobs import TRIES, Item, Jobs
from api.reading import Reader
from graph.changes import stamp
from graph.load import load_many
from graph.store import Store
from ontology.errors import ArticleError, RegestaError, ServiceError
from ontology.model import Extraction

_TOGETHER = 20
"""Articles that are loaded in one transaction."""
_POLL_SECONDS = 1.0
_PAUSE_SECONDS = 5.0
"""How long to wait before Neo4j is tried again."""
_LOG = logging.getLogger("regesta.jobs")


class Worker:
    """A thread that works off the jobs for one graph, and goes on where a former server stopped.

    Only one process of a data folder works at a time; another takes over when that one ends.
    """

    def __init__(self, jobs: Jobs, store: Store, reader: Reader, lock: Path) -> None:
        self._jobs, self._store, self._reader = jobs, store, reader
        self._lock = FileLock(lock)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="jobs", daemon=True)

    @contextmanager
    def working(self) -> Iterator[None]:
        """Work while the block runs; at its end what is being loaded is finished, the rest waits on."""
        self._thread.start()
        try:
            yield
        finally:
            self._ending.set()
            self._thread.join()

    def _run(self) -> None:
        Path(self._lock.lock_file).parent.mkdir(parents=True, exist_ok=True)
        while not self._ending.is_set():
            try:
                with self._lock.acquire(timeout=0):
                    self._work_on()
            except Timeout:
                self._ending.wait(_POLL_SECONDS)
            except ServiceError as error:
                _LOG.warning("Jobs wait: %s", error)
                self._ending.wait(_PAUSE_SECONDS)
            except Exception:
                _LOG.exception("Jobs wait after an error")
                self._ending.wait(_PAUSE_SECONDS)

    def _work_on(self) -> None:
        graph = stamp(self._store).database
        while not self._ending.is_set():
            if items := self._jobs.take(graph, _TOGETHER):
                self._work(items)
            else:
                self._ending.wait(_POLL_SECONDS)

    def _work(self, items: Sequence[Item]) -> None:
        """Read and load some articles; those that don't come through for no fault of theirs wait on."""
        undone = {(item.job, item.number): item for item in items}
        try:
            for item, done in self._outcomes(items):
                self._jobs.record(item, done)
                del undone[item.job, item.number]
        finally:
            self._jobs.give_back(undone.values())

    def _outcomes(self, items: Sequence[Item]) -> Iterator[tuple[Item, Outcome]]:
        """What becomes of articles; fewer than there are when the server ends."""
        read: list[tuple[Item, Extraction]] = []
        for item in items:
            if self._ending.is_set():
                break
            found = self._read(item)
            if isinstance(found, Outcome):
                yield item, found
            else:
                read.append((item, found))
        told = load_many(self._store, [extraction for _, extraction in read], together=_TOGETHER)
        for (item, extraction), report in zip(read, told, strict=True):
            if isinstance(report, ArticleError):
                yield item, _failed(item, report)
            else:
                yield item, outcome(report, extraction.warnings)

    def _read(self, item: Item) -> Extraction | Outcome:
        if item.tries >= TRIES:
            return _failed(
                item, f"The server ended {TRIES} times while it read this article; it is given up."
            )
        try:
            return self._reader.extract(item.article)
        except RegestaError as error:
            return _failed(item, error)
        except Exception:
            _LOG.exception("Article %s of job %s can't be read", item.number, item.job)
            return _failed(item, "Something broke on our side; the server's log tells more.")


def _failed(item: Item, why: object) -> Outcome:
    return Outcome(item.article.key, FAILED, item.article.id, error=str(why))
