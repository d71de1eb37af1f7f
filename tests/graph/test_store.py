"""The store on a real Neo4j: opening, reading, writing, migrating, and its refusals."""

import dataclasses
import re
import socket
from datetime import date

import pytest
from neo4j import GraphDatabase

from graph.migrations import migrations
from graph.queries import query
from graph.server.options import free_port
from graph.store import Store, Target, Transaction
from ontology.errors import ServiceError


@pytest.fixture
def queries(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Queries of the test's own, beside the project's."""
    own: dict[str, str] = {}
    monkeypatch.setattr("graph.store.query", lambda name: own.get(name) or query(name))
    return own


class TestOpening:
    def test_nobody_there(self) -> None:
        target = Target(f"bolt://127.0.0.1:{free_port()}", "neo4j", "x")
        with pytest.raises(ServiceError, match=r"can't be reached.*regesta db start"):
            Store.open(target, connect_timeout_seconds=1)

    def test_wrong_password(self, neo4j_target: Target) -> None:
        target = dataclasses.replace(neo4j_target, password="wrong")
        with pytest.raises(ServiceError, match="REGESTA_NEO4J_PASSWORD"):
            Store.open(target)

    def test_wrong_database(self, neo4j_target: Target) -> None:
        target = dataclasses.replace(neo4j_target, database="elsewhere")
        with pytest.raises(ServiceError, match="REGESTA_NEO4J_DATABASE"):
            Store.open(target)

    @pytest.mark.parametrize("uri", ["", "localhost", "ftp://localhost:7687"])
    def test_no_address_at_all(self, uri: str) -> None:
        with pytest.raises(ServiceError, match="bolt://localhost:7687"):
            Store.open(Target(uri, "neo4j", "x"))

    def test_something_else_listens_there(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as other:
            target = Target(f"bolt://127.0.0.1:{other.getsockname()[1]}", "neo4j", "x")
            with pytest.raises(ServiceError):
                Store.open(target, connect_timeout_seconds=0.5)

    def test_the_password_is_not_shown(self) -> None:
        assert "secret" not in repr(Target("bolt://h", "neo4j", "secret"))


class TestQueries:
    def test_days_go_in_as_dates(self, store: Store, queries: dict[str, str]) -> None:
        queries["day"] = "RETURN valueType($day) AS type, toString($day) AS day"
        assert store.read("day", day=date(2025, 8, 12)) == [{"type": "DATE NOT NULL", "day": "2025-08-12"}]

    def test_reading_may_not_write(self, store: Store, queries: dict[str, str]) -> None:
        queries["sly"] = "CREATE (n:Sly) RETURN n.x AS x"
        with pytest.raises(ServiceError, match="refuses"):
            store.read("sly")

    def test_too_many_rows(self, neo4j_target: Target, queries: dict[str, str]) -> None:
        queries["many"] = "UNWIND range(1, $n) AS n RETURN n"
        with Store.open(neo4j_target, row_limit=10) as small:
            assert len(small.read("many", n=10)) == 10
            with pytest.raises(ServiceError, match="more than 10 results"):
                small.read("many", n=11)

    def test_too_long(self, neo4j_target: Target, queries: dict[str, str]) -> None:
        queries["slow"] = "UNWIND range(1, 1000000000) AS n WITH n WHERE n < 0 RETURN count(n) AS n"
        with (
            Store.open(neo4j_target, read_timeout_seconds=0.3) as hasty,
            pytest.raises(ServiceError, match="takes Neo4j too long"),
        ):
            hasty.read("slow")

    def test_a_transaction_is_all_or_nothing(self, store: Store, queries: dict[str, str]) -> None:
        queries["make"], queries["count"] = (
            "CREATE (:Article {id: $id})",
            "MATCH (n:Article) RETURN count(n) AS n",
        )

        def work(transaction: Transaction) -> None:
            transaction.run("make", id="a1")
            raise RuntimeError("in the middle")

        with pytest.raises(RuntimeError):
            store.transact(work)
        assert store.read("count") == [{"n": 0}]


class TestMigrating:
    def test_twice_is_once(self, store: Store, queries: dict[str, str]) -> None:
        queries["records"] = (
            "MATCH (m:Migration) RETURN m.version AS version, m.name AS name ORDER BY version"
        )
        assert store.migrate() == store.migrate() == store.model() == len(migrations())
        assert store.read("records") == [{"version": m.version, "name": m.name} for m in migrations()]

    def test_a_break_in_the_middle_is_mended(self, store: Store, neo4j_target: Target) -> None:
        with GraphDatabase.driver(
            neo4j_target.uri, auth=(neo4j_target.user, neo4j_target.password)
        ) as driver:
            driver.execute_query("MATCH (n:Migration) DELETE n")
            driver.execute_query("MATCH (g:Graph) DELETE g")
            driver.execute_query("DROP INDEX event_type")
            assert store.model() == store.version() == 0
            store.migrate()
            names = driver.execute_query("SHOW INDEXES YIELD name RETURN collect(name)").records[0][0]
        assert "event_type" in names
        assert store.model() == len(migrations())

    def test_a_newer_graph_is_refused(self, store: Store, queries: dict[str, str]) -> None:
        queries["set"] = "MATCH (g:Graph) SET g.model = $model"
        store.write("set", model=99)
        try:
            with pytest.raises(ServiceError, match="newer Regesta"):
                store.migrate()
        finally:
            store.write("set", model=len(migrations()))

    def test_only_constraints_and_indexes_run_in_one_transaction(self) -> None:
        for statement in (statement for m in migrations() for statement in m.schema):
            assert re.match(r"CREATE (FULLTEXT )?(INDEX|CONSTRAINT) \w+ IF NOT EXISTS ", statement)
        for statement in (statement for m in migrations() for statement in m.content):
            assert not re.search(r"\b(CREATE|INDEX|CONSTRAINT)\b", statement)

    def test_numbers_have_no_gaps(self) -> None:
        assert [m.version for m in migrations()] == list(range(1, len(migrations()) + 1))
