"""The graph as a whole: how much of what it holds, and who published its articles."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.known import NOW, Known
from graph.store import Row, Store
from graph.then.reports import article_rows

_COUNTED = ("articles", "statements", "events", "actors", "places")


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published articles; ``source`` is None where they don't say. Days are ISO 8601."""

    source: str | None
    articles: int
    statements: int
    langs: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers of things; ``langs`` counts articles, ``types`` events. ``first`` and ``last`` are ISO days."""

    articles: int
    statements: int
    events: int
    actors: int
    places: int
    langs: dict[str, int]
    types: dict[str, int]
    first: str | None
    last: str | None


def outlets(store: Store, known: Known = NOW) -> tuple[Outlet, ...]:
    """All outlets, those with most articles first; ``known`` says as of when."""
    if not known.now:
        return _past(article_rows(store, known))
    return tuple(
        Outlet(
            row["source"],
            row["articles"],
            row["statements"],
            tuple(sorted(row["langs"])),
            row["first"],
            row["last"],
        )
        for row in store.read("sources")
    )


def _past(articles: Iterable[Row]) -> tuple[Outlet, ...]:
    told: dict[str | None, list[Row]] = {}
    for row in articles:
        told.setdefault(row["source"], []).append(row)
    found = [_outlet(source, rows) for source, rows in told.items()]
    return tuple(sorted(found, key=lambda one: (-one.articles, one.source is None, one.source or "")))


def _outlet(source: str | None, rows: Sequence[Row]) -> Outlet:
    days = sorted(row["published"] for row in rows if row["published"])
    return Outlet(
        source,
        len(rows),
        sum(len(row["statements"]) for row in rows),
        tuple(sorted({row["lang"] for row in rows})),
        days[0] if days else None,
        days[-1] if days else None,
    )


def statistics(store: Store) -> Statistics:
    """The numbers as they are now."""
    (counted,), (row,) = store.read("counts"), store.read("statistics")
    return Statistics(
        **{name: counted[name] for name in _COUNTED},
        langs=dict(sorted(row["langs"])),
        types=dict(sorted(row["types"])),
        first=row["first"],
        last=row["last"],
    )
