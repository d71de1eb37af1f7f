"""Sentences: where one ends, by the tokens alone and before the network reads them.

One mechanism for all languages; what differs (abbreviations, words that begin sentences, ordinals written
with a dot) is read from ``extract/lang/<language>/sentences.yaml``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from statistics import median

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from ontology.errors import DataError

LONGEST = 120
"""Words of a sentence; beyond that it is cut, as the network has seen no longer ones in training."""
_TERMINATOR = re.compile(r"[.!?…‽]+")
_CLOSING = frozenset(["''", *"\"'”“’‘»«›‹)]}"])
_OPENING = frozenset(["``", *"`\"'“„”‘‚’»«›‹([{¿¡–—-•*"])
_DOTTED = re.compile(r"(?:\w\.)+\w?\.?|\w\.")
_ORDINAL = re.compile(r"\d{1,3}\.|[IVXLC]+\.")
_LIST_ITEM = re.compile(r"\d{1,2}\.|[a-zA-Z]\.")
_CUTS = (frozenset(";"), frozenset("–—:"), frozenset(","))
_WRAPPED_LINES, _WRAPPED_WIDTH = 5, (45, 100)


class SentenceData(BaseModel):
    """A language's ``sentences.yaml``; words with their dots, upper and lower case told apart.

    Attributes:
        titles: abbreviations that stand before what they belong to, so that none ends a sentence.
        abbreviations: others; one ends a sentence only where a word of ``starters`` follows.
        before_numbers: words or abbreviations that are one only before a number ("No. 5").
        starters: words, in lower case, that are seldom capitalised inside a sentence.
        ordinal_dot: whether "3." can mean "third".
        examples: lists of sentences that joined by a space must come apart again.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    titles: frozenset[str]
    abbreviations: frozenset[str]
    before_numbers: frozenset[str]
    starters: frozenset[str]
    ordinal_dot: bool
    examples: tuple[tuple[str, ...], ...]


@lru_cache
def sentence_data(lang: str) -> SentenceData:
    """The sentence data of a language.

    Raises:
        DataError: the file is missing or breaks its schema.
    """
    path = files("extract") / "lang" / lang / "sentences.yaml"
    try:
        return SentenceData.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise DataError(f"extract/lang/{lang}/sentences.yaml: {error}") from error


@dataclass(frozen=True, slots=True)
class Word:
    """What the rules see of a token: its text, and whether white space follows it."""

    text: str
    spaced: bool


