"""Nouns of office and bodies, and words that refer back: ``kinds.yaml`` and ``lang/*/actors.yaml``."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ontology.errors import DataError
from ontology.folding import fold
from ontology.model import ActorType


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Title(_Strict):
    """What a noun of office means. ``states`` limits it to actors with these codes, ``default`` stands in."""

    offices: tuple[str, ...]
    name: str
    sector: str = "GOV"
    states: tuple[str, ...] = ()
    default: str | None = None


class Body(_Strict):
    """A part of a state or organisation that acts for it; ``name`` is a pattern with adj, people or state."""

    code: str
    name: str
    type: ActorType
    sector: str | None = None
    adjective_only: bool = False


class Class(_Strict):
    """What a common noun can refer back to: actors with these ids or types.

    ``argument``: only as a subject or object (*der Norden*, but not *im Norden*).
    """

    ids: tuple[str, ...] = ()
    types: tuple[ActorType, ...] = ()
    argument: bool = False


class Group(_Strict):
    """What a word for several means: ``count`` states or people of the text, or fixed members (codes)."""

    of: Literal["state", "person"] = "state"
    count: int = 2
    members: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


class Kinds(_Strict):
    """The meanings that all languages share."""

    titles: dict[str, Title]
    bodies: dict[str, Body]
    prime_ministers_lead: frozenset[str]
    understood: frozenset[str]
    seated: frozenset[str]
    seats: dict[str, str] = Field(default_factory=dict)
    antiquity: dict[str, str] = Field(default_factory=dict)
    commanded: frozenset[str]
    bare: frozenset[str]
    political: frozenset[str]
    classes: dict[str, Class]
    groups: dict[str, Group]


class Words(_Strict):
    """The words of one kind in one language, with examples that the tests run."""

    words: tuple[str, ...]
    examples: tuple[str, ...]
    no: tuple[str, ...] = Field(default=(), alias="not")


class Agreement(_Strict):
    """What a pronoun agrees with; ``ambiguous`` names another reading that its verb or case must rule out.

    ``person``: it means people rather than states.
    """

    gender: Literal["Masc", "Fem", "Neut", "NonFem", "Any"]
    number: Literal["Sing", "Plur"]
    ambiguous: str | None = None
    person: bool = False


class Home(_Strict):
    """The state whose body or office a word names unless the text says otherwise (*Bundesregierung*)."""

    prefixes: tuple[str, ...]
    state: str
    unless: tuple[str, ...] = ()


class Language(_Strict):
    """The whole file of one language.

    ``capital_adjectives``: adjectives of states are written with a capital ("Russian").
    ``noun_gender``: nouns have a grammatical gender that pronouns follow. ``open_compounds``: the parts of
    a compound stand apart or are loosely hyphenated ("Ukraine-related talks"). ``articles`` are definite,
    indefinite, and ``fused`` with a preposition (*al*). ``others`` are nouns for somebody else than the state
    that they are named by (*Russia's neighbours*), ``private`` nouns for people
    and firms that don't act for their state (*a Russian company*). ``ancient`` are words that show a sentence
    to be about antiquity, ``pairs`` words that stand for two by themselves (*both*, *the two*).
    """

    articles: dict[str, tuple[str, ...]]
    former: tuple[str, ...]
    genitive_s: bool
    capital_adjectives: bool
    noun_gender: bool
    open_compounds: bool
    of: tuple[str, ...]
    titles: dict[str, Words]
    bodies: dict[str, Words]
    groups: dict[str, Words]
    classes: dict[str, Words]
    personal: tuple[str, ...]
    common: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    prefixes: dict[str, str] = Field(default_factory=dict)
    home: tuple[Home, ...] = ()
    others: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    combining: dict[str, str] = Field(default_factory=dict)
    pronouns: dict[str, Agreement]
    possessives: dict[str, Agreement]
    counterparts: tuple[str, ...]
    pairs: tuple[str, ...] = ()
    ancient: tuple[str, ...] = ()
    feminine: tuple[str, ...]
    masculine: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noun:
    """A word or phrase of the lexicon: ``category`` (title, body, group, class, counterpart, pair), kind."""

    category: str
    kind: str


class ActorLexicon:
    """One language's words, by folded phrase."""

    def __init__(self, data: Language, kinds: Kinds) -> None:
        self.data, self.kinds = data, kinds
        self.phrases: dict[str, tuple[Noun, ...]] = {}
        self.longest: dict[str, int] = {}
        for category, entries in (
            ("title", data.titles),
            ("body", data.bodies),
            ("group", data.groups),
            ("class", data.classes),
        ):
            for kind, words in entries.items():
                for word in words.words:
                    self._add(word, Noun(category, kind))
        for word in data.counterparts:
            self._add(word, Noun("counterpart", "counterpart"))
        self.political = frozenset(
            key for key, nouns in self.phrases.items() if any(noun.kind in kinds.political for noun in nouns)
        )
        self.former = frozenset(fold(word) for word in data.former)
        self.definite = frozenset(fold(word) for word in data.articles["definite"])
        self.fused = frozenset(fold(word) for word in data.articles.get("fused", ()))
        self.indefinite = frozenset(fold(word) for word in data.articles["indefinite"])
        self.others = frozenset(fold(word) for word in data.others)
        self.private = frozenset(fold(word) for word in data.private)
        self.of = frozenset(fold(word) for word in data.of)
        self.personal = frozenset(fold(word) for word in data.personal)
        self.common = frozenset(fold(word) for word in data.common)
        self.impersonal = tuple(fold(phrase) for phrase in data.impersonal)
        self.combining = {fold(form): code for form, code in data.combining.items()}
        self.prefixes = {fold(prefix): code for prefix, code in data.prefixes.items()}
        self.ancient = tuple(fold(phrase) for phrase in data.ancient)
        self.feminine = frozenset(fold(word) for word in data.feminine)
        self.masculine = frozenset(fold(word) for word in data.masculine)
        self.pairs = frozenset(fold(phrase) for phrase in data.pairs)
        self.pronouns = {fold(word): agreement for word, agreement in data.pronouns.items()}
        self.possessives = {fold(word): agreement for word, agreement in data.possessives.items()}

    def home(self, words: str, focus: str | None) -> str | None:
        """The state that a word for a body or office means by itself in this language, or None."""
        text = fold(words)
        return next(
            (
                home.state
                for home in self.data.home
                if focus not in home.unless and text.startswith(tuple(fold(word) for word in home.prefixes))
            ),
            None,
        )

    def _add(self, phrase: str, noun: Noun) -> None:
        key = fold(phrase)
        known = self.phrases.get(key, ())
        if noun not in known:
            self.phrases[key] = (*known, noun)
        first = key.split(" ", 1)[0]
        self.longest[first] = max(self.longest.get(first, 0), key.count(" ") + 1)


def _read(*parts: str) -> object:
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    source = loader(files("extract").joinpath(*parts).read_text(encoding="utf-8"))
    return source.get_single_data()


@lru_cache(maxsize=1)
def kinds() -> Kinds:
    """The meanings of ``kinds.yaml``.

    Raises:
        DataError: the file breaks its schema.
    """
    try:
        return Kinds.model_validate(_read("actors", "kinds.yaml"))
    except ValidationError as error:
        raise DataError(f"extract/actors/kinds.yaml: {error}") from error


@lru_cache(maxsize=8)
def lexicon(lang: str) -> ActorLexicon:
    """The words of a language.

    Raises:
        DataError: the file breaks its schema.
    """
    try:
        return ActorLexicon(Language.model_validate(_read("lang", lang, "actors.yaml")), kinds())
    except ValidationError as error:
        raise DataError(f"extract/lang/{lang}/actors.yaml: {error}") from error
