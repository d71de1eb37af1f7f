"""A projection brought from one state of the graph to a later one, by what has changed in between."""

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import DefaultGraph, NamedNode
from pyoxigraph import Store as Triples

from graph.changes import Changes
from graph.rdf import stored
from graph.rdf.formats import quads
from graph.rdf.quads import (
    REPLACED,
    actor_quads,
    article_quads,
    dataset_quads,
    event_quads,
    place_quads,
    succession_quads,
)
from graph.rdf.terms import BASE, bare, identifier, part, thing
from graph.store import Store

MOST = 20_000
"""Articles and events that are renewed one by one; where there are more, a new projection is made sooner."""

_SHARED = ("actor", "place", "dataset")
_DEFAULT = DefaultGraph()


def small(changes: Changes) -> bool:
    """Whether the changes say what they touched, and it is little enough to be renewed one by one."""
    touched = (changes.events, changes.articles, changes.actors)
    return all(ids is not None and len(ids) <= MOST for ids in touched)


def advance(store: Store, data: Triples, changes: Changes) -> None:
    """Renew in ``data`` what has changed; afterwards it holds what a projection made anew would hold.

    An article is renewed also if only the events changed that its statements report, as it names them.
    """
    events = changes.events or frozenset()
    reporters = {row["id"] for row in store.read("event_reporters", events=sorted(events))}
    articles = (changes.articles or frozenset()) | reporters
    touched = {kind: set[str]() for kind in _SHARED}
    touched["actor"] |= changes.actors or frozenset()
    for removed in (_without_articles(data, articles), _without_events(data, events)):
        _note(touched, removed)
    lines = [article_quads(facts) for facts in stored.articles(store, False, articles)]
    lines += [event_quads(facts) for facts in stored.events(store, events)]
    added = list(quads(lines))
    _note(touched, (quad.object.value for quad in added if isinstance(quad.object, NamedNode)))
    data.extend(added)
    _renew(data, "actor", touched, map(actor_quads, stored.actors(store, touched["actor"])))
    _renew(data, "place", touched, map(place_quads, stored.places(store, touched["place"])))
    _renew(data, "dataset", touched, map(dataset_quads, stored.datasets(store, touched["dataset"])))
    _renew_successions(store, data)


def _without_articles(data: Triples, ids: Collection[str]) -> Iterator[str]:
    """Remove the graphs of articles; the IRIs that they named."""
    for ident in ids:
        graph = NamedNode(bare(thing("graph", ident)))
        for quad in data.quads_for_pattern(None, None, None, graph):
            if isinstance(quad.object, NamedNode):
                yield quad.object.value
        data.remove_graph(graph)


def _without_events(data: Triples, ids: Collection[str]) -> Iterator[str]:
    """Remove events; the IRIs that they named."""
    for ident in ids:
        node = thing("event", ident)
        for subject in (node, part(node, "stated")):
            yield from _without(data, bare(subject))


def _without(data: Triples, subject: str) -> Iterator[str]:
    for quad in list(data.quads_for_pattern(NamedNode(subject), None, None, _DEFAULT)):
        data.remove(quad)
        if isinstance(quad.object, NamedNode):
            yield quad.object.value


def _renew_successions(store: Store, data: Triples) -> None:
    """They are few, and changes don't say which of them they touched."""
    for quad in list(data.quads_for_pattern(None, NamedNode(bare(REPLACED)), None, _DEFAULT)):
        data.remove(quad)
    data.extend(quads(map(succession_quads, stored.StoredFacts(store).successions())))


def _note(touched: dict[str, set[str]], named: Iterable[str]) -> None:
    for iri in named:
        kind = iri.removeprefix(BASE).partition("/")[0]
        if kind in touched and iri.startswith(BASE):
            touched[kind].add(identifier(iri))


def _renew(data: Triples, kind: str, touched: dict[str, set[str]], lines: Iterable[str]) -> None:
    found = list(quads(lines))
    for ident in touched[kind]:
        for _ in _without(data, bare(thing(kind, ident))):
            pass
    data.extend(found)
