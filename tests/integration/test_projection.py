"""The projection that SPARQL asks: brought in step by changes, it is the one that would be made anew."""

import io
import random
from datetime import date

import pytest
from coded_files import write
from pyoxigraph import NamedNode, RdfFormat
from pyoxigraph import Store as Triples

from graph.bulk import import_file, open_source
from graph.corrections import withdraw
from graph.decisions import merge, undo
from graph.endpoint import projection
from graph.endpoint.advance import small
from graph.endpoint.projection import Projection
from graph.known import NOW, Known
from graph.load import load
from graph.rdf import export
from tests.integration.test_then import random_articles

TERMS = NamedNode("https://w3id.org/regesta/ontology")


def held(path):
    data = Triples.read_only(str(path))
    return {quad for quad in data.quads_for_pattern(None, None, None) if quad.graph_name != TERMS}


def exported(store, known=NOW):
    out = io.BytesIO()
    export(store, out, "nq", known=known)
    data = Triples()
    data.load(out.getvalue(), RdfFormat.N_QUADS)
    return set(data.quads_for_pattern(None, None, None))


@pytest.fixture
def steps(monkeypatch):
    """How each state was made."""
    made = []
    for name in ("_anew", "_advanced"):
        original = getattr(Projection, name)

        def spy(*arguments, original=original, name=name):
            made.append(name)
            return original(*arguments)

        monkeypatch.setattr(Projection, name, spy)
    return made


@pytest.mark.parametrize("seed", range(4))
def test_a_projection_follows_every_change(store, tmp_path, seed, steps):
    states = Projection(store, tmp_path / "sparql")
    assert held(states.current()) == set()
    told = random_articles(seed)
    for extraction in told:
        load(store, extraction)
        assert held(states.current()) == exported(store)
    withdraw(store, random.Random(seed).choice(told).article.id, because="a test")
    assert held(states.current()) == exported(store)
    assert steps.count("_advanced") >= len(told) - 1
    assert steps.count("_anew") <= 2


def test_a_projection_follows_imports(store, tmp_path, steps):
    states = Projection(store, tmp_path / "sparql")
    load(store, random_articles(2)[0])
    states.current()
    for number in range(2):
        rows = [f"Minister {k} (France)\tMake statement\tGermany\t201{number}-01-01" for k in range(5)]
        import_file(store, open_source(write(tmp_path / f"{number}.tsv", rows)))
        assert held(states.current()) == exported(store)
    assert steps == ["_anew", "_advanced", "_advanced"]


def test_a_projection_follows_decisions(store, tmp_path):
    states = Projection(store, tmp_path / "sparql")
    for extraction in random_articles(7):
        load(store, extraction)
    before = held(states.current())
    ids = [row["id"] for row in store.read("export_events", after="", limit=100, ids=[])]
    decision = merge(store, ids[0], ids[1], because="a test")
    assert held(states.current()) == exported(store) != before
    undo(store, decision.id)
    assert held(states.current()) == exported(store) == before


def test_a_question_as_of_a_day_has_a_projection_of_its_own(store, tmp_path):
    states = Projection(store, tmp_path / "sparql")
    for extraction in random_articles(3):
        load(store, extraction)
    known = Known(as_of=date(2025, 8, 12))
    assert held(states.current(known)) == exported(store, known)
    assert held(states.current()) == exported(store) != exported(store, known)


def test_the_same_question_finds_its_projection_again_until_old_ones_go(store, tmp_path, monkeypatch, steps):
    monkeypatch.setattr(projection, "KEPT", 2)
    states = Projection(store, tmp_path / "sparql")
    (first, *others) = random_articles(5)
    load(store, first)
    path = states.current()
    assert states.current() == path
    assert Projection(store, tmp_path / "sparql").current() == path
    assert len(steps) == 1
    for extraction in others:
        load(store, extraction)
        states.current()
    assert not path.exists()
    assert len([child for child in (tmp_path / "sparql").iterdir() if child.is_dir()]) == 2


def test_a_graph_that_was_emptied_is_not_taken_for_the_old_one(store, wipe, tmp_path):
    states = Projection(store, tmp_path / "sparql")
    told = random_articles(1)
    load(store, told[0])
    states.current()
    wipe()
    load(store, told[1])
    assert held(states.current()) == exported(store)


def test_changes_that_do_not_say_what_they_touched_are_not_small():
    from graph.changes import Changes, Stamp

    assert small(Changes(Stamp(), frozenset({"e1"}), frozenset(), frozenset()))
    assert not small(Changes(Stamp(), None, frozenset(), frozenset()))
