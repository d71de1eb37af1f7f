"""The queries to begin with: ``graph/sparql/tutorial/*.rq``, each with its title and what it tells.

A file begins with a line for either, in English; lines such as ``# de: …`` say both in other languages.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_HEAD = re.compile(r"# (?:(?P<lang>[a-z]{2}): )?(?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Words:
    """What a query is called in a language, and what it tells."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One query; ``id`` is its name in addresses. ``translations`` has other languages than English."""

    id: str
    title: str
    description: str
    translations: dict[str, Words]
    query: str


@cache
def lessons() -> tuple[Lesson, ...]:
    """All of them, in the order in which they should be read."""
    folder = files("graph").joinpath("sparql", "tutorial")
    found = sorted((item.name, item.read_text(encoding="utf-8")) for item in folder.iterdir())
    return tuple(_lesson(name, text) for name, text in found)


def _lesson(name: str, text: str) -> Lesson:
    told: dict[str, list[str]] = {}
    lines = text.split("\n")
    while head := _HEAD.fullmatch(lines[0]):
        told.setdefault(head["lang"] or "en", []).append(head["text"])
        lines.pop(0)
    words = {lang: Words(*both) for lang, both in told.items()}
    english = words.pop("en")
    ident = name.removesuffix(".rq").partition("-")[2]
    return Lesson(ident, english.title, english.description, words, "\n".join(lines))
