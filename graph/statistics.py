"""The graph as a whole: how much of what it holds, and who published its articles."""

from dataclasses import dataclass

from graph.store import Store

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


def outlets(store: Store) -> tuple[Outlet, ...]:
    """All outlets, those with most articles first."""
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
