"""Text to words, numbers and signs, each with what the language's word lists say of it.

The tagger has its own finer tokens: it must see the parts of "9.30/12.30", "35-Stunden-Woche" or
"Dienstagabend", which linguistic tokenisers keep or split as they like.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

Value = int | float | str
Lexeme = tuple[str, Value, int]  # class, value, index of the token behind it

_TOKEN = re.compile(r"\n[ \t\r\f\v]*\n\s*|\d+|[IVX]+(?=(?:e|è|ème|ième)\b)|[^\W\d_]+|[^\w\s]|_")
_APOSTROPHES = frozenset("’‘`´ʼ")
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|X{0,3})(?:IX|IV|V?I{0,3})")
BREAK = "\n"  # the form of a token that stands for a blank line: nothing matches across it


class Token(NamedTuple):
    """A piece of text: its form, lower-case form, offsets, and whether white space precedes it."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool


class Entry(NamedTuple):
    """A listed form: the tokens behind its first one, its class and value, whether case matters."""

    rest: tuple[str, ...]
    cls: str
    value: Value
    exact: str | None


Lexicon = Mapping[str, tuple[Entry, ...]]
Compounds = Mapping[str, frozenset[str]]  # class of the first part -> classes of the second


def _folded(form: str) -> str:
    """Lower case, with one sign for all apostrophes."""
    return "'" if form in _APOSTROPHES else form.lower()


def split(text: str) -> list[Token]:
    """The tokens of ``text`` in order. White space is dropped, a blank line becomes one BREAK token."""
    tokens = []
    last = -1
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        form = found.group()
        if form[0] == "\n":
            form = BREAK
        tokens.append(Token(form, _folded(form), start, end, start == last))
        last = end
    return tokens


class Tape:
    """A tokenised text with the readings of its words; the patterns run over it."""

    __slots__ = ("lexemes", "lower", "size", "tokens")

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lower = [token.lower for token in tokens]
        self.size = len(tokens)
        self.lexemes: list[dict[str, list[tuple[Value, int]]]] = [
            self._read(i, lexicon) for i in range(self.size)
        ]

    def _read(self, i: int, lexicon: Lexicon) -> dict[str, list[tuple[Value, int]]]:
        """Class → (value, next index) pairs of the readings that begin at token ``i``, longest first."""
        found: dict[str, list[tuple[Value, int]]] = {}
        token = self.tokens[i]
        for entry in lexicon.get(token.lower, ()):
            end = i + 1 + len(entry.rest)
            if entry.rest and tuple(self.lower[i + 1 : end]) != entry.rest:
                continue
            if entry.exact is not None and not self._same_case(i, end, entry.exact):
                continue
            found.setdefault(entry.cls, []).append((entry.value, end))
        if token.text[0] in "IVX" and (roman := _ROMAN.match(token.text)) and roman.end() == len(token.text):
            found["roman"] = [(_roman_value(token.text), i + 1)]
        if token.lower[0].isdecimal():
            _read_digits(token.lower, i + 1, found)
            if decimal := self._decimal(i):
                found.setdefault("num", []).insert(0, decimal)
            if "year" in found and not self._inside_number(i):
                year = found["year"]
                found["roundyear" if int(year[0][0]) % 100 == 0 else "plainyear"] = year
        return found

    def _inside_number(self, i: int) -> bool:
        """Whether figures stand in a longer number or code: 1.998,50; 555-1212; 74a8-1687."""
        return self._joined(i, -1) or self._joined(i, 1)

    def _joined(self, i: int, step: int) -> bool:
        """Whether a sign without spaces, or nothing at all, joins figures at ``i`` to others beside them."""
        tokens = self.tokens
        sign, beyond = i + step, i + 2 * step
        if not 0 <= sign < self.size or not tokens[max(i, sign)].glued:
            return False
        if tokens[sign].lower.isalpha() and len(tokens[sign].lower) < 3 and step < 0:
            return True
        if not 0 <= beyond < self.size or not tokens[max(sign, beyond)].glued:
            return False
        if tokens[sign].lower not in ".,-" or not tokens[beyond].lower.isdecimal():
            return False
        return tokens[sign].lower != "-" or len(tokens[beyond].lower) != 4

    def _decimal(self, i: int) -> tuple[float | int, int] | None:
        """The number that figures, a full stop or comma and more figures make, and the index behind it.

        One or two figures behind the sign are decimals (3.5, 2,25); three make thousands (1,000; 20.000).
        """
        if i + 2 >= self.size or self.lower[i + 1] not in (".", ",") or not self.lower[i + 2].isdecimal():
            return None
        if not (self.tokens[i + 1].glued and self.tokens[i + 2].glued) or len(self.lower[i]) > 6:
            return None
        whole, part = self.lower[i], self.lower[i + 2]
        if len(part) <= 2:
            return float(f"{int(whole)}.{part}"), i + 3
        return (int(whole + part), i + 3) if len(part) == 3 and len(whole) <= 3 else None

    def _same_case(self, i: int, end: int, exact: str) -> bool:
        return "".join(token.text for token in self.tokens[i:end]) == exact


def _roman_value(form: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in form]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _read_digits(form: str, end: int, found: dict[str, list[tuple[Value, int]]]) -> None:
    """Add the readings of a number in digits: ``int`` always, day, hour, year and so on where they fit."""
    if len(form) > 9:
        return
    number = int(form)
    for name, size, low, high in _FIGURES:
        if low <= number <= high and len(form) in size:
            found.setdefault(name, []).append((number, end))
    if len(form) == 4 and number // 100 <= 24 and number % 100 < 60:
        found["military"] = [(number, end)]


_ANY = range(1, 10)
_FIGURES = (  # class, numbers of digits, least and greatest number
    ("int", _ANY, 0, 10**9),
    ("num", _ANY, 0, 10**9),
    ("day", (1, 2), 1, 31),
    ("dayfig", (1, 2), 1, 31),  # in figures only: "Monday, three" is no date
    ("monthno", (1, 2), 1, 12),
    ("hour", (1, 2), 0, 24),
    ("hour12", (1, 2), 1, 12),
    ("weekno", (1, 2), 1, 53),
    ("minute", (2,), 0, 59),
    ("year2", (2,), 0, 99),
    ("year3", (3,), 100, 999),
    ("year", (4,), 1000, 2100),
    ("compact", (8,), 10**7, 10**8),
)


def split_compounds(tokens: list[Token], lexicon: Lexicon, compounds: Compounds) -> list[Token]:
    """Cut words such as "Dienstagabend" into two glued tokens where both parts are listed for it."""
    if not compounds:
        return tokens
    out: list[Token] = []
    for token in tokens:
        cut = _compound_cut(token.lower, lexicon, compounds) if len(token.lower) > 6 else 0
        if cut:
            middle = token.start + cut
            out.append(Token(token.text[:cut], token.lower[:cut], token.start, middle, token.glued))
            out.append(Token(token.text[cut:], token.lower[cut:], middle, token.end, True))
        else:
            out.append(token)
    return out


def _compound_cut(form: str, lexicon: Lexicon, compounds: Compounds) -> int:
    if form in lexicon:
        return 0
    for cut in range(3, len(form) - 2):
        heads = lexicon.get(form[:cut])
        if heads is None:
            continue
        tails = {entry.cls for entry in lexicon.get(form[cut:], ()) if not entry.rest}
        if any(not head.rest and not tails.isdisjoint(compounds.get(head.cls, ())) for head in heads):
            return cut
    return 0
