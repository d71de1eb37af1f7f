"""The network in torch: multilingual-e5-small with heads for arcs, relations, tags, lemmas and names."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import orjson
import torch
import torch.nn as nn
import torch.nn.functional as F  # noqa: N812  # torch's own convention
from numpy.typing import NDArray

from extract.language.network import Labels
from extract.training.e5 import dequantise
from extract.training.examples import TREEBANKS

Tensor = Any
Outputs = dict[str, Tensor]
ARC, REL = 320, 128
DROP, HEAD_DROP = 0.1, 0.25
NAMES = ("arc", "rel", "pos", "feat", "lemma", "ner")


class Layer(nn.Module):
    """One layer of the encoder (post-norm BERT)."""

    def __init__(self, config: Mapping[str, Any]) -> None:
        super().__init__()
        size, self.heads = config["H"], config["NH"]
        self.q, self.k, self.v, self.ao = (nn.Linear(size, size) for _ in range(4))
        self.fi, self.fo = nn.Linear(size, config["FF"]), nn.Linear(config["FF"], size)
        self.aln, self.oln = (nn.LayerNorm(size, eps=config["eps"]) for _ in range(2))
        self.drop = nn.Dropout(DROP)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Attend and transform; ``bias`` is added to the attention."""
        count, length, size = x.shape
        width = size // self.heads
        shape = (count, length, self.heads, width)
        q, k, v = (part(x).view(*shape).transpose(1, 2) for part in (self.q, self.k, self.v))
        if torch.onnx.is_in_onnx_export() or (not self.training and not x.is_cuda):
            mixed = torch.softmax(q @ k.transpose(2, 3) * width**-0.5 + bias, -1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.aln(x + self.drop(self.ao(mixed.transpose(1, 2).reshape(count, length, size))))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Biaffine(nn.Module):
    """Scores of every pair of words (Dozat and Manning 2017)."""

    def __init__(self, size: int, labels: int) -> None:
        super().__init__()
        self.W = nn.Parameter(torch.randn(labels, size + 1, size + 1) * 0.01)

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        """Scores [sentence, word of x, word of y, label]."""
        x, y = _with_one(x), _with_one(y)
        labels, left, right = self.W.shape
        weights = self.W.to(x.dtype).permute(1, 0, 2).reshape(left, labels * right)
        half = (x @ weights).reshape(x.shape[0], -1, right)
        scores = (half @ y.transpose(1, 2)).reshape(x.shape[0], x.shape[1], labels, -1)
        return scores.transpose(2, 3)

    def at(self, x: Tensor, y: Tensor, heads: Tensor) -> Tensor:
        """Scores of each word with one given head only."""
        chosen = torch.gather(y, 1, heads[..., None].expand(-1, -1, y.shape[-1]))
        return torch.einsum("bna,oac,bnc->bno", _with_one(x), self.W.to(x.dtype), _with_one(chosen))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


class Net(nn.Module):
    """Encoder, three learned layer mixes (syntax, forms, names), and the heads over first and last pieces."""

    def __init__(self, config: Mapping[str, Any], pieces: int, labels: Labels) -> None:
        super().__init__()
        size = config["H"]
        feats = labels.feats[-1][1] + len(labels.feats[-1][2])
        self.emb, self.tb = nn.Embedding(pieces, size), nn.Embedding(len(TREEBANKS), size)
        nn.init.zeros_(self.tb.weight)
        self.posn, self.typ = nn.Parameter(torch.zeros(config["MAXP"], size)), nn.Parameter(torch.zeros(size))
        self.ln, self.drop = nn.LayerNorm(size, eps=config["eps"]), nn.Dropout(DROP)
        self.head_drop = nn.Dropout(HEAD_DROP)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["NL"]))
        self.mix = nn.Parameter(torch.zeros(3, config["NL"]))
        self.ad, self.ah, self.rd, self.rh = (nn.Linear(size, out) for out in (ARC, ARC, REL, REL))
        self.arc, self.rel = Biaffine(ARC, 1), Biaffine(REL, len(labels.rel))
        self.pos = nn.Linear(size, len(labels.pos))
        self.feat, self.lemma = _two_layers(size, 256, feats), _two_layers(size, 256, len(labels.lemma))
        self.ner = _two_layers(size, size, len(labels.ner))

    def forward(
        self, ids: Tensor, mask: Tensor, first: Tensor, last: Tensor, treebank: Tensor, full: bool = True
    ) -> Outputs:
        """Logits by the names of :data:`NAMES`; without ``full`` relations stay halves, ``rd`` and ``rh``."""
        syntax, forms, names = (
            self._words(layer, first, last) for layer in self._encode(ids, mask, treebank)
        )

        def project(part: Tensor) -> Tensor:
            return self.head_drop(F.gelu(part(syntax)))

        rd, rh = project(self.rd), project(self.rh)
        arc = self.arc(project(self.ad), project(self.ah))[..., 0]
        found = {"arc": arc, "pos": self.pos(forms), "feat": self.feat(forms), "lemma": self.lemma(forms)}
        found |= {"ner": self.ner(names)} | ({"rel": self.rel(rd, rh)} if full else {"rd": rd, "rh": rh})
        return found

    def _encode(self, ids: Tensor, mask: Tensor, treebank: Tensor) -> list[Tensor]:
        x = self.emb(ids) + self.posn[: ids.shape[1]] + self.typ + self.tb(treebank)[:, None]
        x = self.drop(self.ln(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        weights, mixes = torch.softmax(self.mix, 1), [0.0, 0.0, 0.0]
        for at, layer in enumerate(self.layers):
            x = layer(x, bias)
            mixes = [mixed + weights[k, at] * x for k, mixed in enumerate(mixes)]
        return mixes

    def _words(self, x: Tensor, first: Tensor, last: Tensor) -> Tensor:
        def pick(at: Tensor) -> Tensor:
            return torch.gather(x, 1, at[..., None].expand(-1, -1, x.shape[-1]))

        return self.head_drop((pick(first) + pick(last)) * 0.5)


def _two_layers(size: int, inner: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(size, inner), nn.GELU(), nn.Dropout(HEAD_DROP), nn.Linear(inner, out))


def load_encoder(net: Net, pack: Path) -> None:
    """Set the encoder to the source's weights; the embedding stays as it is in training."""
    weights = np.load(pack / "encoder.npz")
    tensors: dict[str, NDArray[Any]] = {}
    for key in weights.files:
        kind, _, name = key.partition(":")
        tensors[name] = dequantise(weights[key]) if kind == "q4" else weights[key]

    def put(target: Tensor, name: str) -> None:
        target.copy_(torch.tensor(tensors[name]).reshape(-1)[: target.numel()].view_as(target))

    with torch.no_grad():
        pairs = [(net.emb.weight, "emb.word"), (net.posn, "emb.pos"), (net.typ, "emb.type")]
        pairs += [(net.ln.weight, "emb.ln.w"), (net.ln.bias, "emb.ln.b")]
        for target, name in pairs:
            put(target, name)
        for at, layer in enumerate(net.layers):
            for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                put(getattr(layer, part).weight, f"l{at}.{part}.w")
                put(getattr(layer, part).bias, f"l{at}.{part}.b")
    net.emb.weight.requires_grad_(False)


def read_config(pack: Path) -> dict[str, Any]:
    """The encoder's sizes."""
    config: dict[str, Any] = orjson.loads((pack / "config.json").read_bytes())
    return config


def new_net(pack: Path) -> Net:
    """A network with the source's encoder and fresh heads."""
    with np.load(pack / "encoder.npz") as weights:
        pieces = len(weights["q4:emb.word"])
    net = Net(read_config(pack), pieces, Labels.load(pack / "labels.json"))
    load_encoder(net, pack)
    return net


def save(net: Net, path: Path) -> None:
    """Write the weights in half precision, without the embedding, which training leaves alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {name: value.half().cpu() for name, value in net.state_dict().items() if name != "emb.weight"}
    torch.save(state, path)


def load(pack: Path, path: Path) -> Net:
    """The network of a checkpoint."""
    net = new_net(pack)
    state = torch.load(path, map_location="cpu", weights_only=True)
    net.load_state_dict({name: value.float() for name, value in state.items()}, strict=False)
    return net.eval()
