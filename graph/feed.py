"""The changes of the graph one by one, for those who keep copies of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.store import Row, Store

_COLUMNS = ("version", "at", "kind", "articles", "events", "actors")


@dataclass(frozen=True, slots=True)
class Feed:
    """Changes after a version, in their order, up to ``until``; ``version`` is that of the graph now.

    ``complete`` is false where the graph doesn't know all changes since then: it is another graph, was
    emptied, or was written by a Regesta that kept no record. Then a copy begins anew.

    Each change has ``version``, ``at``, ``kind``, and the ``articles``, ``events`` and ``actors`` that it
    touched, None where it doesn't say. What became of an article or event is told as of now: ``valid``,
    ``gone``, ``withdrawn``, or ``replaced`` (``replaced_by``).
    """

    graph: str
    version: int
    until: int
    complete: bool
    changes: tuple[Row, ...]


def feed(store: Store, since: int, limit: int = 100) -> Feed:
    """The changes after a version.

    Raises:
        ServiceError: Neo4j can't be reached.
    """
    (row,) = store.read("changes_feed", since=since, limit=limit)
    found = [dict(zip(_COLUMNS, change, strict=True)) for change in row["changes"]]
    told = [change["version"] for change in found]
    expected = list(range(since + 1, min(since + limit, row["version"]) + 1))
    return Feed(
        graph=row["database"],
        version=row["version"],
        until=told[-1] if told else since,
        complete=since <= row["version"] and told[: len(expected)] == expected,
        changes=tuple(_with_states(store, found)),
    )


def _with_states(store: Store, changes: Sequence[Row]) -> Iterator[Row]:
    """The changes with what became of the articles and events that they name."""
    names = {
        kind: sorted({name for change in changes for name in change[kind] or ()})
        for kind in ("articles", "events")
    }
    states: dict[str, Row] = {}
    for row in store.read("changes_states", **names):
        if row["state"] == "valid" or row["id"] not in states:
            states[row["id"]] = row
    for change in changes:
        yield change | {kind: _told(kind, change[kind], states) for kind in names}


def _told(kind: str, ids: Sequence[str] | None, states: Mapping[str, Row]) -> list[Row] | None:
    if ids is None:
        return None
    rows = ({"id": name, "state": "gone", "replaced_by": None} | states.get(name, {}) for name in ids)
    if kind == "articles":
        return list(rows)
    return [{"id": row["id"], "state": row["state"]} for row in rows]
