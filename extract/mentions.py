"""What the readers of a text find in it: mentions of actors and of times, as spans with their reading.

Token indexes count in the spaCy ``Doc``; ends are exclusive, as in spaCy.
"""

from dataclasses import dataclass
from enum import StrEnum

from ontology.model import ActorRef, Interval, Place, Span


class MentionKind(StrEnum):
    """How a text names an actor."""

    NAME = "name"  # "Wladimir Putin", "Kim", "North Korea", "KCNA"
    TITLE = "title"  # "der russische Präsident", "the foreign minister"
    ADJECTIVE = "adjective"  # "russische" in "russische Truppen": the state, as a modifier
    METONYM = "metonym"  # "Moskau", "der Kreml" for a state
    BODY = "body"  # "das russische Außenministerium", "North Korean troops": by pattern
    PRONOUN = "pronoun"  # "er", "ils", "seine" (possessive)
    GROUP = "group"  # "die beiden Staatschefs", "the two sides": several actors
    UNRESOLVED = "unresolved"  # named, but not in the gazetteer


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Tokens ``start`` to ``end`` (exclusive), with syntactic head ``head``, refer to ``actors``.

    ``actors`` has one member, or several for a group. ``place`` is set where the mention can also be read
    as a place (a state, a capital, a region, a city): grammar decides later which it is. ``rule`` says, for
    people, why it was linked so.
    """

    span: Span
    start: int
    end: int
    head: int
    kind: MentionKind
    actors: tuple[ActorRef, ...]
    place: Place | None = None
    rule: str = ""


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: its TIMEX3 type and value, and the days that it can mean.

    ``interval`` is None where the expression stays open (a duration without anchor, a relative date in an
    article without publication date). ``anchor`` is a preposition's sense that makes the expression a bound
    rather than a date: ``since``, ``until``, ``before``, ``after``, ``from``, or None. ``trace`` says
    step by step how the value was resolved.
    """

    span: Span
    start: int
    end: int
    type: TimexType
    value: str
    interval: Interval | None = None
    mod: str | None = None
    anchor: str | None = None
    trace: tuple[str, ...] = ()
