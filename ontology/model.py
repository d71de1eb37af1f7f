"""The values that cross the parts of Regesta: immutable, compared by content, free of I/O.

``extract`` makes them, ``graph`` keeps them, ``api`` shows them. Dates are calendar days (proleptic
Gregorian); every interval is closed at both ends, and ``None`` is an open end.
"""

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

LANGUAGES = ("de", "en", "fr", "es")


class Polarity(StrEnum):
    """Whether the text says that the event happened (FactBank)."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How firmly the text stands behind the event; after FactBank and PLOVER's auxiliary modes."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    PLANNED = "planned"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"


HAPPENED = (Modality.ASSERTED, Modality.REPORTED)
"""The modalities of what somebody says to have happened."""


class Order(StrEnum):
    """How one event lies to another in time: coarse Allen relations, as a text can say them."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    DURING = "DURING"
    CONTAINS = "CONTAINS"
    SIMULTANEOUS = "SIMULTANEOUS"
    OVERLAPS = "OVERLAPS"

    @property
    def inverse(self) -> "Order":
        """The same relation seen from the other event."""
        return _INVERSE[self]


_INVERSE = {
    Order.BEFORE: Order.AFTER,
    Order.AFTER: Order.BEFORE,
    Order.DURING: Order.CONTAINS,
    Order.CONTAINS: Order.DURING,
    Order.SIMULTANEOUS: Order.SIMULTANEOUS,
    Order.OVERLAPS: Order.OVERLAPS,
}


class ActorType(StrEnum):
    """What kind of actor; the comments give PLOVER's sector codes."""

    STATE = "state"  # (none)
    PERSON = "person"  # by office: GOV, LEG, JUD, MIL, …
    GOVERNMENT_BODY = "government_body"  # GOV, LEG, JUD, SPY
    ARMED_FORCE = "armed_force"  # MIL
    ARMED_GROUP = "armed_group"  # REB, UAF
    IGO = "igo"  # IGO
    MEDIA = "media"  # MED
    PARTY = "party"  # PTY
    POPULATION = "population"  # CVL
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive) of an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}–{self.end}")

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether both spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Interval:
    """What is known of when an event began and ended: SEM's four time stamps, each a closed bound or open.

    ``begin_earliest ≤ begin ≤ begin_latest`` and ``end_earliest ≤ end ≤ end_latest``. ``approximate`` says
    that the first or the last day rests on a date given by about (*around 2024*): the bounds are wide enough
    for what people call so, and EDTF writes ``~``.
    """

    begin_earliest: date | None = None
    begin_latest: date | None = None
    end_earliest: date | None = None
    end_latest: date | None = None
    approximate: bool = False

    @classmethod
    def within(cls, earliest: date | None, latest: date | None, approximate: bool = False) -> "Interval":
        """An event that lies somewhere between two days: neither begin nor end is known better."""
        return cls(earliest, latest, earliest, latest, approximate)

    @classmethod
    def spanning(cls, begin: date | None, end: date | None) -> "Interval":
        """A state that holds from one day to the other, both included."""
        return cls(begin, begin, end, end)

    @property
    def earliest(self) -> date | None:
        """The first day on which the event can have begun."""
        return self.begin_earliest

    @property
    def latest(self) -> date | None:
        """The last day on which the event can have ended."""
        return self.end_latest


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its publication date (TimeML: document creation time, DCT).

    ``id`` is a hash of the canonical content (see :func:`article_id`); ``key`` is the id under which the
    user knows the article (a file's name, the ``id`` of a JSON article), or equals ``id``.
    """

    id: str
    key: str
    text: str
    lang: str
    published: date | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class ActorRef:
    """An actor as a statement names it.

    ``id`` is a Wikidata QID, a gazetteer id, or ``x:<state>:<slug>`` for an actor that the gazetteer
    lacks (then ``resolved`` is false). ``name`` is the canonical English name, or the surface form of an
    unresolved actor. ``state`` is the state acted for: ISO 3166-1 alpha-3, ``IGO:<short name>``, or None.
    """

    id: str
    name: str
    state: str | None = None
    type: ActorType = ActorType.OTHER
    sector: str | None = None
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class Place:
    """Where; ``id`` is a QID or GeoNames id where known, ``name`` canonical English or the surface form."""

    name: str
    id: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class StatementTime:
    """When a statement says its event was; ``text`` is the exact expression at ``span``, if there is one.

    ``interval`` has also what follows from the order that the same text gives to its events; ``said`` is
    the interval without that, where it is another: the graph derives the rest itself, and keeps the proof.
    """

    interval: Interval
    text: str | None = None
    span: Span | None = None
    said: Interval | None = None

    @property
    def stated(self) -> Interval:
        """What the statement says by itself, without the order to other events."""
        return self.interval if self.said is None else self.said


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article, or a source that it quotes, says once. Never changed after it was made.

    ``subject``, ``object`` and ``attributed_to`` keep the text's order. ``predicate`` is an id of
    ``ontology/predicates.yaml``, ``event_type`` and ``mode`` are PLOVER's or Regesta's own names.
    ``evidence`` lies inside ``sentence``, both as offsets into the article's text. ``rule`` names the
    lexicon entry, ``trace`` the reasons, for people.
    """

    id: str
    article_id: str
    subject: tuple[ActorRef, ...]
    predicate: str
    event_type: str
    mode: str | None
    object: tuple[ActorRef, ...]
    time: StatementTime | None
    place: Place | None
    polarity: Polarity
    modality: Modality
    attributed_to: tuple[ActorRef, ...]
    evidence: Span
    sentence: Span
    rule: str = ""
    trace: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Distance:
    """How many days one event lies before the begin of another or after its end; ``most`` None: no limit.

    All of the event lies there: what was one day after a summit that ended on the 14th was on the 15th.
    """

    least: int = 0
    most: int | None = None

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise ValueError(f"not a distance: {self.least} to {self.most} days")


@dataclass(frozen=True, slots=True)
class Relation:
    """The text says that the event of statement ``source`` lies ``order`` that of statement ``target``.

    ``distance`` says how far before or after, where the text does (*two days before the launch*).
    """

    source: str
    order: Order
    target: str
    evidence: Span
    rule: str = ""
    distance: Distance | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was understood of one article; ``warnings`` are for people."""

    article: Article
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    warnings: tuple[str, ...] = ()


def canonical_text(text: str) -> str:
    """Unicode NFC, line feeds as line ends, no white space at line ends or around the whole."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip()


def content_id(kind: str, parts: Iterable[str | None]) -> str:
    """``<kind>`` and 16 hex digits of a SHA-256 over the parts: equal content, equal id (64 bits)."""
    digest = hashlib.sha256("\x1f".join("" if part is None else part for part in parts).encode("utf-8"))
    return f"{kind}{digest.hexdigest()[:16]}"


def article_id(text: str, lang: str, published: date | None, url: str | None = None) -> str:
    """The id of an article: a hash of its canonical text, language, publication date and address."""
    day = published.isoformat() if published else None
    return content_id("a", (canonical_text(text), lang, day, url))


def statement_id(
    article: str, predicate: str, sides: tuple[tuple[ActorRef, ...], tuple[ActorRef, ...]], evidence: Span
) -> str:
    """The id of a statement: a hash of its article, predicate, actors and evidence offsets."""
    names = (",".join(actor.id for actor in side) for side in sides)
    return content_id("s", (article, predicate, *names, str(evidence.start), str(evidence.end)))
