"""Whether the training works on this machine: ``python -m extract.training.check PACK``.

Takes a few steps on a few sentences, labels some by distillation, exports, and compares the ONNX file
with torch. Needs the extra ``train``.
"""

import shutil
import tempfile
from pathlib import Path

import click
import numpy as np

from extract.language.network import Labels, Network
from extract.language.pieces import Encoded
from extract.training.distill import probabilities, silver_names, silver_tree
from extract.training.export import export
from extract.training.net import load, save
from extract.training.predict import predict
from extract.training.train import Settings, Trainer

_TOLERANCE = 0.01
_SENTENCES = 24


def check(pack: Path, folder: Path) -> float:
    """Train, save, load, distill and export in ``folder``; the largest difference of ONNX and torch logits.

    Raises:
        ValueError: the loss or the logits are no numbers, or ONNX and torch disagree.
    """
    trainer = Trainer(pack, Settings(steps=3, pieces=300))
    trainer.sets = {name: examples[:_SENTENCES] for name, examples in trainer.sets.items()}
    figures = trainer.run()
    if not all(np.isfinite(value) for value in figures.values()):
        raise ValueError(f"figures are no numbers: {figures}")
    save(trainer.net, folder / "net.pt")
    net, labels = load(pack, folder / "net.pt"), Labels.load(pack / "labels.json")
    examples = trainer.sets["dev_de"][:4]
    for example, found in zip(examples, probabilities([net, net], examples, labels), strict=True):
        silver_tree(example, found, labels)
        silver_names(example, found.ner[1:], labels)
    export(pack, folder / "net.pt", folder / "int8.onnx")
    for name in ("vocab.json.gz", "words.json.gz", "labels.json"):
        shutil.copy(pack / name, folder)
    (folder / "int8.fp32.onnx").rename(folder / "model.onnx")
    network, worst = Network(folder, 1), 0.0
    for example, found in predict(net, examples, half=False):
        scores = network.run([Encoded(example.ids, example.first, example.last)], "de")
        worst = max(
            worst,
            float(np.abs(scores.arc[0] - found.arc).max()),
            float(np.abs(scores.ner[0] - found.ner).max()),
        )
    if not worst <= _TOLERANCE:
        raise ValueError(f"ONNX and torch differ by {worst}")
    return worst


@click.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
def main(pack: Path) -> None:
    """Check the training on PACK."""
    with tempfile.TemporaryDirectory() as folder:
        click.echo(f"the training works; ONNX and torch differ by at most {check(pack, Path(folder)):.4f}")


if __name__ == "__main__":
    main()
