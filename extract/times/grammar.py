"""A language's rules for time expressions, compiled once from its ``times.yaml``."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from extract.mentions import TimexType
from extract.times import forms
from extract.times.lexer import BREAK, Compounds, Entry, Lexicon, Value, split
from extract.times.matchers import Captures
from extract.times.pattern import Pattern, class_names, compile_guard, compile_patterns
from extract.times.schema import Numbers, Rule, TimesFile
from ontology.datafiles import read_yaml, validated, yaml_names
from ontology.errors import DataError

# Classes that need no word list: figures by their size, and number words.
BUILT_IN = (
    "int",
    "num",
    "ord",
    "day",
    "dayfig",
    "monthno",
    "hour",
    "hour12",
    "minute",
    "minuteword",
    "weekno",
    "year",
    "plainyear",
    "roundyear",
    "year2",
    "year3",
    "military",
    "roman",
    "compact",
)


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to run; ``order`` is its place in the file, which decides between equal matches."""

    id: str
    order: int
    pattern: Pattern
    kind: str
    fields: Mapping[str, Any]
    type: TimexType | None
    mod: str | None
    anchor: str | None
    unless_before: frozenset[str]
    unless_after: Pattern | None
    needs: frozenset[str]

    def filled(self, captures: Captures) -> dict[str, Value]:
        """The fields of the reading, with what the pattern captured; fields without value are left out."""
        caught = dict(captures)
        values = {name: fill(field, caught) for name, field in self.fields.items()}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the tagger needs to know of a language."""

    lang: str
    lexicon: Lexicon
    compounds: Compounds
    by_word: Mapping[str, tuple[CompiledRule, ...]]
    by_class: Mapping[str, tuple[CompiledRule, ...]]
    anchors: tuple[tuple[tuple[str, ...], str], ...]
    past_cues: frozenset[str]
    future_cues: frozenset[str]
    modal_future: frozenset[str]
    planned: frozenset[str]
    scheduled: frozenset[str]
    source: TimesFile


def fill(field: object, caught: Mapping[str, Value]) -> Value | None:
    """A literal as it is; ``$name`` what was captured under the name, ``$name:default`` with a fallback."""
    if isinstance(field, (int, float)):
        return field
    if not isinstance(field, str) or not field.startswith("$"):
        return field if isinstance(field, str) else None
    name, _, default = field[1:].partition(":")
    if name in caught:
        return caught[name]
    if not default:
        return None
    return int(default) if default.lstrip("-").isdigit() else default


@cache
def grammar(lang: str) -> Grammar | None:
    """The rules of ``lang``; None where the project has no file for it.

    Raises:
        DataError: the file breaks its schema, or a pattern is malformed.
    """
    path = f"lang/{lang}/times.yaml"
    if path not in yaml_names("extract", f"lang/{lang}"):
        return None
    return compile_grammar(lang, read_yaml("extract", path))


def compile_grammar(lang: str, content: object) -> Grammar:
    """Compile the content of a ``times.yaml``.

    Raises:
        DataError: the content breaks the schema, or a pattern is malformed.
    """
    data = validated(TimesFile, content, f"lang/{lang}/times.yaml")
    rules = [
        rule for number, source in enumerate(data.rules) for rule in _compile(lang, number, source, data)
    ]
    return Grammar(
        lang=lang,
        lexicon=_lexicon(data),
        compounds={head: frozenset(tails) for head, tails in data.compounds.items()},
        by_word=_index(rules, lambda pattern: pattern.first_words),
        by_class=_index(rules, lambda pattern: pattern.first_classes),
        anchors=_anchors(data),
        past_cues=frozenset(data.cues.past),
        future_cues=frozenset(data.cues.future),
        modal_future=frozenset(data.cues.modal_future),
        planned=frozenset(data.cues.planned),
        scheduled=frozenset(data.cues.scheduled),
        source=data,
    )


def _index(
    rules: list[CompiledRule], keys: Callable[[Pattern], frozenset[str]]
) -> Mapping[str, tuple[CompiledRule, ...]]:
    """The rules under each of the words or classes that they can begin with."""
    found: dict[str, list[CompiledRule]] = defaultdict(list)
    for rule in rules:
        for key in keys(rule.pattern):
            found[key].append(rule)
    return {key: tuple(several) for key, several in found.items()}


def _compile(lang: str, number: int, rule: Rule, data: TimesFile) -> Iterator[CompiledRule]:
    reading = rule.reading
    kind = type(reading).__name__.lower() if reading else "ignore"
    fields = _fields(reading)
    try:
        _check_names(rule, fields, data)
        after = compile_guard(rule.unless_after, data.fragments) if rule.unless_after else None
        patterns = [pattern for text in rule.patterns for pattern in compile_patterns(text, data.fragments)]
    except DataError as error:
        raise DataError(f"lang/{lang}/times.yaml, rule {rule.id}: {error}") from error
    for pattern in patterns:
        yield CompiledRule(
            rule.id,
            number,
            pattern,
            kind,
            fields,
            rule.type,
            rule.mod,
            rule.anchor,
            frozenset(rule.unless_before),
            after,
            frozenset(rule.needs),
        )


def _fields(reading: BaseModel | None) -> dict[str, Any]:
    return {} if reading is None else reading.model_dump(exclude_none=True)


def _check_names(rule: Rule, fields: Mapping[str, Any], data: TimesFile) -> None:
    """Every class of a rule's patterns exists, and some pattern captures each name that the reading uses."""
    captured: set[str] = set()
    for text in (*rule.patterns, *([rule.unless_after] if rule.unless_after else [])):
        for name, cls in class_names(text, data.fragments):
            if cls not in data.classes and cls not in BUILT_IN:
                raise DataError(f"pattern {text!r}: no class {cls!r}; known are {sorted(data.classes)}")
            captured.add(name)
    for field in (*fields.values(), rule.mod):
        if isinstance(field, str) and field.startswith("$") and field[1:].partition(":")[0] not in captured:
            raise DataError(f"no pattern captures {field!r}; name a class so, or leave the field out")


