"""One row of an event data set, in our own terms."""

from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from ontology.coded import Act
from ontology.model import ActorRef, Place


class RowError(ValueError):
    """A row cannot be used; the message says why."""


class BadRow(NamedTuple):
    """A row that was left out: its line in the file, from 1, and why."""

    line: int
    reason: str


class Coded(NamedTuple):
    """An event as a data set codes it.

    ``id`` is the event's id in the graph: a hash of the data set's own id for it, or where it has none of
    all that the row says; so the same row gives the same event, whatever file it comes in. ``code`` is the
    original code or name of the act. ``day`` is the day of the event and ``published`` the day on which
    the data set learnt of it, both as the coder gives them. ``own_id`` is the data set's id for the event,
    ``url`` its source.
    """

    id: str
    line: int
    act: Act
    code: str
    subject: ActorRef | None
    object: ActorRef | None
    day: date
    published: date | None = None
    place: Place | None = None
    own_id: str | None = None
    url: str | None = None


def event_key(kind: str, *parts: str) -> str:
    """The id of a coded event; ``kind`` is the format, ``parts`` what makes it that event."""
    digest = sha256("\x1f".join((kind, *parts)).encode("utf-8"))  # as content_id, for millions of rows
    return f"e{digest.hexdigest()[:16]}"


@lru_cache(maxsize=100_000)
def day_of(text: str) -> date:
    """The day written as ``2014-01-01``, ``20140101``, or with a time of day behind it.

    Raises:
        RowError: It is none.
    """
    digits = text.strip().replace("-", "")[:8]
    if len(digits) == 8 and digits.isdigit():
        try:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        except ValueError:
            pass
    raise RowError(f"{text!r} is no day")
