"""The claim rules of a language, read once and indexed by place and word."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extract.claims.schema import ClaimFile, Cue, Sources
from ontology.datafiles import read_yaml, validated
from ontology.errors import DataError
from ontology.model import LANGUAGES, Order


@dataclass(frozen=True, slots=True)
class ClaimRules:
    """``cues`` and ``order`` map (place, lower-cased word); cues of mood and tense stand in ``moods``."""

    lang: str
    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    moods: tuple[Cue, ...]
    sources: Sources
    verbs: frozenset[str]
    deeds: frozenset[str]
    source_prepositions: frozenset[str]
    nouns: frozenset[str]
    places: frozenset[str]
    called: frozenset[str]
    topics: frozenset[str]
    occurring: frozenset[str]
    order: Mapping[tuple[str, str], Order]
    file: ClaimFile


@cache
def claim_rules(lang: str) -> ClaimRules:
    """The rules of ``extract/lang/<lang>/claims.yaml``.

    Raises:
        DataError: naming file and entry, where it breaks the schema, or the language has no rules.
    """
    if lang not in LANGUAGES:
        raise DataError(f"no claim rules for language {lang!r}; there are {', '.join(LANGUAGES)}")
    name = f"lang/{lang}/claims.yaml"
    file = validated(ClaimFile, read_yaml("extract", name), f"extract/{name}")
    cues: dict[tuple[str, str], list[Cue]] = {}
    for cue in file.cues:
        for word in getattr(cue, cue.place):
            cues.setdefault((cue.place, word.casefold()), []).append(cue)
    return ClaimRules(
        lang,
        {key: tuple(found) for key, found in cues.items()},
        tuple(cue for cue in file.cues if cue.feats),
        file.sources,
        frozenset(word.casefold() for word in file.sources.verbs),
        frozenset(word.casefold() for word in file.sources.deeds),
        frozenset(word.casefold() for word in file.sources.prepositions),
        frozenset(word.casefold() for word in file.sources.nouns),
        frozenset(word.casefold() for word in file.places.prepositions),
        frozenset(word.casefold() for word in file.places.called),
        frozenset(word.casefold() for word in file.places.topics),
        frozenset(word.casefold() for word in file.occurring),
        {
            (place, word.casefold()): cue.order
            for cue in reversed(file.order)
            for place in ("preposition", "mark", "adverb", "noun", "verb", "echo")
            for word in getattr(cue, place)
        },
        file,
    )
