"""Figures: tags, features, lemmas, attachment (UAS, LAS), and F1 of names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

Span = tuple[int, int, str]


def name_spans(labels: Iterable[str]) -> set[Span]:
    """Names as (first word, behind the last word, type); an I without its B begins none."""
    found, begin, kind = set[Span](), None, ""
    for at, label in enumerate((*labels, "O")):
        if begin is not None and not (label[0] == "I" and label[2:] == kind):
            found.add((begin, at, kind))
            begin = None
        if label != "O" and begin is None:
            begin, kind = at, label[2:]
    return found


@dataclass
class NameScore:
    """Counts of names that both, only the system, and only the gold have, by type."""

    both: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[str], found: Sequence[str], kinds: frozenset[str] | None = None) -> None:
        """Count a sentence; of ``found`` only the types in ``kinds``."""
        right = name_spans(gold)
        own = {span for span in name_spans(found) if kinds is None or span[2] in kinds}
        self.both.update(kind for _, _, kind in right & own)
        self.wrong.update(kind for _, _, kind in own - right)
        self.missed.update(kind for _, _, kind in right - own)

    def figures(self) -> dict[str, float]:
        """F1 in per cent, over all types as ``f`` and by type."""
        kinds = sorted(self.both | self.wrong | self.missed)
        every = _f1(self.both.total(), self.wrong.total(), self.missed.total())
        return {"f": every} | {k: _f1(self.both[k], self.wrong[k], self.missed[k]) for k in kinds}


@dataclass
class TreeScore:
    """Counts over the words of trees."""

    words: int = 0
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: Sequence[object], found: Sequence[object]) -> None:
        """Count a word: (head, relation, tag, features, lemma) of both."""
        self.words += 1
        head, rel = gold[0] == found[0], gold[1] == found[1]
        universal = str(gold[1]).partition(":")[0] == str(found[1]).partition(":")[0]
        self.right["uas"] += head
        self.right["las"] += head and rel
        self.right["las_universal"] += head and universal
        for at, name in enumerate(("upos", "feats", "lemma"), 2):
            self.right[name] += gold[at] == found[at]

    def figures(self) -> dict[str, float]:
        """Shares in per cent."""
        return {name: round(100 * count / max(1, self.words), 2) for name, count in self.right.items()}


def _f1(both: int, wrong: int, missed: int) -> float:
    return round(200 * both / max(1, 2 * both + wrong + missed), 1)
