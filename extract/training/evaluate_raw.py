"""Scores from raw text: spaCy's tokens against the original UD words, by their spans (F1).

``python -m extract.training.evaluate_raw TREEBANKS PACK``. Every contraction that spaCy leaves whole
counts as wrong, so that the figures can be set beside those of other parsers.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from extract.language.decode import Analysis
from extract.language.network import WEIGHTS, Network
from extract.training.conllu import Sentence, char_spans, read
from extract.training.evaluate import analyse
from extract.training.examples import Example
from extract.training.prepare import read_held_out
from extract.training.recut import tokens

_TREEBANKS = {
    "test_de": ("de_gsd-ud-test",),
    "test_en": ("en_ewt-ud-test",),
    "test_fr": ("fr_gsd-ud-test", "fr_sequoia-ud-test"),
    "test_es": ("es_gsd-ud-test",),
}
_ROOT = (-1, -1)
Span = tuple[int, int]


def gold_sentences(
    folder: Path, names: tuple[str, ...], texts: set[str]
) -> Iterator[tuple[Sentence, list[Span]]]:
    """The treebanks' sentences with one of ``texts``, each text once, and the spans of their words."""
    waiting = set(texts)
    for name in names:
        for sentence in read(folder / f"{name}.conllu"):
            text = sentence.meta.get("text", "")
            spans = char_spans(sentence) if text in waiting else None
            if spans is not None:
                waiting.discard(text)
                yield sentence, spans


def count(sentence: Sentence, spans: list[Span], own: list[Span], found: Analysis) -> Counter[str]:
    """Words of both and words that agree, for one sentence."""
    heads = {
        own[at]: (found.pos[at], own[head - 1] if head else _ROOT, found.deps[at].partition(":")[0])
        for at, head in enumerate(found.heads)
    }
    counts = Counter({"words": len(spans) + len(own)})
    for row, span in zip(sentence.rows, spans, strict=True):
        if span not in heads or spans.count(span) > 1:
            continue
        pos, head, rel = heads[span]
        attached = head == (spans[row.head - 1] if row.head else _ROOT)
        counts.update({"tokens": 1, "upos": pos == row.upos, "uas": attached})
        counts["las_universal"] += attached and rel == row.deprel.partition(":")[0]
    return counts


def score(network: Network, folder: Path, name: str, texts: set[str]) -> dict[str, float]:
    """F1 of a test set in per cent."""
    lang, total = name[-2:], Counter[str]()
    gold = list(gold_sentences(folder, _TREEBANKS[name], texts))
    by_text = {sentence.meta["text"]: (sentence, spans) for sentence, spans in gold}
    for example, found in analyse(network, [_example(text, lang) for text in by_text]):
        sentence, spans = by_text[example.text]
        total += count(sentence, spans, tokens(example.text, lang), found)
    words = total.pop("words")
    return {key: round(200 * value / words, 2) for key, value in total.items()}


def _example(text: str, lang: str) -> Example:
    spans = tokens(text, lang)
    spaced = [a == 0 or text[a - 1].isspace() for a, _ in spans]
    return Example(lang, 0, [text[a:b] for a, b in spans], spaced, text=text)


@click.command()
@click.argument("treebanks", type=click.Path(exists=True, path_type=Path))
@click.argument("pack", type=click.Path(exists=True, path_type=Path))
@click.argument("weights", type=click.Path(exists=True, path_type=Path), default=WEIGHTS)
def main(treebanks: Path, pack: Path, weights: Path) -> None:
    """Score the model in WEIGHTS on the raw texts of PACK's test sets."""
    network, held_out = Network(weights, 1), read_held_out(pack)
    for name in _TREEBANKS:
        texts = {example.text for example in held_out[name]}
        click.echo(f"{name} {score(network, treebanks, name, texts)}")


if __name__ == "__main__":
    main()
