"""The documented SPARQL queries of ``graph/sparql``, asked of exported RDF."""

from functools import cache
from importlib.resources import files

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    Variable,
    parse,
)

Term = NamedNode | BlankNode | Literal | Triple
Row = dict[str, str | None]


@cache
def sparql(name: str) -> str:
    """The text of ``graph/sparql/<name>.rq``.

    Raises:
        FileNotFoundError: There is no such query (a mistake of the program, not of its user).
    """
    return files("graph").joinpath("sparql", f"{name}.rq").read_text(encoding="utf-8")


def select(data: Store, name: str, **values: str) -> list[Row]:
    """The rows of a named query over all graphs of ``data``.

    ``values`` for its variables are terms as :mod:`graph.rdf.terms` makes them. A row has the lexical form
    of each variable, or None where it is unbound.
    """
    bound: dict[Variable, Term] = {Variable(key): _term(value) for key, value in values.items()}
    found = data.query(sparql(name), use_default_graph_as_union=True, substitutions=bound)
    if not isinstance(found, QuerySolutions):
        raise TypeError(f"graph/sparql/{name}.rq is no SELECT")
    names = [variable.value for variable in found.variables]
    return [{key: _text(row[key]) for key in names} for row in found]


def _text(term: Term | None) -> str | None:
    if isinstance(term, Triple):
        raise TypeError("a query of graph/sparql gives a triple where a value should be")
    return None if term is None else term.value


def _term(text: str) -> Term:
    [said] = parse(f"<x:s> <x:p> {text} .", RdfFormat.N_TRIPLES)
    found: Term = said.object
    return found
