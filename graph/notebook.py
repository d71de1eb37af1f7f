"""The graph as plain rows, for notebooks and scripts: lists of dicts, as ``pandas.DataFrame`` takes them.

Days are :class:`datetime.date` or None (open), both ends included; names are joined by ``"; "``.
"""

from dataclasses import asdict
from datetime import date
from types import TracebackType
from typing import Any, Self

from graph.actors import resolve, search
from graph.connection import Target
from graph.event_rows import EventRow
from graph.events import event
from graph.known import Known
from graph.partners import neighbourhood
from graph.paths import Path, Search, find_paths
from graph.statements import Named, StatementDetail
from graph.store import Store
from graph.timelines import Filter, PeriodKind, Scope, counts, page

Rows = list[dict[str, Any]]
_PAGE = 1_000


class Graph:
    """A graph in Neo4j that is only read.

    Actors are ids (``Q7747``), codes (``RUS``) or names in any of the languages. ``as_of`` is a day: only
    what had been published by its end. All methods raise :class:`ontology.errors.RegestaError` with a message
    that says what to do next.
    """

    def __init__(self, store: Store) -> None:
        """Around an open store; closing the graph closes it."""
        self._store = store

    @classmethod
    def open(cls, uri: str, password: str, user: str = "neo4j", database: str = "neo4j") -> Self:
        """Connect to Neo4j; ``regesta db status`` prints address and login of the managed server."""
        return cls(Store.open(Target(uri, user, password, database)))

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def close(self) -> None:
        """End the connection."""
        self._store.close()

    def actors(self, name: str, limit: int = 20) -> Rows:
        """Actors that a name may mean, the best first."""
        return [
            {
                "id": hit.actor.id,
                "name": hit.actor.name,
                "type": hit.actor.type.value,
                "state": hit.actor.state,
                "events": hit.events,
            }
            for hit in search(self._store, name, limit=limit)
        ]

    def timeline(
        self, actor: str, start: date | None = None, end: date | None = None, *,
        with_actor: str | None = None, types: tuple[str, ...] = (), as_of: date | None = None,
    ) -> Rows:  # fmt: skip
        """All events of an actor that can have been within the days, by ``earliest`` and ``latest``."""
        others = (self._id(with_actor),) if with_actor else ()
        scope, wanted = Scope((self._id(actor),), others), Filter(start, end, types)
        found: Rows = []
        cursor: str | None = None
        while True:
            part = page(self._store, scope, wanted, limit=_PAGE, cursor=cursor, known=Known(as_of))
            found += [_event(row) for row in part.rows]
            cursor = part.next
            if cursor is None:
                return found

    def dyad(
        self, one: str, other: str, start: date | None = None, end: date | None = None, *,
        by: PeriodKind = "month", as_of: date | None = None,
    ) -> Rows:  # fmt: skip
        """Two actors' events by period: ``certain``, ``possible``, ``expected``; ``score`` (-10 … +10)."""
        scope = Scope((self._id(one),), (self._id(other),))
        found = counts(self._store, scope, Filter(start, end), by=by, known=Known(as_of))
        return [asdict(period) for period in found.periods]

    def partners(
        self, actor: str, start: date | None = None, end: date | None = None, *, as_of: date | None = None
    ) -> Rows:
        """Whom an actor has had to do with: ``events``, mean ``score``, ``first`` and ``last`` day."""
        found = neighbourhood(self._store, self._id(actor), Filter(start, end), known=Known(as_of))
        return [
            {
                "id": one.actor.id,
                "name": one.actor.name,
                "state": one.actor.state,
                "events": one.events,
                "score": one.score,
                "first": one.first,
                "last": one.last,
            }
            for one in found
        ]

    def paths(
        self, source: str, target: str, start: date | None = None, end: date | None = None, *, count: int = 1,
        as_of: date | None = None,
    ) -> Rows:  # fmt: skip
        """The best chains of events that can follow one another: a row for each hop, numbered by ``path``."""
        asked = Search(start or date.min, end or date.max)
        found = find_paths(
            self._store, self._id(source), self._id(target), asked, count=count, known=Known(as_of)
        )
        return [row for number, path in enumerate(found, 1) for row in _hops(number, path)]

    def statements(self, event_id: str, *, as_of: date | None = None) -> Rows:
        """Who says so: the statements of an event, each with its sentence, speaker and article."""
        return [_statement(one) for one in event(self._store, event_id, Known(as_of)).statements]

    def _id(self, actor: str) -> str:
        return resolve(self._store, actor).id


def _names(actors: tuple[Named, ...]) -> str:
    return "; ".join(actor.name for actor in actors)


def _event(row: EventRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "earliest": row.earliest,
        "latest": row.latest,
        "type": row.type,
        "mode": row.mode,
        "predicate": row.predicate,
        "subject": _names(row.subjects),
        "object": _names(row.objects),
        "place": row.place.name if row.place else None,
        "polarity": row.polarity.value,
        "modality": row.modality.value,
        "score": row.score,
        "statements": row.statements,
        "articles": row.articles,
        "sources": row.voices,
        "evidence": row.evidence.text if row.evidence else None,
    }


def _hops(number: int, path: Path) -> Rows:
    return [
        {
            "path": number,
            "hop": hop_number,
            "certainty": path.certainty,
            "from": hop.from_actor.name,
            "to": hop.to_actor.name,
            **_event(hop.event),
        }
        for hop_number, hop in enumerate(path.hops, 1)
    ]


def _statement(said: StatementDetail) -> dict[str, Any]:
    return {
        "id": said.id,
        "subject": _names(said.subjects),
        "predicate": said.predicate,
        "object": _names(said.objects),
        "attributed_to": _names(said.attributed_to),
        "polarity": said.polarity.value,
        "modality": said.modality.value,
        "time": said.time_text,
        "sentence": said.sentence,
        "evidence": said.evidence,
        "article": said.article.id,
        "lang": said.article.lang,
        "published": said.article.published,
    }
