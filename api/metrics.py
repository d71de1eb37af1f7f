"""Numbers about the server for Prometheus."""

from collections.abc import Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from api.jobs import Jobs

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """What one application counts. Routes are told by their templates, so that there are only so many."""

    def __init__(self, version: str, jobs: Jobs) -> None:
        self._registry = CollectorRegistry()
        labels = ("method", "route")
        self._requests = Counter(
            "regesta_requests", "Requests answered.", (*labels, "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "regesta_request_seconds",
            "Time from a request to the end of its answer.",
            labels,
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._registry.register(_State(version, jobs))

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(method, route).observe(seconds)

    def text(self) -> bytes:
        """All numbers in Prometheus' text format."""
        return generate_latest(self._registry)


class _State(Collector):
    """What is asked for anew with each answer."""

    def __init__(self, version: str, jobs: Jobs) -> None:
        self._version, self._jobs = version, jobs

    def collect(self) -> Iterator[Metric]:
        info = GaugeMetricFamily("regesta_info", "The server's version.", labels=("version",))
        info.add_metric((self._version,), 1)
        yield info
        yield GaugeMetricFamily(
            "regesta_articles_waiting", "Articles of jobs that wait.", value=self._jobs.waiting()
        )
