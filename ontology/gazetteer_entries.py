"""The values of the gazetteer: entries with their names and positions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ontology.model import ActorRef, Interval
from ontology.partial_dates import first_day, last_day


class NameKind(StrEnum):
    """What a name is to its actor; the values are the codes of the data file."""

    NAME = "n"  # full, official or short name
    ACRONYM = "c"  # matched only in its own case: "UN", "IS"
    ADJECTIVE = "a"  # "russisch", "Russian"
    INHABITANT = "i"  # "Russen", "the Russians"
    METONYM = "m"  # "Moskau", "Kreml"
    FAMILY = "f"  # a family name, or another short form that needs an introduction


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor. ``lang`` is None where it holds in every language; ``key`` is the folded text."""

    text: str
    key: str
    lang: str | None
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Position:
    """An office held: ``office`` is a key of ``source/offices.yaml``, ``of`` a state's or organisation's id.

    ``begin`` and ``end`` are days, months (``2011-12``) or years as known; both ends are included. None is
    open: unknown at the beginning; unknown, or still held when the data was reviewed, at the end.
    """

    office: str
    of: str
    begin: str | None = None
    end: str | None = None

    @property
    def interval(self) -> Interval:
        """When the office was held, with the bounds that the known precision gives."""
        return Interval(first_day(self.begin), last_day(self.begin), first_day(self.end), last_day(self.end))

    def holds(self, on: date) -> bool:
        """Whether the office can have been held on this day."""
        begin, end = first_day(self.begin), last_day(self.end)
        return (begin is None or begin <= on) and (end is None or on <= end)


@dataclass(frozen=True, slots=True)
class Capital:
    """A city that stands for its state, as a place; ``keys`` are its folded names in all languages."""

    id: str
    name: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor or place of the gazetteer.

    ``labels`` maps a language to the name shown in it. ``gender`` is ``Masc``, ``Fem`` or None (unknown).
    ``rank`` orders actors that share a name: higher is better known. ``place`` tells that the entry is a
    place inside a state (a region, a city) rather than an actor; ``ref.state`` is then that state's code.
    """

    ref: ActorRef
    labels: dict[str, str]
    names: tuple[Name, ...]
    positions: tuple[Position, ...] = ()
    gender: str | None = None
    rank: int = 0
    place: bool = False
    begin: str | None = None
    end: str | None = None
    capitals: tuple[Capital, ...] = ()

    @property
    def id(self) -> str:
        """The actor's id."""
        return self.ref.id

    def capital(self, key: str) -> Capital | None:
        """The capital that bears this folded name."""
        return next((capital for capital in self.capitals if key in capital.keys), None)

    def positions_on(self, on: date) -> tuple[Position, ...]:
        """The positions that this actor can have held on a day."""
        return tuple(position for position in self.positions if position.holds(on))


@dataclass(frozen=True, slots=True)
class Found:
    """A name as the index keeps it: the entry's number, the name's language and kind."""

    entry: int
    lang: str | None
    kind: NameKind
    text: str
