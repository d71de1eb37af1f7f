"""Who the names and codes of an event data set mean: actors of the gazetteer, or others by surface name."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from ontology import gazetteer
from ontology.coded import coded_actors
from ontology.folding import fold
from ontology.gazetteer import Entry, Found, NameKind
from ontology.model import ActorRef, ActorType, Place

_WITH_COUNTRY = re.compile(r"(.+?) \(([^()]+)\)$")
_CALLED = (NameKind.NAME, NameKind.ACRONYM)


@lru_cache(maxsize=500_000)
def actor(name: str, country: str = "", sector: str = "") -> ActorRef:
    """The actor that a row names.

    Args:
        name: As the data set writes it; ``Citizen (Thailand)`` names the country too.
        country: The name or code of the country, where a column of its own gives it.
        sector: The CAMEO or PLOVER role code; empty where there is none.

    An actor is resolved where its name or code stands for exactly one entry of the gazetteer that is not of
    another country. All others keep their name, with the country and kind that the row tells: never guessed.
    """
    plain = " ".join(name.replace("_", " ").split())
    given = _WITH_COUNTRY.match(plain)
    bare = given.group(1) if given else plain
    state = _state(country) or (_state(given.group(2)) if given else None)
    entry = None if given and state else _resolved(plain, state)
    return entry.ref if entry else _unresolved(bare, state, sector)


def as_of(ref: ActorRef, day: date) -> ActorRef:
    """The actor as it is to be named on a day: people act for whom they served then."""
    if not ref.resolved or ref.type is not ActorType.PERSON:
        return ref
    return _served(ref.id, day.year, day.month)


@lru_cache(maxsize=100_000)
def _served(actor_id: str, year: int, month: int) -> ActorRef:
    known = gazetteer.load()
    return known.ref(known.get(actor_id), date(year, month, 1))


def state_actor(code: str) -> ActorRef | None:
    """The state of a CAMEO or ISO country code; None for codes of regions and unknown ones."""
    entry = gazetteer.load().by_iso3(coded_actors().iso3(code)) if len(code) == 3 else None
    return entry.ref if entry else None


@lru_cache(maxsize=100_000)
def place(name: str, country: str = "") -> Place | None:
    """The place that a row names: ``Kyiv, Kyyiv, Misto, Ukraine``, or a name and its country."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    state = _state(country) or (_state(parts[-1]) if parts else None)
    if not parts:
        return None
    entry = _only(
        found
        for found in gazetteer.load().lookup(fold(parts[0]))
        if found.kind is NameKind.NAME and _of_state(found, state)
    )
    if entry is not None and (entry.place or entry.ref.type is ActorType.STATE):
        return Place(entry.ref.name, entry.id, entry.ref.state)
    return Place(parts[0], None, state)


@lru_cache(maxsize=10_000)
def _state(country: str) -> str | None:
    """The ISO code of a country given by code or name; None where it is no state that we know."""
    if not country:
        return None
    by_code = state_actor(country)
    if by_code is not None:
        return by_code.state
    entry = _only(
        found
        for found in gazetteer.load().lookup(fold(country))
        if found.kind is NameKind.NAME and _type(found) is ActorType.STATE
    )
    return entry.ref.state if entry else None


def _resolved(name: str, state: str | None) -> Entry | None:
    known, key = gazetteer.load(), fold(name)
    found = [
        f for f in known.lookup(key) if f.kind in _CALLED and (f.kind is NameKind.NAME or f.text == name)
    ]
    entry = _fitting(found, state)
    words = key.split()
    if entry is None and not found and len(words) > 2:
        entry = _person(known.lookup(f"{words[0]} {words[-1]}"), state)
    if entry is None and not found and len(words) > 1:
        entry = _person(known.lookup_skeleton(key), state)
    return entry


def _person(found: list[Found], state: str | None) -> Entry | None:
    """The only person who bears a full name that was written otherwise (a patronymic, a transliteration)."""
    return _fitting(
        [f for f in found if f.kind is NameKind.NAME and " " in f.text and _type(f) is ActorType.PERSON],
        state,
    )


def _fitting(found: list[Found], state: str | None) -> Entry | None:
    return _only(f for f in found if not _entry(f).place and _of_state(f, state))


def _of_state(found: Found, state: str | None) -> bool:
    entry = _entry(found)
    own = entry.ref.state
    if state is None or own is None or own.startswith("IGO:") or own == state:
        return True
    known = gazetteer.load()
    return any(known.code_of(position.of) == state for position in entry.positions)


def _only(found: Iterable[Found]) -> Entry | None:
    """The one entry that all finds mean; None for none or several."""
    numbers = {item.entry for item in found}
    return gazetteer.load().entry(numbers.pop()) if len(numbers) == 1 else None


def _entry(found: Found) -> Entry:
    return gazetteer.load().entry(found.entry)


def _type(found: Found) -> ActorType:
    return _entry(found).ref.type


def _unresolved(name: str, state: str | None, sector: str) -> ActorRef:
    coded = coded_actors()
    shown = name.title() if name.isupper() and len(name) > 3 else name
    kind = coded.of_sector(sector) if sector else coded.of_name(name)
    slug = re.sub(r"[^\w]+", "-", fold(name)) or "unnamed"
    country = gazetteer.load().by_iso3(state) if state else None
    full = f"{shown} ({country.ref.name})" if country else shown
    return ActorRef(f"x:{state or '-'}:{slug}", full, state, kind, sector or None, resolved=False)
