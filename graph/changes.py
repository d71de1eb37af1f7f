"""What has changed in the graph since a version: for whatever follows it (the temporal index, SPARQL).

Each transaction that changes the graph's content leaves a ``:Change`` (``docs/graph-model.md``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from graph.store import Store

# Whoever lags further behind starts anew: reading so many changes would take longer.
_LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """The database, the version of its content, and a mark by which versions of equal number are told apart.

    ``token`` is None where no change has led to the version: in an empty graph, or one that an earlier
    Regesta has written.
    """

    database: str = ""
    version: int = 0
    token: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """Ids of all that changes have touched, up to and with the version of ``stamp``.

    ``events`` has those created, removed, or with other participants, days, stance or order; ``articles``
    those whose statements came, went or were read anew; ``actors`` those merged. None: not all changes say.
    """

    stamp: Stamp
    events: frozenset[str] | None = frozenset()
    articles: frozenset[str] | None = frozenset()
    actors: frozenset[str] | None = frozenset()


def stamp(store: Store) -> Stamp:
    """The graph as it is now."""
    (row,) = store.read("changes_stamp")
    return Stamp(row["database"], row["version"], row["token"])


def changes(store: Store, since: Stamp) -> Changes | None:
    """What has changed since then; None if that can't be told: the graph is another, or has been emptied."""
    now = stamp(store)
    if now.database != since.database or now.version < since.version:
        return None
    (row,) = store.read("changes_since", since=since.version, limit=_LIMIT + 1)
    told = row["changes"]
    versions = [version for version, *_ in told]
    if row["token"] != since.token or versions != list(
        range(since.version + 1, since.version + 1 + len(told))
    ):
        return None
    if len(told) > _LIMIT or since.version + len(told) < now.version:
        return None
    last = Stamp(now.database, told[-1][0], told[-1][1]) if told else since
    return Changes(last, *(_union(column) for column in zip(*(one[2:] for one in told), strict=True)))


def _union(lists: Iterable[list[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for names in lists:
        if names is None:
            return None
        found.update(names)
    return frozenset(found)
