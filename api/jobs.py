"""Jobs: many articles that one request gave, kept on disk until each has its outcome."""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import orjson

from api.ingest import FAILED, Outcome
from api.problems import BUSY, RequestError
from ontology.errors import ArticleError, NotFoundError
from ontology.model import Article

State = Literal["waiting", "running", "done", "cancelled"]
MOST_WAITING = 100_000
"""Articles that may wait in all; more are refused, so that requests can't fill the disk."""
KEPT = timedelta(days=30)
"""How long the outcomes of a finished job are kept."""
TRIES = 3
"""How often an article may end the server that reads it, before it is given up."""


@dataclass(frozen=True, slots=True)
class Job:
    """What became of the articles of one request: ``counts`` by outcome, ``waiting`` has those to come."""

    id: str
    created: datetime
    by: str | None
    state: State
    total: int
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Item:
    """An article that waits in a job; ``tries`` counts how often reading it was begun."""

    job: str
    number: int
    article: Article
    tries: int


class Jobs:
    """The jobs of one data folder, in SQLite. Threads and processes may share it.

    Each job belongs to a graph, named by the id of its database: whoever works at another leaves it alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._ready = False

    def add(self, graph: str, articles: Sequence[Article | ArticleError], by: str | None = None) -> Job:
        """A new job; articles that couldn't be read have failed already.

        Raises:
            RequestError: Too many articles wait already (503).
        """
        now = datetime.now(UTC)
        ident = f"j{secrets.token_hex(8)}"
        with self._open() as connection:
            if self._run(connection, "waiting")[0][0] + len(articles) > MOST_WAITING:
                raise RequestError(
                    BUSY,
                    f"More than {MOST_WAITING:,} articles would wait. Send these when others are done.",
                    {"Retry-After": "60"},
                )
            self._run(connection, "purge", before=(now - KEPT).isoformat())
            self._run(connection, "add", id=ident, graph=graph, created=now.isoformat(), by=by)
            connection.executemany(_sql("add_item"), list(_items(ident, articles)))
        return self.get(ident)

    def get(self, ident: str) -> Job:
        """The job of this id.

        Raises:
            NotFoundError: There is none.
        """
        with self._open() as connection:
            rows = self._run(connection, "jobs", id=ident, before=None, limit=1)
        if not rows:
            raise NotFoundError(f"There is no job {ident!r}; finished ones are kept for {KEPT.days} days.")
        return _job(rows[0])

    def all(self, before: int | None, limit: int) -> tuple[list[Job], int | None]:
        """Jobs, the last one first, and where the next page begins."""
        with self._open() as connection:
            rows = self._run(connection, "jobs", id=None, before=before, limit=limit + 1)
        page = rows[:limit]
        return [_job(row) for row in page], page[-1]["place"] if len(rows) > limit else None

    def outcomes(self, ident: str, after: int, limit: int) -> tuple[list[dict[str, Any]], int | None]:
        """What became of a job's articles in their order, and where the next page begins."""
        with self._open() as connection:
            rows = self._run(connection, "outcomes", job=ident, after=after, limit=limit + 1)
        page = [{"number": row["number"], **orjson.loads(row["outcome"])} for row in rows[:limit]]
        return page, page[-1]["number"] if len(rows) > limit else None

    def waiting(self) -> int:
        """How many articles wait in all."""
        with self._open() as connection:
            return int(self._run(connection, "waiting")[0][0])

    def cancel(self, ident: str) -> Job:
        """End a job: articles that still wait are never read. One that is being loaded may yet come through.

        Raises:
            NotFoundError: There is no such job.
        """
        self.get(ident)
        with self._open() as connection:
            self._run(connection, "cancel", id=ident, now=datetime.now(UTC).isoformat())
            self._run(connection, "cancel_items", id=ident)
        return self.get(ident)

    def take(self, graph: str, limit: int) -> list[Item]:
        """The next articles that wait for a graph, the oldest job's first; counted as tried.

        One that was tried before comes alone: if it ends the server, it takes no others with it.
        """
        with self._open() as connection:
            rows = self._run(connection, "take", graph=graph, limit=limit)
            alone = next((n for n, row in enumerate(rows) if row["tries"]), len(rows))
            rows = rows[: max(alone, 1)]
            for row in rows:
                self._run(connection, "tried", job=row["job"], number=row["number"], by=1)
        return [
            Item(row["job"], row["number"], _article(orjson.loads(row["article"])), row["tries"])
            for row in rows
        ]

    def give_back(self, items: Iterable[Item]) -> None:
        """Let articles wait on that were taken and, for no fault of theirs, not read."""
        with self._open() as connection:
            for item in items:
                self._run(connection, "tried", job=item.job, number=item.number, by=-1)

    def record(self, item: Item, outcome: Outcome) -> None:
        """What became of an article; its text is kept no longer."""
        with self._open() as connection:
            self._run(
                connection,
                "record",
                job=item.job,
                number=item.number,
                status=outcome.status,
                outcome=_told(outcome),
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """A transaction."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=30, isolation_level="IMMEDIATE")) as connection:
            connection.row_factory = sqlite3.Row
            if not self._ready:
                self._path.chmod(0o600)
                connection.execute("PRAGMA journal_mode = WAL")
                connection.executescript(_sql("schema"))
                self._ready = True
            with connection:
                yield connection

    @staticmethod
    def _run(connection: sqlite3.Connection, name: str, **parameters: object) -> list[sqlite3.Row]:
        return connection.execute(_sql(name), parameters).fetchall()


def _sql(name: str) -> str:
    return _STATEMENTS[name]


def _statements() -> dict[str, str]:
    text = (resources.files("api") / "jobs.sql").read_text("utf-8")
    parts = text.split("-- name: ")[1:]
    return {part.split("\n", 1)[0].strip(): part.split("\n", 1)[1] for part in parts}


_STATEMENTS = _statements()


def _items(job: str, articles: Sequence[Article | ArticleError]) -> Iterator[dict[str, object]]:
    for number, one in enumerate(articles, 1):
        failed = isinstance(one, ArticleError)
        outcome = (
            Outcome(one.source, FAILED, error=str(one))
            if isinstance(one, ArticleError)
            else Outcome(one.key, "waiting", one.id)
        )
        yield {
            "job": job,
            "number": number,
            "article": None if failed else orjson.dumps(one).decode(),
            "status": outcome.status,
            "outcome": _told(outcome),
        }


def _told(outcome: Outcome) -> str:
    return orjson.dumps(asdict(outcome)).decode()


def _article(kept: dict[str, Any]) -> Article:
    published = kept.pop("published")
    return Article(published=date.fromisoformat(published) if published else None, **kept)


def _job(row: sqlite3.Row) -> Job:
    counts: dict[str, int] = orjson.loads(row["counts"])
    waiting = counts.get("waiting", 0)
    total = sum(counts.values())
    state: State = "done" if not waiting else "waiting" if waiting == total else "running"
    return Job(
        row["id"],
        datetime.fromisoformat(row["created"]),
        row["by"],
        "cancelled" if row["cancelled"] else state,
        total,
        counts,
    )
