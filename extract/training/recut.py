"""Re-cut annotated sentences to the tokens of spaCy's blank pipelines, on which the model runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language

from extract.training.conllu import Row, Sentence, char_spans, open_text
from extract.training.examples import Example, Tree

_CARRIED = ("Case", "Gender", "Number")
_CLOSING = frozenset({",", ".", ";", ":", "!", "?", ")", "]", "%", "“", "’", "...", "»"})
_OPENING = frozenset({"(", "[", "„", "«"})
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Recut:
    """A re-cut sentence and, for each token, the MISC column of the word that stands for it."""

    example: Example
    misc: list[str]


@dataclass(slots=True)
class _Group:
    """Words that share spaCy tokens: their numbers, from 1, and the tokens' numbers."""

    words: list[int]
    tokens: set[int]


@cache
def _blank(lang: str) -> Language:
    return spacy.blank(lang)


def tokens(text: str, lang: str) -> list[Span]:
    """Character spans of spaCy's tokens, white space left out."""
    return [(token.idx, token.idx + len(token)) for token in _blank(lang)(text) if not token.is_space]


def recut(sentence: Sentence, lang: str, treebank: int) -> Recut | None:
    """The sentence over spaCy's tokens; None where its text disagrees or merging breaks its tree (rare).

    Words in one token are merged onto their head; a word that spaCy splits stays whole.
    """
    spans = char_spans(sentence)
    if spans is None:
        return None
    text, rows = sentence.meta.get("text", ""), sentence.rows
    groups = _groups(spans, tokens(text, lang))
    owner = {word: number for number, group in enumerate(groups) for word in group.words}
    tops = [rows[_top(group, number, rows, owner) - 1] for number, group in enumerate(groups)]
    heads = [0 if top.head == 0 else owner[top.head] + 1 for top in tops]
    if not _is_tree(heads):
        return None
    places = [_extent(group, spans) for group in groups]
    cells = zip(groups, tops, places, strict=True)
    merged = [_merge(group, top, rows, text[a:b]) for group, top, (a, b) in cells]
    tree = Tree(
        [lemma for lemma, _ in merged],
        [top.upos for top in tops],
        [feats for _, feats in merged],
        heads,
        [top.deprel for top in tops],
    )
    words, spaced = [text[a:b] for a, b in places], [a == 0 or text[a - 1].isspace() for a, _ in places]
    return Recut(Example(lang, treebank, words, spaced, tree, text=text), [top.misc for top in tops])


def _groups(spans: Sequence[Span], cuts: Sequence[Span]) -> list[_Group]:
    groups: list[_Group] = []
    for number, (begin, end) in enumerate(spans, 1):
        hit = {at for at, (a, b) in enumerate(cuts) if a < end and b > begin}
        if groups and groups[-1].tokens & hit:
            groups[-1].words.append(number)
            groups[-1].tokens |= hit
        else:
            groups.append(_Group([number], hit))
    return groups


def _top(group: _Group, number: int, rows: Sequence[Row], owner: dict[int, int]) -> int:
    """The word whose head lies outside the group; of several the first that is no punctuation."""
    tops = [word for word in group.words if owner.get(rows[word - 1].head, -1) != number]
    spoken = (word for word in tops if rows[word - 1].upos != "PUNCT")
    return next(spoken, tops[0] if tops else group.words[0])


def _extent(group: _Group, spans: Sequence[Span]) -> Span:
    own = [spans[word - 1] for word in group.words]
    return min(begin for begin, _ in own), max(end for _, end in own)


def _merge(group: _Group, top: Row, rows: Sequence[Row], text: str) -> tuple[str, dict[str, str]]:
    """Lemma and features of a group: the head's, with case, gender and number of the other words added."""
    lemma, feats, parts = top.lemma, dict(top.feats), [rows[word - 1] for word in group.words]
    if len(parts) == 1:
        return lemma, feats
    for part in parts:
        for name, value in part.feats.items():
            if name in _CARRIED:
                feats.setdefault(name, value)
    if "".join(part.form for part in parts) == text:
        last = parts[-1]
        lemma = text if last.upos == "PUNCT" else "".join(part.form for part in parts[:-1]) + last.lemma
    return lemma, feats


def _is_tree(heads: Sequence[int]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        at, steps = start, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def read_bio(path: Path, columns: tuple[int, int] = (0, 1)) -> Iterator[tuple[list[str], list[str]]]:
    """Words and BIO labels of the sentences of a tab-separated file."""
    words: list[str] = []
    labels: list[str] = []
    with open_text(path) as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                continue
            if len(cells) > max(columns) and cells[columns[0]].strip():
                words.append(cells[columns[0]])
                labels.append(cells[columns[1]])
            elif words:
                yield words, labels
                words, labels = [], []
    if words:
        yield words, labels


def plausible_text(words: Iterable[str]) -> tuple[str, list[Span]]:
    """A text that could have been tokenised into ``words``, and where they stand in it."""
    text, spans, quoted, glued = "", list[Span](), False, True
    for word in words:
        if not (glued or word in _CLOSING or (word == '"' and quoted)):
            text += " "
        spans.append((len(text), len(text) + len(word)))
        text += word
        glued = word in _OPENING or (word == '"' and not quoted)
        quoted ^= word == '"'
    return text, spans


def recut_names(words: Sequence[str], labels: Sequence[str], lang: str, treebank: int) -> Example:
    """A sentence with names alone over spaCy's tokens; of several words in a token the first name counts."""
    text, spans = plausible_text(words)
    example = Example(lang, treebank, [], [], names=[])
    before: int | None = None
    for begin, end in tokens(text, lang):
        inner = [at for at, (a, b) in enumerate(spans) if a < end and b > begin]
        named = next((labels[at] for at in inner if labels[at] != "O"), "O")
        owner = inner[0] if inner else None
        label = "I" + named[1:] if named[0] == "B" and owner == before else named
        example.words.append(text[begin:end])
        example.spaced.append(begin == 0 or text[begin - 1].isspace())
        if example.names is not None:
            example.names.append(label)
        before = owner
    return example