class SentenceSplitter:
    """Finds sentence ends among the tokens of a text."""

    def __init__(self, data: SentenceData) -> None:
        self._data = data

    def split(self, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
        """Token ranges ``(begin, end)``, end exclusive, that cover all tokens without gaps.

        White-space tokens belong to the sentence before them, at the begin of the text to the first.
        """
        wrapped, begin, content = _is_hard_wrapped(words), 0, 0
        at, size = 0, len(words)
        while at < size:
            text = words[at].text
            content += not text.isspace()
            end = self._end_after(words, at, begin, wrapped) if content else None
            at += 1
            if end is None:
                continue
            while end < size and words[end].text.isspace():
                end += 1
            if end < size:
                yield from _cut(words, begin, end)
                begin, content = end, 0
            at = end
        if begin < size:
            yield from _cut(words, begin, size)

    def _end_after(self, words: Sequence[Word], at: int, begin: int, wrapped: bool) -> int | None:
        """The end of the sentence if token ``at`` closes it: the index after its closing quotes."""
        text = words[at].text
        if "\n" in text and text.isspace():
            return at + 1 if _breaks(words, at, begin, wrapped) else None
        if not _TERMINATOR.search(text[-1:]):
            return None
        end = _after_closing(words, at + 1, begin)
        following = _next_word(words, end)
        if following is None or not _can_begin(words, end):
            return None
        if text == "." and not self._dot_ends(words, at, following):
            return None
        whole = _TERMINATOR.fullmatch(text) is not None
        return end if whole or self._abbreviation_ends(text, following, at == begin) else None

    def _dot_ends(self, words: Sequence[Word], at: int, following: str) -> bool:
        """Whether a dot token ends the sentence, and is no part of an abbreviation the tokeniser cut."""
        if at == 0 or words[at - 1].spaced or not words[at - 1].text[-1:].isalpha():
            return True
        address = words[at + 1].text == following and following[0].isalpha() and not following[1:].islower()
        if not words[at].spaced and address:
            return False  # "example.ORG"
        return self._abbreviation_ends(words[at - 1].text + ".", following, first=False, default=True)

    def _abbreviation_ends(self, text: str, following: str, first: bool, default: bool = False) -> bool:
        """Whether ``text``, a word with a dot, ends the sentence before the word ``following``."""
        data = self._data
        if text in data.before_numbers and following[0].isdigit():
            return False
        if text in data.titles or (first and _LIST_ITEM.fullmatch(text)):
            return False
        starts = following.lower() in data.starters and following[0].isupper()
        if text[0].isdigit():
            return starts or not (data.ordinal_dot and _ORDINAL.fullmatch(text))
        if text in data.abbreviations or _DOTTED.fullmatch(text) or _ORDINAL.fullmatch(text):
            return starts
        return default or starts


def _breaks(words: Sequence[Word], at: int, begin: int, wrapped: bool) -> bool:
    """Whether the line feed of token ``at`` ends a sentence: not where a line was only wrapped."""
    if words[at].text.count("\n") > 1:
        return True
    following = _next_word(words, at + 1)
    if wrapped or following is None:
        return False
    ended = at > begin and words[at - 1].text[-1:] in '.!?:…"“”»'
    return ended or not following[0].islower()


def _is_hard_wrapped(words: Sequence[Word]) -> bool:
    """Whether line feeds stand inside sentences: many lines of a like width that end anywhere."""
    lines, ended, width, last = list[int](), 0, 0, ""
    for word in words:
        if "\n" not in word.text:
            width, last = width + len(word.text) + word.spaced, word.text
            continue
        if word.text.count("\n") == 1:
            lines.append(width)
            ended += last[-1:] in '.!?:"“”»'
        width = 0
    if len(lines) < _WRAPPED_LINES or ended * 2 > len(lines):
        return False
    low, high = _WRAPPED_WIDTH
    return low <= median(lines) and max(lines) <= high


def _after_closing(words: Sequence[Word], at: int, begin: int) -> int:
    """The index after what closes behind a terminator of the sentence from ``begin``."""
    while at < len(words) and words[at].text in _CLOSING:
        attached = not words[at - 1].spaced
        if not attached and not _closes_apart(words, at, begin):
            break
        at += 1
    return at


def _closes_apart(words: Sequence[Word], at: int, begin: int) -> bool:
    """Whether a mark with white space on both sides closes: French style, or the second of a pair."""
    if not words[at].spaced or words[at].text not in '»›"':
        return False
    return words[at].text != '"' or sum(word.text == '"' for word in words[begin:at]) % 2 == 1


def _next_word(words: Sequence[Word], at: int) -> str | None:
    while at < len(words) and words[at].text.isspace():
        at += 1
    return words[at].text if at < len(words) else None


def _can_begin(words: Sequence[Word], at: int) -> bool:
    """Whether a sentence can begin at token ``at``: a capital, a number, or either behind an opening mark."""
    while at < len(words) and (words[at].text.isspace() or words[at].text in _OPENING):
        at += 1
    if at == len(words):
        return False
    first = words[at].text[0]
    return first.isdigit() or (first.isalpha() and not first.islower())


def _cut(words: Sequence[Word], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The range in pieces of at most :data:`LONGEST` tokens, cut behind a strong mark of the second half."""
    while end - begin > LONGEST:
        at = _cut_point(words, begin)
        yield begin, at
        begin = at
    yield begin, end


def _cut_point(words: Sequence[Word], begin: int) -> int:
    latest = begin + LONGEST
    for marks in _CUTS:
        for at in range(latest - 1, begin + LONGEST // 2, -1):
            if words[at].text in marks:
                return _skip_space(words, at + 1, latest)
    return latest


def _skip_space(words: Sequence[Word], at: int, limit: int) -> int:
    while at < limit and words[at].text.isspace():
        at += 1
    return at
