"""Asking for the events that were known then."""

from collections.abc import Iterable, Sequence
from datetime import date

from graph.event_rows import EventRow
from graph.identity import Occurrence, Party, occurrence
from graph.identity.occurrence import Participant
from graph.known import Known
from graph.loading.days import interval_of_row
from graph.loading.plan import event_times
from graph.loading.times import Dating, dating
from graph.solver import EventTimes, Link, region, solve
from graph.store import Row, Store
from graph.then.events import ThenEvent
from graph.then.pool import Pool
from graph.then.telling import event_rows
from graph.then.voices import Voices
from ontology.errors import NotFoundError
from ontology.model import ActorType, Modality, Order, Polarity


def known_then(store: Store, known: Known) -> "Then":
    """The graph as of another time."""
    return Then(store, known)


class Then:
    """The graph as of another time, for one question: it reads what the question touches, once.

    Events, their merges and their days are those that follow from the statements known then, exactly as if
    the graph had never been given anything else. Not for use by several threads.
    """

    def __init__(self, store: Store, known: Known) -> None:
        self._store = store
        self.known = known
        self.pool = Pool(store, known)
        self._datings: dict[str, Dating] = {}
        self._coded: dict[str, ThenEvent] = {}
        self._voices = Voices(store, known)

    def of_actor(self, actor: str, state: str | None = None) -> tuple[ThenEvent, ...]:
        """Events in which an actor takes part, or anybody who acts for ``state``, by id."""
        moves = self.pool.decisions.moves
        names = {*self.pool.decisions.names_of(actor)}
        names |= {
            m.actor for m in moves if state and self.pool.decisions.trace(m.actor)[-1].party.state == state
        }
        rows = self._store.read("then_blocks_of_actors", actors=sorted(names), state=state)
        self.pool.settle_stored(row["block"] for row in rows)
        self.pool.settle_renamed()
        coded = self._read_coded(actor=actor, state=state)
        found = [event for event in self._told(self.pool.groups) if _takes_part(event, actor, state)]
        return _sorted([*found, *coded])

    def in_days(self, start: date | None, end: date | None) -> tuple[ThenEvent, ...]:
        """Events that can have touched some days (both included, None is open), by id."""
        first, last = start or date.min, end or date.max
        rows = self._store.read("then_blocks_in_days", start=first, end=last)
        self.pool.settle_stored(row["block"] for row in rows)
        self.pool.find({name for pair in self.pool.decisions.joined for name in pair})
        self.pool.settle_renamed()
        found = [e for e in self._told(self.pool.groups) if e.earliest <= last and e.latest >= first]
        return _sorted([*found, *self._read_coded(everybody=True, start=first, end=last)])

    def all(self) -> tuple[ThenEvent, ...]:
        """All events, by id."""
        return self.in_days(None, None)

    def event(self, event_id: str) -> ThenEvent:
        """The event of this id, or that which the event of this id is part of.

        An id that the event had at another time will do, if one of the statements that it has now was known.

        Raises:
            NotFoundError: There was none.
        """
        (row,) = self._store.read("then_event", event=event_id)
        names = ["s" + event_id.removeprefix("e"), *row["statements"]]
        self.pool.find(names)
        said = [name for name in names if name in self.pool.said]
        if said:
            self.pool.settle({self.pool.said[said[0]].block})
            return self.events([self.pool.event_of[said[0]]])[0]
        coded = self._read_coded(event=event_id)
        if not coded:
            raise NotFoundError(f"There was no event {event_id!r} in what was known then.")
        return coded[0]

    def settle(self, statements: Iterable[str]) -> dict[str, str]:
        """The events that some statements reported, by statement; those unknown then are left out."""
        names = set(statements)
        self.pool.find(names - self.pool.said.keys())
        said = names & self.pool.said.keys()
        self.pool.settle({self.pool.said[name].block for name in said})
        return {name: self.pool.event_of[name] for name in said}

    def events(self, names: Sequence[str]) -> tuple[ThenEvent, ...]:
        """Some of the events that were come across, in the order asked for."""
        told = {event.id: event for event in self._told(n for n in names if n in self.pool.groups)}
        return tuple(told.get(name) or self._coded[name] for name in names)

    def rows(self, names: Sequence[str]) -> tuple[EventRow, ...]:
        """The same as rows of lists."""
        return event_rows(self._store, self.pool, self.events(names))

    def links(self, names: Iterable[str]) -> list[Link]:
        """All orders said of some events."""
        return self.pool.links(sorted(set(names) & self.pool.groups.keys()))

    def before(self, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Pairs of events of which the first is said to lie before the second; one of them is among those."""
        turned = {Order.BEFORE: lambda a, b: (a, b), Order.AFTER: lambda a, b: (b, a)}
        found = (
            turned[link.order](link.event, link.other) for link in self.links(names) if link.order in turned
        )
        return tuple(sorted(set(found)))

    def times(self, names: Iterable[str]) -> list[EventTimes]:
        """What was stated of the time of some events."""
        return [event_times(n, self.pool.groups[n].reports) for n in names if n in self.pool.groups]

    def _told(self, names: Iterable[str]) -> list[ThenEvent]:
        wanted = sorted(names)
        self._solve(wanted)
        self._voices.read(r.article for n in wanted for r in self.pool.groups[n].reports)
        return [self._event(name) for name in wanted]

    def _solve(self, names: Iterable[str]) -> None:
        """Find the days of some events and of all that hangs together with them."""
        unsolved = [name for name in names if name not in self._datings]
        if unsolved:
            part = region(unsolved, self.times, self.links)
            bounds = solve(part.events, part.links).bounds
            self._datings |= {n: dating(bound) for n, bound in bounds.items() if n not in part.edge}

    def _event(self, name: str) -> ThenEvent:
        told = occurrence(self.pool.groups[name])
        rows = [self.pool.said[statement].row for statement in told.statements]
        voices = self._voices.of(row["article"] for row in rows)
        return _then_event(told, rows, self._datings[name], voices)

    def _read_coded(
        self,
        *,
        actor: str | None = None,
        state: str | None = None,
        event: str | None = None,
        everybody: bool = False,
        start: date = date.min,
        end: date = date.max,
    ) -> list[ThenEvent]:
        rows = self._store.read(
            "then_coded",
            actor=actor,
            state=state,
            event=event,
            everybody=everybody,
            start=start,
            end=end,
            day=self.known.as_of,
            before=self.known.text["recorded_before"],
        )
        found = [_coded(row) for row in rows]
        self._coded |= {event.id: event for event in found}
        return found


def _sorted(events: Iterable[ThenEvent]) -> tuple[ThenEvent, ...]:
    return tuple(sorted(events, key=lambda event: event.id))


def _takes_part(event: ThenEvent, actor: str, state: str | None) -> bool:
    parties = (part.party for part in event.participants)
    return any(party.id == actor or (state and party.state == state) for party in parties)


def _then_event(told: Occurrence, rows: Sequence[Row], found: Dating, voices: int) -> ThenEvent:
    return ThenEvent(
        id=told.id,
        predicate=told.predicate,
        type=told.type,
        mode=told.mode,
        polarity=told.polarity,
        modality=told.modality,
        disputed=told.disputed,
        place=told.place,
        score=told.score,
        participants=told.participants,
        statements=told.statements,
        articles=told.articles,
        voices=voices,
        speakers=tuple(sorted({speaker for row in rows for speaker in row["speakers"]})),
        langs=tuple(sorted({row["lang"] for row in rows})),
        sources=tuple(sorted({row["source"] for row in rows if row["source"]})),
        dating=found,
    )


def _coded(row: Row) -> ThenEvent:
    interval = interval_of_row(row)
    return ThenEvent(
        id=row["id"],
        predicate=row["predicate"],
        type=row["type"],
        mode=row["mode"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        disputed=False,
        place=row["place"],
        score=row["score"],
        participants=tuple(
            Participant(role, rank, Party(name, state, ActorType(kind)), general)
            for role, rank, name, state, kind, general in row["participants"]
        ),
        statements=(),
        articles=0,
        voices=0,
        speakers=(),
        langs=(),
        sources=(row["source"],),
        dating=Dating(interval, interval, (), True),
        coded=True,
    )
