"""Read CoNLL-U files, plain or ``.xz``."""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from ontology.errors import DataError


@dataclass(frozen=True, slots=True)
class Row:
    """A syntactic word: the columns that are used. ``head`` counts from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    feats: dict[str, str]
    head: int
    deprel: str
    misc: str


@dataclass(slots=True)
class Sentence:
    """A sentence: comments, words, and contractions as (first word, last word, form)."""

    meta: dict[str, str] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    contractions: list[tuple[int, int, str]] = field(default_factory=list)


def open_text(path: Path) -> TextIO:
    """Open ``path``, or ``path.xz`` where only that exists.

    Raises:
        DataError: neither exists.
    """
    packed = path if path.suffix == ".xz" else path.with_name(path.name + ".xz")
    if path.exists() and path != packed:
        return path.open(encoding="utf-8")
    if packed.exists():
        return lzma.open(packed, "rt", encoding="utf-8")
    raise DataError(f"{path} (or .xz) is missing: README.md beside this module says where to get it")


def read(path: Path) -> Iterator[Sentence]:
    """The sentences of a file. Empty nodes (``8.1``) are left out."""
    sentence = Sentence()
    with open_text(path) as file:
        for line in (raw.rstrip("\n") for raw in file):
            if line:
                _add(sentence, line)
                continue
            if sentence.rows:
                yield sentence
            sentence = Sentence()
    if sentence.rows:
        yield sentence


def _add(sentence: Sentence, line: str) -> None:
    if line.startswith("#"):
        key, _, value = line[1:].partition("=")
        sentence.meta[key.strip()] = value.strip()
        return
    cells = line.split("\t")
    if "-" in cells[0]:
        first, last = map(int, cells[0].split("-"))
        sentence.contractions.append((first, last, cells[1]))
    elif "." not in cells[0]:
        row = Row(cells[1], cells[2], cells[3], parse_feats(cells[5]), int(cells[6]), cells[7], cells[9])
        sentence.rows.append(row)


def parse_feats(cell: str) -> dict[str, str]:
    """``Case=Nom|Number=Sing`` as a mapping."""
    return {} if cell == "_" else dict(pair.split("=", 1) for pair in cell.split("|"))


def char_spans(sentence: Sentence) -> list[tuple[int, int]] | None:
    """Where each word stands in the sentence's text; None where text and words disagree.

    The words of a contraction share its span, unless they concatenate to it.
    """
    text, at = sentence.meta.get("text", ""), 0
    spans: list[tuple[int, int]] = []
    starts = {first: (last, form) for first, last, form in sentence.contractions}
    while len(spans) < len(sentence.rows):
        number = len(spans) + 1
        last, form = starts.get(number, (number, sentence.rows[number - 1].form))
        begin = text.find(form, at)
        if begin < 0 or text[at:begin].strip():
            return None
        at = begin + len(form)
        spans.extend(_part_spans([row.form for row in sentence.rows[number - 1 : last]], form, begin))
    return spans


def _part_spans(parts: list[str], form: str, begin: int) -> list[tuple[int, int]]:
    if "".join(parts) != form:
        return [(begin, begin + len(form))] * len(parts)
    spans = []
    for part in parts:
        spans.append((begin, begin + len(part)))
        begin += len(part)
    return spans
