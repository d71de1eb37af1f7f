"""The material for Neo4j Browser: every ready query runs, finds something, and is in the documentation."""

import re
from pathlib import Path

import neo4j
import pytest

from graph.browser import ReadyQuery, ready_queries, style
from graph.load import load
from graph.loading.rows import ACTOR_LABELS
from graph.store import Store, Target
from ontology.model import Order, Polarity
from tests.graph.telling import ANCHORAGE, Teller, summit_in_two_languages, within

PAGE = Path(__file__).parents[2] / "docs" / "neo4j-browser.md"


@pytest.fixture
def explored(store: Store) -> Store:
    """A graph in which each query has something to find."""
    more = Teller("more", "2025-08-23", "en")
    met = more.says("putin", "meet", "trump", within("2025-08-15"), place=ANCHORAGE)
    called = more.says("trump", "phone", "putin", within("2025-08-18"), by="tass")
    more.orders(called, Order.BEFORE, met)
    more.says("prk", "phone", "trump", within("2025-08-18"), polarity=Polarity.NEGATIVE)
    more.says("kim rus", "praise", "usa", within("2025-08-18"))
    for extraction in [*summit_in_two_languages(), more.extraction()]:
        load(store, extraction)
    return store


@pytest.mark.parametrize("ready", ready_queries(), ids=lambda ready: ready.title[:40])
def test_it_runs_and_finds_something(explored: Store, neo4j_target: Target, ready: ReadyQuery) -> None:
    auth = (neo4j_target.user, neo4j_target.password)
    with neo4j.GraphDatabase.driver(neo4j_target.uri, auth=auth) as driver:
        found = driver.execute_query(ready.text, routing_=neo4j.RoutingControl.READ)
    assert found.records
    assert found.summary.query_type == "r"


def test_the_page_has_every_query_as_it_is() -> None:
    shown = re.findall(r"## ([^\n]+)\n```cypher\n(.+?)\n```\n", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown == [(ready.title, ready.text) for ready in ready_queries()]


def test_the_style_knows_every_label() -> None:
    styled = set(re.findall(r"node\.(\w+)", style()))
    assert styled == {"Article", "Statement", "Event", "Actor", "Place", *ACTOR_LABELS.values()}


def test_the_style_knows_every_order() -> None:
    assert set(re.findall(r"relationship\.(\w+)", style())) == set(Order)
