"""Answers queries in worker processes: a few at a time, each within limits of time and size."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, LifoQueue

from graph.endpoint.request import Query
from graph.endpoint.worker import receive, send
from ontology.errors import ParameterError, RegestaError, ServiceError


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may cost: seconds, bytes of its answer, and how many run at the same time."""

    seconds: float = 30.0
    answer_bytes: int = 50_000_000
    at_once: int = 2


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query, in the media type that was chosen."""

    media_type: str
    body: bytes


class NotAcceptableError(RegestaError):
    """The client takes none of the media types that there are for this form of query."""


class BusyError(RegestaError):
    """As many queries run as may; try again."""


class Pool:
    """Worker processes, started as they are needed and ended by :meth:`close`. Safe between threads."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self.limits = limits
        self._turns = threading.BoundedSemaphore(limits.at_once)
        self._idle: LifoQueue[subprocess.Popen[bytes]] = LifoQueue()

    def ask(self, data: Path, query: Query) -> Answer:
        """The answer of the projection in the folder ``data`` to a query that was checked.

        Raises:
            ParameterError: The query is wrong, takes too long, or gives too much.
            NotAcceptableError: There is no such form of answer.
            BusyError: All workers are at work, and stay so.
            ServiceError: No worker could be started.
        """
        request = {
            "path": str(data),
            "query": query.text,
            "default": list(query.default_graphs),
            "named": list(query.named_graphs),
            "accept": list(query.accept),
            "limit": self.limits.answer_bytes,
        }
        with self._worker() as worker:
            head, body = self._exchange(worker, json.dumps(request).encode())
        if "problem" in head:
            raise self._error(head)
        return Answer(head["type"], body)

    def close(self) -> None:
        """End the workers that are idle; those at work end with their query."""
        while True:
            try:
                _end(self._idle.get_nowait())
            except Empty:
                return

    @contextmanager
    def _worker(self) -> Iterator[subprocess.Popen[bytes]]:
        if not self._turns.acquire(timeout=self.limits.seconds):
            raise BusyError("Other queries take all of the server's time. Try again in a moment.")
        try:
            worker = self._started()
            yield worker
            if worker.poll() is None:
                self._idle.put(worker)
            else:
                _end(worker)
        finally:
            self._turns.release()

    def _started(self) -> subprocess.Popen[bytes]:
        try:
            return self._idle.get_nowait()
        except Empty:
            command = [sys.executable, "-c", "from graph.endpoint.worker import main; main()"]
            worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
            if worker.stdout is None or receive(worker.stdout) is None:
                _end(worker)
                raise ServiceError(
                    "A process for SPARQL could not be started; see the server's log."
                ) from None
            return worker

    def _exchange(self, worker: subprocess.Popen[bytes], request: bytes) -> tuple[dict[str, str], bytes]:
        """Send and wait; a worker that is too slow is killed, which ends the wait."""
        source, out = worker.stdout, worker.stdin
        if source is None or out is None:
            raise TypeError("a worker was started without its pipes")
        timer = threading.Timer(self.limits.seconds, worker.kill)
        timer.start()
        try:
            send(out, request)
            head, body = receive(source), receive(source)
        except BrokenPipeError:
            head = body = None
        finally:
            timer.cancel()
        if head is None or body is None:
            _end(worker)
            return {"problem": "stopped", "detail": ""}, b""
        return json.loads(head), body

    def _error(self, head: dict[str, str]) -> RegestaError:
        detail = head["detail"]
        if head["problem"] == "not-acceptable":
            return NotAcceptableError(f"This query can be answered as {detail}.")
        told = {
            "syntax": f"The query is not SPARQL 1.1 as this server reads it: {detail}",
            "too-large": f"The answer has more than {self.limits.answer_bytes:,} bytes. Add a LIMIT.",
            "stopped": f"The query took more than {self.limits.seconds:g} seconds or too much memory, and "
            "was stopped. Ask for less: name an actor, a type or a time, or add a LIMIT.",
            "failed": f"The query failed: {detail}",
        }
        return ParameterError("query", told[head["problem"]])


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.kill()
    worker.wait()
    for pipe in (worker.stdin, worker.stdout):
        if pipe is not None:
            pipe.close()
