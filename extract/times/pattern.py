r"""The pattern language of the rule files, compiled to matchers over a :class:`~extract.times.lexer.Tape`.

==================  ============================================================================
``jahr`` ``,``      this word or sign (case does not matter)
``<month>``         a word of the class ``month``; its value is captured under that name
``<n:num>``         the same, captured as ``n``
``<unit[day,week]>``  only these values of the class
``( a | b c )``     alternatives;  ``x?`` optional,  ``x*`` up to 12 times,  ``x+`` at least one
``~``               no white space here
``{ … }``           context: must stand there, but is no part of the expression
``\(``               the sign itself
``@name``           the fragment ``name`` of the file's ``fragments``
==================  ============================================================================

Matching is greedy and backtracks; every construct is a continuation-passing closure, so that a rule costs
one call per token it looks at.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extract.times.lexer import Tape
from extract.times.matchers import (
    BEGIN,
    CLASS,
    END,
    MANY,
    Captures,
    Found,
    Matcher,
    Node,
    Words,
    context,
    either,
    glue,
    in_order,
    repeated,
    word,
    word_class,
)
from ontology.errors import DataError

_PART = re.compile(r"\s*(<[^>]*>|@[a-z_0-9]+|\\.|[(){}|?*+~]|[^\W\d_]+|\d+|[^\w\s])")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern and the words and classes that its core can begin with.

    ``left`` maps the word sequences that may stand before the core (articles, prepositions) to the number of
    their words that belong to the expression; ``sizes`` are their lengths, longest first. Looking
    back for them from the core is much cheaper than trying every pattern at every article.
    """

    matcher: Matcher
    first_words: frozenset[str]
    first_classes: frozenset[str]
    left: Mapping[Words, int] = field(default_factory=dict)
    sizes: tuple[int, ...] = ()

    def match(self, tape: Tape, start: int) -> tuple[int, int, int, Captures] | None:
        """The expression whose core begins at token ``start``.

        Returns first token, token behind the last, number of tokens looked at with the context, captures.
        """
        before = self._before(tape, start)
        if before is None:
            return None

        def finish(end: int, captures: Captures) -> Found:
            return start, end, captures

        found = self.matcher(tape, start, (), finish)
        if found is None:
            return None
        begin, end = start - before[1], found[1]
        kept = []
        for name, value in found[2]:
            if name == BEGIN:
                begin = int(value)
            elif name == END:
                end = int(value)
            else:
                kept.append((name, value))
        return begin, end, found[1] - start + before[0], tuple(kept)

    def _before(self, tape: Tape, start: int) -> tuple[int, int] | None:
        """How many words stand before the core, and how many of them belong to the expression."""
        if not self.left:
            return 0, 0
        for size in self.sizes:
            inside = self.left.get(tuple(tape.lower[start - size : start])) if size <= start else None
            if inside is not None:
                return size, inside
        return None


def compile_patterns(text: str, fragments: Mapping[str, str]) -> list[Pattern]:
    """Compile each of the alternatives of ``text``.

    Raises:
        DataError: a pattern is malformed, or can match nothing at all.
    """
    parts = _parts(_expand(text, fragments))
    patterns, at = [], -1
    while at < len(parts):
        items, at = _items(parts, at + 1)
        if at < len(parts) and parts[at] != "|":
            raise DataError(f"pattern {text!r}: unexpected {parts[at]!r}; check its brackets")
        left, core = _peeled(items)
        if core.empty:
            raise DataError(f"pattern {text!r} can match nothing; make one part mandatory")
        patterns.append(Pattern(core.run, core.words, core.classes, left, _sizes(left)))
    return patterns


def compile_guard(text: str, fragments: Mapping[str, str]) -> Pattern:
    """Compile a pattern for what follows an expression, to be tried right behind it."""
    parts = _parts(_expand(text, fragments))
    node, at = _alternatives(parts, 0)
    if at != len(parts):
        raise DataError(f"pattern {text!r}: unexpected {parts[at]!r}; check its brackets")
    return Pattern(node.run, node.words, node.classes)


def _sizes(left: Mapping[Words, int]) -> tuple[int, ...]:
    return tuple(sorted({len(words) for words in left}, reverse=True))


def _peeled(items: list[Node]) -> tuple[Mapping[Words, int], Node]:
    """Split leading contexts and optional words from the core of a sequence."""
    left: list[tuple[Words, int]] = [((), 0)]
    at = 0
    while at < len(items) - 1:
        item = items[at]
        if item.literal is None or not (item.context or item.empty):
            break
        grown = [
            (words + more, inside + (0 if item.context else len(more)))
            for words, inside in left
            for more in item.literal
        ]
        if len(grown) > MANY or in_order(items[at + 1 :]).empty:
            break
        left, at = grown, at + 1
    core = in_order(items[at:])
    if at == 0:
        return {}, core
    return dict(reversed(left)), core  # the first way to read a sequence wins


def class_names(text: str, fragments: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The classes of a pattern, each after the name under which its value is captured.

    Raises:
        DataError: the pattern names a fragment that is not there.
    """
    for part in _parts(_expand(text, fragments)):
        found = CLASS.fullmatch(part)
        if found is not None:
            yield found.group("name") or found.group("cls"), found.group("cls")


def _expand(text: str, fragments: Mapping[str, str], depth: int = 0) -> str:
    def replace(found: re.Match[str]) -> str:
        name = found.group(1)
        if name not in fragments or depth > 8:
            raise DataError(f"pattern {text!r}: no fragment {name!r} (or one that contains itself)")
        return f"( {_expand(fragments[name], fragments, depth + 1)} )"

    return re.sub(r"@([a-z_0-9]+)", replace, text)


def _parts(text: str) -> list[str]:
    parts, at = [], 0
    text = text.rstrip()
    while at < len(text):
        found = _PART.match(text, at)
        if found is None:
            raise DataError(f"pattern {text!r}: cannot read {text[at:]!r}")
        parts.append(found.group(1))
        at = found.end()
    return parts


def _alternatives(parts: list[str], at: int) -> tuple[Node, int]:
    options = []
    while True:
        node, at = _sequence(parts, at)
        options.append(node)
        if at >= len(parts) or parts[at] != "|":
            break
        at += 1
    return (options[0] if len(options) == 1 else either(options)), at


def _sequence(parts: list[str], at: int) -> tuple[Node, int]:
    items, at = _items(parts, at)
    return in_order(items), at


def _items(parts: list[str], at: int) -> tuple[list[Node], int]:
    items = []
    while at < len(parts) and parts[at] not in ")}|":
        node, at = _item(parts, at)
        while at < len(parts) and parts[at] in "?*+":
            node, at = repeated(node, parts[at]), at + 1
        items.append(node)
    if not items:
        raise DataError(f"empty alternative in pattern {' '.join(parts)!r}")
    return items, at


def _item(parts: list[str], at: int) -> tuple[Node, int]:
    part = parts[at]
    if part in "({":
        node, end = _alternatives(parts, at + 1)
        if end >= len(parts) or parts[end] != (")" if part == "(" else "}"):
            raise DataError(f"unclosed {part!r} in pattern {' '.join(parts)!r}")
        leading = at == 0 or parts[at - 1] == "|"
        return (node if part == "(" else context(node, leading=leading)), end + 1
    if part == "~":
        return Node(glue, empty=True), at + 1
    if part[0] == "<":
        return word_class(part), at + 1
    return word(part.removeprefix("\\").lower()), at + 1
