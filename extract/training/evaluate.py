"""Scores of a model on the held-out sentences: ``python -m extract.training.evaluate PACK [WEIGHTS]``.

Gold sentences and tokens, so that the figures are those of the network and its decoding alone.
"""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from extract.language.decode import Analysis, Decoder
from extract.language.lemmas import Dictionary
from extract.language.network import WEIGHTS, Network
from extract.training.conllu import parse_feats
from extract.training.examples import Example
from extract.training.prepare import read_held_out
from extract.training.scores import NameScore, TreeScore

_BATCH = 8
_UNER = frozenset({"PER", "LOC", "ORG"})
"""What UNER marks; other names that the model finds there are not counted."""


def analyse(network: Network, examples: Sequence[Example]) -> Iterator[tuple[Example, Analysis]]:
    """Each example, the shortest first, with what the model makes of its words."""
    lang = examples[0].lang
    decode = Decoder(network.labels, network.known[lang], Dictionary(lang))
    encoded = [(example, network.vocabulary.encode(example.words, example.spaced)) for example in examples]
    encoded.sort(key=lambda pair: len(pair[1].ids))
    for begin in range(0, len(encoded), _BATCH):
        batch = encoded[begin : begin + _BATCH]
        scores = network.run([pieces for _, pieces in batch], lang)
        words = [example.words for example, _ in batch]
        yield from zip((example for example, _ in batch), decode(words, scores), strict=True)


def score(
    network: Network, examples: Sequence[Example], kinds: frozenset[str] | None = None
) -> dict[str, float]:
    """Figures of a set in per cent: of trees, or, where it has none, of names of these ``kinds``."""
    trees, names = TreeScore(), NameScore()
    kept = {name for name, _, _ in network.labels.feats}
    for example, found in analyse(network, examples):
        tree = example.tree
        if tree is None:
            names.add([label or "O" for label in example.names or []], found.names, kinds)
            continue
        for at in range(len(example.words)):
            feats = {name: value for name, value in tree.feats[at].items() if name in kept}
            gold = (tree.heads[at], tree.deps[at], tree.pos[at], feats, tree.lemmas[at])
            own = parse_feats(found.feats[at] or "_")
            trees.add(gold, (found.heads[at], found.deps[at], found.pos[at], own, found.lemmas[at]))
    return trees.figures() if trees.words else names.figures()


@click.command()
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
@click.argument("weights", type=click.Path(exists=True, path_type=Path), default=WEIGHTS)
@click.option("--threads", default=1, show_default=True)
def main(pack: Path, weights: Path, threads: int) -> None:
    """Score the model in the folder WEIGHTS on PACK's test sets."""
    network = Network(weights, threads)
    for name, examples in read_held_out(pack).items():
        if not name.startswith("test") or not examples:
            continue
        begin = time.perf_counter()
        figures = score(network, examples, _UNER if name == "test_nerpud" else None)
        words = sum(len(example.words) for example in examples)
        click.echo(f"{name} {figures} {words / (time.perf_counter() - begin):.0f} words/s")


if __name__ == "__main__":
    main()
