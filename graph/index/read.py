"""Reading the index from the graph: as a whole, in stretches of days, or what has changed."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import numpy as np

from graph.changes import Changes, Stamp, changes, stamp
from graph.index.arrays import TemporalIndex, assemble, without
from graph.index.rows import Longs, Names, Numbering, Part, Participation, codes, part
from graph.store import Row, Store
from ontology.model import Order

# Told how many events have been read, of how many.
Progress = Callable[[int, int], None]
# So many events are read at once, unless there are more on one day.
_AT_ONCE = 5_000
_FEW = 20_000  # in an index of fewer events, half as many are renewed one by one
_TRIES = 2


def silent(_done: int, _all: int) -> None:
    """Tell nothing."""


def build(store: Store, progress: Progress = silent) -> TemporalIndex:
    """The index of the whole graph as it is now, or as it was shortly before where it changes without pause.

    Raises:
        ServiceError: Neo4j fails.
    """
    for _ in range(_TRIES):
        index = _built(store, progress)
        now = caught_up(store, index)
        if now is not None:
            return now
    return index


def _built(store: Store, progress: Progress) -> TemporalIndex:
    begun, numbering = stamp(store), Numbering()
    days, counts = _days_and_counts(store)
    parts, done, total = [], 0, sum(counts)
    for first, last, events in _stretches(days, counts):
        (row,) = store.read("index_events", start=first, end=last)
        parts.append(part(_participation(row), numbering))
        done += events
        progress(done, total)
    said = store.read("index_orders")
    orders = [pair for row in said for pair in zip(row["first"], row["second"], strict=True)]
    return assemble(_apart(parts), numbering, orders, begun)


def caught_up(store: Store, index: TemporalIndex) -> TemporalIndex | None:
    """The index with all that has changed since; None if it must be built anew."""
    since = changes(store, index.stamp)
    if since is None or since.events is None or len(since.events) > max(len(index.code), _FEW) // 2:
        return None
    return index if since.stamp == index.stamp else _merged(store, index, since)


def _merged(store: Store, index: TemporalIndex, since: Changes) -> TemporalIndex:
    touched = sorted(since.events or ())
    if not touched:
        return _restamped(index, since.stamp)
    numbering = Numbering(Names(index.actors), Names(index.states))
    parts = [without(index.part, codes(touched))]
    orders = [(index.event_id(a), index.event_id(b)) for a, b in index.before.tolist()]
    gone = set(touched)
    orders = [pair for pair in orders if gone.isdisjoint(pair)]
    for begin in range(0, len(touched), _AT_ONCE):
        some = touched[begin : begin + _AT_ONCE]
        (row,) = store.read("index_changed", events=some)
        parts.append(part(_participation(row), numbering))
        orders += _orders(store.read("order_links", events=some))
    return assemble(parts, numbering, orders, since.stamp)


def _restamped(index: TemporalIndex, now: Stamp) -> TemporalIndex:
    fields: dict[str, Any] = {name: getattr(index, name) for name in index.__dataclass_fields__}
    return TemporalIndex(**fields | {"stamp": now})


def _apart(parts: list[Part]) -> list[Part]:
    """The parts, without events that were read twice as their days changed meanwhile: they are read again."""
    if not parts:
        return parts
    every, counts = np.unique(np.concatenate([one.code for one in parts]), return_counts=True)
    twice = every[counts > 1]
    return [without(one, twice) for one in parts] if len(twice) else parts


def _days_and_counts(store: Store) -> tuple[list[date], list[int]]:
    (row,) = store.read("index_days")
    return [date.fromisoformat(day) for day in row["days"]], row["events"]


def _stretches(days: list[date], counts: list[int]) -> Iterator[tuple[date, date, int]]:
    """First and last day, and number of events, of stretches that are read at once."""
    begin, events = 0, 0
    for k, count in enumerate(counts):
        if events and events + count > _AT_ONCE:
            yield days[begin], days[k - 1], events
            begin, events = k, 0
        events += count
    if events:
        yield days[begin], days[-1], events


def _participation(row: Row) -> Participation:
    return Participation(
        row["events"],
        row["actors"],
        row["states"],
        row["subjects"],
        ordinals(row["first"]),
        ordinals(row["last"]),
        row["types"],
        row["modalities"],
    )


def ordinals(days: list[int]) -> Longs:
    """Days as queries write them (year * 1000 + day of the year) as proleptic ordinals."""
    numbers = np.array(days, dtype=np.int64)
    years = numbers // 1000 - 1
    found: Longs = years * 365 + years // 4 - years // 100 + years // 400 + numbers % 1000
    return found


def _orders(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    for row in rows:
        if row["order"] == Order.BEFORE:
            yield row["event"], row["other"]
        elif row["order"] == Order.AFTER:
            yield row["other"], row["event"]
