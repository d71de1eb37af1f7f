"""What was known then → facts, as an export of a graph has them that never knew anything else."""

from collections.abc import Iterator
from functools import cached_property

from graph.identity.occurrence import Participant
from graph.known import Known
from graph.loading.days import STAMPS, event_caption
from graph.rdf import stored
from graph.rdf.facts import (
    ActFacts,
    ActorFacts,
    ArticleFacts,
    DatasetFacts,
    EventFacts,
    PlaceFacts,
)
from graph.rdf.successions import Succession, successions
from graph.store import Row, Store
from graph.then import ThenEvent, known_then
from graph.then.said import visible
from ontology.model import ActorType, Order


class ThenFacts:
    """The facts of the graph as of another time; all of its events are in memory at once."""

    def __init__(self, store: Store, known: Known) -> None:
        self._store, self._known = store, known
        self._then = known_then(store, known)

    @cached_property
    def _events(self) -> dict[str, ThenEvent]:
        return {event.id: event for event in self._then.all()}

    def articles(self, texts: bool) -> Iterator[ArticleFacts]:
        """All articles by id; their whole texts only if ``texts``."""
        event_of = self._then.pool.event_of if self._events else {}
        for row in stored.pages(self._store, "then_articles", texts=texts):
            if visible(row, self._known):
                said = [{**item, "event": event_of.get(item["id"])} for item in row["statements"]]
                yield stored.article_of_row({**row, "statements": said})

    def events(self) -> Iterator[EventFacts]:
        """All events by id."""
        coded = {event.id for event in self._events.values() if event.coded}
        kept = {e.id: e for e in stored.events(self._store) if e.id in coded} if coded else {}
        for name, event in sorted(self._events.items()):
            yield kept[name] if event.coded else self._event(event)

    def datasets(self) -> Iterator[DatasetFacts]:
        """The data files of coded events by id."""
        used = {event.coded.dataset for event in self.events() if event.coded}
        return (found for found in stored.datasets(self._store) if found.id in used)

    def actors(self) -> Iterator[ActorFacts]:
        """All actors by id, as the latest mention among what was known shows them."""
        for row in self._named("actor"):
            kind, state = self._mentions.get(row["id"], (row["type"], row["state"]))
            states = (state,) if state else ()
            yield ActorFacts(row["id"], row["name"], ActorType(kind), states, row["sector"], row["resolved"])

    def places(self) -> Iterator[PlaceFacts]:
        """All places by id."""
        return (PlaceFacts(row["id"], row["name"], row["state"]) for row in self._named("place"))

    def successions(self) -> list[Succession]:
        """All ids that had given way to others."""
        return successions(self._store, self._then.settle, self._known)

    def _event(self, event: ThenEvent) -> EventFacts:
        proofs = dict(event.dating.proofs)
        links = {(str(li.order), li.other) for li in self._then.links([event.id]) if li.event == event.id}
        return EventFacts(
            id=event.id,
            label=event_caption(event.predicate, event.interval),
            act=_act(event),
            interval=event.interval,
            stated=event.stated,
            general=tuple(part.party.id for part in _parts(event) if part.general),
            proofs=tuple(proofs.get(stamp, ()) for stamp in STAMPS),
            disputed=event.disputed,
            consistent=event.consistent,
            orders=tuple((Order(order), other) for order, other in sorted(links)),
        )

    def _named(self, kind: str) -> list[Row]:
        events, said = self._events.values(), self._then.pool.said.values()
        actors = {part.party.id for event in events for part in event.participants} | self._mentions.keys()
        places = {found.row["place"] for found in said if found.row["place"]}
        places |= {event.place for event in events if event.place}
        wanted = {"actors": sorted(actors), "places": sorted(places)}
        rows = self._store.read("then_names", **wanted)
        return sorted((row for row in rows if row["kind"] == kind), key=lambda row: row["id"])

    @cached_property
    def _mentions(self) -> dict[str, tuple[str, str | None]]:
        """Type and state of each actor in its latest mention, by publication and statement."""
        found: dict[str, tuple[str, str, str]] = {}
        for said in self._then.pool.said.values():
            seen = f"{said.row['published'] or '0000-00-00'} {said.report.id}"
            for role in ("subject", "object", "speaker"):
                names, states, kinds = (said.row[f"{role}{end}"] for end in ("s", "_states", "_types"))
                for name, state, kind in zip(names, states, kinds, strict=True):
                    found[name] = max(found.get(name, ("", "", "")), (seen, kind, state))
        return {name: (kind, state or None) for name, (_, kind, state) in found.items()}


def _parts(event: ThenEvent) -> list[Participant]:
    return sorted(event.participants, key=lambda part: (part.role != "SUBJECT", part.rank, part.party.id))


def _act(event: ThenEvent) -> ActFacts:
    sides = [[p.party for p in _parts(event) if p.role == role] for role in ("SUBJECT", "OBJECT")]
    ids, states = (
        [tuple(p.id for p in side) for side in sides],
        [tuple(p.state or "" for p in side) for side in sides],
    )
    return ActFacts(
        predicate=event.predicate,
        type=event.type,
        mode=event.mode,
        polarity=event.polarity,
        modality=event.modality,
        subjects=ids[0],
        objects=ids[1],
        subject_states=states[0],
        object_states=states[1],
        place=event.place,
    )
