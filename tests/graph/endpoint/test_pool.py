import json
import threading
import time

import pytest
from pyoxigraph import RdfFormat, Store, parse

from graph.endpoint.pool import BusyError, Limits, NotAcceptableError, Pool
from graph.endpoint.request import Query
from ontology.errors import ParameterError

TRIG = """
PREFIX ex: <http://example.org/>
ex:a ex:p "shared" .
GRAPH ex:g { ex:a ex:q ex:b . ex:b ex:q ex:c }
"""
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(14)) + " }"


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    path = tmp_path_factory.mktemp("sparql") / "state"
    store = Store(str(path))
    store.load(TRIG, format=RdfFormat.TRIG)
    store.flush()
    del store
    return path


@pytest.fixture(scope="module")
def pool():
    made = Pool()
    yield made
    made.close()


def values(answer):
    return [
        {key: cell["value"] for key, cell in row.items()}
        for row in json.loads(answer.body)["results"]["bindings"]
    ]


def test_all_graphs_together_are_asked_unless_some_are_named(pool, data):
    everything = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    assert values(pool.ask(data, Query(everything))) == [{"n": "3"}]
    assert values(pool.ask(data, Query(everything, default_graphs=["http://example.org/g"]))) == [{"n": "2"}]
    named = Query("SELECT ?g { GRAPH ?g { ?s ?p 'shared' } }", named_graphs=["http://example.org/g"])
    assert values(pool.ask(data, named)) == []


@pytest.mark.parametrize(
    ("text", "kind", "holds"),
    [
        ("ASK { ?s ?p 'shared' }", "application/sparql-results+json", b"true"),
        ("ASK { ?s ?p 'absent' }", "application/sparql-results+xml", b"<boolean>false"),
        ("SELECT ?o { ?s <http://example.org/p> ?o }", "text/csv", b"o\r\nshared\r\n"),
        ("SELECT ?o { ?s <http://example.org/p> ?o }", "text/tab-separated-values", b'?o\n"shared"\n'),
        ("CONSTRUCT WHERE { ?s <http://example.org/p> ?o }", "application/n-triples", b'"shared" .'),
        ("DESCRIBE <http://example.org/b>", "application/rdf+xml", b"rdf:RDF"),
    ],
)
def test_each_form_of_query_is_answered_in_the_form_asked_for(pool, data, text, kind, holds):
    answer = pool.ask(data, Query(text, accept=[kind]))
    assert answer.media_type == kind
    assert holds in answer.body


def test_a_described_thing_comes_as_turtle(pool, data):
    answer = pool.ask(data, Query("DESCRIBE <http://example.org/a>"))
    assert answer.media_type == "text/turtle"
    assert len(list(parse(answer.body, RdfFormat.TURTLE))) == 2


def test_a_form_that_there_is_not_is_told(pool, data):
    with pytest.raises(NotAcceptableError, match="text/turtle"):
        pool.ask(data, Query("DESCRIBE <http://example.org/a>", accept=["image/png"]))


@pytest.mark.parametrize("text", ["SELECT nonsense", "INSERT DATA { <a:a> <a:a> <a:a> }", "DROP ALL", "\0"])
def test_what_is_no_query_is_refused(pool, data, text):
    with pytest.raises(ParameterError, match=r"SPARQL 1\.1"):
        pool.ask(data, Query(text))


def test_an_answer_that_is_too_large_is_refused_and_the_next_one_is_given(data):
    pool = Pool(Limits(answer_bytes=500))
    with pytest.raises(ParameterError, match="LIMIT"):
        pool.ask(data, Query("SELECT * { ?a ?b ?c . ?d ?e ?f }"))
    assert pool.ask(data, Query("ASK {}")).body
    pool.close()


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_is_answered(data):
    pool = Pool(Limits(seconds=2.0, at_once=1))
    began = time.monotonic()
    with pytest.raises(ParameterError, match="stopped"):
        pool.ask(data, Query(ENDLESS.replace("COUNT(*)", "COUNT(DISTINCT ?s1)")))
    assert time.monotonic() - began < 30
    assert b"true" in pool.ask(data, Query("ASK { ?s ?p ?o }")).body
    pool.close()


def test_who_finds_all_workers_busy_is_told_to_come_again(data):
    pool = Pool(Limits(seconds=1.0, at_once=1))
    first = threading.Thread(target=_endless, args=(pool, data))
    with pool._worker(), pytest.raises(BusyError):
        pool.ask(data, Query("ASK {}"))
    first.start()
    first.join()
    pool.close()


def _endless(pool, data):
    with pytest.raises(ParameterError):
        pool.ask(data, Query(ENDLESS))
