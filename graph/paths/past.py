"""Paths as of another time: an index of the events that were known then, made for one question."""

from collections.abc import Iterable, Sequence
from datetime import date

from graph.event_rows import EventRow
from graph.identity.occurrence import SUBJECT
from graph.index import Participation, TemporalIndex, assemble, part
from graph.index.rows import Numbering
from graph.statements import StatementDetail
from graph.store import Store
from graph.then import Then
from graph.then.events import ThenEvent
from graph.then.telling import details
from ontology.model import Polarity


def index_then(then: Then, start: date, end: date) -> TemporalIndex:
    """The contacts of all events known then that can have touched some days, and what was said of order."""
    events = [event for event in then.in_days(start, end) if _counts(event)]
    numbering = Numbering()
    parts = [part(_participation(events), numbering)] if events else []
    return assemble(parts, numbering, then.before(event.id for event in events))


def told_then(
    store: Store, then: Then, ids: Sequence[str]
) -> tuple[tuple[EventRow, ...], tuple[StatementDetail, ...]]:
    """Some events, and the statements that reported them, as they were known then."""
    said = [name for event in then.events(ids) for name in event.statements]
    return then.rows(ids), details(store, then.pool, said)


def _counts(event: ThenEvent) -> bool:
    return event.polarity is Polarity.POSITIVE and event.interval.earliest is not None


def _participation(events: Iterable[ThenEvent]) -> Participation:
    rows = [
        (
            event.id,
            one.party.id,
            one.party.state or "",
            one.role == SUBJECT,
            event.earliest.toordinal(),
            event.latest.toordinal(),
            event.type,
            str(event.modality),
        )
        for event in events
        for one in event.participants
        if not one.general
    ]
    columns = zip(*rows, strict=True) if rows else ((),) * 8
    names, actors, states, acting, first, last, types, modalities = map(list, columns)
    return Participation(names, actors, states, acting, first, last, types, modalities)
