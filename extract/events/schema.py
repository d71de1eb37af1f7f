"""The shape of ``extract/lang/<language>/events.yaml``; ``docs/lexicon.md`` explains it to authors.

Every key is checked at load: a misspelt one is an error that names file and entry, never silence.
"""

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from ontology.model import Modality, Polarity

# fmt: off
PLAIN_ROLES = frozenset((
    "nsubj", "obj", "iobj", "xcomp", "ccomp", "clause", "clause:nsubj", "clause:obj", "clause:aux",
    "advmod", "advcl",
    "amod", "compound", "poss", "of", "agent", "with", "between", "target", "origin", "particle", "refl",
    "conj", "appos", "head", "det", "aux", "neg", "pred",
))
# fmt: on
_ROLE = re.compile(r"(obl|nmod):\S.*\Z")


def _role(text: str) -> str:
    if text in PLAIN_ROLES or _ROLE.match(text):
        return text
    known = ", ".join(sorted(PLAIN_ROLES))
    raise ValueError(f"unknown role {text!r}; use obl:<preposition>, nmod:<preposition> or one of {known}")


Role = Annotated[str, AfterValidator(_role)]
Words = Annotated[tuple[str, ...], Field(min_length=1)]
Constraint = dict[Role, Words]

_EXAMPLE = re.compile(r"(\S+) > (\S+)(?: \| (.+))?\Z")


class Expectation(BaseModel):
    """What an example sentence must give: state codes of both sides, polarity and modality."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    subject: frozenset[str]
    object: frozenset[str]
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality | None = None

    @classmethod
    def read(cls, text: str) -> "Expectation":
        """Read ``"PRK,RUS > UKR | negative planned"``; ``-`` is an empty side.

        Raises:
            ValueError: where the text has another shape.
        """
        found = _EXAMPLE.match(text)
        if not found:
            raise ValueError(f"write an example's value as 'SUBJECT > OBJECT', not {text!r}")
        sides = [frozenset(() if side == "-" else side.split(",")) for side in found.group(1, 2)]
        polarity, modality = Polarity.POSITIVE, None
        for word in (found.group(3) or "").split():
            if word in set(Polarity):
                polarity = Polarity(word)
            else:
                modality = Modality(word)
        return cls(subject=sides[0], object=sides[1], polarity=polarity, modality=modality)


class Strict(BaseModel):
    """Base of the schema: immutable, and no key that it doesn't know."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Defaults(Strict):
    """What holds for the whole language; the lists hold lemmas of prepositions or verbs."""

    of: tuple[str, ...] = ()
    agent: tuple[str, ...] = ()
    with_: tuple[str, ...] = Field(default=(), alias="with")
    between: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    each_other: tuple[str, ...] = ()
    prepositions: dict[str, str] = {}
    phrases: tuple[str, ...] = ()
    light: tuple[str, ...] = ()
    light_inverse: tuple[str, ...] = ()
    light_oblique: dict[str, str] = Field(default={})
    quantity: tuple[str, ...] = ()
    object_markers: tuple[str, ...] = ()
    subject_control: tuple[str, ...] = ()
    object_marks: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    forms: dict[str, str] = {}
    participles: dict[str, tuple[str, ...]] = {}
    never_passive: tuple[str, ...] = ()
    reflexive_endings: tuple[str, ...] = ()
    reflexive_passive: tuple[str, ...] = ()
    pro_drop: bool = False
    particles: tuple[str, ...] = ()
    infinitive_signs: tuple[str, ...] = ()


class Node(Strict):
    """One token of a ``pattern``, in the words of spaCy's DependencyMatcher."""

    left_id: str | None = Field(default=None, alias="LEFT_ID")
    rel_op: str | None = Field(default=None, alias="REL_OP")
    right_id: str = Field(alias="RIGHT_ID")
    right_attrs: dict[str, object] = Field(alias="RIGHT_ATTRS")


class Entry(Strict):
    """One entry: words that trigger a predicate, where its sides stand, what must or must not be near."""

    predicate: str
    verb: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    adj: tuple[str, ...] = ()
    subject: tuple[Role, ...] | None = None
    object: tuple[Role, ...] | None = None
    noun_subject: tuple[Role, ...] | None = None
    noun_object: tuple[Role, ...] | None = None
    genitive: Literal["subject", "object", "both"] | None = None
    with_: Constraint = Field(default={}, alias="with")
    unless: Constraint = {}
    reflexive: bool | None = None
    voice: Literal["active", "passive"] | None = None
    mutual: bool = False
    polarity: Polarity | None = None
    modality: Modality | None = None
    pattern: tuple[Node, ...] = ()
    examples: dict[str, str] = {}
    not_: tuple[str, ...] = Field(default=(), alias="not")

    @field_validator("with_", "unless", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> Any:  # noqa: ANN401 - unchecked input
        """A single word may stand without brackets."""
        if isinstance(value, dict):
            return {key: (words,) if isinstance(words, str) else words for key, words in value.items()}
        return value

    @field_validator("examples")
    @classmethod
    def _readable(cls, value: dict[str, str]) -> dict[str, str]:
        for text in value.values():
            Expectation.read(text)
        return value

    @model_validator(mode="after")
    def _complete(self) -> "Entry":
        if not (self.verb or self.noun or self.adj or self.pattern):
            raise ValueError("an entry needs a trigger: verb, noun, adj or pattern")
        if not self.examples:
            raise ValueError("an entry needs at least one example")
        if self.pattern and "trigger" not in {node.right_id for node in self.pattern}:
            raise ValueError("a pattern needs a node with RIGHT_ID: trigger")
        return self

    @property
    def expectations(self) -> dict[str, Expectation]:
        """The examples, read."""
        return {sentence: Expectation.read(text) for sentence, text in self.examples.items()}


class EntryFile(Strict):
    """A file of ``events/``: entries of one kind."""

    entries: tuple[Entry, ...]


class EventFile(Strict):
    """``events.yaml``: what holds for the language, and entries that don't fit in another file."""

    defaults: Defaults
    entries: tuple[Entry, ...] = ()
