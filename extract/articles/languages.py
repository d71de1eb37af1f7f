"""The language of a text: one of Regesta's four, or a clear refusal."""

from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from ontology.errors import ArticleError
from ontology.model import LANGUAGES

_SAMPLE_CHARS = 5_000
_FOREIGN_MARGIN = 10.0
"""Log-likelihood by which another language must beat ours. Own short sentences: foreign ones from 12 up,
ours (names, headlines of three words) at most 3."""
_TOLD_MARGIN = 2.0
"""Log-likelihood between our two best below which a text does not tell its language."""


def normalise_language(name: str, source: str = "") -> str:
    """``de`` for ``de``, ``DE``, ``de-AT`` or ``de_CH``.

    Raises:
        ArticleError: not one of the supported languages.
    """
    lang = name.strip().lower().replace("_", "-").partition("-")[0]
    if lang not in LANGUAGES:
        raise ArticleError(f"language '{name}' is not supported: {_supported()}", source)
    return lang


def detect_language(text: str, source: str = "") -> str:
    """The language of ``text`` among the supported ones. Equal texts give equal answers.

    Raises:
        ArticleError: the text is clearly in another language, or too short to tell.
    """
    scores = dict(_identifier().rank(text[:_SAMPLE_CHARS]))
    own = sorted(((scores[lang], lang) for lang in LANGUAGES), reverse=True)
    (best, lang), (second, _) = own[:2]
    foreign = max(scores, key=lambda name: scores[name])
    if scores[foreign] - best > _FOREIGN_MARGIN:
        raise ArticleError(f"the text seems to be in language '{foreign}': {_supported()}", source)
    if best - second < _TOLD_MARGIN:
        raise ArticleError("too little text to tell its language: give it (lang: de, en, fr or es)", source)
    return lang


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE)


def _supported() -> str:
    return f"Regesta reads {', '.join(LANGUAGES)}"
