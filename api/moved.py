"""Addresses of things that have become part of others: 308, to where they are now."""

from urllib.parse import quote

from fastapi import Request

from api.problems import Moved
from graph.moves import moved_to
from graph.store import Store

_UNRESOLVED = "x:"


def follow(request: Request, old: str, new: str) -> None:
    """Nothing where both ids are the same.

    Raises:
        Moved: The thing of the request's path has another id now.
    """
    if old != new:
        path = quote(request.scope["path"].replace(f"/{old}", f"/{new}", 1), safe="/:")
        query = request.url.query
        raise Moved(f"{path}?{query}" if query else path)


def follow_actor(request: Request, store: Store, name: str) -> None:
    """Nothing where an actor isn't named by the id of one that turned out to be another.

    Raises:
        Moved: It is.
    """
    if name.startswith(_UNRESOLVED):
        follow(request, name, moved_to(store, name) or name)
