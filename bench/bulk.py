"""Event data sets, events a second: into a running server, by one writer and two, and when all is there.

The limit is the bare driver with ready rows: an anti-join on the event's id, then CREATE of the same nodes
and relationships with the same properties, in transactions of the same size. Ours reads the file, works out
who and what is meant, and does the same. All take turns on parts of synthetic data, in the same graph.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from neo4j import GraphDatabase, ManagedTransaction, Session

from bench import neo4j as server
from bench.ratio import Ratio
from bench.synthetic import coded_lines
from graph.bulk import Coded, Import, import_file, open_source
from graph.bulk.batch import actor_row, kind
from graph.bulk.load import BATCH
from graph.bulk.source import Lines, rows
from graph.loading.days import STAMPS
from graph.store import Store
from ontology.errors import ServiceError
from ontology.model import ActorRef

EVENTS, ROUNDS = 20_000, 3
AGAIN = 50_000.0
_BARE = """
UNWIND $rows AS row
OPTIONAL MATCH (known:Event {id: row.event.id})
WITH row WHERE known IS NULL
MATCH (s:Actor {id: row.subject.actor})
MATCH (o:Actor {id: row.object.actor})
CREATE (e:Event) SET e = row.event
CREATE (e)-[a:SUBJECT]->(s) SET a = row.subject
CREATE (e)-[b:OBJECT]->(o) SET b = row.object
"""

Rows = list[dict[str, Any]]


def measure() -> Iterator[Ratio]:
    spent = dict.fromkeys(("bare", "one", "two", "again"), 0.0)
    with (
        server.throwaway() as target,
        Store.open(target) as store,
        TemporaryDirectory() as folder,
        GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver,
        driver.session() as session,
    ):
        parts = iter(_parts(Path(folder), 3 * (ROUNDS + 1)))
        for turn in range(ROUNDS + 1):  # the first turn warms the server up
            ready = _ready(store, next(parts))
            one, two = next(parts), next(parts)
            seconds = {
                "bare": _timed(lambda rows=ready: _write(session, rows)),
                "one": _timed(lambda file=one: _load(store, file, Import())),
                "two": _timed(lambda file=two: _load(store, file, Import(writers=2))),
                "again": _timed(lambda file=one: _load_again(store, file)),
            }
            if turn:
                spent = {name: spent[name] + seconds[name] for name in spent}
    rate = {name: EVENTS * ROUNDS / seconds for name, seconds in spent.items()}
    bare = "bare anti-join and CREATE of the same, rows ready"
    yield Ratio("import events", rate["one"], rate["bare"], "events/s", 0.95, note=bare)
    yield Ratio("import events, two writers", rate["two"], rate["bare"], "events/s", 1.4, note=bare)
    note = "wanted; nothing changes"
    yield Ratio("import what is all there", rate["again"], AGAIN, "events/s", 1.0, note=note)


def _timed(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return perf_counter() - start


def _parts(folder: Path, count: int) -> Iterator[Path]:
    """Files of so many different events each."""
    lines = coded_lines(EVENTS * count)
    for number in range(count):
        path = folder / f"part-{number}.tsv"
        path.write_text("".join(f"{line}\n" for line in islice(lines, EVENTS)), encoding="utf-8")
        yield path


def _load(store: Store, file: Path, how: Import) -> None:
    import_file(store, open_source(file), how)


def _load_again(store: Store, file: Path) -> None:
    before = store.version()
    report = import_file(store, open_source(file), Import(check=True))
    if report.new or store.version() != before:
        raise ServiceError("Loading what is there changed the graph.")


def _ready(store: Store, file: Path) -> Rows:
    """The rows as the bare driver writes them; their actors are in the graph already."""
    source = open_source(file)
    with Lines(file) as lines:
        events = [event for event in rows(source, lines) if isinstance(event, Coded)]
    sides = {side.id: side for event in events for side in (event.subject, event.object) if side}
    content = {"actors": [actor_row(side) for side in sides.values()], "places": []}
    store.write("bulk_actors", rows=content)
    return [_row(event, source.id) for event in events]


def _row(event: Coded, dataset: str) -> dict[str, Any]:
    predicate, edge, type_, mode, score, code, caption = kind(event.act, event.code)
    day, shown = event.day, event.day.isoformat()
    stands = {"type": type_, "predicate": predicate, "polarity": "positive", "modality": "reported"}
    days = {f"{prefix}{stamp}": day for prefix in ("", "stated_") for stamp in STAMPS}
    about = {"id": event.id, "edge": edge, "mode": mode, "score": score, "code": code, "dataset": dataset}
    about |= {"row": event.line, "recorded": _NOW, "when": shown, "caption": f"{caption}{shown}"}
    about |= {"disputed": False, "consistent": True, "statements": 0, "articles": 0}

    def side(actor: ActorRef | None) -> dict[str, Any]:
        named = {"actor": actor.id, "state": actor.state} if actor else {}
        return (
            stands | named | {"rank": 0, "general": False, "event": event.id, "earliest": day, "latest": day}
        )

    return {"event": about | stands | days, "subject": side(event.subject), "object": side(event.object)}


_NOW = datetime.now(UTC)


def _write(session: Session, ready: Rows) -> None:
    for start in range(0, len(ready), BATCH):
        session.execute_write(_create, ready[start : start + BATCH])


def _create(transaction: ManagedTransaction, share: Rows) -> None:
    transaction.run(_BARE, rows=share).consume()
