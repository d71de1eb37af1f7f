"""Word lists as the rule files write them, spelled out: ``vergangene(n|r|s|m)?`` and number words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from ontology.errors import DataError

_PIECE = re.compile(r"\(([^()]*)\)(\?)?|(.)(\?)?", re.DOTALL)
_SLOT = re.compile(r"\{(\w+)\}")
NumberForms = Mapping[int, list[str]]


def spelled_out(form: str) -> list[str]:
    """All forms that ``form`` stands for: ``(a|b)`` one of these, ``x?`` with or without ``x``."""
    forms = [""]
    for found in _PIECE.finditer(form):
        group, group_optional, char, char_optional = found.groups()
        if char is not None and char in "()?":
            raise DataError(f"word form {form!r}: nested or unbalanced brackets; write it as several forms")
        options = group.split("|") if group is not None else [char]
        if group_optional or char_optional:
            options.append("")
        forms = [head + option for head in forms for option in options]
    return forms


def number_words(
    listed: NumberForms, tens: NumberForms, joins: Mapping[str, list[int]], slots: Mapping[str, NumberForms]
) -> Iterator[tuple[int, str]]:
    """Numbers below 100 as words.

    ``listed`` and ``tens`` stand as they are. Each join is a template such as ``{unit}und{ten}`` with the
    tens that it is for (none named: all); it makes ten + unit for the units 1 to 9. ``slots`` says which
    words each slot takes: a slot whose name begins with "unit" takes those of the unit, others of the ten.
    """
    for number, forms in (*listed.items(), *tens.items()):
        yield from ((number, form) for form in _all(forms))
    for template, only in joins.items():
        names = _SLOT.findall(template)
        for ten, unit in product(only or tens, range(1, 10)):
            keys = [unit if name.startswith("unit") else ten for name in names]
            words = [list(_all(slots[name].get(key, []))) for name, key in zip(names, keys, strict=True)]
            for choice in product(*words):
                filled = template.format(**dict(zip(names, choice, strict=True)))
                yield from ((ten + unit, form) for form in spelled_out(filled))


def _all(forms: Iterable[str]) -> Iterator[str]:
    for form in forms:
        yield from spelled_out(form)
