"""Coded events as tables for ``neo4j-admin database import``: the same graph as loading them gives.

Nodes are numbered from 0 in one count, so that the import needs no look-up; numbers of rows that are there
already are left out. Large files are shaped by several processes (:mod:`graph.bulk.shape`).
"""

import os
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from graph.bulk.batch import actor_row, place_row
from graph.bulk.helpers import helpers
from graph.bulk.load import Report
from graph.bulk.rows import BadRow
from graph.bulk.shape import SHAPED, Numbered, Seen, Task, line
from graph.bulk.source import Source
from graph.loading.days import STAMPS
from ontology.model import ActorRef, Place

_DAYS = ",".join(f"{prefix}{stamp}:date" for prefix in ("", "stated_") for stamp in STAMPS)
_SIDE = (
    ":START_ID,:END_ID,actor,state,event,rank:long,general:boolean,type,predicate,polarity,modality,"
    "earliest:date,latest:date"
)
HEADERS = {
    "events": ":ID,id,predicate,edge,type,mode,score:double,code,polarity,modality,disputed:boolean,"
    f"consistent:boolean,statements:long,articles:long,{_DAYS},when,caption,dataset,recorded:datetime,row:long,"
    "published:date,place,own_id,url",
    "subjects": _SIDE,
    "objects": _SIDE,
    "sites": ":START_ID,:END_ID",
    "actors": ":ID,:LABEL,id,name,type,state,sector,resolved:boolean,seen",
    "places": ":ID,id,name,state",
    "acts_for": ":START_ID,:END_ID",
    "datasets": ":ID,id,name,file,digest,format,recorded:datetime,complete:boolean,rows:long",
}
NODES = {"events": "Event", "actors": "Actor", "places": "Place", "datasets": "Dataset"}
RELATIONSHIPS = {"subjects": "SUBJECT", "objects": "OBJECT", "sites": "AT", "acts_for": "ACTS_FOR"}


Bad = Callable[[BadRow], None]
Progress = Callable[[int, int], None]
_SHARE = 20_000  # lines; more take memory without gain
_LARGE = 10_000_000  # bytes; below, another process takes longer to start than it helps
_MOST = 4  # what puts the shares together has no more than these to do


class Tables:
    """The tables of one import in a folder; a context manager that completes them."""

    def __init__(self, folder: Path, processes: int | None = None, share: int = _SHARE) -> None:
        """By ``processes``, else by as many as there are processors where a file is large."""
        self._folder, self._processes, self._share = folder, processes, share
        self._stack = ExitStack()
        for name, header in HEADERS.items():
            (folder / f"{name}.header.csv").write_text(header + "\n", encoding="utf-8")
            (folder / f"{name}-0.csv").touch()
        self._out = {name: self._opened(name) for name in HEADERS.keys() - set(SHAPED)}
        self._recorded = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._count = 0
        self._seen: set[int] = set()
        self._actors: dict[str, tuple[int, ActorRef]] = {}
        self._places: dict[str, int] = {}

    def _opened(self, name: str) -> TextIO:
        return self._stack.enter_context((self._folder / f"{name}-0.csv").open("w", encoding="utf-8"))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._out["acts_for"].writelines(self._acts_for())
        self._stack.close()

    def add(
        self, source: Source, bad: Bad = lambda _row: None, progress: Progress = lambda _bytes, _rows: None
    ) -> Report:
        """Put the events of a data file into the tables, but those that are there already.

        Raises:
            InputError: The file can't be read.
            ServiceError: A process that helps has ended.
        """
        turns = self._processes or (min(os.cpu_count() or 1, _MOST) if source.size > _LARGE else 1)
        task = Task(source, self._folder, "0", self._recorded, self._share)
        last, new, present, faults = 0, 0, 0, 0
        with helpers(task, turns) as hands:
            for hand in cycle(hands):
                seen = hand.look()
                if seen is None:
                    break
                numbered = self._numbered(seen)
                hand.write(numbered)
                deque(map(bad, seen.bad), maxlen=0)
                faults += len(seen.bad)
                present += seen.present + len(numbered.skip)
                new += len(seen.keys) - len(numbered.skip)
                last = seen.line or last
                progress(seen.position, last)
        if new:
            cells = (source.id, source.name, source.path.name, source.digest, source.format)
            self._out["datasets"].write(line(self._number(), *cells, self._recorded, "true", last))
        return Report(last, new, present, faults)

    def _numbered(self, seen: Seen) -> Numbered:
        """Numbers for the events of a share, known ones' too, and for the actors and places new to it."""
        keys = set(seen.keys)
        known = self._seen & keys
        skip = (
            frozenset(place for place, key in enumerate(seen.keys) if key in known) if known else frozenset()
        )
        self._seen |= keys
        first = self._count
        self._count += len(seen.keys)
        # Who is named only by events that are left out stays out, too.
        actors = {n: self._actor(ref) for n, (ref, by) in seen.actors.items() if not skip.issuperset(by)}
        places = {
            n: self._place(n, place) for n, (place, by) in seen.places.items() if not skip.issuperset(by)
        }
        return Numbered(first, skip, actors, places)

    def _number(self) -> int:
        self._count += 1
        return self._count - 1

    def _actor(self, ref: ActorRef) -> int:
        known = self._actors.get(ref.id)
        if known is not None:
            return known[0]
        number, row = self._number(), actor_row(ref)
        p = row["properties"]
        cells = (row["id"], p["name"], p["type"], p["state"], p["sector"], str(p["resolved"]).lower())
        self._out["actors"].write(line(number, row["label"], *cells).rstrip("\n") + ',""\n')
        self._actors[ref.id] = number, ActorRef(ref.id, ref.name, p["state"], ref.type)
        return number

    def _place(self, ident: str, place: Place) -> int:
        number = self._places.get(ident)
        if number is None:
            number = self._places[ident] = self._number()
            row = place_row(place)
            self._out["places"].write(line(number, row["id"], row["name"], row["state"]))
        return number

    def _acts_for(self) -> Iterator[str]:
        """People, bodies and forces act for the state or organisation whose code they have."""
        served: dict[str | None, list[int]] = {}
        for number, ref in self._actors.values():
            if _collective(ref):
                served.setdefault(ref.state, []).append(number)
        for number, ref in self._actors.values():
            if ref.state is not None and not _collective(ref):
                yield from (f"{number},{whom}\n" for whom in served.get(ref.state, ()))


def _collective(ref: ActorRef) -> bool:
    return ref.type in ("state", "igo")
