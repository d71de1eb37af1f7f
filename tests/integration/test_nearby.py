"""An article about two who are told of often costs what is near it; the graph is as if all came at once."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bench.synthetic import feud_articles
from graph.corrections import withdraw
from graph.decisions import merge
from graph.load import load, load_many
from graph.migrations import migrations
from graph.store import Store, Target, Transaction
from ontology.model import Extraction, Modality
from tests.graph.telling import ALASKA, Teller, within
from tests.integration.test_graph_load import Graph

REPORTS = 400


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


@pytest.fixture
def statements_read(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How many statements were read to work out events since it was last called."""
    run, counts = Transaction.run, [0]

    def counting(self: Transaction, query_name: str, **parameters: object) -> list[dict[str, Any]]:
        rows = run(self, query_name, **parameters)
        counts[0] += len(rows) if query_name == "load_present" else 0
        return rows

    def since() -> int:
        found, counts[0] = counts[0], 0
        return found

    monkeypatch.setattr(Transaction, "run", counting)
    return since


def fill(store: Store, told: list[Extraction]) -> None:
    reports = list(load_many(store, told, together=len(told)))
    assert len(reports) == len(told)


def vague() -> Extraction:
    """Acts that two parties do seldom, whose days are looked for in several ways."""
    text = Teller("vague", "2025-08-22")
    for time in (
        within(None, "2025-08-20"),
        within("2025-08-20", None),
        within("2024-01-01", "2024-12-31"),
        None,
    ):
        text.says("trump", "meet", "putin", time, place=ALASKA)
        text.says("trump", "meet", "putin", time)
    text.says("trump", "meet", "putin", modality=Modality.HYPOTHETICAL)
    return text.extraction()


def some(told: list[Extraction]) -> Iterator[Extraction]:
    """An old article and the newest."""
    yield told[len(told) // 3]
    yield told[-1]


def test_a_load_reads_what_is_near(
    store: Store, graph: Graph, wipe: Callable[[], None], statements_read: Callable[[], int]
) -> None:
    told, others = list(feud_articles(REPORTS)), list(feud_articles(REPORTS, seed=1))
    fill(store, told)
    statements_read()
    for extraction in some(others):
        load(store, extraction)
        assert statements_read() < REPORTS / 3
    one_by_one = graph.content()
    wipe()
    fill(store, [*some(others), *told])
    assert graph.content() == one_by_one


def test_so_does_a_withdrawal(
    store: Store, graph: Graph, wipe: Callable[[], None], statements_read: Callable[[], int]
) -> None:
    told = list(feud_articles(REPORTS))
    fill(store, told)
    statements_read()
    withdraw(store, told[-1].article.id)
    assert statements_read() < REPORTS / 3
    content = graph.content("seen")
    wipe()
    fill(store, told[:-1])
    assert graph.content("seen") == content


def test_only_near_a_merge_all_is_read(
    store: Store, graph: Graph, statements_read: Callable[[], int]
) -> None:
    told, others = list(feud_articles(REPORTS)), list(feud_articles(REPORTS, seed=1))
    fill(store, told)
    events = graph.rows(
        "MATCH (:Article {id: $id})<-[:IN]-()-[:REPORTS]->(e) RETURN DISTINCT e.id", id=told[-1].article.id
    )
    merge(store, events[0][0], events[1][0])
    statements_read()
    load(store, others[len(others) // 3])
    assert statements_read() < REPORTS / 3
    withdraw(store, told[-1].article.id)
    assert statements_read() >= REPORTS


def test_an_older_graph_gets_what_loads_go_by(store: Store, graph: Graph) -> None:
    fill(store, [*feud_articles(40), vague()])
    content = graph.content("model")
    graph.rows("MATCH (s:Statement) REMOVE s.near_span, s.near_first, s.near_last, s.told")
    assert graph.content("model") != content
    (near,) = (migration for migration in migrations() if migration.name == "near")
    graph.rows("MATCH (g:Graph) SET g.model = $model", model=near.version - 1)
    store.migrate()
    assert graph.content("model") == content
