"""Loading articles, statements a second, against bare driver writes of the same nodes and relationships.

Ours reads what is there, works out which events the statements mean and when they were, and writes the
difference. The limit writes the final graph that came of it, known beforehand: ready rows, as many articles
in one transaction as ours, the same constraints and indexes, nothing read or worked out, and no query planned
anew as the graph grows.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter
from typing import Any

from neo4j import Driver, GraphDatabase, ManagedTransaction, Record

from bench import neo4j as server
from bench.ratio import Ratio
from bench.synthetic import extractions
from graph.load import load_many
from graph.store import Store, Target
from ontology.errors import ArticleError
from ontology.model import Extraction

TARGET = 0.85
ARTICLES, TOGETHER, ROUNDS = 100, 20, 3

Rows = dict[str, list[dict[str, Any]]]

_MATCHES = {
    "IN": ("Statement", "Article"),
    "ATTRIBUTED_TO": ("Statement", "Actor"),
    "ORDER": ("Statement", "Statement"),
    "REPORTS": ("Statement", "Event"),
    "AT": ("Event", "Place"),
    "SUBJECT": ("Event", "Actor"),
    "OBJECT": ("Event", "Actor"),
}
# What the limit writes, in this order; each query gets its rows as one parameter.
WRITES = {
    "articles": "UNWIND $rows AS row CREATE (n:Article) SET n = row.p",
    "actors": "UNWIND $rows AS row MERGE (n:Actor {id: row.p.id}) ON CREATE SET n = row.p, n:$(row.labels)",
    "places": "UNWIND $rows AS row MERGE (n:Place {id: row.p.id}) ON CREATE SET n = row.p",
    "statements": "UNWIND $rows AS row CREATE (n:Statement) SET n = row.p",
    "changes": "UNWIND $rows AS row CREATE (n:Change) SET n = row.p",
    "events": "UNWIND $rows AS row CREATE (n:Event) SET n = row.p",
    "ACTS_FOR": "UNWIND $rows AS row MATCH (a:Actor {id: row.a}) MATCH (b:Actor {id: row.b}) "
    "MERGE (a)-[:ACTS_FOR]->(b)",
    **{
        name: f"UNWIND $rows AS row MATCH (a:{start} {{id: row.a}}) MATCH (b:{end} {{id: row.b}}) "
        f"CREATE (a)-[r:{name}]->(b) SET r = row.p"
        for name, (start, end) in _MATCHES.items()
    },
    "dyads": "UNWIND $rows AS row MATCH (a:Actor {id: row.a}) MATCH (b:Actor {id: row.b}) "
    "CREATE (a)-[r:$(row.type)]->(b) SET r = row.p",
    "orders": "UNWIND $rows AS row MATCH (a:Event {id: row.a}) MATCH (b:Event {id: row.b}) "
    "CREATE (a)-[r:$(row.type)]->(b) SET r = row.p",
}


def measure() -> Iterator[Ratio]:
    told = list(extractions(ARTICLES))
    with (
        server.throwaway() as target,
        Store.open(target) as store,
        GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver,
    ):
        _ours(store, told, 1)
        shares = final_graph(driver, told)
        for together, target_ratio in ((TOGETHER, TARGET), (1, None)):
            yield _compared(target, store, driver, told, _merged(shares, together), together, target_ratio)
        statements = sum(len(extraction.statements) for extraction in told)
        first = _timed(target, lambda: _ours(store, told, TOGETHER))
        again = _timed(target, lambda: _ours(store, told, TOGETHER), wiped=False)
        note = "loading them the first time"
        yield Ratio("load them again", statements / again, statements / first, "statements/s", note=note)


def _compared(
    target: Target,
    store: Store,
    driver: Driver,
    told: list[Extraction],
    shares: list[Rows],
    together: int,
    wanted: float | None,
) -> Ratio:
    rounds = [
        (
            _timed(target, lambda: _ours(store, told, together)),
            _timed(target, lambda: _bare(driver, shares)),
        )
        for _ in range(ROUNDS + 1)
    ][1:]
    ours, bare = median(first for first, _ in rounds), median(second for _, second in rounds)
    statements = sum(len(extraction.statements) for extraction in told)
    note = "bare driver writes of the same nodes and relationships, as many articles a transaction"
    name = f"load articles, {together} a transaction"
    return Ratio(name, statements / ours, statements / bare, "statements/s", wanted, note=note)


def _merged(shares: list[Rows], together: int) -> list[Rows]:
    """The rows of so many articles at a time."""
    merged: list[Rows] = []
    for start in range(0, len(shares), together):
        whole: Rows = defaultdict(list)
        for share in shares[start : start + together]:
            for name, lines in share.items():
                whole[name] += lines
        merged.append(whole)
    return merged


def _timed(target: Target, task: Callable[[], None], *, wiped: bool = True) -> float:
    """Seconds for a task that begins with an empty graph; emptying it doesn't count."""
    if wiped:
        server.wipe(target)
    start = perf_counter()
    task()
    return perf_counter() - start


def _ours(store: Store, told: list[Extraction], together: int) -> None:
    for report in load_many(store, told, together=together):
        if isinstance(report, ArticleError):
            raise report


def _bare(driver: Driver, shares: list[Rows]) -> None:
    with driver.session() as session:
        for share in shares:
            session.execute_write(_write, share)


def _write(transaction: ManagedTransaction, share: Rows) -> None:
    for name, query in WRITES.items():
        if share[name]:
            transaction.run(f"CYPHER replan=skip {query}", rows=share[name]).consume()


def final_graph(driver: Driver, told: list[Extraction]) -> list[Rows]:
    """The graph as it is in the database, each node and relationship with the first article that needs it."""
    turn = {extraction.article.id: number for number, extraction in enumerate(told)}
    nodes = driver.execute_query(
        "MATCH (n) WHERE NOT n:Migration AND NOT n:Graph RETURN labels(n) AS labels, properties(n) AS p"
    ).records
    edges = driver.execute_query(
        "MATCH (a)-[r]->(b) "
        "RETURN a.id AS a, b.id AS b, type(r) AS type, labels(a)[0] AS kind, properties(r) AS p"
    ).records
    shares: list[Rows] = [defaultdict(list) for _ in told]
    first = _first_turns(turn, nodes, edges)
    for record in nodes:
        kind = record["labels"][0].lower() + "s"
        shares[_turn_of(record, first)][kind].append({"labels": record["labels"], "p": record["p"]})
    for record in edges:
        share = shares[max(first[record["a"]], first[record["b"]])]
        share[_query_of(record)].append(record.data("a", "b", "type", "p"))
    return shares


def _turn_of(record: Record, first: dict[str, int]) -> int:
    """The first article that needs a node; a change of the graph tells its articles itself."""
    properties = record["p"]
    return first[properties["articles"][0] if "Change" in record["labels"] else properties["id"]]


def _first_turns(turn: dict[str, int], nodes: list[Record], edges: list[Record]) -> dict[str, int]:
    first = dict(turn)
    for record in nodes:
        if record["labels"][0] == "Statement":
            first[record["p"]["id"]] = turn[record["p"]["article"]]
    for wave in ({"REPORTS", "ATTRIBUTED_TO"}, {"SUBJECT", "OBJECT", "AT"}):
        for record in edges:
            if record["type"] in wave:
                at = first[record["a"]]
                first[record["b"]] = min(first.get(record["b"], at), at)
    return first


def _query_of(record: Record) -> str:
    kind = str(record["type"])
    if kind in WRITES:
        return kind
    return "orders" if record["kind"] == "Event" else "dyads"
