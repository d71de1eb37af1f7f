"""Timelines as calendars (RFC 5545), for any calendar program."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from api.shapes import Json
from ontology.event_types import label

_STATUS = {"planned": "TENTATIVE", "possible": "TENTATIVE", "hypothetical": "TENTATIVE"}


def calendar(rows: Iterable[Json]) -> bytes:
    """The events that have a first or a last day, as whole days from the first to the last possible one.

    An event that is open at one end stands on the day that is known; its description says so.
    """
    made = Calendar()
    made.add("prodid", "-//Regesta//Timeline//EN")
    made.add("version", "2.0")
    for row in rows:
        if row["earliest"] or row["latest"]:
            made.add_component(_event(row))
    content: bytes = made.to_ical()
    return content


def _event(row: Json) -> Event:
    first = date.fromisoformat(row["earliest"] or row["latest"])
    last = date.fromisoformat(row["latest"] or row["earliest"])
    event = Event()
    event.add("uid", f"{row['id']}@regesta")
    event.add("dtstamp", _stamp(row, last))
    event.add("dtstart", first)
    # The end of a whole-day event is the day after its last.
    event.add("dtend", last + timedelta(days=1) if last < date.max else last)
    event.add("summary", _summary(row))
    event.add("description", "\n".join(_description(row)))
    event.add("categories", [row["type"]])
    event.add("transp", "TRANSPARENT")
    denied = row["polarity"] == "negative"
    event.add("status", "CANCELLED" if denied else _STATUS.get(row["modality"], "CONFIRMED"))
    if row["place"]:
        event.add("location", row["place"]["name"])
    return event


def _stamp(row: Json, last: date) -> datetime:
    """When what the event says was said: the same on every reading."""
    told = row["evidence"]["date"] if row["evidence"] else None
    return datetime.combine(date.fromisoformat(told) if told else last, time(), UTC)


def _summary(row: Json) -> str:
    sides = [", ".join(one["name"] for one in row[side]) for side in ("subject", "object")]
    words = f"{sides[0]} {label(row['predicate'])} {sides[1]}".strip()
    return f"Denied: {words}" if row["polarity"] == "negative" else words


def _description(row: Json) -> Iterable[str]:
    yield f"When: {row['when']} (EDTF)"
    if row["evidence"]:
        yield f"{row['evidence']['sentence']} ({row['evidence']['key']}, {row['evidence']['date']})"
    if row["coded"]:
        yield f"Coded {row['coded']['code']} by {row['coded']['dataset']}"
