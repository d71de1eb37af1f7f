"""How often one caller may ask: a bucket of tokens for each, filled at a steady rate."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

_CALLERS = 10_000
"""Callers that are remembered; the one that asked longest ago is forgotten first."""


class Rates:
    """Lets each caller ask ``per_minute`` times a minute, and as often at once. Safe between threads."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._size = float(per_minute)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, caller: str) -> float:
        """Seconds until ``caller`` may ask; 0 if it may now, which is counted."""
        now = self._clock()
        with self._lock:
            tokens, since = self._buckets.pop(caller, (self._size, now))
            tokens = min(self._size, tokens + (now - since) * self._size / 60)
            allowed = tokens >= 1
            self._buckets[caller] = (tokens - 1 if allowed else tokens, now)
            if len(self._buckets) > _CALLERS:
                self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - tokens) * 60 / self._size
