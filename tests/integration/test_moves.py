"""Unresolved actors that turn out to be somebody; undoing it leaves no trace."""

import pytest

from graph.actors import resolve
from graph.corrections import withdraw
from graph.decisions import merge
from graph.events import event
from graph.known import Known
from graph.load import load
from graph.moves import link, moved_to, unlink, unresolved
from graph.store import Store, Target
from graph.timeline import timeline
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Extraction
from tests.graph.telling import PEOPLE, Teller, within
from tests.integration.test_graph_load import Graph
from tests.integration.test_then import EVER, exported, instant, names

BRIGADE = PEOPLE["rebels"].id
RUSSIA = PEOPLE["rus"]


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


def told() -> list[Extraction]:
    """An attack of a brigade that one article takes for Russia's."""
    brigade, state = Teller("brigade", "2025-08-13"), Teller("state", "2025-08-14", "en")
    brigade.says("rebels", "attack", "ukr", within("2025-08-12"))
    brigade.says("rebels", "praise", "putin", within("2025-08-12"))
    state.says("rus", "attack", "ukr", within("2025-08-12"))
    return [brigade.extraction(), state.extraction()]


def test_its_events_become_the_others_and_undoing_it_leaves_no_trace(store: Store, graph: Graph) -> None:
    for one in told():
        load(store, one)
    before, content = exported(store), graph.content("decisions", "moved_to")
    (found,) = unresolved(store)
    assert (found.actor.id, found.events) == (BRIGADE, 2)
    taken = link(store, BRIGADE, RUSSIA.id, because="It is a unit of its army.", by="desk")
    assert (taken.kind, taken.actor, taken.target) == ("actor", BRIGADE, RUSSIA.id)
    assert moved_to(store, BRIGADE) == RUSSIA.id
    assert unresolved(store) == ()
    first, second = (names(one)[0] for one in told())
    assert event(store, first).id == event(store, second).id
    assert [named.id for named in event(store, first).subjects] == [RUSSIA.id]
    assert timeline(store, BRIGADE).total_value == 0
    assert {resolve(store, name).id for name in (BRIGADE, "Northern Brigade")} == {RUSSIA.id}
    assert exported(store) != before
    assert exported(store, EVER) == exported(store)
    unlink(store, taken.id)
    assert exported(store) == before
    assert moved_to(store, BRIGADE) is None
    left = graph.content("decisions", "moved_to")
    assert [node for node in left[0] if "Decision" not in node] == content[0]
    with pytest.raises(ParameterError, match="undone already"):
        unlink(store, taken.id)


def test_it_holds_for_what_comes_later_and_is_as_if_it_always_had(store: Store, graph: Graph) -> None:
    first, second = told()
    load(store, first)
    link(store, BRIGADE, "Q123456789")
    load(store, second)
    later = Teller("later", "2025-08-20")
    later.says("rebels", "attack", "ukr", within("2025-08-19"))
    load(store, later.extraction())
    wanted = exported(store)
    for key in ("later", "brigade"):
        withdraw(store, key)
    for one in (later.extraction(), first):
        load(store, one, replace=True)
    assert exported(store) == wanted
    assert event(store, names(later.extraction())[0]).subjects[0].id == "Q123456789"


def test_it_was_not_known_before_it_was_decided(store: Store) -> None:
    for one in told():
        load(store, one)
    states = [(instant(), exported(store))]
    taken = link(store, BRIGADE, RUSSIA.id)
    states.append((instant(), exported(store)))
    withdraw(store, "brigade")
    states.append((instant(), exported(store)))
    unlink(store, taken.id)
    states.append((instant(), exported(store)))
    for moment, wanted in states:
        assert exported(store, Known(recorded_before=moment)) == wanted


def test_an_id_leads_through_all_moves_that_were_decided_then(store: Store) -> None:
    first, second = Teller("one", "2025-08-13"), Teller("two", "2025-08-14")
    first.says("rebels", "attack", "ukr", within("2025-08-12"))
    second.says("militia", "attack", "ukr", within("2025-08-12"))
    for one in (first, second):
        load(store, one.extraction())
    before = Known(recorded_before=instant())
    link(store, BRIGADE, PEOPLE["militia"].id)
    last = link(store, PEOPLE["militia"].id, "Q123456789")
    for name in (BRIGADE, "Northern Brigade"):
        assert resolve(store, name).id == moved_to(store, BRIGADE) == "Q123456789"
        assert resolve(store, name, known=before).id == BRIGADE
    assert moved_to(store, BRIGADE, before) is None
    unlink(store, last.id)
    assert resolve(store, BRIGADE).id == PEOPLE["militia"].id


def test_moves_and_merges_go_together(store: Store) -> None:
    for one in told():
        load(store, one)
    before = exported(store)
    ids = names(told()[0])
    merge(store, *ids)
    merged = exported(store)
    taken = link(store, BRIGADE, RUSSIA.id)
    assert len({event(store, name).id for name in (*ids, names(told()[1])[0])}) == 1
    unlink(store, taken.id)
    assert exported(store) == merged != before


def test_what_cannot_be_linked_is_told(store: Store) -> None:
    for one in told():
        load(store, one)
    with pytest.raises(NotFoundError, match="actors unresolved"):
        link(store, "x::nobody", RUSSIA.id)
    with pytest.raises(NotFoundError, match="Wikidata"):
        link(store, BRIGADE, "x::nobody")
    with pytest.raises(ParameterError, match="known actor"):
        link(store, RUSSIA.id, PEOPLE["ukr"].id)
    with pytest.raises(ParameterError, match="already"):
        link(store, BRIGADE, BRIGADE)
    link(store, BRIGADE, RUSSIA.id)
    with pytest.raises(ParameterError, match="undo that first"):
        link(store, BRIGADE, PEOPLE["ukr"].id)
    with pytest.raises(NotFoundError, match="events merges"):
        unlink(store, "d0")
