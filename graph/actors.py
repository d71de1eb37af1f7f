"""Finding actors by what users call them, in any of the languages: in the gazetteer and in the graph."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import cache

from graph.known import NOW, Known
from graph.moves import moved_to
from graph.store import Row, Store
from ontology import gazetteer
from ontology.errors import AmbiguousActorError, NotFoundError, UnknownActorError
from ontology.folding import fold
from ontology.gazetteer import Entry, Found, NameKind, Position
from ontology.model import ActorRef, ActorType

CANDIDATES = 50
"""The most actors that a search finds."""

_ID = re.compile(r"Q\d+$|x:")
"""What actors' ids look like; nobody is called so."""
_WORD = re.compile(r"\S+")
_LAST = "\U0010ffff"


class Fit(IntEnum):
    """How well a name fits; the lower the better."""

    ID = 0  # the actor's id or its ISO code
    NAME = 1  # a full name, acronym, metonym or adjective
    FAMILY = 2  # a family name or another short form
    SOUND = 3  # the name in another transliteration ("Lawrow" for "Lavrov")
    PART = 4  # the beginning of a word of a name


@dataclass(frozen=True, slots=True)
class ActorHit:
    """An actor that a text may mean.

    ``matched`` is the name that fits; ``events`` is the number of events of the graph that it takes part in;
    ``office`` tells whether it held a position on the day asked for (or, without a day, still does).
    """

    actor: ActorRef
    fit: Fit
    matched: str
    events: int = 0
    office: bool = False
    rank: int = 0

    @property
    def id(self) -> str:
        """The actor's id."""
        return self.actor.id

    @property
    def label(self) -> str:
        """Name and state, for lists of candidates."""
        return f"{self.actor.name} ({self.actor.state})" if self.actor.state else self.actor.name


@dataclass(frozen=True, slots=True)
class ActorDetail:
    """One actor; ``labels`` (by language), ``names`` and ``positions`` are empty where it isn't known."""

    actor: ActorRef
    labels: dict[str, str]
    names: tuple[str, ...]
    positions: tuple[Position, ...]
    events: int


def actor(store: Store, actor_id: str) -> ActorDetail:
    """The actor of this id.

    Raises:
        NotFoundError: Neither the graph nor the gazetteer has it.
    """
    rows = store.read("actor", id=actor_id)
    known = gazetteer.load()
    if actor_id not in known and not rows:
        raise NotFoundError(f"There is no actor {actor_id!r}. /v1/actors?q= finds actors by name.")
    events = _events(store, [actor_id]).get(actor_id, 0)
    if actor_id not in known:
        return ActorDetail(_ref(rows[0]), {}, (), (), events)
    entry = known.get(actor_id)
    names = tuple(dict.fromkeys(name.text for name in entry.names))
    return ActorDetail(entry.ref, entry.labels, names, entry.positions, events)


def search(
    store: Store, text: str, *, on: date | None = None, limit: int = 20, known: Known = NOW
) -> tuple[ActorHit, ...]:
    """Actors whose id, code or name fits ``text``, the best first.

    Within one :class:`Fit`: those with most events in the graph first, then those in office, then the
    better known. ``on`` is the day for which "in office" is meant; ``known`` tells as of when actors turned
    out to be others.
    """
    hits: dict[str, ActorHit] = {}
    for hit in (*_known(text, on), *_unresolved(store, text, known)):
        if hit.id not in hits or hit.fit < hits[hit.id].fit:
            hits[hit.id] = hit
    first = sorted(hits.values(), key=lambda hit: (hit.fit, not hit.office, -hit.rank, hit.id))[:CANDIDATES]
    events = _events(store, [hit.id for hit in first])
    counted = [replace(hit, events=events.get(hit.id, 0)) for hit in first]
    return tuple(sorted(counted, key=lambda h: (h.fit, -h.events, not h.office, -h.rank, h.id))[:limit])


def resolve(
    store: Store, text: str, *, on: date | None = None, parameter: str = "actor", known: Known = NOW
) -> ActorRef:
    """The one actor that ``text`` means.

    Of several that fit equally well, the only one with events in the graph is meant; of several such, the
    only one in office.

    Args:
        store: The graph.
        text: An id, an ISO 3166-1 alpha-3 code, or a name in any of the languages.
        on: The day for which "in office" is meant; None means now.
        parameter: The name of the parameter, for the error.
        known: As of when it is asked who turned out to be whom.

    Raises:
        UnknownActorError: Nobody is called so; the message suggests names that begin so.
        AmbiguousActorError: Several are; the message and ``candidates`` list them.
    """
    if _ID.match(text) and (named := _by_id(store, text, known)):
        return named
    hits = search(store, text, on=on, limit=CANDIDATES, known=known)
    best = _fitting(text, hits)
    if not best:
        raise UnknownActorError(parameter, _unknown(text, hits))
    for narrower in (
        [hit for hit in best if hit.events],
        [hit for hit in best if hit.office and (hit.events or not any(h.events for h in best))],
    ):
        if len(best) > 1 and len(narrower) == 1:
            best = narrower
    if len(best) > 1:
        candidates = tuple((hit.id, hit.label) for hit in best[:10])
        listed = ", ".join(f"{label} [{name}]" for name, label in candidates)
        raise AmbiguousActorError(
            parameter, f"{text!r} may be: {listed}. Give the full name or the id.", candidates
        )
    return best[0].actor


