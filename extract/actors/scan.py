"""Where the names of the gazetteer and the nouns of the lexicon stand in a text.

Both are matched on folded words ("pieces"), which are finer than spaCy's tokens: "US-Präsident" is one
token and two pieces. The longest match wins; matches never overlap.
"""

import re
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from extract.actors.lexicon import ActorLexicon, Noun
from ontology.folding import Piece, fold, pieces
from ontology.gazetteer import Found, Gazetteer, NameKind

_JOINT = re.compile(r"[\s\-–‑'’´`./]*$")
_CAPITAL = {NameKind.NAME, NameKind.METONYM, NameKind.FAMILY}


@dataclass(frozen=True, slots=True)
class Match:
    """Names of the gazetteer over pieces ``first`` to ``last``, tokens ``start`` to ``end``, exclusive."""

    first: int
    last: int
    start: int
    end: int
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class NounMatch:
    """A noun of the lexicon over pieces and tokens, ends exclusive."""

    first: int
    last: int
    start: int
    end: int
    nouns: tuple[Noun, ...]
    code: str | None = None


class Scan:
    """The pieces of a document, aligned with its tokens, and what was matched on them."""

    def __init__(
        self, doc: Doc, gazetteer: Gazetteer, words: ActorLexicon, times: frozenset[int] = frozenset()
    ) -> None:
        """``times`` are tokens at which no name begins and ends."""
        self._times = times
        self.doc, self.gazetteer, self.words = doc, gazetteer, words
        self.lang, self.text = doc.lang_, doc.text
        self.pieces = pieces(self.text)
        self.tokens = _align(doc, self.pieces)
        self.names: list[Match] = []
        self.nouns: list[NounMatch] = []
        self._run()

    def _run(self) -> None:
        position = 0
        while position < len(self.pieces):
            name = self._name_at(position)
            if name is None or self._times.issuperset(range(name.start, name.end)):
                position += 1
                continue
            self.names.append(name)
            position = name.last
        inside = {n for match in self.names for n in range(match.first, match.last) if _firm(match)}
        adjectives = {match.first: match.last for match in self.names if _adjectival(match)}
        position = 0
        while position < len(self.pieces):
            noun = None if position in inside else self._noun_at(position, adjectives)
            position = noun.last if noun and noun.last > position else position + 1
            if noun:
                self.nouns.append(noun)

    def _name_at(self, first: int) -> Match | None:
        key = self.pieces[first].key
        if key in self.words.combining and self.text.startswith("-", self.pieces[first].end):
            return self._combined(first, self.words.combining[key])
        reach = self.gazetteer.longest(key)
        if not reach and self.words.data.genitive_s:
            reach = self.gazetteer.longest(_ungenitive(key))
        for last in range(min(first + reach, len(self.pieces)), first, -1):
            if self._joined(first, last) and not self._cut_short(last) and not self._is_currency(last):
                found = self._found(first, last)
                if found:
                    return Match(first, last, self.tokens[first][0], self.tokens[last - 1][1], found)
        return None

    def _is_currency(self, last: int) -> bool:
        """*US$ 78 million* names no state."""
        return self.text[self.pieces[last - 1].end :][:2].lstrip()[:1] in tuple("$€£¥")

    def _combined(self, first: int, code: str) -> Match | None:
        """A state's name as it stands before a hyphen: *franco-allemand*, *Sino-Japanese*."""
        state = self.gazetteer.by_iso3(code)
        if state is None:
            return None
        found = next(item for item in self.gazetteer.lookup(fold(state.ref.name)))
        return Match(
            first, first + 1, *self.tokens[first], (replace(found, lang=None, kind=NameKind.ADJECTIVE),)
        )

    def _found(self, first: int, last: int) -> tuple[Found, ...]:
        keys = [piece.key for piece in self.pieces[first:last]]
        found = self._fitting(" ".join(keys), first, last)
        if not found and self.words.data.genitive_s and keys[-1].endswith("s"):
            keys[-1] = _ungenitive(keys[-1])
            found = [
                f for f in self._fitting(" ".join(keys), first, last) if f.kind is not NameKind.ADJECTIVE
            ]
        return tuple(found)

    def _fitting(self, key: str, first: int, last: int) -> list[Found]:
        surface = self.text[self.pieces[first].start : self.pieces[last - 1].end]
        return [found for found in self.gazetteer.lookup(key) if self._fits(found, surface)]

    def _fits(self, found: Found, surface: str) -> bool:
        if found.lang not in (None, self.lang):
            return False
        if found.kind is NameKind.ACRONYM:
            letters = re.sub(r"[.\s-]", "", surface)
            wanted = re.sub(r"[.\s-]", "", found.text)
            return letters == wanted or letters == wanted + "s"
        if found.kind in _CAPITAL:
            return any(letter.isupper() for letter in surface) or found.text.islower()
        if found.kind is NameKind.INHABITANT or self.words.data.capital_adjectives:
            return surface[0].isupper() or not found.text[0].isupper()
        return True

    def _joined(self, first: int, last: int) -> bool:
        text, row = self.text, self.pieces
        for left, right in zip(row[first : last - 1], row[first + 1 : last], strict=True):
            between = text[left.end : right.start]
            if not _JOINT.match(between) or "\n" in between:
                return False
            if "." in between and left.end - left.start > 3:
                return False
        return True

    def _cut_short(self, last: int) -> bool:
        """Whether the word goes on after an apostrophe ("Xi'an"), and not with a genitive's s."""
        if last >= len(self.pieces):
            return False
        between = self.text[self.pieces[last - 1].end : self.pieces[last].start]
        return between in ("'", "’") and self.pieces[last].key != "s"

    def _noun_at(self, first: int, adjectives: dict[int, int]) -> NounMatch | None:
        reach = self.words.longest.get(self.pieces[first].key, 0)
        for size in range(reach, 0, -1):
            match = self._noun_of(first, size, adjectives)
            if match:
                return match
        compound = self._compound(first)
        if compound:
            return compound
        lemma = self._lemma_noun(first)
        return NounMatch(first, first + 1, *self.tokens[first], lemma) if lemma else None

    def _noun_of(self, first: int, size: int, adjectives: dict[int, int]) -> NounMatch | None:
        """A phrase of ``size`` words; an adjective of a state may stand after its first word."""
        for gap in (0, 1):
            rest = first + 1
            if gap:
                if size == 1 or rest not in adjectives:
                    continue
                rest = self._past_adjectives(rest, adjectives)
            last = rest + size - 1
            if last > len(self.pieces) or not self._joined(first, last):
                continue
            key = " ".join([self.pieces[first].key, *(piece.key for piece in self.pieces[rest:last])])
            nouns = self.words.phrases.get(key)
            if not nouns and self.words.data.genitive_s and key.endswith("s"):
                nouns = self.words.phrases.get(_ungenitive(key))
            if nouns:
                return NounMatch(first, last, self.tokens[first][0], self.tokens[last - 1][1], nouns)
        return None

    def _past_adjectives(self, position: int, adjectives: dict[int, int]) -> int:
        """The piece after "russe" or "allemand et français"."""
        end = adjectives[position]
        while (
            end + 1 < len(self.pieces)
            and self.doc[self.tokens[end][0]].pos_ == "CCONJ"
            and end + 1 in adjectives
        ):
            end = adjectives[end + 1]
        return end

    def _compound(self, position: int) -> NounMatch | None:
        """A noun with its state in one word: "Palästinenserpräsident"."""
        key = self.pieces[position].key
        for prefix, code in self.words.prefixes.items():
            if key.startswith(prefix) and len(key) > len(prefix) + 3:
                rest = key.removeprefix(prefix)
                nouns = self.words.phrases.get(rest) or self.words.phrases.get(_ungenitive(rest))
                if nouns:
                    return NounMatch(position, position + 1, *self.tokens[position], nouns, code)
        return None

    def _lemma_noun(self, position: int) -> tuple[Noun, ...]:
        start, end = self.tokens[position]
        token = self.doc[start]
        if end - start != 1 or token.pos_ not in {"NOUN", "PROPN"}:
            return ()
        piece = self.pieces[position]
        if piece.start != token.idx or piece.end != token.idx + len(token.text):
            return ()
        lemma = pieces(token.lemma_)
        return self.words.phrases.get(lemma[0].key, ()) if len(lemma) == 1 else ()


def _firm(match: Match) -> bool:
    """Whether a match keeps the lexicon's nouns out of its words: all but adjectives and family names."""
    return any(f.kind in (NameKind.NAME, NameKind.ACRONYM, NameKind.METONYM) for f in match.found)


def _adjectival(match: Match) -> bool:
    return any(f.kind is NameKind.ADJECTIVE for f in match.found)


def _ungenitive(key: str) -> str:
    return key[:-1] if key.endswith("s") else key


def _align(doc: Doc, row: list[Piece]) -> list[tuple[int, int]]:
    """The tokens of each piece, as (first, end)."""
    aligned = []
    number = 0
    for piece in row:
        while doc[number].idx + len(doc[number].text) <= piece.start:
            number += 1
        last = number
        while last + 1 < len(doc) and doc[last + 1].idx < piece.end:
            last += 1
        aligned.append((number, last + 1))
    return aligned
