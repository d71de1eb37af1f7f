"""What the network reads and answers: pieces, known words, labels, chosen from the training sentences."""

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgpack

from extract.language.network import Labels
from extract.language.pieces import Vocabulary
from extract.training.corpora import Sets, training
from extract.training.e5 import Source
from extract.training.examples import TREEBANKS, Example
from extract.training.scripts import make_script
from ontology.model import LANGUAGES

PIECES = 60_000
_FREQUENT_WORDS, _UPPER_WORDS, _KNOWN_WORDS = 150_000, 4_000, 80_000
_GERMAN_WEIGHT, _TITLE_WEIGHT, _UPPER_WEIGHT = 2.0, 0.6, 0.1
_LATIN = re.compile(r"^[▁\u0020-\u024f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u0300-\u036f]+$")
_LAST_EUROPEAN = 0x0700
_RARE = 15
_FEATURE_COUNT = 60
_SCRIPT_COUNT = 3
_NOT_LEARNED = re.compile(
    "Typo|Style|ExtPos|Emph|NumForm|PunctSide|PunctType|AdpType|AdvType|Strength|Variant|Abbr|Foreign"
)
_NAMES = ("PER", "LOC", "ORG", "MISC", "NORP")


def frequency_bins(folder: Path, lang: str) -> list[list[str]]:
    """Wordfreq's words of a language in bins of falling frequency, 1/100 of a decade each."""
    with gzip.open(folder / f"large_{lang}.msgpack.gz") as file:
        bins: list[list[str]] = msgpack.unpack(file, raw=False)[1:]
    return bins


def choose_pieces(source: Source, sets: Sets, frequencies: Path) -> list[int]:
    """Numbers of the pieces to keep: those of the training sentences, single characters, frequent ones."""
    vocabulary = Vocabulary(source.pieces, source.scores, source.norm)
    needed = set(range(4))
    for example in (example for examples in training(sets) for example in examples):
        needed.update(vocabulary.encode(example.words, example.spaced).ids)
    needed |= {number for number, piece in enumerate(source.pieces) if _is_character(piece)}
    weights = _piece_weights(vocabulary, frequencies)
    for number in sorted(weights, key=lambda piece: -weights[piece]):
        if len(needed) >= PIECES:
            break
        needed.add(number)
    return sorted(needed)


def _is_character(piece: str) -> bool:
    european = bool(_LATIN.match(piece)) or (piece != "" and ord(piece[-1]) < _LAST_EUROPEAN)
    return len(piece.lstrip("▁")) <= 1 and european


def _piece_weights(vocabulary: Vocabulary, frequencies: Path) -> dict[int, float]:
    """Pieces weighted by the frequencies of the words they are in, capitalised and in capitals too."""
    weights: dict[int, float] = defaultdict(float)
    for lang in LANGUAGES:
        number, weight = 0, _GERMAN_WEIGHT if lang == "de" else 1.0
        for rank, words in enumerate(frequency_bins(frequencies, lang)):
            for word in words:
                number += 1
                frequency = 10 ** (-rank / 100) * weight
                for form, share in _forms(word, number):
                    for piece in vocabulary.word(form, True):
                        weights[piece] += frequency * share
            if number > _FREQUENT_WORDS:
                break
    return weights


def _forms(word: str, number: int) -> Iterator[tuple[str, float]]:
    yield word, 1.0
    yield word[:1].upper() + word[1:], _TITLE_WEIGHT
    if number < _UPPER_WORDS:
        yield word.upper(), _UPPER_WEIGHT


def known_words(sets: Sets, frequencies: Path) -> dict[str, str]:
    """By language the lemmas of the training sentences and frequent words, lower case, one blank between."""
    known = {}
    for lang in LANGUAGES:
        words = {lemma.lower() for example in _trees(sets, lang) for lemma in _lemmas(example) if lemma}
        for found in frequency_bins(frequencies, lang):
            words.update(word for word in found if word.isalpha())
            if len(words) > _KNOWN_WORDS:
                break
        known[lang] = " ".join(sorted(word for word in words if " " not in word))
    return known


def collect_labels(sets: Sets) -> Labels:
    """Relations, tags, features, lemma scripts seen often enough to be learned, and the name labels."""
    deps: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    feats: Counter[tuple[str, str]] = Counter()
    pos: set[str] = set()
    for example in _trees(sets):
        if example.tree is None:
            continue
        deps.update(example.tree.deps)
        pos.update(example.tree.pos)
        feats.update(pair for values in example.tree.feats for pair in values.items())
        scripts.update(script for script in lemma_scripts(example) if script)
    return Labels(
        pos=tuple(sorted(pos)),
        rel=tuple(sorted(dep for dep, count in deps.items() if count >= _RARE or ":" not in dep)),
        feats=_features(feats),
        lemma=tuple(script for script, count in scripts.most_common() if count >= _SCRIPT_COUNT),
        ner=("O", *(f"{part}-{name}" for name in _NAMES for part in "BI")),
        treebank=dict(TREEBANKS),
    )


def _features(counts: Counter[tuple[str, str]]) -> tuple[tuple[str, int, tuple[str, ...]], ...]:
    often = {name for (name, _), count in counts.items() if count >= _FEATURE_COUNT}
    found: list[tuple[str, int, tuple[str, ...]]] = []
    for name in sorted(name for name in often if not _NOT_LEARNED.fullmatch(name)):
        start = found[-1][1] + len(found[-1][2]) if found else 0
        values = sorted(value for (key, value), count in counts.items() if key == name and count >= _RARE)
        found.append((name, start, ("_", *values)))
    return tuple(found)


def lemma_scripts(example: Example) -> list[str | None]:
    """The edit script of each word."""
    return [make_script(word, lemma) for word, lemma in zip(example.words, _lemmas(example), strict=True)]


def _lemmas(example: Example) -> Sequence[str]:
    return example.tree.lemmas if example.tree else ()


def _trees(sets: Sets, lang: str | None = None) -> Iterable[Example]:
    every = (example for examples in training(sets) for example in examples)
    return (example for example in every if example.tree and lang in (None, example.lang))
