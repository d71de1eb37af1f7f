"""Decisions about identity on a real graph: they hold whatever comes later, undoing one leaves no trace."""

import dataclasses
import io
import random

import pytest

from graph.corrections import withdraw
from graph.decisions import merge, split, undo
from graph.events import event
from graph.load import load
from graph.rdf import export
from graph.rulings import explain, merged, rulings
from graph.store import Store, Target
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Extraction, Order
from tests.graph.telling import ALASKA, ANCHORAGE, Teller, summit_in_two_languages, within
from tests.integration.test_graph_load import Graph, many_articles


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


def exported(store: Store) -> bytes:
    out = io.BytesIO()
    export(store, out, "nq")
    return out.getvalue()


def two_calls() -> list[Extraction]:
    """A call and a letter that are one act for those who know, each before a meeting of its own."""
    first, second = Teller("first", "2025-08-13"), Teller("second", "2025-08-20", "en")
    call = first.says("kim", "phone", "putin", within("2025-08-12"))
    later = first.says("putin", "meet", "trump", within("2025-08-15"), place=ALASKA)
    first.orders(call, Order.BEFORE, later)
    praise = second.says("prk", "praise", "rus", within("2025-08-01", "2025-08-20"))
    other = second.says("trump", "meet", "putin", within("2025-08-18"), place=ANCHORAGE)
    second.orders(praise, Order.BEFORE, other)
    return [first.extraction(), second.extraction()]


def names(told: Extraction) -> list[str]:
    return ["e" + statement.id[1:] for statement in told.statements]


class TestMerging:
    def test_two_become_one_and_undoing_it_leaves_no_trace(self, store: Store, graph: Graph) -> None:
        told = two_calls()
        for one in told:
            load(store, one)
        before, content = exported(store), graph.content("decisions")
        taken = merge(
            store, names(told[0])[0], names(told[1])[0], because="The call was the praise.", by="me"
        )
        found = event(store, names(told[1])[0])
        assert found.id == names(told[0])[0]
        assert [s.article.key for s in found.statements] == ["first", "second"]
        assert {order.predicate for order in found.orders} == {"meet"}
        assert len(found.orders) == 2
        assert exported(store) != before
        gone = undo(store, taken.id, because="No, it wasn't.", by="you")
        assert (gone.undone_because, gone.undone_by) == ("No, it wasn't.", "you")
        assert exported(store) == before
        left = graph.content("decisions")
        assert left[1] == content[1]
        assert [node for node in left[0] if "Decision" not in node] == content[0]

    def test_a_merge_holds_for_what_comes_later_in_whatever_order(self, store: Store, graph: Graph) -> None:
        told = [*many_articles(), *two_calls()]
        one, other = names(two_calls()[0])[0], names(two_calls()[1])[0]
        load(store, told[-1])
        load(store, told[-2])
        merge(store, one, other)
        exports = []
        for seed in range(4):
            graph.rows("MATCH (n:Article|Statement|Event|Actor|Place|Change) DETACH DELETE n")
            random.Random(seed).shuffle(told)
            for article in told:
                load(store, article)
            exports.append(exported(store))
        assert exports.count(exports[0]) == len(exports)
        assert len({event(store, name).id for name in (one, other)}) == 1

    def test_a_new_reading_and_a_withdrawal_respect_it(self, store: Store) -> None:
        told = two_calls()
        for one in told:
            load(store, one)
        first, second = names(told[0])[0], names(told[1])[0]
        merge(store, first, second)
        load(store, dataclasses.replace(told[0], relations=()))
        load(store, told[0])
        assert event(store, first).id == event(store, second).id
        withdraw(store, "first")
        assert event(store, second).id == second
        load(store, told[0], replace=True)
        assert event(store, first).id == event(store, second).id

    def test_why_and_how_well_is_on_record(self, store: Store) -> None:
        told = two_calls()
        for one in told:
            load(store, one)
        meetings = names(told[0])[1], names(told[1])[1]
        taken = merge(store, *meetings, because="One summit of several days.", by="desk")
        assert rulings(store) == (taken,)
        assert (taken.kind, taken.because, taken.by) == ("merge", "One summit of several days.", "desk")
        found = {feature.name: feature.found for feature in taken.features}
        assert found["type"] == found["sides"] == found["participants"] == found["predicate"] == "same"
        assert found["time"] == "apart"
        assert found["place"] == "one inside the other"
        assert taken.score == 6
        explained = explain(store, meetings[1])
        assert explained.rulings == (taken,)
        assert [(join.statement, join.to) for join in explained.joins] == [
            (told[1].statements[1].id, told[0].statements[1].id)
        ]

    def test_one_event_cannot_be_merged_with_itself(self, store: Store) -> None:
        german, english, _ = summit_in_two_languages()
        for one in (german, english):
            load(store, one)
        version = store.version()
        with pytest.raises(ParameterError, match="one event already"):
            merge(store, names(german)[1], names(english)[0])
        with pytest.raises(NotFoundError, match="timeline"):
            merge(store, names(german)[1], "e0000000000000000")
        assert store.version() == version
        assert rulings(store) == ()


