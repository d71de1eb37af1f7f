"""Rows of the graph → facts, page by page, so that a graph of any size passes through little memory."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from graph.loading.days import distance_of_row
from graph.rdf.facts import (
    ActFacts,
    ActorFacts,
    ArticleFacts,
    CodedFacts,
    DatasetFacts,
    EventFacts,
    OrderFacts,
    Passage,
    PlaceFacts,
    StatementFacts,
)
from graph.rdf.successions import Succession, stored_events_of, successions
from graph.store import Row, Store
from ontology.model import ActorType, Interval, Modality, Order, Polarity, Span

PAGE = 200
"""Articles, events, actors or places fetched at once."""

Ids = Collection[str] | None

_STAMPS = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")


def articles(store: Store, texts: bool, ids: Ids = None) -> Iterator[ArticleFacts]:
    """All articles by id, or those of ``ids`` that there are; their whole texts only if ``texts``."""
    return (article_of_row(row) for row in _rows(store, "export_articles", ids, texts=texts))


def events(store: Store, ids: Ids = None) -> Iterator[EventFacts]:
    """All events by id, or those of ``ids`` that there are."""
    return (_event(row) for row in _rows(store, "export_events", ids))


def datasets(store: Store, ids: Ids = None) -> Iterator[DatasetFacts]:
    """All data files of coded events by id, or those of ``ids`` that there are."""
    for row in _rows(store, "export_datasets", ids):
        yield DatasetFacts(row["id"], row["name"], row["file"], row["digest"])


def actors(store: Store, ids: Ids = None) -> Iterator[ActorFacts]:
    """All actors by id, or those of ``ids`` that there are."""
    for row in _rows(store, "export_actors", ids):
        states = (row["state"],) if row["state"] else ()
        yield ActorFacts(
            row["id"], row["name"], ActorType(row["type"]), states, row["sector"], row["resolved"]
        )


def places(store: Store, ids: Ids = None) -> Iterator[PlaceFacts]:
    """All places by id, or those of ``ids`` that there are."""
    return (PlaceFacts(row["id"], row["name"], row["state"]) for row in _rows(store, "export_places", ids))


@dataclass(frozen=True, slots=True)
class StoredFacts:
    """The facts of the graph as it is now."""

    store: Store

    def articles(self, texts: bool) -> Iterator[ArticleFacts]:
        """All articles by id; their whole texts only if ``texts``."""
        return articles(self.store, texts)

    def events(self) -> Iterator[EventFacts]:
        """All events by id."""
        return events(self.store)

    def datasets(self) -> Iterator[DatasetFacts]:
        """All data files of coded events by id."""
        return datasets(self.store)

    def actors(self) -> Iterator[ActorFacts]:
        """All actors by id."""
        return actors(self.store)

    def places(self) -> Iterator[PlaceFacts]:
        """All places by id."""
        return places(self.store)

    def successions(self) -> list[Succession]:
        """All ids that have given way to others."""
        return successions(self.store, partial(stored_events_of, self.store))


def pages(store: Store, query_name: str, **parameters: object) -> Iterator[Row]:
    """All rows of a query that gives them page by page, by id."""
    after = ""
    while rows := store.read(query_name, after=after, limit=PAGE, **parameters):
        yield from rows
        after = rows[-1]["id"]


def _rows(store: Store, query_name: str, ids: Ids, **parameters: object) -> Iterator[Row]:
    if ids is None:
        yield from pages(store, query_name, ids=[], **parameters)
        return
    wanted = sorted(ids)
    for start in range(0, len(wanted), PAGE):
        some = wanted[start : start + PAGE]
        yield from store.read(query_name, after="", limit=0, ids=some, **parameters)


def article_of_row(row: Row) -> ArticleFacts:
    """The article of a row that has its columns."""
    return ArticleFacts(
        id=row["id"],
        key=row["key"],
        lang=row["lang"],
        published=_day(row["published"]),
        title=row["title"],
        url=row["url"],
        source=row["source"],
        text=row["text"],
        statements=tuple(_statement(item, row["id"]) for item in row["statements"]),
        orders=tuple(_order(item) for item in row["orders"]),
    )


def _statement(row: Row, article: str) -> StatementFacts:
    subjects, objects = tuple(row["subjects"]), tuple(row["objects"])
    return StatementFacts(
        id=row["id"],
        article=article,
        event=row["event"],
        act=_act(row, (subjects, objects), (tuple(row["subject_states"]), tuple(row["object_states"]))),
        speakers=tuple(row["speakers"]),
        interval=_interval(row) if row["timed"] else None,
        expression=row["time_text"],
        evidence=_passage(row, "evidence"),
        sentence=_passage(row, "sentence"),
        rule=row["rule"] or "",
    )


def _event(row: Row) -> EventFacts:
    subjects, objects = row["subjects"], row["objects"]
    ids = tuple(tuple(actor for actor, _, _ in side) for side in (subjects, objects))
    states = tuple(tuple(state or "" for _, state, _ in side) for side in (subjects, objects))
    return EventFacts(
        id=row["id"],
        label=row["label"],
        act=_act(row, (ids[0], ids[1]), (states[0], states[1])),
        interval=_interval(row),
        stated=_interval(row, "stated_"),
        general=tuple(actor for actor, _, general in (*subjects, *objects) if general),
        proofs=tuple(tuple(proof or ()) for proof in row["proofs"]),
        disputed=row["disputed"],
        consistent=row["consistent"],
        orders=tuple((Order(order), other) for order, other in row["orders"]),
        coded=_coded(row["coded"]) if row["coded"] else None,
    )


def _coded(row: Row) -> CodedFacts:
    return CodedFacts(
        row["dataset"], row["row"], row["code"], row["own_id"], row["url"], _day(row["published"])
    )


def _act(
    row: Row,
    ids: tuple[tuple[str, ...], tuple[str, ...]],
    states: tuple[tuple[str, ...], tuple[str, ...]],
) -> ActFacts:
    return ActFacts(
        predicate=row["predicate"],
        type=row["type"],
        mode=row["mode"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        subjects=ids[0],
        objects=ids[1],
        subject_states=states[0],
        object_states=states[1],
        place=row["place"],
    )


def _order(row: Row) -> OrderFacts:
    order = Order(row["order"])
    return OrderFacts(
        row["id"],
        row["source"],
        order,
        row["target"],
        _passage(row, "evidence"),
        row["rule"] or "",
        distance_of_row(row),
    )


def _interval(row: Row, prefix: str = "") -> Interval:
    begin, begun, over, end = (_day(row[prefix + stamp]) for stamp in _STAMPS)
    return Interval(begin, begun, over, end, bool(row[f"{prefix}approximate"]))


def _passage(row: Row, name: str) -> Passage:
    return Passage(Span(row[f"{name}_start"], row[f"{name}_end"]), row[name])


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
