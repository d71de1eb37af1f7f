"""What took whose place: articles that were replaced, actors that turned out to be others, merged events."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import NamedTuple

from graph.known import NOW, Known
from graph.store import Store
from graph.then.said import ended, held, visible


class Succession(NamedTuple):
    """The ``old`` id of a thing that is known by the ``new`` one; ``kind`` is as in its IRI."""

    kind: str
    old: str
    new: str


EventsOf = Callable[[Collection[str]], Mapping[str, str]]
"""The events that some statements report, by statement."""


def successions(store: Store, events_of: EventsOf, known: Known = NOW) -> list[Succession]:
    """All ids that have given way to others, in order."""
    rows = held(store.read("decisions"), known)
    actors = [Succession("actor", row["actor"], row["target"]) for row in rows if row["kind"] == "actor"]
    merged = {name for row in rows if row["kind"] == "merge" for name in row["events"] or ()}
    return sorted({*_articles(store, known), *actors, *_events(merged, events_of)})


def stored_events_of(store: Store, statements: Collection[str]) -> dict[str, str]:
    """The events that some statements report now."""
    rows = store.read("events_of_statements", statements=sorted(statements)) if statements else []
    return {row["statement"]: row["event"] for row in rows}


def _articles(store: Store, known: Known) -> Iterator[Succession]:
    last: dict[str, Succession] = {}
    for row in store.read("replaced_articles"):
        if ended(row, known) and not any(visible(version, known) for version in row["versions"]):
            last[row["old"]] = Succession("article", row["old"], row["new"])
    yield from last.values()


def _events(merged: Collection[str], events_of: EventsOf) -> Iterator[Succession]:
    """An event is named after its first statement, which leads to the event that it became part of."""
    first = {f"s{name[1:]}": name for name in merged}
    for statement, event in events_of(first).items():
        if first[statement] != event:
            yield Succession("event", first[statement], event)