def _lexicon(data: TimesFile) -> Lexicon:
    entries: dict[str, list[Entry]] = defaultdict(list)
    for cls, values in data.classes.items():
        for value, words in values.items():
            for word in words:
                for form in forms.spelled_out(word):
                    _add(entries, form, cls, value)
    for number, form in _number_forms(data.cardinals, data.cardinals):
        _add(entries, form, "num", number)
        for cls, low, high in (("day", 1, 31), ("hour", 1, 24), ("hour12", 1, 12), ("minuteword", 1, 59)):
            if low < number <= high:  # "one" and "a" are no hours; a file lists "eins", "una" itself
                _add(entries, form, cls, number)
    for number, form in _number_forms(data.ordinals, data.cardinals):
        _add(entries, form, "ord", number)
    return {
        word: tuple(sorted(dict.fromkeys(found), key=lambda entry: -len(entry.rest)))
        for word, found in entries.items()
    }


def _number_forms(numbers: Numbers, cardinals: Numbers) -> Iterator[tuple[int, str]]:
    slots = {
        "unit": numbers.listed,
        "ten": numbers.tens,
        "unit_card": cardinals.listed,
        "ten_card": cardinals.tens,
    }
    return forms.number_words(numbers.listed, numbers.tens, numbers.joins, slots)


def _add(entries: dict[str, list[Entry]], form: str, cls: str, value: Value) -> None:
    """List a form; ``=`` before it means that its case counts."""
    exact = form.startswith("=")
    tokens = split(form.removeprefix("="))
    if not tokens or any(token.text == BREAK for token in tokens):
        raise DataError(f"class {cls!r}: an empty word form under {value!r}")
    written = "".join(token.text for token in tokens) if exact else None
    rest = tuple(token.lower for token in tokens[1:])
    entries[tokens[0].lower].append(Entry(rest, cls, value, written))


def _anchors(data: TimesFile) -> tuple[tuple[tuple[str, ...], str], ...]:
    """(words before the expression, sense), longest first."""
    found = [
        (tuple(token.lower for token in split(form)), sense)
        for sense, words in data.anchors.items()
        for word in words
        for form in forms.spelled_out(word)
    ]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))
