"""What statements say, read back from the graph with the articles that they stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.loading.days import interval_of_row
from graph.store import Row, Store
from ontology.model import ActorType, Interval, Modality, Place, Polarity, Span


@dataclass(frozen=True, slots=True)
class Named:
    """An actor as it takes part. ``general`` marks a state beside its own people, who stand for it."""

    id: str
    name: str
    type: ActorType
    state: str | None = None
    general: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The article that something stands in."""

    id: str
    key: str
    lang: str
    published: date | None
    title: str | None
    url: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class StatementDetail:
    """One statement. Spans are offsets into the article's text; ``interval`` is as the text gives it."""

    id: str
    event: str | None
    article: Source
    predicate: str
    type: str
    mode: str | None
    subjects: tuple[Named, ...]
    objects: tuple[Named, ...]
    attributed_to: tuple[Named, ...]
    polarity: Polarity
    modality: Modality
    interval: Interval | None
    time_text: str | None
    time_span: Span | None
    place: Place | None
    sentence: str
    sentence_span: Span
    evidence: str
    evidence_span: Span
    rule: str
    trace: tuple[str, ...]


def statements(store: Store, ids: Sequence[str]) -> tuple[StatementDetail, ...]:
    """Statements by id, in the order asked for; unknown ids are left out."""
    return tuple(map(detail_of_row, store.read("statements", statements=list(ids))))


def source_of_row(row: Row) -> Source:
    """The article of a row that has its columns."""
    return Source(
        row["article_id"],
        row["article_key"],
        row["lang"],
        date.fromisoformat(row["published"]) if row["published"] else None,
        row["title"],
        row["url"],
        row["source"],
    )


def place_of_row(row: Row) -> Place | None:
    """The place of a row that has its columns."""
    name = row["place_name"]
    return None if name is None else Place(name, row["place_id"], row["place_state"])


def detail_of_row(row: Row) -> StatementDetail:
    """The statement of a row that has its columns."""
    names: dict[str, str] = dict(row["names"])
    return StatementDetail(
        id=row["id"],
        event=row["event"],
        article=source_of_row(row),
        predicate=row["predicate"],
        type=row["type"],
        mode=row["mode"],
        subjects=_named(row["subjects"], names),
        objects=_named(row["objects"], names),
        attributed_to=_named(row["speakers"], names),
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        interval=interval_of_row(row) if row["timed"] else None,
        time_text=row["time_text"],
        time_span=None if row["time_start"] is None else Span(row["time_start"], row["time_end"]),
        place=place_of_row(row),
        sentence=row["sentence"],
        sentence_span=Span(row["sentence_start"], row["sentence_end"]),
        evidence=row["evidence"],
        evidence_span=Span(row["evidence_start"], row["evidence_end"]),
        rule=row["rule"],
        trace=tuple(row["trace"]),
    )


def _named(actors: list[tuple[str, str, str]], names: dict[str, str]) -> tuple[Named, ...]:
    return tuple(
        Named(name, names.get(name, name), ActorType(kind), state or None) for name, state, kind in actors
    )
