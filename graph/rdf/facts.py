"""What an export says of each thing, flat: made from extracted values or from the graph's rows."""

from dataclasses import dataclass
from datetime import date

from ontology.model import ActorType, Distance, Interval, Modality, Order, Polarity, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters ``span`` of an article and their wording."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class ActFacts:
    """What statements and events share: who did what to whom, and whether it happened."""

    predicate: str
    type: str
    mode: str | None
    polarity: Polarity
    modality: Modality
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    subject_states: tuple[str, ...]
    object_states: tuple[str, ...]
    place: str | None


@dataclass(frozen=True, slots=True)
class StatementFacts:
    """One statement; ``interval`` is None where the text gives no time at all."""

    id: str
    article: str
    event: str | None
    act: ActFacts
    speakers: tuple[str, ...]
    interval: Interval | None
    expression: str | None
    evidence: Passage
    sentence: Passage
    rule: str = ""


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """An order between the events of two statements, as an article says it."""

    id: str
    source: str
    order: Order
    target: str
    evidence: Passage
    rule: str = ""
    distance: Distance | None = None


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """One article with all that was read in it."""

    id: str
    key: str
    lang: str
    published: date | None
    title: str | None
    url: str | None
    source: str | None
    text: str
    statements: tuple[StatementFacts, ...]
    orders: tuple[OrderFacts, ...]


@dataclass(frozen=True, slots=True)
class CodedFacts:
    """The row of a data file that an event comes from; ``dataset`` is the file's id."""

    dataset: str
    row: int
    code: str
    own_id: str | None
    url: str | None
    published: date | None


@dataclass(frozen=True, slots=True)
class DatasetFacts:
    """A data file of coded events; ``digest`` is its SHA-256."""

    id: str
    name: str
    file: str
    digest: str


@dataclass(frozen=True, slots=True)
class EventFacts:
    """One event.

    ``general`` are participants that stand for a side of which somebody else is named; ``proofs`` are, for
    each of the four stamps, the ids of what proves it.
    """

    id: str
    label: str
    act: ActFacts
    interval: Interval
    stated: Interval
    general: tuple[str, ...]
    proofs: tuple[tuple[str, ...], ...]
    disputed: bool
    consistent: bool
    orders: tuple[tuple[Order, str], ...]
    coded: CodedFacts | None = None


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """One actor; ``states`` are the states that it acts for."""

    id: str
    name: str
    type: ActorType
    states: tuple[str, ...]
    sector: str | None
    resolved: bool


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """One place."""

    id: str
    name: str
    state: str | None
