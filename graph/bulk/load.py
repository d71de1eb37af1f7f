"""Loading a data file into a running Neo4j: once however often it is called, from where it stopped."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock
from time import monotonic

from graph.bulk.batch import actor_row, actors_of, batch, place_row, places_of
from graph.bulk.rows import BadRow, Coded
from graph.bulk.source import Lines, Source, rows
from graph.store import ConflictError, Store, Transaction
from ontology.errors import InputError, ServiceError
from ontology.model import ActorRef

BATCH = 5_000
"""Rows in one transaction: beyond it nothing is won (measured), and the server's memory suffices."""

_AHEAD = 2  # batches that wait for each writer
_TRIES = 5  # against other loaders of the same events
_TELL_SECONDS = 5.0
_FIRST_LOOK = 1_000
_NAMED = (
    10_000  # new events that a change names; where there are more, whoever follows the graph reads it anew
)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a data file: lines read, events new and already there, and rows left out.

    ``complete``: it had been loaded as a whole before, so it was not read again.
    """

    lines: int
    new: int
    present: int
    bad: int
    complete: bool = False


@dataclass(slots=True)
class Import:
    """How a data file is loaded.

    ``writers`` write at the same time. ``check`` goes through a file that was loaded before, too.
    ``progress`` gets the bytes read and the rows done, after each batch; ``bad`` each row left out.
    """

    writers: int = 1
    check: bool = False
    progress: Callable[[int, int], None] = lambda _bytes, _rows: None
    bad: Callable[[BadRow], None] = lambda _row: None


def import_file(store: Store, source: Source, how: Import | None = None) -> Report:
    """Load the events of a data file that are not in the graph yet.

    Events are told apart by their ids, so nothing is doubled, whatever was loaded before or is loaded
    beside it. A load that is cut off goes on where it stopped: each transaction keeps its position.

    Raises:
        InputError: Not one of the first rows can be read.
        ServiceError: Neo4j fails; what was written stays.
    """
    how = how or Import()
    (known,) = store.read("bulk_dataset", id=source.id)
    if known["complete"] and not how.check:
        return Report(0, 0, 0, 0, complete=True)
    load = _Load(store, source, how, _start(known["positions"]))
    return load.run()


def _start(positions: Sequence[tuple[int, int]]) -> int:
    """The line up to which all writers had come; from there on, what is present is skipped."""
    return min((line for _, line in positions), default=0)


@dataclass(slots=True)
class _Load:
    """One run over a data file. ``begun``: it has written; ``untold``: new events since the last version."""

    store: Store
    source: Source
    how: Import
    start: int
    lock: Lock = field(default_factory=Lock)
    counts: Counter[str] = field(default_factory=Counter)
    refs: dict[str, ActorRef] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    begun: bool = False
    untold: list[str] = field(default_factory=list)
    told_at: float = 0.0

    def run(self) -> Report:
        line = self.start
        with ExitStack() as stack:
            lines = stack.enter_context(Lines(self.source.path))
            pools = [stack.enter_context(ThreadPoolExecutor(1)) for _ in range(self.how.writers)]
            waiting: list[deque[Future[None]]] = [deque() for _ in pools]
            for chunk in _chunks(rows(self.source, lines, self.start), BATCH * self.how.writers):
                line = chunk[-1].line
                for number, part in enumerate(self._shares(chunk)):
                    waiting[number].append(pools[number].submit(self._write, number, part, line))
                    if len(waiting[number]) > _AHEAD:
                        waiting[number].popleft().result()
                self.how.progress(lines.position, line)
            for queue in waiting:
                for future in queue:
                    future.result()
        self._end(line)
        c = self.counts
        return Report(line - self.start, c["new"], c["present"], c["bad"])

    def _shares(self, chunk: Sequence[Coded | BadRow]) -> list[list[Coded]]:
        """The events for each writer: equal ids go to the same one, so an event's first row wins."""
        shares: list[dict[str, Coded]] = [{} for _ in range(self.how.writers)]
        bad = 0
        for row in chunk:
            if isinstance(row, BadRow):
                bad += 1
                self.how.bad(row)
            else:
                shares[int(row.id[1:9], 16) % len(shares)].setdefault(row.id, row)
                for ref in (row.subject, row.object):
                    if ref is not None:
                        self.refs.setdefault(ref.id, ref)
        self.counts["bad"] += bad
        if bad == len(chunk) >= min(_FIRST_LOOK, BATCH):
            raise InputError(
                f"{self.source.path}: none of {bad:,} rows can be read as {self.source.format}; is it that?"
            )
        self.counts["present"] += len(chunk) - bad - sum(map(len, shares))
        return [list(share.values()) for share in shares]

    def _write(self, writer: int, events: list[Coded], line: int) -> None:
        """Add the events of one batch that are not there yet, in one transaction with the position."""
        for left in reversed(range(_TRIES)):
            present = set(self.store.read("bulk_present", ids=[event.id for event in events])[0]["present"])
            missing = [event for event in events if event.id not in present]
            try:
                if missing:
                    self._begin()
                    self._name(missing)
                    self._create(missing, writer, line)
                break
            except ConflictError:
                if not left:
                    raise
        with self.lock:
            self.counts["new"] += len(missing)
            self.counts["present"] += len(events) - len(missing)
            self.untold += [event.id for event in missing]
            self._tell()

    def _create(self, events: list[Coded], writer: int, line: int) -> None:
        content = batch(self.source.id, events)

        def work(transaction: Transaction) -> None:
            (done,) = transaction.run("bulk_events", rows=content)
            if done["created"] != len(events):
                raise ServiceError("Some actor or place was removed while its events were loaded. Try again.")
            transaction.run("bulk_position", rows={"id": f"{self.source.id}/{writer}", "line": line})

        self.store.transact(work)

    def _begin(self) -> None:
        with self.lock:
            if self.begun:
                return
            source = self.source
            dataset = {
                "id": source.id,
                "name": source.name,
                "file": source.path.name,
                "digest": source.digest,
                "format": source.format,
            }
            rows = {"dataset": dataset, "writers": self.how.writers, "line": self.start}
            self.store.write("bulk_begin", rows=rows)
            self.begun, self.told_at = True, monotonic()

    def _name(self, events: list[Coded]) -> None:
        """Write the actors and places that these events are the first to name."""
        with self.lock:
            actors = [self.refs[name] for name in sorted(actors_of(events)) if name not in self.named]
            places = [p for name, p in sorted(places_of(events).items()) if f"@{name}" not in self.named]
            if actors or places:
                content = {"actors": list(map(actor_row, actors)), "places": list(map(place_row, places))}
                self.store.write("bulk_actors", rows=content)
                self.named |= {ref.id for ref in actors} | {f"@{row['id']}" for row in content["places"]}

    def _tell(self, last: bool = False) -> None:
        """Count the graph's version up now and then, not with each batch, or writers would wait in line."""
        if self.untold and (last or monotonic() - self.told_at > _TELL_SECONDS):
            named = self.untold if self.counts["new"] <= _NAMED else None
            self.store.write("bulk_changed", events=named)
            self.untold, self.told_at = [], monotonic()

    def _end(self, line: int) -> None:
        self._tell(last=True)
        (known,) = self.store.read("bulk_dataset", id=self.source.id)
        if known["complete"] is False:
            self.store.write("bulk_end", id=self.source.id, lines=line)


def _chunks(items: Iterator[Coded | BadRow], size: int) -> Iterator[list[Coded | BadRow]]:
    while chunk := list(islice(items, size)):
        yield chunk
