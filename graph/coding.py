"""Where an event comes from that no article tells: a row of an event data set."""

from dataclasses import dataclass
from datetime import date

from graph.store import Row


@dataclass(frozen=True, slots=True)
class Coding:
    """How a data set codes an event.

    ``dataset`` is its name, ``file`` the file that brought the event, ``digest`` that file's SHA-256, ``row``
    the line in it. ``code`` is the original code of the act, ``own_id`` the data set's id for the event,
    ``url`` the source that it names. ``published`` is the day on which the data set learnt of it, if it says.
    """

    dataset: str
    file: str
    digest: str
    format: str
    row: int
    code: str
    own_id: str | None
    url: str | None
    published: date | None


def coding_of(found: Row | None) -> Coding | None:
    """The coding as queries tell it; None for events that articles tell."""
    if found is None:
        return None
    day = found["published"]
    return Coding(
        dataset=found["dataset"],
        file=found["file"],
        digest=found["digest"],
        format=found["format"],
        row=found["row"],
        code=found["code"],
        own_id=found["own_id"],
        url=found["url"],
        published=date.fromisoformat(day) if day else None,
    )
