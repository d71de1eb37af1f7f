"""What a language's ``times.yaml`` may hold. Unknown keys are errors.

A rule says what its pattern means by exactly one *reading*: :class:`Point`, :class:`Shift`,
:class:`Cycle`, :class:`Duration`, :class:`Repeat` or :class:`Vague`. A field of a reading is a literal,
``$name`` (what the pattern captured as ``name``; nothing where it captured nothing), or ``$name:default``.
"""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extract.mentions import TimexType

Scalar = int | float | str | bool


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Point(_Model):
    """A place in the calendar, named by its parts; what is missing comes from the context."""

    year: Scalar | None = None
    year2: Scalar | None = None  # two digits: 98
    month: Scalar | None = None
    day: Scalar | None = None
    quarter: Scalar | None = None
    half: Scalar | None = None
    week: Scalar | None = None
    weekend: Scalar | None = None
    season: Scalar | None = None
    decade: Scalar | None = None  # 9 or 199: the 1990s
    century: Scalar | None = None  # ordinal: 20 for 1900 to 1999
    weekday: Scalar | None = None
    holiday: Scalar | None = None
    part: Scalar | None = None  # part of the day: MO, MI, AF, EV, NI
    night_to: Scalar | None = None  # true: the night that ends on the day
    hour: Scalar | None = None
    minute: Scalar | None = None
    second: Scalar | None = None
    meridiem: Scalar | None = None  # am, pm
    zone: Scalar | None = None
    era: Scalar | None = None  # BC
    nth: Scalar | None = None  # the nth (or -1, last) `unit` of the period named by the rest
    unit: Scalar | None = None
    rel: Scalar | None = None  # the last (-1), this (0), the next (1) one of its kind
    year_rel: Scalar | None = None
    month_rel: Scalar | None = None
    quarter_rel: Scalar | None = None
    week_rel: Scalar | None = None
    day_rel: Scalar | None = None
    base: Literal["published", "last"] = "published"  # for day_rel
    to_year: Scalar | None = None  # a period from year to to_year: "the winter of 2014/15", "1914–18"
    compact: Scalar | None = None  # 20240131
    past: Scalar | None = None  # a word or the form itself says that it lies behind (-1) or ahead (1)


class Shift(_Model):
    """So many units from the publication date (or from the date mentioned last).

    ``exact`` means the day itself ("one year ago today") rather than its year, month or week; it counts
    from the named ``weekday``, if there is one ("two weeks ago Friday").
    """

    unit: Scalar
    count: Scalar
    sign: Scalar = 1
    base: Literal["published", "last"] = "published"
    fraction: Scalar | None = None
    exact: Scalar | None = None
    weekday: Scalar | None = None


class Cycle(_Model):
    """The unit that lies so many from the current one: last week, this year, the next decade."""

    unit: Scalar
    offset: Scalar
    base: Literal["published", "last"] = "published"


class Duration(_Model):
    """A length of time; ``count`` X means an unknown number.

    ``window`` places it: ``past`` ends and ``future`` begins at the publication date, ``ago`` and ``ahead``
    name the far end of such a stretch.
    """

    unit: Scalar
    count: Scalar = 1
    fraction: Scalar | None = None
    unit2: Scalar | None = None
    count2: Scalar | None = None
    window: Scalar | None = None


class Repeat(_Model):
    """A recurring time: a weekday, a part of day, or so many units."""

    unit: Scalar | None = None
    count: Scalar = 1
    weekday: Scalar | None = None
    month: Scalar | None = None
    part: Scalar | None = None
    season: Scalar | None = None
    hour: Scalar | None = None
    minute: Scalar | None = None


class Vague(_Model):
    """A reference without date: ``PRESENT_REF``, ``PAST_REF``, ``FUTURE_REF``, ``XXXX-XX-XX`` (unknown)."""

    ref: Scalar


class Rule(_Model):
    """One rule: patterns, what they mean, and examples.

    ``examples`` are texts with the value of the one expression in them (a list where there are several), read
    as published on the file's ``reference`` date. ``not`` are texts in which the rule must find nothing.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    pattern: str | list[str]
    point: Point | None = None
    shift: Shift | None = None
    cycle: Cycle | None = None
    duration: Duration | None = None
    repeat: Repeat | None = None
    vague: Vague | None = None
    type: TimexType | None = None
    mod: str | None = None
    anchor: str | None = None
    unless_before: list[str] = []
    unless_after: str | None = None
    needs: list[Literal["past", "present", "future", "unknown", "stative"]] = []
    ignore: bool = False
    examples: dict[str, str | list[str]] = {}
    counter: list[str] = Field(default=[], alias="not")

    @property
    def patterns(self) -> list[str]:
        """The patterns, as a list."""
        return [self.pattern] if isinstance(self.pattern, str) else self.pattern

    @property
    def reading(self) -> Point | Shift | Cycle | Duration | Repeat | Vague | None:
        """The one reading that the rule gives; None for a rule that only keeps others away (``ignore``)."""
        given = [
            r
            for r in (self.point, self.shift, self.cycle, self.duration, self.repeat, self.vague)
            if r is not None
        ]
        return given[0] if given else None

    @model_validator(mode="after")
    def _one_reading(self) -> "Rule":
        given = [
            r
            for r in (self.point, self.shift, self.cycle, self.duration, self.repeat, self.vague)
            if r is not None
        ]
        if len(given) != (0 if self.ignore else 1):
            raise ValueError(f"rule {self.id!r} needs exactly one reading (none if it has 'ignore')")
        if not self.examples and not self.ignore:
            raise ValueError(f"rule {self.id!r} needs examples")
        return self


class Numbers(_Model):
    """Number words below 100; see :func:`extract.times.forms.number_words`."""

    listed: dict[int, list[str]]
    tens: dict[int, list[str]] = {}
    joins: dict[str, list[int]] = {}


class Cues(_Model):
    """Words in the same sentence that tell past from future where the grammar does not."""

    past: list[str] = []
    future: list[str] = []
    modal_future: list[str] = []  # lemmas of auxiliaries whose present tense speaks of what is to come
    planned: list[str] = []  # lemmas whose participle announces: "scheduled for Wednesday"
    scheduled: list[str] = []  # lemmas of verbs whose present tense tells events of a day, not states


class TimesFile(_Model):
    """A whole ``times.yaml``."""

    reference: date  # publication date of the examples
    cardinals: Numbers
    ordinals: Numbers
    classes: dict[str, dict[Scalar, list[str]]]
    compounds: dict[str, list[str]] = {}
    fragments: dict[str, str] = {}
    anchors: dict[str, list[str]] = {}
    cues: Cues = Cues()
    rules: list[Rule]
