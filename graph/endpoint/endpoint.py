"""The SPARQL endpoint of one graph."""

from pathlib import Path
from types import TracebackType
from typing import Self

from graph.endpoint.making import Making
from graph.endpoint.pool import Answer, Limits, Pool
from graph.endpoint.projection import Projection
from graph.endpoint.request import Query, check
from graph.known import NOW, Known
from graph.store import Store


class Endpoint:
    """Answers SPARQL queries with what the graph holds now; a context manager that ends its processes.

    Safe to share between threads. Several processes may use one ``folder``, which holds the projections.
    """

    def __init__(self, store: Store, folder: Path, limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self._projection = Projection(store, folder)
        self._making = Making(self._projection.current, limits.seconds)
        self._pool = Pool(limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, query: Query, known: Known = NOW) -> Answer:
        """The answer to a query, over what is known.

        Raises:
            ParameterError: The query is wrong, takes too long, or gives too much.
            NotAcceptableError: The client takes no form of answer that there is.
            BusyError: As many queries run as may, or the graph is still being made ready.
            ServiceError: Neo4j fails, or no process could be started.
        """
        check(query)
        data = self._projection.ready(known) or self._making.path(known)
        return self._pool.ask(data, query)

    def close(self) -> None:
        """End the processes that answer."""
        self._pool.close()
