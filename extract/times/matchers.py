"""The parts of a compiled pattern: each is a continuation-passing closure over a tape of tokens."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.times.lexer import Tape, Value
from ontology.errors import DataError

Words = tuple[str, ...]
Captures = tuple[tuple[str, Value], ...]
Found = tuple[int, int, Captures]  # first token, token behind the last, captures
Next = Callable[[int, Captures], Found | None]
Matcher = Callable[[Tape, int, Captures, Next], Found | None]
CLASS = re.compile(r"<(?:(?P<name>[a-z_0-9]+):)?(?P<cls>[a-z_0-9]+)(?:\[(?P<values>[^\]]+)\])?>")
_REPEATS = 12  # no list of dates is longer; without a bound, one could exhaust the stack
MANY = 400  # more word sequences than this are matched one by one
BEGIN, END = "<", ">"  # capture names of the marks around the expression itself


@dataclass(frozen=True, slots=True)
class Node:
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


def word(form: str) -> Node:
    """This word or sign, whatever its case."""

    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return then(i + 1, captures) if i < tape.size and tape.lower[i] == form else None

    return Node(run, words=frozenset([form]), literal=((form,),))


def word_class(part: str) -> Node:
    """A word of a class, as ``<name:class[values]>`` says; its value is captured.

    Raises:
        DataError: the part is malformed.
    """
    found = CLASS.fullmatch(part)
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

    return Node(run, classes=frozenset([cls]))


def glue(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
    """No white space here."""
    return then(i, captures) if i < tape.size and tape.tokens[i].glued else None


def in_order(items: list[Node]) -> Node:
    """One item after the other."""
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
    return Node(run, frozenset(words), frozenset(classes), all(i.empty for i in items), _literal(items))


def _literal(items: list[Node]) -> tuple[Words, ...] | None:
    """All word sequences of items in a row, where they are few."""
    found: tuple[Words, ...] = ((),)
    for item in items:
        if item.literal is None:
            return None
        found = tuple(words + more for words in found for more in item.literal)
        if len(found) > MANY:
            return None
    return found


def _then(first: Matcher, second: Matcher) -> Matcher:
    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return first(tape, i, captures, lambda j, more: second(tape, j, more, then))

    return run


def either(options: list[Node]) -> Node:
    """The first of the options that lets the rest match."""
    runs = tuple(option.run for option in options)

    def run(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        for option in runs:
            result = option(tape, i, captures, then)
            if result is not None:
                return result
        return None

    return Node(
        run,
        frozenset().union(*(option.words for option in options)),
        frozenset().union(*(option.classes for option in options)),
        any(option.empty for option in options),
        _any_literal(options),
    )


def _any_literal(options: list[Node]) -> tuple[Words, ...] | None:
    found: list[Words] = []
    for option in options:
        if option.literal is None:
            return None
        found += option.literal
    return tuple(found)


def _nothing(_tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
    return then(i, captures)


def repeated(node: Node, sign: str) -> Node:
    """A node that may be missing (``?``), or stand any number of times (``*``) or at least once (``+``)."""
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
        return Node(once, node.words, node.classes, empty=True, literal=literal)
    if sign == "*":
        return Node(at_most(_REPEATS), node.words, node.classes, empty=True)
    return Node(_then(inner, at_most(_REPEATS)), node.words, node.classes, node.empty)


def context(node: Node, *, leading: bool) -> Node:
    """Context before (then the expression begins behind it) or after (then it ended before it)."""
    inner = node.run

    def before(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return inner(tape, i, captures, lambda j, more: then(j, (*more, (BEGIN, j))))

    def after(tape: Tape, i: int, captures: Captures, then: Next) -> Found | None:
        return inner(tape, i, (*captures, (END, i)), then)

    run = before if leading else after
    return Node(run, node.words, node.classes, node.empty, node.literal if leading else None, context=leading)
