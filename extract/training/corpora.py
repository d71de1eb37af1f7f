"""Which sentences the model is trained, developed and tested on."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from extract.training.conllu import Sentence, read
from extract.training.examples import TREEBANKS, Example
from extract.training.gum import weak_names
from extract.training.recut import Recut, read_bio, recut, recut_names

Sets = dict[str, list[Example]]
HELD_OUT = ("dev_", "test_")
"""Prefixes of the sets that are never trained on."""
_GUM_LONGEST, _GUM_MASKED = 60, 0.1
_NAME_TEST = 1500
_UNER = frozenset({"PER", "LOC", "ORG"})
_MOBIE = {
    "PERSON": "PER",
    "ORGANIZATION": "ORG",
    "ORGANIZATION_COMPANY": "ORG",
    "LOCATION": "LOC",
    "LOCATION_CITY": "LOC",
}


@dataclass(frozen=True, slots=True)
class Sources:
    """Where the corpora lie.

    Attributes:
        treebanks: folder with ``<treebank>.conllu`` (or ``.conllu.xz``).
        names: folder with the BIO files of GermEval 2014, UNER German PUD and, if wanted, MobIE.
        left_out: ids of PUD sentences that are kept for evaluation elsewhere.
    """

    treebanks: Path
    names: Path
    left_out: frozenset[str] = frozenset()


class Corpora:
    """Loads and splits the corpora; equal seeds give equal splits."""

    def __init__(self, sources: Sources, rng: random.Random) -> None:
        self._sources, self._rng = sources, rng

    def load(self) -> Sets:
        """The sets by name: language codes for training, ``dev_…`` and ``test_…`` held out."""
        sets: Sets = {}
        self._german(sets)
        self._english(sets)
        self._french(sets)
        self._spanish(sets)
        self._names(sets)
        return sets

    def _german(self, sets: Sets) -> None:
        dev, test = self._trees("de_gsd-ud-dev", "de"), self._trees("de_gsd-ud-test", "de")
        sets["de"], sets["dev_de"] = self._split(dev, 120)
        sets["de_more"], sets["test_de"] = self._split(test, 300)
        sets["de"] += self._trees("de_pud-ud-test", "de", "de_pud")

    def _english(self, sets: Sets) -> None:
        sets["en"], sets["dev_en"] = self._split(self._trees("en_ewt-ud-dev", "en"), 80)
        more, sets["test_en"] = self._split(self._trees("en_ewt-ud-test", "en"), 300)
        sets["en_gum"] = self._gum("en_gum-free")
        sets["en"] += more + self._trees("en_pud-ud-test", "en", "en_pud")

    def _french(self, sets: Sets) -> None:
        sets["fr"], sets["dev_fr"] = self._split(self._trees("fr_gsd-ud-dev", "fr"), 80)
        more, test = self._split(self._trees("fr_gsd-ud-test", "fr"), 200)
        other, sequoia = self._split(self._trees("fr_sequoia-ud-test", "fr", "fr_sequoia"), 100)
        sets["test_fr"] = test + sequoia
        for part in ("dev", "train"):
            other += self._trees(f"fr_sequoia-ud-{part}", "fr", "fr_sequoia")
        sets["fr"] += more + other + self._trees("fr_pud-ud-test", "fr", "fr_pud")

    def _spanish(self, sets: Sets) -> None:
        sets["es"], sets["dev_es"] = self._split(self._trees("es_gsd-ud-dev", "es"), 80)
        more, sets["test_es"] = self._split(self._trees("es_gsd-ud-test", "es"), 250)
        sets["es"] += more + self._trees("es_pud-ud-test", "es", "es_pud")

    def _names(self, sets: Sets) -> None:
        folder = self._sources.names
        dev, test = name_set(folder / "germeval14_dev.bio"), name_set(folder / "germeval14_test.bio")
        sets["ner"], sets["dev_ner"] = self._split(dev, 200)
        sets["ner"] += test[:-_NAME_TEST]
        sets["test_ner"] = test[-_NAME_TEST:]
        uner = folder / "uner_de_pud-test.iob2"
        sets["test_nerpud"] = name_set(uner, (1, 2), _uner_label) if uner.exists() else []
        sets["mobie"] = []
        for part in ("train", "dev"):
            path = folder / "mobie" / f"{part}.conll2003"
            sets["mobie"] += name_set(path, (0, 3), _mobie_label) if path.exists() else []

    def _split(self, examples: list[Example], count: int) -> tuple[list[Example], list[Example]]:
        """``count`` examples drawn at random, behind the others; both in the corpus's order."""
        drawn = set(self._rng.sample(range(len(examples)), count))
        rest = [example for at, example in enumerate(examples) if at not in drawn]
        return rest, [example for at, example in enumerate(examples) if at in drawn]

    def _trees(self, name: str, lang: str, treebank: str | None = None) -> list[Example]:
        return [found.example for found in self._recut(name, lang, treebank or lang, lambda _: True)]

    def _gum(self, name: str) -> list[Example]:
        """GUM without masked and very long sentences, with weak name labels."""
        found = self._recut(name, "en", "en", _is_usable)
        return [replace(sentence.example, names=weak_names(sentence)) for sentence in found]

    def _recut(self, name: str, lang: str, treebank: str, wanted: Callable[[Sentence], bool]) -> list[Recut]:
        sentences = read(self._sources.treebanks / f"{name}.conllu")
        kept = (s for s in sentences if s.meta.get("sent_id") not in self._sources.left_out and wanted(s))
        cut = (recut(sentence, lang, TREEBANKS[treebank]) for sentence in kept)
        return [sentence for sentence in cut if sentence is not None]


def _is_usable(sentence: Sentence) -> bool:
    masked = sum(set(row.form) == {"_"} for row in sentence.rows)
    return masked <= _GUM_MASKED * len(sentence.rows) and len(sentence.rows) <= _GUM_LONGEST


def name_set(
    path: Path, columns: tuple[int, int] = (0, 1), label: Callable[[str], str] = str
) -> list[Example]:
    """The German sentences of a BIO file, ``label`` applied to every label."""
    found = read_bio(path, columns)
    return [recut_names(words, [label(name) for name in names], "de", 0) for words, names in found]


def _uner_label(name: str) -> str:
    return name if name[2:] in _UNER else "O"


def _mobie_label(name: str) -> str:
    kind = _MOBIE.get(name[2:].upper().replace("-", "_"))
    return name[:2] + kind if kind else "O"


def training(sets: Sets) -> Iterable[list[Example]]:
    """The sets that are trained on."""
    return (examples for name, examples in sets.items() if not name.startswith(HELD_OUT))
