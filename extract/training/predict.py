"""Logits of numbered sentences by a network in torch, and what they score."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch

from extract.language.names import NameDecoder
from extract.language.network import Labels, Scores
from extract.language.trees import best_heads
from extract.training.batches import batches, inputs
from extract.training.examples import Numbered
from extract.training.loss import on_device
from extract.training.net import NAMES, Net
from extract.training.scores import NameScore, TreeScore

_PIECES = 6_000


def predict(net: Net, examples: Sequence[Numbered], half: bool = True) -> Iterator[tuple[Numbered, Scores]]:
    """Each sentence, root left in, with its logits; in the order of lengths. ``half``: in bfloat16."""
    device = net.posn.device.type
    net.eval()
    with torch.no_grad():
        for batch in batches(examples, _PIECES):
            with torch.autocast(device, dtype=torch.bfloat16, enabled=half):
                out = net(*on_device(inputs(batch), device))
            arrays = [out[name].float().cpu().numpy() for name in NAMES]
            for at, example in enumerate(batch):
                size = len(example.first)
                arc, rel, *rest = (array[at] for array in arrays)
                yield example, Scores(arc[:size, :size], rel[:size, :size], *(array[:size] for array in rest))
    net.train()


def score_trees(net: Net, examples: Sequence[Numbered], labels: Labels) -> dict[str, float]:
    """Figures on sentences with trees, in per cent."""
    score, root = TreeScore(), labels.rel.index("root")
    for example, found in predict(net, examples):
        tree = example.tree
        if tree is None:
            continue
        heads = best_heads(found.arc)[1:]
        rel = found.rel[np.arange(1, len(heads) + 1), heads]
        rel[:, root] = np.where(heads == 0, np.inf, -np.inf)
        deps, pos, lemmas = rel.argmax(1), found.pos[1:].argmax(1), found.lemma[1:].argmax(1)
        feats = [found.feat[1:, start : start + len(values)].argmax(1) for _, start, values in labels.feats]
        for at, values in enumerate(zip(*(part.tolist() for part in feats), strict=True)):
            gold = (
                tree.heads[at],
                labels.rel[tree.deps[at]],
                tree.pos[at],
                tuple(tree.feats[at]),
                tree.lemmas[at],
            )
            score.add(gold, (heads[at], labels.rel[deps[at]], pos[at], values, lemmas[at]))
    return score.figures()


def score_names(net: Net, examples: Sequence[Numbered], labels: Labels) -> dict[str, float]:
    """F1 of names, in per cent."""
    score, decoder = NameScore(), NameDecoder(labels.ner)
    for example, found in predict(net, examples):
        numbers = decoder.best(found.ner[1:], found.ner[1:].argmax(1).tolist())
        score.add([labels.ner[k] for k in example.names or []], [labels.ner[k] for k in numbers])
    return score.figures()
