"""The language model as spaCy pipelines: ``pipeline("de")(text)`` gives UD trees and names."""

from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language

from extract.language.component import UniversalParser
from extract.language.network import WEIGHTS
from ontology.errors import InputError
from ontology.model import LANGUAGES

__all__ = ["COMPONENT", "UniversalParser", "pipeline"]

COMPONENT = "regesta_ud"
"""The name under which spaCy's registry knows the component."""


@Language.factory(
    COMPONENT,
    assigns=[
        "token.pos",
        "token.morph",
        "token.lemma",
        "token.head",
        "token.dep",
        "token.is_sent_start",
        "doc.ents",
    ],
    default_config={"folder": None, "threads": 1, "batch_size": 8},
)
def create_component(
    nlp: Language, name: str, folder: str | None, threads: int, batch_size: int
) -> UniversalParser:
    """Make the component for ``nlp.lang``; the settings are those of :class:`UniversalParser`."""
    return UniversalParser(nlp, name, Path(folder) if folder else WEIGHTS, threads, batch_size)


@lru_cache(maxsize=16)
def pipeline(lang: str, package: str | None = None, threads: int = 1) -> Language:
    """The pipeline of a language, made once.

    Args:
        lang: ``de``, ``en``, ``fr`` or ``es``.
        package: a spaCy package or folder to use in place of Regesta's own model. Its trees and tags must
            be those of Universal Dependencies, and it must mark sentences, lemmas and names.
        threads: threads of one run of Regesta's own model.

    Raises:
        InputError: the language is not supported, or ``package`` cannot be loaded or has other labels.
    """
    if package is not None:
        return _load(package, lang)
    if lang not in LANGUAGES:
        raise InputError(
            f"language '{lang}' is not supported: use one of {', '.join(LANGUAGES)}, or name a pipeline"
        )
    nlp = spacy.blank(lang)
    nlp.add_pipe(COMPONENT, config={"threads": threads})
    return nlp


def _load(package: str, lang: str) -> Language:
    try:
        nlp = spacy.load(package)
    except (OSError, ValueError) as error:
        raise InputError(f"the spaCy pipeline '{package}' cannot be loaded: {error}") from error
    if nlp.lang != lang:
        raise InputError(f"the spaCy pipeline '{package}' is for '{nlp.lang}', not for '{lang}'")
    labels = nlp.pipe_labels.get("parser")
    if COMPONENT not in nlp.pipe_names and not {"nsubj", "obl", "case"} <= set(labels or ()):
        raise InputError(
            f"the parser of '{package}' has no Universal Dependencies labels (nsubj, obl, case, …)"
        )
    return nlp
