"""Who counts as an actor when it is asked for: itself, or a state together with all who act for it."""

from dataclasses import dataclass

from graph.store import Store
from ontology import gazetteer
from ontology.model import ActorType

_COLLECTIVE = (ActorType.STATE, ActorType.IGO)


@dataclass(frozen=True, slots=True)
class Group:
    """An actor's id; and the state or organisation code that its members act for, where they count too.

    ``sought`` means that the query itself is to look up in the graph whether members count, and which.
    """

    actor: str
    state: str | None
    sought: bool = False


def group(store: Store, actor_id: str, include_members: bool) -> Group:
    """The actor, with its members if it is a state or an intergovernmental organisation and they are wanted.

    Raises:
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    known = gazetteer.load()
    rows = [] if actor_id in known else store.read("actor", id=actor_id)
    if rows:
        kind, state = rows[0]["type"], rows[0]["state"]
    else:
        ref = known.get(actor_id).ref
        kind, state = ref.type, ref.state
    return Group(actor_id, state if include_members and kind in _COLLECTIVE else None)


def group_later(store: Store, actor_id: str, include_members: bool) -> Group:
    """The same without asking the graph: what only the graph knows is ``sought`` by the query.

    Whether the graph has such an actor at all is left to whoever finds nothing.
    """
    if actor_id not in gazetteer.load():
        return Group(actor_id, None, sought=include_members)
    return group(store, actor_id, include_members)
