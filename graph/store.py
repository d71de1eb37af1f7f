"""The graph's store: named queries against one Neo4j database, and nothing else that speaks Bolt."""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import Driver, ManagedTransaction, Query, Result, unit_of_work
from neo4j.exceptions import DriverError, Neo4jError

from graph.connection import READ, WRITE, ConflictError, Target, connect, told
from graph.migrations import migrations
from graph.queries import query
from ontology.errors import ServiceError

__all__ = ["ConflictError", "Row", "Store", "Target", "Transaction"]

Row = dict[str, Any]
T = TypeVar("T")


class Transaction:
    """One open transaction; all that runs in it takes effect together or not at all."""

    def __init__(self, inner: ManagedTransaction) -> None:
        self._inner = inner

    def run(self, query_name: str, **parameters: object) -> list[Row]:
        """The rows of the named query."""
        result = self._inner.run(query(query_name), parameters)
        keys = list(result.keys())
        return [dict(zip(keys, record.values(), strict=True)) for record in result]


class Store:
    """An open connection to the graph; a context manager that closes it. Safe to share between threads.

    Queries are named: the text is ``graph/cypher/<name>.cypher``, what users give goes into parameters
    only. Days go in as :class:`datetime.date`; queries give them back as ISO text (``toString``), which
    is much cheaper to read than Neo4j's own values.
    """

    def __init__(
        self, driver: Driver, target: Target, *, read_timeout_seconds: float, row_limit: int
    ) -> None:
        self._driver = driver
        self._read_timeout_seconds = read_timeout_seconds
        self._row_limit = row_limit
        self.target = target

    @classmethod
    def open(
        cls,
        target: Target,
        *,
        connect_timeout_seconds: float = 10.0,
        read_timeout_seconds: float = 30.0,
        row_limit: int = 1_000_000,
    ) -> Self:
        """Connect, and see that the server answers, accepts the login and is new enough.

        Raises:
            ServiceError: It doesn't; the message says what to do.
        """
        driver = connect(target, connect_timeout_seconds)
        return cls(driver, target, read_timeout_seconds=read_timeout_seconds, row_limit=row_limit)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def read(self, query_name: str, **parameters: object) -> list[Row]:
        """The rows of the named query, which may not write.

        Raises:
            ServiceError: The server is away, the query takes too long or gives more rows than allowed.
        """
        asked = Query(query(query_name), timeout=self._read_timeout_seconds)
        with (
            told(self.target),
            self._driver.session(database=self.target.database, default_access_mode=READ) as session,
        ):
            try:
                # Alone it takes one round trip; in a transaction, as for the second try, three.
                rows = self._rows(session.run(asked, parameters))
            except (Neo4jError, DriverError) as error:
                if not error.is_retryable():
                    raise
                work = unit_of_work(timeout=self._read_timeout_seconds)(
                    lambda inner: self._rows(inner.run(query(query_name), parameters))
                )
                rows = session.execute_read(work)
        if len(rows) > self._row_limit:
            raise ServiceError(
                f"The question has more than {self._row_limit:,} results. Ask for fewer days or one type."
            )
        return rows

    def _rows(self, result: Result) -> list[Row]:
        """The rows, and one more where there are too many."""
        keys = list(result.keys())
        records = result.fetch(self._row_limit + 1)
        return [dict(zip(keys, record.values(), strict=True)) for record in records]

    def write(self, query_name: str, **parameters: object) -> list[Row]:
        """Run one named query that writes, in a transaction of its own; its rows."""
        return self.transact(lambda transaction: transaction.run(query_name, **parameters))

    def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` in one transaction, again from the start if Neo4j asks for it (a deadlock).

        An exception of ``work`` rolls all back.
        """
        with (
            told(self.target),
            self._driver.session(database=self.target.database, default_access_mode=WRITE) as session,
        ):
            return session.execute_write(lambda inner: work(Transaction(inner)))

    def version(self) -> int:
        """A number that grows with every change of the graph's content; 0 for an empty database."""
        rows = self.read("graph_state")
        return int(rows[0]["version"]) if rows else 0

    def model(self) -> int:
        """The number of the last migration that was applied; 0 for an empty database."""
        rows = self.read("graph_state")
        return int(rows[0]["model"]) if rows else 0

    def migrate(self) -> int:
        """Bring constraints, indexes and model up to date, if they aren't; the model's number.

        Raises:
            ServiceError: The graph was written by a newer Regesta.
        """
        known, applied = migrations(), self.model()
        if applied > len(known):
            raise ServiceError(
                f"The graph has model {applied}, this Regesta knows {len(known)}. Install the newer Regesta "
                "that wrote it, or use another database."
            )
        if new := known[applied:]:
            self._alter([statement for migration in new for statement in migration.schema])
            self.write("indexes_filled")
            for statement in (statement for migration in new for statement in migration.content):
                self._run_alone(statement)
            self.write("migration_record", steps=[{"version": m.version, "name": m.name} for m in new])
        return len(known)

    def _alter(self, schema: Sequence[str]) -> None:
        """Make constraints and indexes, in one transaction."""

        def work(inner: ManagedTransaction) -> None:
            for statement in schema:
                inner.run(statement).consume()

        with told(self.target), self._driver.session(database=self.target.database) as session:
            session.execute_write(work)

    def _run_alone(self, statement: str) -> None:
        """Run what ends its transactions itself."""
        with told(self.target), self._driver.session(database=self.target.database) as session:
            session.run(statement).consume()
