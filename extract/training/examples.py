"""Training sentences as words, and as the numbers that the network is trained on."""

from dataclasses import dataclass
from typing import Literal

TREEBANKS = {
    name: number
    for number, name in enumerate(
        ("de", "en", "fr", "es", "de_pud", "en_pud", "fr_pud", "es_pud", "fr_sequoia"),
    )
}
"""Annotation conventions that the network tells apart; at run time a language stands for its first."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's syntax, one entry a word; ``heads`` count from 1, 0 is the root."""

    lemmas: list[str]
    pos: list[str]
    feats: list[dict[str, str]]
    heads: list[int]
    deps: list[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with its tree, its names, or both; a name label of None is unknown."""

    lang: str
    treebank: int
    words: list[str]
    spaced: list[bool]
    tree: Tree | None = None
    names: list[str | None] | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class NumberedTree:
    """A tree in numbers; ``feats`` has a row of value numbers for each word, -100 is unknown."""

    heads: list[int]
    deps: list[int]
    pos: list[int]
    feats: list[list[int]]
    lemmas: list[int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """An example as the network reads it: pieces, where words begin and end, labels."""

    treebank: int
    ids: list[int]
    first: list[int]
    last: list[int]
    tree: NumberedTree | None = None
    names: list[int] | None = None

    @property
    def kind(self) -> Literal["tree", "names"]:
        """Examples with trees and those with names alone are trained in batches of their own."""
        return "tree" if self.tree else "names"
