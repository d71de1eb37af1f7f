"""Scores of a batch → words with tag, features, head, relation, lemma and name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.language.lemmas import Dictionary, apply_script, choose, second_opinion
from extract.language.names import NameDecoder, join_touching
from extract.language.network import Labels, Scores
from extract.language.trees import best_heads, greedy_heads

_LEMMAS_RANKED = 8
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence, one entry a word. ``heads`` count from 1, 0 is the root; ``names`` are BIO labels."""

    pos: list[str]
    feats: list[str]
    heads: list[int]
    deps: list[str]
    lemmas: list[str]
    names: list[str]


class Decoder:
    """Reads the network's scores. Argmaxes run over the whole batch; searches only where they are needed."""

    def __init__(self, labels: Labels, known: frozenset[str], dictionary: Dictionary) -> None:
        self._labels, self._known, self._dictionary = labels, known, dictionary
        self._names = NameDecoder(labels.ner)
        self._root = labels.rel.index("root")
        self._feats_of: dict[bytes, str] = {}

    def __call__(self, batch: Sequence[Sequence[str]], scores: Scores) -> Iterator[Analysis]:
        """One analysis per sentence of the batch, in its order; ``batch`` holds the words."""
        sizes = np.array([len(words) + 1 for words in batch])
        heads = _heads(scores.arc, sizes)
        deps = self._relations(scores.rel, heads)
        pos, names, feats = scores.pos.argmax(2), scores.ner.argmax(2).tolist(), self._features(scores.feat)
        first = scores.lemma.argmax(2).tolist()
        for at, words in enumerate(batch):
            here = slice(1, len(words) + 1)
            tags = [self._labels.pos[tag] for tag in pos[at, here].tolist()]
            relations = [self._labels.rel[rel] for rel in deps[at, here].tolist()]
            parents = heads[at, here].tolist()
            bio = [self._labels.ner[k] for k in self._names.best(scores.ner[at, here], names[at][here])]
            join_touching(bio, parents, relations)
            rows = zip(words, tags, first[at][here], scores.lemma[at, here], strict=True)
            lemmas = [self._lemma(*row) for row in rows]
            yield Analysis(
                tags, [self._feature_string(row) for row in feats[at, here]], parents, relations, lemmas, bio
            )

    def _relations(self, rel: NDArray[np.float32], heads: Ints) -> Ints:
        chosen = np.take_along_axis(rel, heads[:, :, None, None], 2)[:, :, 0, :].copy()
        chosen[:, :, self._root] = np.where(heads == 0, np.inf, -np.inf)
        best: Ints = chosen.argmax(2)
        return best

    def _features(self, feat: NDArray[np.float32]) -> NDArray[np.uint8]:
        parts = [feat[:, :, start : start + len(values)].argmax(2) for _, start, values in self._labels.feats]
        return np.stack(parts, 2).astype(np.uint8)

    def _feature_string(self, row: NDArray[np.uint8]) -> str:
        key = row.tobytes()
        if key not in self._feats_of:
            found = (
                (name, values[k]) for (name, _, values), k in zip(self._labels.feats, key, strict=True) if k
            )
            self._feats_of[key] = "|".join(f"{name}={value}" for name, value in found)
        return self._feats_of[key]

    def _lemma(self, word: str, tag: str, first: int, scores: NDArray[np.float32]) -> str:
        lemma = apply_script(word, self._labels.lemma[first])
        if lemma is None or lemma.lower() not in self._known:
            lemma = choose(word, self._ranked(scores), self._known)
        return second_opinion(word, lemma, tag, self._known, self._dictionary)

    def _ranked(self, scores: NDArray[np.float32]) -> list[tuple[float, str]]:
        """The best lemma scripts of one word with their logits, best first."""
        top = np.argpartition(-scores, _LEMMAS_RANKED)[:_LEMMAS_RANKED]
        order = top[np.lexsort((top, -scores[top]))].tolist()
        return [(float(scores[k]), self._labels.lemma[k]) for k in order]


def _heads(arcs: NDArray[np.float32], sizes: Ints) -> Ints:
    heads, is_tree = greedy_heads(arcs, sizes)
    for at in np.flatnonzero(~is_tree):
        size = int(sizes[at])
        heads[at, 1:size] = best_heads(arcs[at, :size, :size])[1:]
    return heads