class TestSplitting:
    def test_one_becomes_two_and_undoing_it_leaves_no_trace(self, store: Store) -> None:
        german, english, french = summit_in_two_languages()
        for one in (german, english, french):
            load(store, one)
        before = exported(store)
        together = event(store, names(german)[1]).id
        assert together == names(english)[0]
        taken = split(store, together, [english.statements[0].id])
        assert event(store, names(german)[1]).id != event(store, names(english)[0]).id
        call = event(store, names(german)[0])
        assert call.interval == call.stated
        undo(store, taken.id)
        assert exported(store) == before

    def test_it_holds_when_articles_come_again(self, store: Store, graph: Graph) -> None:
        told = summit_in_two_languages()
        for one in told:
            load(store, one)
        split(store, names(told[1])[0], [told[1].statements[0].id])
        wanted = exported(store)
        graph.rows("MATCH (n:Article|Statement|Event|Actor|Place|Change) DETACH DELETE n")
        for one in reversed(told):
            load(store, one)
        assert exported(store) == wanted

    def test_the_later_decision_wins(self, store: Store) -> None:
        told = two_calls()
        for one in told:
            load(store, one)
        first, second = names(told[0])[0], names(told[1])[0]
        merging = merge(store, first, second)
        splitting = split(store, first, [told[1].statements[0].id])
        assert event(store, first).id != event(store, second).id
        again = merge(store, first, second)
        assert event(store, first).id == event(store, second).id
        undo(store, again.id)
        assert event(store, first).id != event(store, second).id
        undo(store, splitting.id)
        assert event(store, first).id == event(store, second).id
        undo(store, merging.id)
        assert event(store, first).id != event(store, second).id
        assert [ruling.undone is None for ruling in rulings(store)] == [False] * 3

    def test_what_cannot_be_split_is_told(self, store: Store) -> None:
        german, english, _ = summit_in_two_languages()
        for one in (german, english):
            load(store, one)
        both = [german.statements[1].id, english.statements[0].id]
        for wrong in ([], both, [german.statements[0].id]):
            with pytest.raises(ParameterError, match="statement"):
                split(store, names(english)[0], wrong)
        with pytest.raises(NotFoundError, match="events merges"):
            undo(store, "d0")


def test_merges_that_nobody_decided_are_explained_too(store: Store) -> None:
    german, english, french = summit_in_two_languages()
    for one in (german, english, french):
        load(store, one)
    found = merged(store)
    assert [len(one.joins) for one in found] == [1, 1]
    assert [one.rulings for one in found] == [(), ()]
    call = next(one for one in found if one.event == names(german)[0] or one.event == names(french)[0])
    features = {feature.name: (feature.found, feature.points) for feature in call.joins[0].features}
    assert features["participants"] == ("same", 2)
    assert features["interval"] == ("same", 1)
    assert call.joins[0].score == 5
    assert merged(store, after=found[0].event) == found[1:]
