"""Silver labels by an ensemble: ``python -m extract.training.distill PACK TEACHER.pt...``.

The teachers' probabilities are averaged over the German name sentences (silver trees) and over the English,
French and Spanish treebank sentences (silver names). What they are unsure of is left unknown. Writes
``silver.json.gz`` into the pack.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from extract.language.names import NameDecoder
from extract.language.network import Labels, Scores
from extract.language.trees import best_heads
from extract.training.examples import TREEBANKS, Numbered, NumberedTree
from extract.training.net import Net, load
from extract.training.predict import predict
from extract.training.prepare import UNKNOWN, read_sets, write_json
from extract.training.train import SILVER

Floats = NDArray[np.float64]
NAME_SETS = ("en", "en_gum", "fr", "es")
_SHORTEST, _MEAN_ARC = 4, 0.8
_ARC, _REL, _POS, _FEAT, _LEMMA, _NAME = 0.45, 0.6, 0.6, 0.6, 0.5, 0.75
_CHUNK = 500


def probabilities(teachers: Sequence[Net], examples: Sequence[Numbered], labels: Labels) -> Iterator[Scores]:
    """The teachers' mean probabilities of each sentence, in the order of ``examples``."""
    for begin in range(0, len(examples), _CHUNK):
        yield from _mean(teachers, examples[begin : begin + _CHUNK], labels)


def _mean(teachers: Sequence[Net], examples: Sequence[Numbered], labels: Labels) -> Iterator[Scores]:
    sums: dict[int, Scores] = {}
    for net in teachers:
        for example, found in predict(net, examples):
            own, before = _softmax(found, labels), sums.get(id(example))
            sums[id(example)] = own if before is None else _added(before, own)
    for example in examples:
        parts = (getattr(sums[id(example)], name) / len(teachers) for name in Scores.__slots__)
        yield Scores(*parts)


def _added(one: Scores, other: Scores) -> Scores:
    return Scores(*(getattr(one, name) + getattr(other, name) for name in Scores.__slots__))


def _softmax(found: Scores, labels: Labels) -> Scores:
    columns = [slice(start, start + len(values)) for _, start, values in labels.feats]
    feat = np.concatenate([_normal(found.feat[:, part]) for part in columns], -1)
    arc, rel, pos, lemma, ner = map(_normal, (found.arc, found.rel, found.pos, found.lemma, found.ner))
    return Scores(arc, rel, pos, feat, lemma, ner)


def _normal(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(logits - logits.max(-1, keepdims=True))
    shares: NDArray[np.float32] = powers / powers.sum(-1, keepdims=True)
    return shares


def silver_tree(example: Numbered, found: Scores, labels: Labels) -> Numbered | None:
    """The sentence with a silver tree; None where the teachers disagree about its arcs."""
    heads = best_heads(np.log(found.arc + 1e-9))[1:]
    rows = np.arange(1, len(heads) + 1)
    sure = found.arc[rows, heads]
    if sure.mean() < _MEAN_ARC:
        return None
    columns = [slice(start, start + len(values)) for _, start, values in labels.feats]
    feats = np.stack([_sure(found.feat[1:, part], _FEAT) for part in columns], -1)
    tree = NumberedTree(
        np.where(sure > _ARC, heads, UNKNOWN).tolist(),
        _sure(found.rel[rows, heads], _REL).tolist(),
        _sure(found.pos[1:], _POS).tolist(),
        feats.tolist(),
        _sure(found.lemma[1:], _LEMMA).tolist(),
    )
    return replace(example, tree=tree, names=None)


def _sure(shares: NDArray[np.float32], least: float) -> NDArray[np.int64]:
    return np.where(shares.max(-1) >= least, shares.argmax(-1), UNKNOWN)


def silver_names(example: Numbered, shares: NDArray[np.float32], labels: Labels) -> list[int]:
    """Silver name labels of a treebank sentence; those that it has already win."""
    if example.tree is None:
        raise ValueError("silver names are for sentences with trees")
    logs, proper = np.log(shares + 1e-9), np.array(example.tree.pos) == labels.pos.index("PROPN")
    best = np.array(NameDecoder(labels.ner).best(logs, logs.argmax(1).tolist()))
    names = np.where(shares[np.arange(len(best)), best] >= _NAME, best, UNKNOWN)
    names[proper & (best == 0)] = UNKNOWN
    for begin, end in _runs([labels.ner[k] for k in best]):
        norp = labels.ner[best[begin]].endswith("NORP")
        allowed = {labels.pos.index("PROPN"), *([labels.pos.index("ADJ")] if norp else [])}
        if allowed.isdisjoint(example.tree.pos[begin:end]) or (names[begin:end] < 0).any():
            names[begin:end] = UNKNOWN
    if example.names:
        own = np.array(example.names)
        names = np.where(own >= 0, own, np.where(names == 0, UNKNOWN, names))
    return [int(name) for name in names]


def _runs(labels: Sequence[str]) -> Iterator[tuple[int, int]]:
    begin = 0
    while begin < len(labels):
        end = begin + 1
        if labels[begin] != "O":
            while end < len(labels) and labels[end][0] == "I":
                end += 1
            yield begin, end
        begin = end


@click.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
@click.argument("teachers", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
def main(pack: Path, teachers: tuple[Path, ...]) -> None:
    """Label PACK's sentences with the mean of the TEACHERS."""
    sets, labels = read_sets(pack / "sets.json.gz"), Labels.load(pack / "labels.json")
    nets = [load(pack, path) for path in teachers]
    long = [example for example in sets["ner"] if len(example.first) > _SHORTEST]
    pairs = zip(long, probabilities(nets, long, labels), strict=True)
    trees = (silver_tree(example, found, labels) for example, found in pairs)
    silver = {"trees": [tree for tree in trees if tree is not None]}
    for name in NAME_SETS:
        plain = [replace(example, treebank=TREEBANKS[name[:2]]) for example in sets[name]]
        pairs = zip(sets[name], probabilities(nets, plain, labels), strict=True)
        silver[name] = [replace(e, names=silver_names(e, found.ner[1:], labels)) for e, found in pairs]
    write_json(pack / SILVER, silver)
    click.echo({name: len(examples) for name, examples in silver.items()})


if __name__ == "__main__":
    main()
