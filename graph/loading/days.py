"""Days and distances, between the values of :mod:`ontology.model` and properties of the graph."""

from datetime import date
from functools import lru_cache

from graph.store import Row
from ontology.edtf import edtf
from ontology.event_types import label
from ontology.model import Distance, Interval

STAMPS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def day_of(text: str | None) -> date | None:
    """A day given as ISO text or null."""
    return None if text is None else date.fromisoformat(text)


def interval_of_row(row: Row) -> Interval:
    """The four stamps, given as ISO text or null under their own names, and ``approximate`` if it is true."""
    return interval_of(bool(row.get("approximate")), *[row[stamp] for stamp in STAMPS])


@lru_cache(maxsize=100_000)
def interval_of(approximate: bool, *stamps: str | None) -> Interval:
    """The interval of four stamps as ISO text. Few days are spoken of in many events: it is made once."""
    begin, begun, over, end = map(day_of, stamps)
    return Interval(begin, begun, over, end, approximate)


def distance_of_row(row: Row) -> Distance | None:
    """How far apart an order puts two events, by ``least_days`` and ``most_days``; None if it doesn't say."""
    least = row["least_days"]
    return None if least is None else Distance(least, row["most_days"])


def stamps(interval: Interval, prefix: str = "") -> Row:
    """The four stamps as properties, with ``approximate`` if it is; None is what Neo4j leaves out."""
    days = {f"{prefix}{stamp}": getattr(interval, stamp) for stamp in STAMPS}
    return {**days, f"{prefix}approximate": interval.approximate or None}


def edge_days(interval: Interval) -> Row:
    """First and last day for relationships, where open ends have a day beyond all others."""
    return {"earliest": interval.earliest or date.min, "latest": interval.latest or date.max}


def event_caption(predicate: str, interval: Interval) -> str:
    """What Browser writes on an event."""
    return f"{label(predicate)} {edtf(interval)}"
