import contextlib
import socket
import threading

import pytest
from pyoxigraph import Store

from graph.endpoint.request import LONGEST, Query, asks_elsewhere, check
from ontology.errors import ParameterError

ELSEWHERE = [
    "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { service SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * {SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o}}",
    "SELECT * { ?a ?b 1SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o} }",
    "SELECT * { ?a ?b trueSERVICE<http://127.0.0.1:PORT/>{?s ?p ?o} }",
    "PREFIX x: <http://127.0.0.1:PORT/> SELECT * { SERVICEx:y {?s ?p ?o} }",
    "PREFIX : <http://127.0.0.1:PORT/> SELECT * { SERVICE:y {?s ?p ?o} }",
    "PREFIX x: <u:> SELECT * { ?a x:.SERVICE<http://127.0.0.1:PORT/>{?s ?p ?o} }",
    "SELECT * { ?a ?b 'x' # '\n SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } # '\n }",
    'SELECT * { ?a ?b "\\"" . SERVICE <http://127.0.0.1:PORT/> { ?s ?p "" } }',
    'SELECT * { ?a ?b """a""b""" . SERVICE <http://127.0.0.1:PORT/> { ?s ?p """""" } }',
    "SELECT * { FILTER(?a <1) SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } FILTER(2> 1) }",
    "SELECT * { \\u0053ERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SeRvIcE ?e { ?s ?p ?o } } } VALUES ?e { <http://127.0.0.1:PORT/> } }",
]
HERE = [
    'SELECT ?service { ?service ?p "the secret service" }',
    "PREFIX ex: <http://example.org/service/> SELECT * { ?s ex:service <http://example.org/service> }",
    "# SERVICE\nASK { ?s ?p 'SERVICE', '''a service''', \"\"\"SERVICE \"quoted\" \"\"\" }",
    "ASK { ?service ?p 'x'@en }",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_query_that_asks_another_server_is_refused(text):
    with pytest.raises(ParameterError, match="SERVICE"):
        check(Query(text))


@pytest.mark.parametrize("text", HERE)
def test_the_word_alone_is_allowed(text):
    check(Query(text))
    Store().query(text)


def test_each_spelling_that_the_engine_would_follow_is_refused():
    """Those that oxigraph takes for SPARQL reach a server that listens: the refusal is what keeps them."""
    followed = [text for text in ELSEWHERE if _reaches(text)]
    assert len(followed) >= 5
    assert all(map(asks_elsewhere, followed))


def _reaches(text):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.3)
        caught = []
        thread = threading.Thread(target=_catch, args=(listener, caught))
        thread.start()
        with contextlib.suppress(SyntaxError, OSError, ValueError, RuntimeError):
            list(Store().query(text.replace("PORT", str(listener.getsockname()[1]))))
        thread.join()
        return bool(caught)


def _catch(listener, caught):
    try:
        connection, _ = listener.accept()
    except TimeoutError:
        return
    caught.append(True)
    connection.close()


@pytest.mark.parametrize("text", ["", "  \n ", "x" * (LONGEST + 1)])
def test_a_query_of_no_or_too_great_length_is_refused(text):
    with pytest.raises(ParameterError) as caught:
        check(Query(text))
    assert caught.value.name == "query"
