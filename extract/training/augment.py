"""More training sentences out of those at hand: other letter cases, and captions without a verb."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from extract.training.corpora import Sets
from extract.training.examples import Example, Tree

_SETS = ("de", "de_more", "en", "en_gum", "fr", "es")
_CAPTIONS_GERMAN, _CAPTIONS = 0.6, 0.25
_UPPER, _LOWER, _TITLE, _UPPER_NAMES = 0.05, 0.08, 0.12, 0.04
"""Shares: the first three are upper bounds of one random number."""
_SHORTEST, _LONGEST = 4, 25


def augment(sets: Sets, rng: random.Random) -> None:
    """Add a set ``aug_…`` to each set with trees, and upper-case sentences to the names."""
    for name in _SETS:
        share = _CAPTIONS_GERMAN if name.startswith("de") else _CAPTIONS
        more = [cut for example in sets[name] for cut in captions(example) if rng.random() < share]
        for example in sets[name]:
            drawn = rng.random()
            if drawn < _TITLE:
                how = "upper" if drawn < _UPPER else "lower" if drawn < _LOWER else "title"
                more.append(recase(example, how))
        sets[f"aug_{name}"] = more
    sets["ner"] += [recase(example, "upper") for example in sets["ner"] if rng.random() < _UPPER_NAMES]


def recase(example: Example, how: str) -> Example:
    """The sentence in ``upper``, ``lower`` or ``title`` case; the labels stay."""
    if how == "title":
        return replace(example, words=[word[:1].upper() + word[1:] for word in example.words])
    change = str.upper if how == "upper" else str.lower
    return replace(example, words=[change(word) for word in example.words])


def captions(example: Example) -> Iterator[Example]:
    """The subject phrases that stand together, as sentences of their own."""
    tree = example.tree
    if tree is None:
        return
    children: dict[int, list[int]] = defaultdict(list)
    for word, head in enumerate(tree.heads, 1):
        children[head].append(word)
    for word, (pos, dep) in enumerate(zip(tree.pos, tree.deps, strict=True), 1):
        if pos not in ("NOUN", "PROPN") or dep not in ("nsubj", "nsubj:pass"):
            continue
        phrase = _below(word, children)
        first, last = min(phrase), max(phrase)
        whole = last - first + 1 == len(phrase)
        if _SHORTEST <= len(phrase) <= _LONGEST and whole and tree.pos[first - 1] != "PUNCT":
            yield _cut(example, tree, first, last, word)


def _below(top: int, children: dict[int, list[int]]) -> list[int]:
    found, waiting = [], [top]
    while waiting:
        word = waiting.pop()
        found.append(word)
        waiting += children[word]
    return found


def _cut(example: Example, tree: Tree, first: int, last: int, top: int) -> Example:
    """Words ``first`` to ``last``, counted from 1, with ``top`` as the root."""
    part = slice(first - 1, last)
    heads = [0 if word == top else tree.heads[word - 1] - first + 1 for word in range(first, last + 1)]
    deps = ["root" if word == top else tree.deps[word - 1] for word in range(first, last + 1)]
    words = example.words[part]
    return replace(
        example,
        words=[words[0][:1].upper() + words[0][1:], *words[1:]],
        spaced=[True, *example.spaced[part][1:]],
        tree=Tree(tree.lemmas[part], tree.pos[part], tree.feats[part], heads, deps),
        names=None if example.names is None else example.names[part],
    )
