"""Coded events as tables for ``neo4j-admin database import``: the same graph as loading them gives.

Nodes are numbered from 0 in one count, so that the import needs no look-up. What many rows share (the columns
of an act, a day, an actor) is put together once and remembered.
"""

import csv
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import lru_cache
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from graph.bulk.batch import actor_row, kind, place_row
from graph.bulk.load import Report
from graph.bulk.rows import BadRow, Coded
from graph.bulk.source import Lines, Source, rows
from graph.loading.rows import STAMPS, place_id
from ontology.coded import Act
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


class Tables:
    """The tables of one import in a folder; a context manager that completes them."""

    def __init__(self, folder: Path) -> None:
        self._stack = ExitStack()
        self._out: dict[str, TextIO] = {}
        for name, header in HEADERS.items():
            (folder / f"{name}.header.csv").write_text(header + "\n", encoding="utf-8")
            self._out[name] = self._stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8"))
        self._recorded = datetime.now(UTC).isoformat(timespec="milliseconds")
        self._count = 0
        self._seen: set[int] = set()
        self._actors: dict[str, tuple[int, ActorRef]] = {}
        self._places: dict[str, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._out["acts_for"].writelines(self._acts_for())
        self._stack.close()

    def add(
        self,
        source: Source,
        bad: Callable[[BadRow], None] = lambda _row: None,
        progress: Callable[[int, int], None] = lambda _bytes, _rows: None,
    ) -> Report:
        """Put the events of a data file into the tables, but those that are there already."""
        line, new, present, faults = 0, 0, 0, 0
        with Lines(source.path) as lines:
            for number, row in enumerate(rows(source, lines), start=1):
                line = row.line
                if isinstance(row, BadRow):
                    faults += 1
                    bad(row)
                elif self._event(row, source.id):
                    new += 1
                else:
                    present += 1
                if number % 10_000 == 0:
                    progress(lines.position, line)
        if new:
            cells = (source.id, source.name, source.path.name, source.digest, source.format)
            self._out["datasets"].write(_line(self._number(), *cells, self._recorded, "true", line))
        return Report(line, new, present, faults)

    def _number(self) -> int:
        self._count += 1
        return self._count - 1

    def _event(self, event: Coded, dataset: str) -> bool:
        """Write one event; false if it is there already."""
        key = int(event.id[1:], 16)
        if key in self._seen:
            return False
        self._seen.add(key)
        number, day = self._number(), event.day.isoformat()
        act, side, caption = _act_columns(event.act, event.code)
        place = place_id(event.place) if event.place else ""
        published = event.published.isoformat() if event.published else ""
        self._out["events"].write(
            f"{number},{event.id},{act},{_day_columns(day)},{caption}{day},{dataset},{self._recorded},{event.line},"
            f"{published},{_cell(place)},{_cell(event.own_id)},{_cell(event.url)}\n"
        )
        for name, ref in (("subjects", event.subject), ("objects", event.object)):
            if ref is not None:
                columns = _actor_columns(ref.id, ref.state)
                self._out[name].write(
                    f"{number},{self._actor(ref)},{columns},{event.id},{side},{day},{day}\n"
                )
        if event.place is not None:
            self._out["sites"].write(f"{number},{self._place(place, event.place)}\n")
        return True

    def _actor(self, ref: ActorRef) -> int:
        known = self._actors.get(ref.id)
        if known is not None:
            return known[0]
        number, row = self._number(), actor_row(ref)
        p = row["properties"]
        cells = (row["id"], p["name"], p["type"], p["state"], p["sector"], str(p["resolved"]).lower())
        self._out["actors"].write(_line(number, row["label"], *cells).rstrip("\n") + ',""\n')
        self._actors[ref.id] = number, ActorRef(ref.id, ref.name, p["state"], ref.type)
        return number

    def _place(self, ident: str, place: Place) -> int:
        number = self._places.get(ident)
        if number is None:
            number = self._places[ident] = self._number()
            row = place_row(place)
            self._out["places"].write(_line(number, row["id"], row["name"], row["state"]))
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


@lru_cache(maxsize=10_000)
def _act_columns(act: Act, code: str) -> tuple[str, str, str]:
    """The columns of an act on the event and on its sides, and its caption without the day."""
    predicate, edge, type_, mode, score, own, caption = kind(act, code)
    stands = ("positive", "reported")
    event = _line(predicate, edge, type_, mode, score, own, *stands, "false", "true", 0, 0)
    side = _line(0, "false", type_, predicate, *stands)
    return event.rstrip("\n"), side.rstrip("\n"), str(caption)


@lru_cache(maxsize=100_000)
def _day_columns(day: str) -> str:
    return ",".join([day] * 9)


@lru_cache(maxsize=500_000)
def _actor_columns(ident: str, state: str | None) -> str:
    return _line(ident, state).rstrip("\n")


@lru_cache(maxsize=100_000)
def _cell(text: str | None) -> str:
    return _line(text).rstrip("\n") if text else ""


def _line(*cells: object) -> str:
    """One line of comma-separated values; None is an empty cell, which is no value."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow(["" if cell is None else cell for cell in cells])
    return "" if cells == (None,) else out.getvalue()
