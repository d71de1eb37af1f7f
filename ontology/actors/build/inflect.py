"""Inflected forms of adjectives and names of inhabitants, by the rules of ``source/inflection.yaml``."""

import re
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

SOURCE = Path(__file__).parent.parent / "source"


class Rule(BaseModel):
    """One inflection class; see the head of the data file."""

    model_config = ConfigDict(extra="forbid")

    name: str
    match: str
    drop: int
    endings: list[str]
    examples: dict[str, list[str]]


Rules = dict[str, dict[str, list[Rule]]]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Language → word class → rules in order."""
    text = (SOURCE / "inflection.yaml").read_text(encoding="utf-8")
    return TypeAdapter(Rules).validate_python(yaml.safe_load(text))


def forms(word: str, lang: str, word_class: str) -> list[str]:
    """All forms of a dictionary form (``"russisch"``; ``"Ungar:en"`` names its rule), in rule order."""
    word, _, named = word.partition(":")
    for rule in rules()[lang][word_class]:
        if rule.name == named or (not named and re.search(rule.match, word)):
            stem = word[: len(word) - rule.drop] if rule.drop else word
            return [stem + ending for ending in rule.endings]
    raise ValueError(f"inflection.yaml: no rule {named!r} for {lang} {word_class} {word!r}")


def name_forms(name: str, lang: str) -> list[str]:
    """All forms of a name of one or several words: *Vereinigte Staaten*, *der Vereinigten Staaten*."""
    *parts, end = name.split(" ")
    if not parts or "name_part" not in rules()[lang]:
        return [name]
    choices = [forms(part, lang, "name_part") for part in parts]
    longest = max(map(len, choices))
    heads = [" ".join(choice[min(k, len(choice) - 1)] for choice in choices) for k in range(longest)]
    return list(dict.fromkeys(f"{head} {last}" for head in heads for last in forms(end, lang, "name_end")))
