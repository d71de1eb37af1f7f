"""Names from the network's BIO scores: the best valid sequence, and touching parts of one name joined."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_JOINING = frozenset({"flat", "compound", "amod"})


class NameDecoder:
    """Viterbi search over the BIO labels ``O``, ``B-…``, ``I-…``: an I only follows its own B or I."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        inner = [label.startswith("I") for label in labels]
        valid = [
            [not i or (a != "O" and a[2:] == b[2:]) for i, b in zip(inner, labels, strict=True)]
            for a in labels
        ]
        self._penalty = np.where(np.array(valid), 0.0, -1e9)
        self._first = np.where(np.array(inner), -1e9, 0.0)

    def best(self, scores: NDArray[np.float32], greedy: Sequence[int]) -> Sequence[int]:
        """Label numbers of one sentence; ``greedy`` is each word's own best label, kept where it is valid."""
        before = 0
        for at, label in enumerate(greedy):
            if (self._first[label] if at == 0 else self._penalty[before, label]) < 0:
                return self._search(scores)
            before = label
        return greedy

    def _search(self, scores: NDArray[np.float32]) -> list[int]:
        value, back = scores[0] + self._first, []
        for row in scores[1:]:
            steps = value[:, None] + self._penalty
            back.append(steps.argmax(0))
            value = steps.max(0) + row
        found = [int(value.argmax())]
        for pointers in reversed(back):
            found.append(int(pointers[found[-1]]))
        return found[::-1]


def join_touching(names: list[str], heads: Sequence[int], deps: Sequence[str]) -> None:
    """Make one name of two that touch, are of one type and linked as parts ("North/B Korea/B"); in place.

    ``heads`` count words from 1, 0 being the root. Adjectival names stay apart from what they modify.
    """
    for right in range(1, len(names)):
        left, name = right - 1, names[right]
        if name[0] != "B" or names[left] not in (name, "I" + name[1:]):
            continue
        link = deps[right] if heads[right] == left + 1 else deps[left] if heads[left] == right + 1 else ""
        base = link.partition(":")[0]
        if base in _JOINING and not (base == "amod" and name == "B-NORP"):
            names[right] = "I" + name[1:]
