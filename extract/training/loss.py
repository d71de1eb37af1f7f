"""What the training minimises: cross entropies of heads, relations, tags, features, lemmas and names."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F  # noqa: N812  # torch's own convention

from extract.language.network import Labels
from extract.training.batches import Inputs, name_labels, tree_labels
from extract.training.examples import Numbered
from extract.training.net import Net, Tensor
from extract.training.prepare import UNKNOWN

_WEAK_NAMES = 0.3
_POS, _LEMMA, _FEATS = 0.6, 0.7, 0.5


def loss(net: Net, batch: Sequence[Numbered], given: Inputs, labels: Labels, smooth: float) -> Tensor:
    """The loss of a batch of one kind; ``smooth`` is the label smoothing of relations, tags and lemmas."""
    device = net.posn.device.type
    tensors = on_device(given, device)
    words = tensors[2].shape[1] - 1
    with torch.autocast(device, dtype=torch.bfloat16):
        out = net(*tensors, full=False)
    total = torch.zeros((), device=device)
    names = name_labels(batch, words)
    if (names >= 0).any():
        weight = 1.0 if batch[0].kind == "names" else _WEAK_NAMES
        total = total + weight * _entropy(out["ner"][:, 1:], torch.from_numpy(names).to(device))
    if batch[0].kind == "names":
        return total
    gold = {
        k: torch.from_numpy(v).to(device) for k, v in tree_labels(batch, words, len(labels.feats)).items()
    }
    first = tensors[2]
    present = torch.cat([torch.ones_like(first[:, :1], dtype=torch.bool), first[:, 1:] > 0], 1)
    arc = out["arc"][:, 1:].float().masked_fill(~present[:, None], -1e4)
    with torch.autocast(device, dtype=torch.bfloat16):
        rel = net.rel.at(out["rd"][:, 1:], out["rh"], gold["arc"].clamp(min=0))
    total = total + _entropy(arc, gold["arc"]) + _entropy(rel, gold["rel"], smooth)
    total = total + _POS * _entropy(out["pos"][:, 1:], gold["pos"], smooth)
    total = total + _LEMMA * _entropy(out["lemma"][:, 1:], gold["lemma"], smooth)
    for at, (_, start, values) in enumerate(labels.feats):
        part = out["feat"][:, 1:, start : start + len(values)]
        total = total + _FEATS * _entropy(part, gold["feat"][..., at])
    return total


def on_device(given: Inputs, device: str) -> list[Tensor]:
    """The arrays as tensors, in the order in which the network takes them."""
    arrays = (given.ids, given.mask, given.first, given.last, given.treebank)
    return [torch.from_numpy(array).to(device) for array in arrays]


def _entropy(logits: Tensor, gold: Tensor, smooth: float = 0.0) -> Tensor:
    flat = logits.float().flatten(0, 1)
    return F.cross_entropy(flat, gold.flatten(), ignore_index=UNKNOWN, label_smoothing=smooth)
