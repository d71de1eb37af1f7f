"""Addresses of things that have become part of others: 308, to where they are now."""

from urllib.parse import quote

from fastapi import Request

from api.problems import WITHDRAWN, Moved, RequestError
from graph.articles import ArticleDetail, article
from graph.corrections import versions
from graph.known import NOW, Known
from graph.moves import moved_to
from graph.store import Store
from ontology.errors import NotFoundError

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


def follow_actor(request: Request, store: Store, name: str, known: Known = NOW) -> None:
    """Nothing where an actor isn't named by the id of one that turned out to be another (as ``known``).

    Raises:
        Moved: It is.
    """
    if name.startswith(_UNRESOLVED):
        follow(request, name, moved_to(store, name, known) or name)


def valid_article(request: Request, store: Store, name: str, known: Known = NOW) -> ArticleDetail:
    """The article of an id or key.

    Raises:
        NotFoundError: There never was one, or not in what was ``known``.
        Moved: Another one took its place.
        RequestError: It was withdrawn.
    """
    try:
        return article(store, name, known)
    except NotFoundError:
        if known.now:
            _follow_article(request, store, name)
        raise


def _follow_article(request: Request, store: Store, name: str) -> None:
    last, met = versions(store, name)[0], {name}
    while last.until and last.replaced_by and last.replaced_by not in met:
        met.add(last.replaced_by)
        last = versions(store, last.replaced_by)[0]
    if last.until is None:
        follow(request, name, last.article.id)
    raise RequestError(
        WITHDRAWN,
        f"The article {name!r} was withdrawn. /v1/articles/{last.article.id}/versions tells when and why; "
        "as_of and recorded_before show it as it was.",
    )
