"""Coded events as the parameters of one write: what many rows share is said once, rows name it by number."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from graph.bulk.rows import Coded
from graph.loading.numbers import Numbers
from graph.loading.rows import ACTOR_LABELS, place_id
from graph.store import Row
from ontology import gazetteer
from ontology.coded import Act
from ontology.event_types import label, predicates
from ontology.model import ActorRef, Place


def batch(dataset: str, events: Sequence[Coded]) -> Row:
    """The rows of ``bulk_events.cypher``."""
    kinds: Numbers[tuple[Act, str]] = Numbers(lambda pair: kind(*pair))
    days: Numbers[date] = Numbers(lambda day: [day, day.isoformat()])
    actors: Numbers[tuple[str, str | None]] = Numbers(list)
    places: Numbers[str] = Numbers(str)
    lines = [
        [
            e.id,
            e.line,
            kinds.of((e.act, e.code)),
            days.of(e.day),
            days.of(e.published),
            actors.of((e.subject.id, e.subject.state)) if e.subject else None,
            actors.of((e.object.id, e.object.state)) if e.object else None,
            places.of(place_id(e.place)) if e.place else None,
            e.own_id,
            e.url,
        ]
        for e in events
    ]
    return {
        "dataset": dataset,
        "events": lines,
        "kinds": kinds.values,
        "days": days.values,
        "actors": actors.values,
        "places": places.values,
    }


@lru_cache(maxsize=10_000)
def kind(act: Act, code: str) -> list[object]:
    """What events of one code share: predicate, edge, type, mode, score, code and caption without the day."""
    edge = predicates()[act.predicate].edge
    return [act.predicate, edge, act.type, act.mode, act.score, code, f"{label(act.predicate)} "]


def actor_row(ref: ActorRef) -> Row:
    """An actor whom no article has named: every article that will counts as later."""
    known = gazetteer.load()
    ref = known.get(ref.id).ref if ref.id in known else ref  # not as of the day of one event
    return {
        "id": ref.id,
        "label": ACTOR_LABELS[ref.type],
        "properties": {
            "name": ref.name,
            "type": str(ref.type),
            "state": ref.state,
            "sector": ref.sector,
            "resolved": ref.resolved,
            "seen": "",
        },
    }


def place_row(place: Place) -> Row:
    """A place."""
    return {"id": place_id(place), "name": place.name, "state": place.state}


def actors_of(events: Iterable[Coded]) -> set[str]:
    """The ids of all who take part."""
    return {ref.id for event in events for ref in (event.subject, event.object) if ref}


def places_of(events: Iterable[Coded]) -> dict[str, Place]:
    """All places, by id."""
    return {place_id(event.place): event.place for event in events if event.place}
