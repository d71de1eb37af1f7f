"""Make the training pack: ``python -m extract.training.prepare`` (see ``README.md`` for the sources).

The pack is a folder with ``sets.json.gz`` (sentences in numbers), ``heldout.json.gz`` (the same in words),
``config.json``, ``encoder.npz`` (the source's weights, vocabulary cut), and what the model ships with:
``vocab.json.gz``, ``words.json.gz``, ``labels.json``.
"""

import gzip
import json
import random
from collections.abc import Sequence
from pathlib import Path

import click
import numpy as np
import orjson
from pydantic import TypeAdapter

from extract.language.network import Labels
from extract.language.pieces import Vocabulary
from extract.training import e5
from extract.training.augment import augment
from extract.training.corpora import HELD_OUT, Corpora, Sets, Sources
from extract.training.examples import Example, Numbered, NumberedTree
from extract.training.inventory import choose_pieces, collect_labels, known_words, lemma_scripts

SEED = 7
UNKNOWN = -100
_MOST_PIECES = 200
_NORM_KEPT = (0x3000, 0xFF00)
"""Characters between these are CJK, which none of the languages uses."""


@click.command()
@click.option("--treebanks", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--names", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--encoder", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--frequencies", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--leave-out", type=click.Path(exists=True, path_type=Path), help="JSON Lines with a sent_id.")
@click.argument("pack", type=click.Path(path_type=Path))
def main(
    treebanks: Path, names: Path, encoder: Path, frequencies: Path, leave_out: Path | None, pack: Path
) -> None:
    """Write the training pack to PACK. Takes about two minutes."""
    lines = leave_out.read_bytes().splitlines() if leave_out else []
    left_out = frozenset(str(orjson.loads(line)["sent_id"]) for line in lines)
    prepare(Sources(treebanks, names, left_out), encoder, frequencies, pack)


def prepare(sources: Sources, encoder: Path, frequencies: Path, pack: Path) -> None:
    """Load, split and augment the corpora, choose pieces and labels, and write it all to ``pack``."""
    pack.mkdir(parents=True, exist_ok=True)
    rng = random.Random(SEED)  # noqa: S311  # splits, not secrets
    sets = Corpora(sources, rng).load()
    augment(sets, rng)
    source = e5.read(encoder)
    kept = choose_pieces(source, sets, frequencies)
    vocabulary = _write_vocabulary(source, kept, pack / "vocab.json.gz")
    write_json(pack / "words.json.gz", known_words(sets, frequencies))
    labels = collect_labels(sets)
    (pack / "labels.json").write_text(labels_json(labels), encoding="utf-8")
    _write_sets(sets, vocabulary, labels, pack)
    (pack / "config.json").write_bytes(orjson.dumps(source.config))
    arrays = {f"{kind}:{name}": array for name, (kind, array) in source.tensors.items()}
    arrays["q4:emb.word"] = arrays["q4:emb.word"][kept]
    np.savez_compressed(pack / "encoder.npz", **arrays)  # type: ignore[arg-type]  # numpy's stub names allow_pickle


def _write_vocabulary(source: e5.Source, kept: Sequence[int], path: Path) -> Vocabulary:
    pieces, scores = [source.pieces[at] for at in kept], [round(source.scores[at], 2) for at in kept]
    low, high = _NORM_KEPT
    norm = {char: text for char, text in source.norm.items() if ord(char) < low or ord(char) > high}
    write_json(path, {"pieces": pieces, "scores": scores, "norm": norm})
    return Vocabulary(pieces, scores, source.norm)


def _write_sets(sets: Sets, vocabulary: Vocabulary, labels: Labels, pack: Path) -> None:
    write_json(pack / "heldout.json.gz", {k: v for k, v in sets.items() if k.startswith(HELD_OUT)})
    numbers: dict[str, list[Numbered]] = {}
    for name, examples in sets.items():
        every = (number(example, vocabulary, labels) for example in examples)
        short = (example for example in every if len(example.ids) < _MOST_PIECES or name.startswith("test"))
        numbers[name] = list(short)
    write_json(pack / "sets.json.gz", numbers)


def number(example: Example, vocabulary: Vocabulary, labels: Labels) -> Numbered:
    """The example in the numbers of vocabulary and labels; what they lack becomes :data:`UNKNOWN`."""
    encoded = vocabulary.encode(example.words, example.spaced)
    names = None
    if example.names:
        ner = _numbers(labels.ner)
        names = [UNKNOWN if name is None else ner[name] for name in example.names]
    tree = _number_tree(example, labels)
    return Numbered(example.treebank, encoded.ids, encoded.first, encoded.last, tree, names)


def _number_tree(example: Example, labels: Labels) -> NumberedTree | None:
    tree = example.tree
    if tree is None:
        return None
    rel, pos, lemma = map(_numbers, (labels.rel, labels.pos, labels.lemma))
    return NumberedTree(
        tree.heads,
        [rel[dep] if dep in rel else rel[dep.partition(":")[0]] for dep in tree.deps],
        [pos[tag] for tag in tree.pos],
        [[_value(feats.get(name), values) for name, _, values in labels.feats] for feats in tree.feats],
        [lemma.get(script or "", UNKNOWN) for script in lemma_scripts(example)],
    )


def _numbers(names: Sequence[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}


def _value(value: str | None, values: Sequence[str]) -> int:
    if value is None:
        return 0
    return values.index(value) if value in values else UNKNOWN


def labels_json(labels: Labels) -> str:
    """The labels as the model's ``labels.json``; :meth:`Labels.load` reads it."""
    return json.dumps({name: getattr(labels, name) for name in Labels.__slots__}, ensure_ascii=False)


def write_json(path: Path, data: object) -> None:
    """Write gzipped JSON, the same bytes for the same data."""
    with path.open("wb") as raw, gzip.GzipFile("", "wb", mtime=0, fileobj=raw) as file:
        file.write(orjson.dumps(data))


def read_sets(path: Path) -> dict[str, list[Numbered]]:
    """Read ``sets.json.gz`` (or the silver sets, which have its form)."""
    with gzip.open(path) as file:
        return TypeAdapter(dict[str, list[Numbered]]).validate_json(file.read())


def read_held_out(pack: Path) -> Sets:
    """Read ``heldout.json.gz``."""
    with gzip.open(pack / "heldout.json.gz") as file:
        return TypeAdapter(Sets).validate_json(file.read())


if __name__ == "__main__":
    main()
