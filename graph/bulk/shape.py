"""Coded events as lines of the tables that ``neo4j-admin database import`` reads, by one process or several.

Each process shapes every so manieth share of a file into tables of its own. Numbers of nodes are given out
by the one that puts the shares together (:mod:`graph.bulk.tables`): it sees which events, actors and places
are there already. What many rows share (the columns of an act, a day, an actor) is put together once.
"""

import csv
from array import array
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO, TypeVar

from graph.bulk.batch import kind
from graph.bulk.rows import BadRow, Coded
from graph.bulk.source import Lines, Source, shares
from graph.loading.rows import place_id
from ontology.coded import Act
from ontology.model import ActorRef, Place

SHAPED = ("events", "subjects", "objects", "sites")
"""The tables that are written share by share."""
T = TypeVar("T")
Named = dict[str, tuple[T, list[int]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """What a share brings: its events by key, and who and what has no number yet, with the events naming it.

    ``present`` counts rows of events that the share itself has already, ``line`` is its last line and
    ``position`` how many bytes of the file are read.
    """

    keys: "array[int]"
    actors: Named[ActorRef]
    places: Named[Place]
    bad: list[BadRow]
    present: int
    line: int
    position: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A share's first number, its events that are there already, and the numbers of new actors and places."""

    first: int
    skip: frozenset[int]
    actors: dict[str, int]
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class Task:
    """Which shares of which file are shaped, and into what: files ``<table>-<part>.csv`` in ``folder``."""

    source: Source
    folder: Path
    part: str
    recorded: str
    size: int
    turn: int = 0
    turns: int = 1


@dataclass(slots=True)
class Shaper:
    """Shapes the shares of one task; a context manager that closes its files."""

    task: Task
    out: dict[str, TextIO] = field(default_factory=dict)
    events: list[Coded] = field(default_factory=list)
    actors: dict[str, int] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    stack: ExitStack = field(default_factory=ExitStack)

    def __enter__(self) -> Self:
        self.out = {name: self._opened(name) for name in SHAPED}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stack.close()

    def _opened(self, name: str) -> TextIO:
        path = self.task.folder / f"{name}-{self.task.part}.csv"
        return self.stack.enter_context(path.open("a", encoding="utf-8", buffering=1 << 20))

    def look(self) -> Iterator[Seen]:
        """What each share brings; :meth:`write` must follow before the next."""
        task = self.task
        with Lines(task.source.path) as lines:
            for share in shares(task.source, lines, task.size, task.turn, task.turns):
                yield self._seen(share, lines.position)

    def _seen(self, share: Sequence[Coded | BadRow], position: int) -> Seen:
        events: dict[str, Coded] = {}
        bad: list[BadRow] = []
        for row in share:
            if isinstance(row, BadRow):
                bad.append(row)
            else:
                events.setdefault(row.id, row)
        self.events = list(events.values())
        keys = array("Q", [int(name[1:], 16) for name in events])
        present = len(share) - len(bad) - len(events)
        return Seen(keys, *self._named(), bad, present, share[-1].line if share else 0, position)

    def _named(self) -> tuple[Named[ActorRef], Named[Place]]:
        """The actors and places that have no number yet."""
        actors: Named[ActorRef] = {}
        places: Named[Place] = {}
        for number, event in enumerate(self.events):
            for ref in (event.subject, event.object):
                if ref is not None and ref.id not in self.actors:
                    actors.setdefault(ref.id, (ref, []))[1].append(number)
            if event.place is not None and (name := place_id(event.place)) not in self.places:
                places.setdefault(name, (event.place, []))[1].append(number)
        return actors, places

    def write(self, numbered: Numbered) -> None:
        """Write the share that was looked at last."""
        self.actors |= numbered.actors
        self.places |= numbered.places
        lines: dict[str, list[str]] = {name: [] for name in SHAPED}
        event_line, subject_line, object_line, site_line = (lines[name].append for name in SHAPED)
        numbers, skip, tail = self.actors, numbered.skip, f",{self.task.source.id},{self.task.recorded},"
        for number, event in enumerate(self.events, start=numbered.first):
            if skip and number - numbered.first in skip:
                continue
            name, subject, other = event.id, event.subject, event.object
            act, side, caption = _act_columns(event.act, event.code)
            day, days, ends = _day_columns(event.day)
            event_line(f"{number},{name},{act},{days},{caption}{day}{tail}{_others(event)}\n")
            side = f",{name},{side},{ends}\n"
            if subject is not None:
                known = _actor_columns(subject.id, subject.state)
                subject_line(f"{number},{numbers[subject.id]},{known}{side}")
            if other is not None:
                known = _actor_columns(other.id, other.state)
                object_line(f"{number},{numbers[other.id]},{known}{side}")
            if event.place is not None:
                site_line(f"{number},{self.places[place_id(event.place)]}\n")
        for name, out in self.out.items():
            out.write("".join(lines[name]))


def _others(event: Coded) -> str:
    """The columns of an event's row, publication, place and source."""
    if event.published is None and event.place is None and event.own_id is None and event.url is None:
        return f"{event.line},,,,"
    published = event.published.isoformat() if event.published else ""
    place = _cell(place_id(event.place)) if event.place else ""
    return f"{event.line},{published},{place},{_cell(event.own_id)},{_cell(event.url)}"


@lru_cache(maxsize=10_000)
def _act_columns(act: Act, code: str) -> tuple[str, str, str]:
    """The columns of an act on the event and on its sides, and its caption without the day."""
    predicate, edge, type_, mode, score, own, caption = kind(act, code)
    stands = ("positive", "reported")
    event = line(predicate, edge, type_, mode, score, own, *stands, "false", "true", 0, 0)
    side = line(0, "false", type_, predicate, *stands)
    return event.rstrip("\n"), side.rstrip("\n"), str(caption)


@lru_cache(maxsize=100_000)
def _day_columns(day: date) -> tuple[str, str, str]:
    """A day, the columns that it fills on its events, and on their sides."""
    shown = day.isoformat()
    return shown, ",".join([shown] * 9), f"{shown},{shown}"


@lru_cache(maxsize=500_000)
def _actor_columns(ident: str, state: str | None) -> str:
    return line(ident, state).rstrip("\n")


@lru_cache(maxsize=100_000)
def _cell(text: str | None) -> str:
    return line(text).rstrip("\n") if text else ""


def line(*cells: object) -> str:
    """One line of comma-separated values; None is an empty cell, which is no value."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return "" if cells == (None,) else out.getvalue()
