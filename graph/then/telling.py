"""Events that were known then, told in full: with names, sentences, articles and proofs."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.event_rows import EventRow, Evidence
from graph.event_rows import event_rows as rows_of_now
from graph.identity.occurrence import OBJECT, SUBJECT
from graph.statements import Named, StatementDetail, detail_of_row
from graph.store import Row, Store
from graph.then.events import ThenEvent
from graph.then.pool import Pool
from ontology.model import Place


class Names:
    """What actors and places are called."""

    def __init__(self, store: Store, events: Iterable[ThenEvent]) -> None:
        told = list(events)
        actors = {part.party.id for event in told for part in event.participants}
        actors |= {speaker for event in told for speaker in event.speakers}
        places = {event.place for event in told if event.place}
        rows = store.read("then_names", actors=sorted(actors), places=sorted(places))
        self._rows: dict[tuple[str, str], Row] = {(row["kind"], row["id"]): row for row in rows}

    def actor(self, name: str) -> str:
        """The actor's name, or its id where it has none."""
        row = self._rows.get(("actor", name))
        return str(row["name"]) if row else name

    def place(self, name: str | None) -> Place | None:
        """The place of this id."""
        row = self._rows.get(("place", name)) if name else None
        return Place(row["name"], row["id"], row["state"]) if row else None

    def side(self, event: ThenEvent, role: str) -> tuple[Named, ...]:
        """Those who take part in one role."""
        return tuple(
            Named(p.party.id, self.actor(p.party.id), p.party.type, p.party.state, p.general)
            for p in event.participants
            if p.role == role
        )


def event_rows(store: Store, pool: Pool, events: Sequence[ThenEvent]) -> tuple[EventRow, ...]:
    """Events as rows of lists, in the order given."""
    names = Names(store, events)
    first = [event.statements[0] for event in events if event.statements]
    said = {detail.id: detail for detail in details(store, pool, first)}
    coded = {row.id: row for row in rows_of_now(store, [event.id for event in events if event.coded])}
    return tuple(coded[e.id] if e.coded else _row(e, names, said[e.statements[0]]) for e in events)


def details(store: Store, pool: Pool, statements: Sequence[str]) -> tuple[StatementDetail, ...]:
    """Statements in full, as they stood then, with the events that they reported."""
    nodes = [pool.said[name].node for name in statements]
    found = map(detail_of_row, store.read("then_details", nodes=nodes) if nodes else ())
    return tuple(replace(detail, event=pool.event_of.get(detail.id)) for detail in found)


def _row(event: ThenEvent, names: Names, first: StatementDetail) -> EventRow:
    return EventRow(
        id=event.id,
        type=event.type,
        mode=event.mode,
        predicate=event.predicate,
        subjects=names.side(event, SUBJECT),
        objects=names.side(event, OBJECT),
        place=names.place(event.place),
        interval=event.interval,
        narrowed=event.narrowed,
        polarity=event.polarity,
        modality=event.modality,
        disputed=event.disputed,
        consistent=event.consistent,
        score=event.score,
        statements=len(event.statements),
        articles=event.articles,
        voices=event.voices,
        langs=event.langs,
        speakers=tuple(sorted({names.actor(speaker) for speaker in event.speakers})),
        evidence=_evidence(first),
    )


def _evidence(said: StatementDetail) -> Evidence:
    source = said.article
    return Evidence(
        said.id, said.evidence, said.sentence, source.id, source.key, source.lang, source.published
    )
