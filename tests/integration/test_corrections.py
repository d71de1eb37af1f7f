"""Articles that are withdrawn or replaced: the graph of now is as if they had never been; nothing is lost."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest

from graph.articles import articles
from graph.corrections import versions, withdraw
from graph.load import load
from graph.store import Store, Target
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Extraction
from tests.graph.telling import Teller, summit_in_two_languages, within
from tests.integration.test_graph_load import Graph


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


def corrected(first: str, second: str) -> tuple[Extraction, Extraction]:
    """Two versions of one article, known under one key."""
    old, new = Teller("news", first), Teller("news", second)
    old.says("kim", "phone", "putin", within("2025-08-12"))
    new.says("kim", "meet", "putin", within("2025-08-12"))
    return old.extraction(), new.extraction()


def test_a_withdrawn_article_leaves_the_graph_as_if_it_had_never_come(store: Store, graph: Graph) -> None:
    german, english, french = summit_in_two_languages()
    for told in (english, french):
        load(store, told)
    wanted = graph.content("seen")
    load(store, german)
    gone = withdraw(store, "call-de", because="It mixed up two calls.", by="desk")
    assert graph.content("seen") == wanted
    assert (gone.ended, gone.because, gone.by) == ("withdrawn", "It mixed up two calls.", "desk")
    assert gone.statements == 2
    assert gone.ended_on == datetime.now(UTC).date()
    assert articles(store).total == 2


def test_a_withdrawn_article_stays_out_until_it_is_asked_back(store: Store, graph: Graph) -> None:
    told = summit_in_two_languages()
    for one in told:
        load(store, one)
    wanted = graph.content("begun_on")
    withdraw(store, told[0].article.id, on=date(2025, 9, 1))
    left = graph.content()
    assert load(store, told[0]).status == "withdrawn"
    assert graph.content() == left
    assert load(store, told[0], replace=True).status == "new"
    assert graph.content("begun_on") == wanted
    back, former = versions(store, "call-de")
    assert (back.until, back.begun_on) == (None, datetime.now(UTC).date())
    assert (former.ended, former.begun_on, former.ended_on) == (
        "withdrawn",
        date(2025, 8, 22),
        date(2025, 9, 1),
    )
    assert former.until is not None
    assert former.recorded < former.until < back.recorded


def test_a_new_version_takes_the_place_of_the_old_one(store: Store, graph: Graph) -> None:
    old, new = corrected("2025-08-13", "2025-08-14")
    load(store, new)
    wanted = graph.content("seen")
    graph.wipe()
    load(store, old)
    report = load(store, new, replace=True)
    assert (report.status, report.replaces) == ("new", (old.article.id,))
    assert graph.content("seen") == wanted
    valid, former = versions(store, "news")
    assert valid.article.id == new.article.id
    assert (former.ended, former.replaced_by, former.ended_on) == (
        "replaced",
        new.article.id,
        date(2025, 8, 14),
    )
    assert load(store, old).status == "replaced"
    assert load(store, new, replace=True).status == "unchanged"
    assert graph.content("seen") == wanted


def test_without_being_asked_nothing_is_replaced(store: Store) -> None:
    for told in corrected("2025-08-13", "2025-08-14"):
        assert load(store, told).status == "new"
    assert articles(store).total == 2


def test_one_address_is_one_article(store: Store) -> None:
    old, new = (
        dataclasses.replace(
            told, article=dataclasses.replace(told.article, key=key, url="https://news.example/1")
        )
        for told, key in zip(corrected("2025-08-13", "2025-08-13"), ("a", "b"), strict=True)
    )
    load(store, old)
    assert load(store, new, replace=True).replaces == (old.article.id,)


def test_what_cannot_be_withdrawn_is_told(store: Store) -> None:
    german = summit_in_two_languages()[0]
    with pytest.raises(NotFoundError, match="regesta articles list"):
        withdraw(store, "call-de")
    load(store, german)
    with pytest.raises(ParameterError, match="lies ahead"):
        withdraw(store, "call-de", on=datetime.now(UTC).date() + timedelta(days=2))
    withdraw(store, "call-de")
    with pytest.raises(NotFoundError, match="no valid article"):
        withdraw(store, "call-de")
