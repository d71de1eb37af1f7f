"""Batches of numbered sentences, padded to arrays; free of torch."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from extract.language.pieces import END, PADDING, UNKNOWN
from extract.training.examples import Numbered, NumberedTree
from extract.training.prepare import UNKNOWN as NO_LABEL

Ints = NDArray[np.int64]
_LENGTH_NOISE = 4.0
_MAIN = np.array([0, 1, 2, 3, 0, 1, 2, 3, 2])
"""The convention of each treebank's own language."""
_TO_MAIN, _TO_ANY = 0.08, 0.3
"""Shares of sentences that get their language's main convention; of those with names alone, any."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network reads of a batch."""

    ids: Ints
    mask: NDArray[np.bool_]
    first: Ints
    last: Ints
    treebank: Ints


def batches(
    examples: Sequence[Numbered], pieces: int, rng: random.Random | None = None
) -> Iterator[list[Numbered]]:
    """Batches of like length with at most ``pieces`` pieces, padding included; ``rng`` blurs the order."""

    def size(example: Numbered) -> float:
        return len(example.ids) + (rng.random() * _LENGTH_NOISE if rng else 0.0)

    batch: list[Numbered] = []
    widest = 0
    for example in sorted(examples, key=size):
        widest = max(widest, len(example.ids))
        if batch and widest * (len(batch) + 1) > pieces:
            yield batch
            batch, widest = [], len(example.ids)
        batch.append(example)
    if batch:
        yield batch


def inputs(batch: Sequence[Numbered]) -> Inputs:
    """The padded arrays of a batch."""
    words = max(len(example.first) for example in batch)
    ids = padded([example.ids for example in batch], max(len(example.ids) for example in batch), PADDING)
    first = padded([example.first for example in batch], words, 0)
    last = padded([example.last for example in batch], words, 0)
    return Inputs(ids, ids != PADDING, first, last, np.array([example.treebank for example in batch]))


def disturbed(given: Inputs, names_only: bool, drop: float, rng: np.random.Generator) -> Inputs:
    """``given`` with a share of pieces made unknown, and some sentences under another convention."""
    ids = given.ids.copy()
    ids[(rng.random(ids.shape) < drop) & (ids > UNKNOWN)] = UNKNOWN
    count = len(given.treebank)
    treebank = np.where(rng.random(count) < _TO_MAIN, _MAIN[given.treebank], given.treebank)
    if names_only:
        treebank = np.where(rng.random(count) < _TO_ANY, rng.integers(0, 4, count), treebank)
    return replace(given, ids=ids, treebank=treebank)


def padded(rows: Sequence[Sequence[int]], width: int, fill: int) -> Ints:
    """The rows as one array."""
    table = np.full((len(rows), width), fill, np.int64)
    for at, row in enumerate(rows):
        table[at, : len(row)] = row
    return table


def name_labels(batch: Sequence[Numbered], words: int) -> Ints:
    """Name labels; sentences without any count as unknown."""
    return padded([example.names or [] for example in batch], words, NO_LABEL)


def tree_labels(batch: Sequence[Numbered], words: int, feats: int) -> dict[str, Ints]:
    """Labels of a batch of trees: ``arc``, ``rel``, ``pos``, ``lemma``, and ``feat`` with a last axis."""
    trees = [example.tree for example in batch if example.tree is not None]
    table = np.full((len(trees), words, feats), NO_LABEL, np.int64)
    for at, tree in enumerate(trees):
        table[at, : len(tree.feats)] = tree.feats
    return {
        "arc": padded([tree.heads for tree in trees], words, NO_LABEL),
        "rel": padded([tree.deps for tree in trees], words, NO_LABEL),
        "pos": padded([tree.pos for tree in trees], words, NO_LABEL),
        "lemma": padded([tree.lemmas for tree in trees], words, NO_LABEL),
        "feat": table,
    }


def without_final_mark(example: Numbered, punct: int) -> Numbered:
    """The sentence without its final punctuation mark, where nothing hangs on that."""
    tree = example.tree
    if tree is None or len(tree.pos) < 3 or tree.pos[-1] != punct or len(tree.pos) in tree.heads:
        return example
    shorter = NumberedTree(tree.heads[:-1], tree.deps[:-1], tree.pos[:-1], tree.feats[:-1], tree.lemmas[:-1])
    return Numbered(
        example.treebank,
        [*example.ids[: example.first[-1]], END],
        example.first[:-1],
        example.last[:-1],
        shorter,
        example.names[:-1] if example.names else None,
    )
