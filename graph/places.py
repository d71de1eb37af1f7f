"""Which places of the graph a text means: by id, or by a name in any of the languages."""

from graph.store import Store
from ontology import gazetteer
from ontology.errors import NotFoundError
from ontology.folding import fold
from ontology.gazetteer import Entry, NameKind
from ontology.model import ActorType
from ontology.places import parts_of


def places(store: Store, text: str) -> tuple[str, ...]:
    """The ids of the places that a text means, with all places that are known to lie inside them.

    Raises:
        NotFoundError: Neither the graph nor the gazetteer has such a place.
    """
    ids, states = _known(text)
    rows = store.read("places_by_name", place=text, ids=sorted(ids), states=sorted(states))
    found = ids.union(row["id"] for row in rows)
    if not found:
        raise NotFoundError(f"No event is known to have been at a place {text!r}.")
    return tuple(sorted(found))


def _known(text: str) -> tuple[set[str], set[str]]:
    """What the gazetteer knows by an id or a name: ids of places, and codes of states as such."""
    known, key = gazetteer.load(), fold(text)
    named = [(known.entry(found.entry), found.kind) for found in known.lookup(key)]
    if text in known:
        named.append((known.get(text), NameKind.NAME))
    ids: set[str] = set()
    states: set[str] = set()
    for entry, kind in named:
        if entry.place:
            ids |= {entry.id, *parts_of(entry.id)}
        elif entry.ref.type is ActorType.STATE:
            _add_state(entry, kind, key, ids, states)
    return ids, states


def _add_state(entry: Entry, kind: NameKind, key: str, ids: set[str], states: set[str]) -> None:
    """A state by its own name means all that lies in it; by the name of its capital the capital."""
    capital = entry.capital(key)
    if kind in (NameKind.NAME, NameKind.ACRONYM):
        ids.add(entry.id)
        states.add(entry.ref.state or entry.id)
    elif kind is NameKind.METONYM and capital:
        ids.add(capital.id)