def _fitting(text: str, hits: tuple[ActorHit, ...]) -> list[ActorHit]:
    """Those that fit best; who only sounds alike fits no better than names in which the word stands."""
    if not hits or hits[0].fit is Fit.PART:
        return []
    best = [hit for hit in hits if hit.fit == hits[0].fit]
    if hits[0].fit is Fit.SOUND:
        best += [hit for hit in hits if hit.fit is Fit.PART and fold(text) in fold(hit.matched).split()]
    return best


def _unknown(text: str, similar: Iterable[ActorHit]) -> str:
    names = ", ".join(hit.label for hit in list(similar)[:5])
    hint = f"Did you mean: {names}?" if names else "Try another spelling, a full name or a Wikidata id."
    return f"No actor is called {text!r}. {hint}"


def _known(text: str, on: date | None) -> Iterator[ActorHit]:
    known, key = gazetteer.load(), fold(text)
    by_code = known.by_iso3(text.strip().upper())
    for entry in (known.get(text) if text in known else None, by_code):
        if entry is not None:
            yield _hit(entry, Fit.ID, text, on)
    if not key:
        return
    exact = [(found, _fit(found)) for found in known.lookup(key)]
    sound = [(found, Fit.SOUND) for found in known.lookup_skeleton(key)]
    part = [(found, Fit.PART) for found in _beginning(key)]
    for found, fit in (*exact, *sound, *part):
        entry = known.entry(found.entry)
        if not entry.place:
            yield _hit(entry, fit, found.text, on)


def _fit(found: Found) -> Fit:
    return Fit.FAMILY if found.kind is NameKind.FAMILY else Fit.NAME


def _hit(entry: Entry, fit: Fit, matched: str, on: date | None) -> ActorHit:
    held = entry.positions_on(on) if on else tuple(p for p in entry.positions if p.end is None)
    return ActorHit(entry.ref, fit, matched, office=bool(held), rank=entry.rank)


def _beginning(key: str) -> list[Found]:
    """The names of which a word begins with this folded text (the first letters are enough)."""
    begun, numbers = _beginnings()
    within = slice(bisect_left(begun, key), bisect_left(begun, f"{key}{_LAST}"))
    return [_all_names()[number][1] for number in sorted(set(numbers[within]))]


@cache
def _beginnings() -> tuple[list[str], list[int]]:
    """All names from each of their words on, sorted, so that those that begin alike stand together."""
    found = sorted(
        (name[word.start() :], number)
        for number, (name, _) in enumerate(_all_names())
        for word in _WORD.finditer(name)
    )
    return [name for name, _ in found], [number for _, number in found]


@cache
def _all_names() -> tuple[tuple[str, Found], ...]:
    known = gazetteer.load()
    return tuple(
        (name.key, Found(number, name.lang, name.kind, name.text))
        for number in range(len(known))
        for name in known.entry(number).names
    )


def _unresolved(store: Store, text: str, known: Known) -> Iterator[ActorHit]:
    key = fold(text)
    for row in store.read("actors_by_name", text=text.strip(), limit=CANDIDATES) if key else ():
        fit = Fit.NAME if fold(row["name"]) == key else Fit.PART
        yield ActorHit(_told(store, row, known), fit, row["name"])
    if named := _by_id(store, text, known):
        yield ActorHit(named, Fit.ID, text)


def _by_id(store: Store, text: str, known: Known) -> ActorRef | None:
    """The actor of the graph that has this id, or the one that it turned out to be."""
    rows = store.read("actor", id=text)
    return _told(store, rows[0], known) if rows else None


def _told(store: Store, row: Row, known: Known) -> ActorRef:
    """The actor of a row, or whom it turned out to be."""
    target = moved_to(store, row["id"], known) if row["moved_to"] or not known.now else None
    return _ref(store.read("actor", id=target)[0] if target else row)


def _events(store: Store, ids: list[str]) -> dict[str, int]:
    return {row["id"]: row["events"] for row in store.read("actor_events", ids=ids)}


def _ref(row: Row) -> ActorRef:
    return ActorRef(
        row["id"], row["name"], row["state"], ActorType(row["type"]), row["sector"], row["resolved"]
    )
