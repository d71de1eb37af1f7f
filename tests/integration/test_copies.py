"""Wire copies: articles of nearly the same wording count as one source, in whatever order they come."""

import dataclasses
import random

import pytest

from graph.copies import find_copies
from graph.corrections import withdraw
from graph.event_rows import EventRow, event_rows
from graph.known import Known
from graph.load import load
from graph.loading.copies import ALIKE, fingerprint
from graph.store import Store, Target
from graph.then import known_then
from ontology.model import Extraction
from tests.graph.telling import Teller, within
from tests.integration.test_graph_load import Graph
from tests.integration.test_then import EVER, instant

TEXT = """
the two leaders spoke for an hour about grain fertiliser prisoners and the road along the northern
border while their ministers prepared a paper that neither side has published so far though
officials in both capitals told reporters that it names four towns two bridges and a harbour which
engineers are to visit before winter comes and snow closes the pass above the valley where most of
the convoys have to turn back
"""
WORDS = TEXT.split()


def article(key: str, published: str, source: str | None, *, cut: int = 0, seed: int = 0) -> Extraction:
    """One call, told with many other words: the same for the same seed, with some left off at the end."""
    teller = Teller(key, published, "en")
    teller.says("kim", "phone", "putin", within("2025-08-12"))
    told = teller.extraction()
    words = random.Random(seed).sample(WORDS, len(WORDS)) if seed else WORDS
    text = f"{told.article.text}\n{' '.join(words[: len(words) - cut])}"
    return dataclasses.replace(told, article=dataclasses.replace(told.article, text=text, source=source))


def articles() -> list[Extraction]:
    return [
        article("agency", "2025-08-13", "Agency"),
        article("paper", "2025-08-14", "Paper", cut=3),
        article("radio", "2025-08-15", "Radio", cut=6),
        article("own", "2025-08-15", "Own", seed=1),
        article("again", "2025-08-15", "Own", seed=2),
        article("nobody", "2025-08-16", None, seed=3),
    ]


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


def the_event(store: Store) -> EventRow:
    (row,) = store.read("export_events", after="", limit=2, ids=[])
    return event_rows(store, [row["id"]])[0]


def test_an_events_sources_are_counted_once(store: Store) -> None:
    for told in articles():
        load(store, told)
    found = the_event(store)
    assert (found.statements, found.articles, found.voices, found.langs) == (6, 6, 3, ("en",))


def test_copies_are_the_same_whatever_comes_first(store: Store, graph: Graph) -> None:
    told, contents = articles(), []
    for seed in range(5):
        graph.wipe()
        random.Random(seed).shuffle(told)
        for one in told:
            load(store, one)
        contents.append(graph.content())
    assert all(content == contents[0] for content in contents)
    links = graph.rows("MATCH (a)-[c:COPY_OF]->(b) RETURN a.key, b.key, c.likeness >= $alike", alike=ALIKE)
    assert sorted(links) == [["paper", "agency", True], ["radio", "agency", True], ["radio", "paper", True]]
    wires = graph.rows("MATCH (a:Article) WHERE a.wire IS NOT NULL RETURN a.voice, count(*)")
    assert wires == [["Agency", 3]]


def test_a_wire_loses_those_that_are_withdrawn(store: Store, graph: Graph) -> None:
    told = articles()
    for one in told[1:]:
        load(store, one)
    wanted, without = graph.content("seen"), instant()
    load(store, told[0])
    before = instant()
    withdraw(store, "agency")
    assert graph.content("seen") == wanted
    assert the_event(store).voices == 3
    withdraw(store, "radio")
    withdraw(store, "own")
    assert graph.rows("MATCH (a:Article) WHERE a.wire IS NOT NULL RETURN a.key") == []
    for moment, voices in ((without, 3), (before, 3)):
        then = known_then(store, Known(recorded_before=moment))
        (row,) = then.all()
        assert (row.articles, row.voices) == (5 if moment == without else 6, voices)
    assert known_then(store, EVER).all()[0].voices == the_event(store).voices == 3


def test_articles_loaded_by_an_older_version_are_found_when_asked(store: Store, graph: Graph) -> None:
    for told in articles():
        load(store, told)
    wanted = graph.content()
    graph.rows("MATCH ()-[c:COPY_OF]->() DELETE c")
    bands = ", ".join(f"a.band_{number}" for number in range(8))
    graph.rows(f"MATCH (a:Article) REMOVE a.signature, a.wire, a.voice, {bands}")
    graph.rows("MATCH (e:Event) SET e.voices = 5")
    assert the_event(store).voices == 5
    assert find_copies(store) == 6
    assert graph.content() == wanted
    assert find_copies(store) == 0


def test_a_graph_of_an_older_version_learns_what_its_reports_add_up_to(store: Store, graph: Graph) -> None:
    for told in articles():
        load(store, told)
    wanted, found = graph.content(), the_event(store)
    graph.rows("MATCH (e:Event) REMOVE e.first, e.voices, e.langs")
    graph.rows("MATCH (g:Graph) SET g.model = 5")
    store.migrate()
    assert (the_event(store), graph.content()) == (found, wanted)


def test_short_texts_have_no_fingerprint() -> None:
    assert fingerprint("Kim called Putin on Tuesday, state media said.") is None
    one, other = (fingerprint(told.article.text) for told in articles()[:2])
    assert one is not None
    assert other is not None
    assert ALIKE <= one.likeness(other) < 1
    assert one.likeness(one) == 1
