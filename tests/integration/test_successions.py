"""Ids that gave way to others say so in RDF, for as long as that holds, and the shapes stay kept."""

from rdflib import DCTERMS

from graph.corrections import withdraw
from graph.decisions import merge, undo
from graph.events import event
from graph.known import Known
from graph.load import load
from graph.moves import link, unlink
from graph.rdf import faults, graph_quads, to_rdflib
from graph.store import Store
from tests.graph.telling import PEOPLE, Teller, within
from tests.integration.test_then import EVER, exported, instant, names

BASE = "https://w3id.org/regesta/"


def successions(store: Store, known: Known = EVER) -> dict[str, str]:
    found = to_rdflib(graph_quads(store, known=known))
    assert faults(found) == []
    told = found.subject_objects(DCTERMS.isReplacedBy)
    return {str(a).removeprefix(BASE): str(b).removeprefix(BASE) for a, b in told}


def test_articles_actors_and_events_say_what_took_their_place(store: Store) -> None:
    old, new, other = (
        Teller("visit", "2025-08-10"),
        Teller("visit", "2025-08-14"),
        Teller("raid", "2025-08-11"),
    )
    old.says("kim", "phone", "putin", within("2025-08-09"))
    new.says("kim", "meet", "trump", within("2025-08-13"))
    other.says("rebels", "attack", "ukr", within("2025-08-10"))
    other.says("rus", "attack", "ukr", within("2025-08-01", "2025-08-02"))
    told = [one.extraction() for one in (old, new, other)]
    load(store, told[0])
    load(store, told[2])
    assert successions(store) == {}
    before = instant()
    load(store, told[1], replace=True)
    article = {f"article/{told[0].article.id}": f"article/{told[1].article.id}"}
    assert successions(store) == article
    taken = link(store, "x::northern-brigade", PEOPLE["rus"].id)
    actor = {"actor/x::northern-brigade": "actor/Q159"}
    assert successions(store) == article | actor
    joined = merge(store, *names(told[2]))
    now = event(store, names(told[2])[0]).id
    gone = next(name for name in names(told[2]) if name != now)
    assert successions(store) == article | actor | {f"event/{gone}": f"event/{now}"}
    assert exported(store) == exported(store, EVER)
    undo(store, joined.id)
    unlink(store, taken.id)
    assert successions(store) == article
    assert successions(store, Known(recorded_before=before)) == {}
    load(store, told[0], replace=True)
    assert successions(store) == {f"article/{told[1].article.id}": f"article/{told[0].article.id}"}
    withdraw(store, told[0].article.id)
    assert exported(store) == exported(store, EVER)
