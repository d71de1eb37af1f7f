"""GUM: its documents under free licences, and weak name labels from its entity spans; data: ``gum.yaml``."""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from extract.training.conllu import open_text
from extract.training.examples import Example
from extract.training.recut import Recut

_DOCUMENT = re.compile(r"# newdoc id = (?:GUM|GENTLE)_((\w+?)_\w+)")
_ENTITY = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")
_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG"}
_JOINTS = frozenset({"of", "for", "and", "de", "&"})
Entity = tuple[int, int, str]


class GumData(BaseModel):
    """``gum.yaml``: genres with the licence of their texts, documents left out, words for people."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    free_genres: dict[str, str]
    left_out: frozenset[str]
    titles: frozenset[str]
    demonym_endings: tuple[str, ...]


@lru_cache
def gum_data() -> GumData:
    """The data, checked."""
    text = (files("extract.training") / "gum.yaml").read_text(encoding="utf-8")
    return GumData.model_validate(yaml.safe_load(text))


@lru_cache
def _demonym() -> re.Pattern[str]:
    return re.compile(f"(?i)({'|'.join(gum_data().demonym_endings)})s?$")


def free_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines of the free documents."""
    free = False
    for line in lines:
        found = _DOCUMENT.match(line)
        if found:
            free = found[2] in gum_data().free_genres and found[1] not in gum_data().left_out
        if free:
            yield line


def weak_names(sentence: Recut) -> list[str | None]:
    """PER, LOC, ORG (and NORP) labels: the run of proper nouns around an entity's proper-noun head.

    None stands where the entity spans do not tell.
    """
    tree, words = sentence.example.tree, sentence.example.words
    if tree is None:
        raise ValueError("weak names need a tree")
    labels: list[str | None] = [
        None if pos in ("PROPN", "X", "SYM") or (pos == "ADJ" and word[:1].isupper()) else "O"
        for word, pos in zip(words, tree.pos, strict=True)
    ]
    for entity in sorted(_entities(sentence.misc), key=lambda span: span[1] - span[0]):
        _label(labels, entity, sentence.example)
    return labels


def _entities(misc: Iterable[str]) -> Iterator[Entity]:
    opened: list[tuple[str, int, str]] = []
    for at, cell in enumerate(misc):
        found = re.search(r"Entity=([^|]*)", cell)
        for ident, kind, shut, end in _ENTITY.findall(found[1]) if found else ():
            if shut:
                yield at, at, kind
            elif ident:
                opened.append((ident, at, kind))
            else:
                last = next((k for k in range(len(opened) - 1, -1, -1) if opened[k][0] == end), None)
                if last is not None:
                    _, begin, kind = opened.pop(last)
                    yield begin, at, kind


def _label(labels: list[str | None], entity: Entity, example: Example) -> None:
    kind, head = entity[2], _head(entity, example)
    if head is None or kind not in _KINDS:
        return
    first, last = _run(head, entity, example)
    words = [word.rstrip(".").lower() for word in example.words]
    if kind == "person":
        while first < last and words[first] in gum_data().titles:
            first += 1
        if first == last and _is_no_person(first, example):
            if _demonym().search(example.words[first]) and labels[first] in (None, "O"):
                labels[first] = "B-NORP"
            return
    if all(label in (None, "O") for label in labels[first : last + 1]):
        label = _KINDS[kind]
        labels[first : last + 1] = [f"B-{label}"] + [f"I-{label}"] * (last - first)


def _head(entity: Entity, example: Example) -> int | None:
    """The entity's word whose head lies outside it, if that is a proper noun."""
    begin, end, _ = entity
    tree = example.tree
    if tree is None:
        return None
    outside = (at for at in range(begin, end + 1) if not begin + 1 <= tree.heads[at] <= end + 1)
    head = next((at for at in outside if tree.pos[at] != "PUNCT"), None)
    return head if head is not None and tree.pos[head] == "PROPN" else None


def _run(head: int, entity: Entity, example: Example) -> tuple[int, int]:
    begin, end, kind = entity
    pos = example.tree.pos if example.tree else []
    first = last = head
    while first > begin and pos[first - 1] == "PROPN":
        first -= 1
    while last < end:
        joint = kind == "organization" and last + 2 <= end and example.words[last + 1] in _JOINTS
        if pos[last + 1] != "PROPN" and not (joint and pos[last + 2] == "PROPN"):
            break
        last += 1
    return first, last


def _is_no_person(at: int, example: Example) -> bool:
    feats = example.tree.feats[at] if example.tree else {}
    word = example.words[at]
    return (
        feats.get("Number") == "Plur"
        or bool(_demonym().search(word))
        or word.rstrip(".").lower() in gum_data().titles
    )


def main(arguments: list[str]) -> None:
    """``python -m extract.training.gum GUM.conllu OUT.conllu``: keep the free documents."""
    source, target = map(Path, arguments)
    with open_text(source) as lines, target.open("w", encoding="utf-8") as out:
        out.writelines(free_lines(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
