"""The network: one ONNX file for all languages, loaded once per process and folder."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from extract.language.pieces import PADDING, Encoded, Vocabulary
from ontology.errors import DataError

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("model.onnx", "vocab.json.gz", "words.json.gz", "labels.json")
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """Logits of a batch: sentence, word (0 is the root), then head, label, or both."""

    arc: Floats
    rel: Floats
    pos: Floats
    feat: Floats
    lemma: Floats
    ner: Floats


@dataclass(frozen=True, slots=True)
class Labels:
    """What the numbers of the network's outputs mean; ``feats`` are (name, first column, values)."""

    pos: tuple[str, ...]
    rel: tuple[str, ...]
    feats: tuple[tuple[str, int, tuple[str, ...]], ...]
    lemma: tuple[str, ...]
    ner: tuple[str, ...]
    treebank: dict[str, int]

    @classmethod
    def load(cls, path: Path) -> "Labels":
        """Read the JSON file that the training's preparation writes."""
        data = json.loads(path.read_text(encoding="utf-8"))
        feats = tuple((name, start, tuple(values)) for name, start, values in data["feats"])
        pos, rel, lemma, ner = (tuple(data[name]) for name in ("pos", "rel", "lemma", "ner"))
        return cls(pos, rel, feats, lemma, ner, data["treebank"])


class Network:
    """Session, vocabulary, labels and known words of one folder.

    Args:
        folder: where the four files of :data:`FILES` lie.
        threads: threads that one run may use.

    Raises:
        DataError: a file is missing.
    """

    def __init__(self, folder: Path = WEIGHTS, threads: int = 1) -> None:
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            raise DataError(f"{folder} lacks {', '.join(missing)}: reinstall regesta, or name another folder")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        path = str(folder / "model.onnx")
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self.vocabulary = Vocabulary.load(folder / "vocab.json.gz")
        self.labels = Labels.load(folder / "labels.json")
        with gzip.open(folder / "words.json.gz", "rt", encoding="utf-8") as file:
            self.known = {lang: frozenset(words.split()) for lang, words in json.load(file).items()}

    def run(self, batch: Sequence[Encoded], lang: str) -> Scores:
        """Score a batch of sentences. Its activations share one scale, so equal batches score alike."""
        ids = _padded([sentence.ids for sentence in batch], PADDING)
        inputs = {
            "ids": ids,
            "mask": ids != PADDING,
            "first": _padded([sentence.first for sentence in batch], 0),
            "last": _padded([sentence.last for sentence in batch], 0),
            "tb": np.full(len(batch), self.labels.treebank[lang], np.int64),
        }
        return Scores(*self._session.run(list(Scores.__slots__), inputs))


def _padded(rows: Sequence[Sequence[int]], fill: int) -> NDArray[np.int64]:
    table = np.full((len(rows), max(map(len, rows))), fill, np.int64)
    for at, row in enumerate(rows):
        table[at, : len(row)] = row
    return table


@lru_cache(maxsize=4)
def network(folder: Path, threads: int) -> Network:
    """The network of a folder, loaded once per process."""
    return Network(folder, threads)
