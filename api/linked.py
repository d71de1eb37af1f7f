"""Things of the graph as JSON-LD: the same triples as in exports and in SPARQL (``docs/rdf.md``)."""

from collections.abc import Collection, Iterator

from pyoxigraph import RdfFormat

from api.shapes import Json
from graph.known import NOW, Known
from graph.rdf import stored
from graph.rdf.formats import converted
from graph.rdf.quads import actor_quads, article_quads, dataset_quads, event_quads, place_quads
from graph.rdf.then import ThenFacts
from graph.store import Store


def linked_events(store: Store, ids: Collection[str], known: Known = NOW) -> bytes:
    """Events by id, with their actors, places and data files."""
    return _linked(_events(store, frozenset(ids), known))


def linked_actor(store: Store, actor_id: str) -> bytes:
    """One actor."""
    return _linked(map(actor_quads, stored.actors(store, [actor_id])))


def linked_article(store: Store, article_id: str, known: Known = NOW) -> bytes:
    """One article with its statements, as the named graph that it is."""
    if known.now:
        found = stored.articles(store, True, [article_id])
    else:
        found = (one for one in ThenFacts(store, known).articles(True) if one.id == article_id)
    return _linked(article_quads(one, True) for one in found)


def event_ids(rows: Collection[Json]) -> list[str]:
    """The ids of some rows."""
    return [row["id"] for row in rows]


def _events(store: Store, ids: frozenset[str], known: Known) -> Iterator[str]:
    if known.now:
        found = list(stored.events(store, ids))
    else:
        found = [event for event in ThenFacts(store, known).events() if event.id in ids]
    yield from map(event_quads, found)
    acts = [event.act for event in found]
    named = {name for act in acts for name in (*act.subjects, *act.objects)}
    yield from map(actor_quads, stored.actors(store, named))
    yield from map(place_quads, stored.places(store, {act.place for act in acts if act.place}))
    yield from map(dataset_quads, stored.datasets(store, {e.coded.dataset for e in found if e.coded}))


def _linked(lines: Iterator[str]) -> bytes:
    return converted(lines, RdfFormat.JSON_LD)
