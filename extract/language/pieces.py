"""Words cut into the pieces that the network reads: a unigram vocabulary (SentencePiece's Viterbi search)."""

import gzip
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

BEGIN, PADDING, END, UNKNOWN = 0, 1, 2, 3
WORD_LIMIT = 20
"""Pieces kept of one word: longer ones are noise such as addresses, whose end tells nothing."""
SENTENCE_LIMIT = 510
"""Pieces of one sentence: the encoder has 512 positions, two of them for begin and end."""
_LONGEST_PIECE = 16


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as the network reads it: where each word's pieces begin and end, word 0 being the root."""

    ids: list[int]
    first: list[int]
    last: list[int]


class Vocabulary:
    """Pieces with their log probabilities, and a table of characters to normalise before the search."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float], norm: Mapping[str, str]) -> None:
        self._entries = {p: (s, i) for i, (p, s) in enumerate(zip(pieces, scores, strict=True)) if p}
        self._norm = str.maketrans(dict(norm))
        self._floor = min(scores) - 10.0
        self.word = lru_cache(maxsize=100_000)(self._word)

    @classmethod
    def load(cls, path: Path) -> "Vocabulary":
        """Read the gzipped JSON file that the training's export writes."""
        with gzip.open(path, "rt", encoding="utf-8") as file:
            data = json.load(file)
        return cls(data["pieces"], data["scores"], data["norm"])

    def _word(self, word: str, spaced: bool) -> tuple[int, ...]:
        """The best pieces of one word by summed score; ``spaced``: white space stands before it."""
        text = unicodedata.normalize("NFC", word).translate(self._norm).strip().replace(" ", "▁")
        text = "▁" + text if spaced else text
        size = len(text)
        best = [0.0] + [-1e30] * size
        back = [(0, UNKNOWN)] * (size + 1)
        for begin in range(size):
            base = best[begin]
            for end in range(begin + 1, min(size, begin + _LONGEST_PIECE) + 1):
                entry = self._entries.get(text[begin:end])
                if entry is not None and base + entry[0] > best[end]:
                    best[end], back[end] = base + entry[0], (begin, entry[1])
            if base + self._floor > best[begin + 1]:
                best[begin + 1], back[begin + 1] = base + self._floor, (begin, UNKNOWN)
        return _walk_back(back) or (UNKNOWN,)

    def encode(self, words: Sequence[str], spaced: Sequence[bool]) -> Encoded:
        """Pieces of a sentence. Beyond the encoder's limit the longest words lose their last pieces."""
        cap = WORD_LIMIT
        every = [self.word(w, s)[:cap] for w, s in zip(words, spaced, strict=True)]
        while cap > 1 and sum(map(len, every)) > SENTENCE_LIMIT:
            cap -= 1
            every = [pieces[:cap] for pieces in every]
        ids, first, last = [BEGIN], [0], [0]
        for pieces in every:
            first.append(len(ids))
            ids.extend(pieces)
            last.append(len(ids) - 1)
        ids.append(END)
        return Encoded(ids, first, last)


def _walk_back(back: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    found, at = [], len(back) - 1
    while at:
        at, piece = back[at]
        found.append(piece)
    return tuple(reversed(found))
