"""Finding actors by name, with a real Neo4j."""

from datetime import date

import pytest
from neo4j import GraphDatabase

from graph.actors import Fit, actor, resolve, search
from graph.load import load
from graph.queries import query
from graph.store import Store, Target
from ontology.errors import AmbiguousActorError, NotFoundError, UnknownActorError
from tests.graph.telling import PEOPLE, Teller, summit_in_two_languages, within


@pytest.fixture
def graph(store: Store) -> Store:
    for extraction in summit_in_two_languages():
        load(store, extraction)
    raid = Teller("raid", "2025-08-01")
    raid.says("rebels", "attack", "ukr", within("2025-07-30"))
    load(store, raid.extraction())
    return store


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vladimir Putin", "Vladimir Putin"),
        ("Wladimir Putin", "Vladimir Putin"),
        ("Poutine", "Vladimir Putin"),
        ("Q7747", "Vladimir Putin"),
        ("Russland", "Russia"),
        ("Moscú", "Russia"),
        ("RUS", "Russia"),
        ("États-Unis", "United States"),
        ("northern brigade", "Northern Brigade"),
        ("x::northern-brigade", "Northern Brigade"),
    ],
)
def test_names_of_all_languages(graph: Store, text: str, name: str) -> None:
    assert resolve(graph, text).name == name


def test_an_ambiguous_name_lists_its_candidates(graph: Store) -> None:
    with pytest.raises(AmbiguousActorError, match=r"George W\. Bush") as raised:
        resolve(graph, "Bush", parameter="with")
    assert raised.value.name == "with"
    assert len(raised.value.candidates) > 1


def test_of_namesakes_the_one_in_the_graph_is_meant(graph: Store) -> None:
    assert resolve(graph, "Kim").id == PEOPLE["kim"].id


def test_of_namesakes_the_one_in_office_is_meant(graph: Store) -> None:
    assert resolve(graph, "Bush", on=date(2003, 5, 1)).name == "George W. Bush"
    assert resolve(graph, "Bush", on=date(1990, 5, 1)).name == "George H. W. Bush"


def test_who_only_sounds_alike_is_not_preferred_to_names_with_the_word(store: Store) -> None:
    with pytest.raises(AmbiguousActorError, match=r"North Korea.*South Korea|South Korea.*North Korea"):
        resolve(store, "Korea")


def test_an_unknown_name_suggests_others(graph: Store) -> None:
    with pytest.raises(UnknownActorError, match=r"Vladimir Putin"):
        resolve(graph, "Puti")
    with pytest.raises(UnknownActorError, match="another spelling"):
        resolve(graph, "Xyzzyq")


@pytest.mark.parametrize("text", ["", " ", "*", '")]', "a~2 OR *:*"])
def test_signs_without_a_name_find_nobody(graph: Store, text: str) -> None:
    with pytest.raises(UnknownActorError):
        resolve(graph, text)


def test_search_puts_the_best_fit_first_and_counts_events(graph: Store) -> None:
    hits = search(graph, "Putin")
    assert (hits[0].actor.name, hits[0].events) == ("Vladimir Putin", 2)
    assert [hit.fit for hit in hits] == sorted(hit.fit for hit in hits)
    assert any(hit.fit is Fit.PART for hit in search(graph, "North"))
    assert len(search(graph, "a", limit=5)) == 5


def test_one_actor(graph: Store) -> None:
    putin = actor(graph, "Q7747")
    assert putin.actor.state == "RUS"
    assert putin.events == 2
    assert putin.positions
    rebels = actor(graph, "x::northern-brigade")
    assert (rebels.actor.resolved, rebels.events, rebels.positions) == (False, 1, ())
    with pytest.raises(NotFoundError, match="Q0"):
        actor(graph, "Q0")


@pytest.mark.parametrize("name", ["actor_events", "actors_busiest", "actors_unresolved"])
def test_events_of_actors_are_counted_without_reading_them(
    graph: Store, neo4j_target: Target, name: str
) -> None:
    with GraphDatabase.driver(neo4j_target.uri, auth=(neo4j_target.user, neo4j_target.password)) as driver:
        told = driver.execute_query(f"EXPLAIN {query(name)}", ids=[], after=None, limit=5)
    assert "getDegree((a)<-[:SUBJECT]-())" in str(told.summary.plan)
