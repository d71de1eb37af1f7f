"""What a benchmark says: our figure beside the limit's, measured in one run on one machine."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Ratio:
    """``ours`` against ``limit``, both in ``unit``.

    ``target`` is the least ratio that satisfies; None where the line only informs. Above 1 beats the limit.
    ``smaller_is_better`` turns the ratio round (latencies). ``note`` says what the limit is.
    """

    name: str
    ours: float
    limit: float
    unit: str
    target: float | None = None
    smaller_is_better: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        """How near ours comes to the limit; 0 where the limit is 0."""
        over, under = (self.limit, self.ours) if self.smaller_is_better else (self.ours, self.limit)
        return over / under if under else 0.0

    @property
    def met(self) -> bool:
        """Whether the target is reached; true without a target."""
        return self.target is None or self.ratio >= self.target


def seconds(task: Callable[[], object], repeat: int = 3) -> float:
    """The median wall time of ``repeat`` runs of ``task``, in seconds."""
    return median(_once(task) for _ in range(repeat))


def alternating(
    ours: Callable[[], object], limit: Callable[[], object], repeat: int = 3
) -> tuple[float, float]:
    """Median seconds of both tasks, run in turns so that a busy neighbour hurts both alike."""
    pairs = [(_once(ours), _once(limit)) for _ in range(repeat)]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


def _once(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start
