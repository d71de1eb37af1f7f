"""The event lexicon of a language: ``events.yaml`` read, checked, and indexed by trigger word."""

import re
from dataclasses import dataclass
from functools import cache

from extract.events.schema import Defaults, Entry, EntryFile, EventFile
from ontology.datafiles import read_yaml, validated, yaml_names
from ontology.errors import DataError
from ontology.event_types import event_types, predicates
from ontology.model import LANGUAGES

VERB, NOUN, ADJ, PHRASE = "verb", "noun", "adj", "phrase"
_ELISION = re.compile(r"\b(\w{1,2}')(?=\w{2,})")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word (or words) of an entry; ``phrase`` holds the words of a trigger of several, else it is empty."""

    entry: Entry
    kind: str
    phrase: tuple[str, ...]
    name: str
    order: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's entries, found by word.

    ``words`` maps (kind, lower-cased lemma) to triggers; nouns of several words stand under (``PHRASE``,
    first word). ``endings`` maps lower-cased noun endings (``-angriff``); ``lengths`` are
    theirs, longest first.
    """

    lang: str
    defaults: Defaults
    entries: tuple[Entry, ...]
    words: dict[tuple[str, str], tuple[Trigger, ...]]
    endings: dict[str, tuple[Trigger, ...]]
    lengths: tuple[int, ...]


def read_lexicon(lang: str) -> EventFile:
    """The checked content of ``extract/lang/<lang>/events.yaml`` and of the files in ``events/`` beside it.

    The entries of ``events.yaml`` come first, then those of the other files by name.

    Raises:
        DataError: naming file and entry, where one breaks the schema or names an unknown predicate.
    """
    folder = f"lang/{lang}"
    main = validated(
        EventFile, read_yaml("extract", f"{folder}/events.yaml"), f"extract/{folder}/events.yaml"
    )
    entries = _known(main.entries, f"{folder}/events.yaml")
    for name in yaml_names("extract", f"{folder}/events"):
        part = validated(EntryFile, read_yaml("extract", name), f"extract/{name}")
        entries += _known(part.entries, name)
    return EventFile(defaults=main.defaults, entries=entries)


def _known(entries: tuple[Entry, ...], name: str) -> tuple[Entry, ...]:
    for number, entry in enumerate(entries, 1):
        if entry.predicate not in predicates():
            raise DataError(
                f"extract/{name}: entry {number}: {entry.predicate!r} is not in ontology/predicates.yaml"
            )
    return entries


def entry_name(lang: str, number: int, entry: Entry) -> str:
    """What people see of an entry in traces: ``de:phone:telefonieren#12`` (its place among all entries)."""
    word = next(iter((*entry.verb, *entry.noun, *entry.adj)), "pattern")
    return f"{lang}:{entry.predicate}:{word}#{number}"


@cache
def lexicon(lang: str) -> Lexicon:
    """The lexicon of a language, read once.

    Raises:
        DataError: as :func:`read_lexicon`.
    """
    if lang not in LANGUAGES:
        raise DataError(f"no event lexicon for language {lang!r}; there are {', '.join(LANGUAGES)}")
    file = read_lexicon(lang)
    words: dict[tuple[str, str], list[Trigger]] = {}
    endings: dict[str, list[Trigger]] = {}
    for number, entry in enumerate(file.entries, 1):
        name = entry_name(lang, number, entry)
        for kind, lemmas in ((VERB, entry.verb), (NOUN, entry.noun), (ADJ, entry.adj)):
            for lemma in lemmas:
                _index(Trigger(entry, kind, _phrase(lemma), name, number), lemma, words, endings)
    return Lexicon(
        lang,
        file.defaults,
        file.entries,
        {key: tuple(found) for key, found in words.items()},
        {key: tuple(found) for key, found in endings.items()},
        tuple(sorted({len(key) for key in endings}, reverse=True)),
    )


def _phrase(lemma: str) -> tuple[str, ...]:
    """The words of a trigger as tokens: an elided article or preposition is one (*mandat d'arrêt*)."""
    parts = tuple(_ELISION.sub(r"\1 ", lemma.lower()).split())
    return parts if len(parts) > 1 else ()


def _index(
    trigger: Trigger,
    lemma: str,
    words: dict[tuple[str, str], list[Trigger]],
    endings: dict[str, list[Trigger]],
) -> None:
    if lemma.startswith("-"):
        endings.setdefault(lemma[1:].lower(), []).append(trigger)
        words.setdefault((trigger.kind, lemma[1:].lower()), []).append(trigger)
        return
    key = trigger.phrase[0] if trigger.phrase else lemma.lower()
    kind = PHRASE if trigger.phrase and trigger.kind == NOUN else trigger.kind
    words.setdefault((kind, key), []).append(trigger)


def is_symmetric(entry: Entry) -> bool:
    """Whether the entry's event type is symmetric."""
    return event_types()[predicates()[entry.predicate].type].symmetric
