"""Makes projections beside the questions: who asks waits a while, and the work goes on when nobody does."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

from graph.endpoint.pool import BusyError
from graph.known import Known

AT_ONCE = 4
"""As of so many different times projections are made, or wait for their turn, at the same time."""


class Making:
    """Projections that are being made by ``make``, each by a thread. Safe to share between threads."""

    def __init__(self, make: Callable[[Known], Path], seconds: float) -> None:
        self._make = make
        self._seconds = seconds
        self._lock = threading.Lock()
        self._begun: dict[Known, Future[Path]] = {}

    def path(self, known: Known) -> Path:
        """The projection, once it is made.

        Raises:
            BusyError: That takes longer than anybody should wait, or too many others are being made.
            ServiceError: Neo4j fails.
        """
        try:
            return self._future(known).result(self._seconds)
        except TimeoutError:
            raise BusyError(
                "The graph is being made ready for SPARQL; where it is large that takes minutes. Try again."
            ) from None

    def _future(self, known: Known) -> Future[Path]:
        with self._lock:
            if known not in self._begun:
                if len(self._begun) >= AT_ONCE:
                    raise BusyError("The graph is being made ready as of other times. Try again in a minute.")
                self._begun[known] = Future()
                threading.Thread(target=self._work, args=(known,), daemon=True).start()
            return self._begun[known]

    def _work(self, known: Known) -> None:
        try:
            path = self._make(known)
        except Exception as error:
            self._ended(known).set_exception(error)
        else:
            self._ended(known).set_result(path)

    def _ended(self, known: Known) -> Future[Path]:
        """Whoever asks from now on begins anew."""
        with self._lock:
            return self._begun.pop(known)
