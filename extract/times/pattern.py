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
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from extract.times.lexer import Tape, Value
from ontology.errors import DataError

Words = tuple[str, ...]
Captures = tuple[tuple[str, Value], ...]
Found = tuple[int, int, Captures]  # first token, token behind the last, captures
Next = Callable[[int, Captures], Found | None]
Matcher = Callable[[Tape, int, Captures, Next], Found | None]

_PART = re.compile(r"\s*(<[^>]*>|@[a-z_0-9]+|\\.|[(){}|?*+~]|[^\W\d_]+|\d+|[^\w\s])")
_CLASS = re.compile(r"<(?:(?P<name>[a-z_0-9]+):)?(?P<cls>[a-z_0-9]+)(?:\[(?P<values>[^\]]+)\])?>")
_REPEATS = 12  # no list of dates is longer; without a bound, one could exhaust the stack
_MANY = 400  # more word sequences than this are matched one by one
_BEGIN, _END = "<", ">"  # capture names of the marks around the expression itself


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
            if name == _BEGIN:
                begin = int(value)
            elif name == _END:
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


@dataclass(frozen=True, slots=True)
class _Node:
    """A matcher while it is built: what it may begin with, and whether it may match nothing.

    ``literal`` lists all word sequences that it can match, where these are few and free of classes;
    ``context`` says that it stands outside of the expression.
    """

    run: Matcher
    words: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    empty: bool = False
    literal: tuple[Words, ...] | None = None
    context: bool = False


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


def _peeled(items: list[_Node]) -> tuple[Mapping[Words, int], _Node]:
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
        if len(grown) > _MANY or _in_order(items[at + 1 :]).empty:
            break
        left, at = grown, at + 1
    core = _in_order(items[at:])
    if at == 0:
        return {}, core
    return dict(reversed(left)), core  # the first way to read a sequence wins


def class_names(text: str, fragments: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The classes of a pattern, each after the name under which its value is captured.

    Raises:
        DataError: the pattern names a fragment that is not there.
    """
    for part in _parts(_expand(text, fragments)):
        found = _CLASS.fullmatch(part)
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


def _alternatives(parts: list[str], at: int) -> tuple[_Node, int]:
    options = []
    while True:
        node, at = _sequence(parts, at)
        options.append(node)
        if at >= len(parts) or parts[at] != "|":
            break
        at += 1
    return (options[0] if len(options) == 1 else _either(options)), at


def _sequence(parts: list[str], at: int) -> tuple[_Node, int]:
    items, at = _items(parts, at)
    return _in_order(items), at


def _items(parts: list[str], at: int) -> tuple[list[_Node], int]:
    items = []
    while at < len(parts) and parts[at] not in ")}|":
        node, at = _item(parts, at)
        while at < len(parts) and parts[at] in "?*+":
            node, at = _repeat(node, parts[at]), at + 1
        items.append(node)
    if not items:
        raise DataError(f"empty alternative in pattern {' '.join(parts)!r}")
    return items, at


def _item(parts: list[str], at: int) -> tuple[_Node, int]:
    part = parts[at]
    if part in "({":
        node, end = _alternatives(parts, at + 1)
        if end >= len(parts) or parts[end] != (")" if part == "(" else "}"):
            raise DataError(f"unclosed {part!r} in pattern {' '.join(parts)!r}")
        leading = at == 0 or parts[at - 1] == "|"
        return (node if part == "(" else _context(node, leading=leading)), end + 1
    if part == "~":
        return _Node(_glue, empty=True), at + 1
    if part[0] == "<":
        return _class(part), at + 1
    return _word(part.removeprefix("\\").lower()), at + 1


def _word(form: str) -> _Node:
    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return then(i + 1, captures) if i < tape.size and tape.lower[i] == form else None

    return _Node(run, words=frozenset([form]), literal=((form,),))


def _class(part: str) -> _Node:
    found = _CLASS.fullmatch(part)
    if found is None:
        raise DataError(f"cannot read the class {part!r} in a pattern")
    cls, name = found.group("cls"), found.group("name") or found.group("cls")
    values = frozenset(found.group("values").split(",")) if found.group("values") else None

    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        if i >= tape.size:
            return None
        for value, end in tape.lexemes[i].get(cls, ()):
            if values is None or str(value) in values:
                result = then(end, (*captures, (name, value)))
                if result is not None:
                    return result
        return None

    return _Node(run, classes=frozenset([cls]))


def _glue(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
    return then(i, captures) if i < tape.size and tape.tokens[i].glued else None


def _in_order(items: list[_Node]) -> _Node:
    run = items[-1].run
    for item in reversed(items[:-1]):
        run = _then(item.run, run)
    words: set[str] = set()
    classes: set[str] = set()
    for item in items:
        words |= item.words
        classes |= item.classes
        if not item.empty:
            break
    return _Node(run, frozenset(words), frozenset(classes), all(i.empty for i in items), _literal(items))


def _literal(items: list[_Node]) -> tuple[Words, ...] | None:
    """All word sequences of items in a row, where they are few."""
    found: tuple[Words, ...] = ((),)
    for item in items:
        if item.literal is None:
            return None
        found = tuple(words + more for words in found for more in item.literal)
        if len(found) > _MANY:
            return None
    return found


def _then(first: Matcher, second: Matcher) -> Matcher:
    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return first(tape, i, captures, lambda j, more: second(tape, j, more, then))

    return run


def _either(options: list[_Node]) -> _Node:
    runs = tuple(option.run for option in options)

    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        for option in runs:
            result = option(tape, i, captures, then)
            if result is not None:
                return result
        return None

    return _Node(
        run,
        frozenset().union(*(option.words for option in options)),
        frozenset().union(*(option.classes for option in options)),
        any(option.empty for option in options),
        _any_literal(options),
    )


def _any_literal(options: list[_Node]) -> tuple[Words, ...] | None:
    found: list[Words] = []
    for option in options:
        if option.literal is None:
            return None
        found += option.literal
    return tuple(found)


def _nothing(_tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
    return then(i, captures)


def _repeat(node: _Node, sign: str) -> _Node:
    inner = node.run

    def once(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        result = inner(tape, i, captures, then)
        return result if result is not None else then(i, captures)

    def at_most(times: int) -> Matcher:
        def many(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
            def again(j: int, more: Captures) -> Found | None:
                return rest(tape, j, more, then) if j > i else None

            result = inner(tape, i, captures, again)
            return result if result is not None else then(i, captures)

        rest = at_most(times - 1) if times > 1 else _nothing
        return many

    if sign == "?":
        literal = None if node.literal is None else (*node.literal, ())
        return _Node(once, node.words, node.classes, empty=True, literal=literal)
    if sign == "*":
        return _Node(at_most(_REPEATS), node.words, node.classes, empty=True)
    return _Node(_then(inner, at_most(_REPEATS)), node.words, node.classes, node.empty)


def _context(node: _Node, *, leading: bool) -> _Node:
    """Context before (then the expression begins behind it) or after (then it ended before it)."""
    inner = node.run

    def before(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return inner(tape, i, captures, lambda j, more: then(j, (*more, (_BEGIN, j))))

    def after(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return inner(tape, i, (*captures, (_END, i)), then)

    run = before if leading else after
    return _Node(
        run, node.words, node.classes, node.empty, node.literal if leading else None, context=leading
    )
