"""The spaCy component ``regesta_ud``: sentences, tags, features, lemmas, UD trees and names in one pass."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.types import Ints2d

from extract.language.decode import Analysis, Decoder
from extract.language.lemmas import Dictionary
from extract.language.network import network
from extract.language.pieces import SENTENCE_LIMIT
from extract.language.sentences import SentenceSplitter, Word, sentence_data
from ontology.errors import InputError

_ATTRIBUTES: list[int | str] = ["POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]
_IOB = {"I": 1, "O": 2, "B": 3}
_SPACE_POS, _SPACE_DEP = "SPACE", "dep"
Rows = NDArray[np.uint64]


class UniversalParser:
    """Annotates spaCy documents with Universal Dependencies and names.

    Args:
        nlp: the pipeline, for its vocabulary and language.
        name: the component's name in the pipeline.
        folder: the network's files.
        threads: threads of one run; 1 leaves the other cores to other documents.
        batch_size: sentences in one run, all of one document: the network's activations are quantised over
            the batch, so that a document's analysis must not hang on its neighbours in a stream.

    Raises:
        InputError: the network does not know the pipeline's language.
    """

    def __init__(self, nlp: Language, name: str, folder: Path, threads: int, batch_size: int) -> None:
        self.name, lang = name, str(nlp.lang)
        self._network = network(folder, threads)
        if lang not in self._network.known:
            known = ", ".join(sorted(self._network.known))
            raise InputError(f"'{name}' knows the languages {known}, not '{lang}': use another pipeline")
        self._columns, self._lang, self._batch_size = _Columns(nlp.vocab), lang, batch_size
        self._splitter = SentenceSplitter(sentence_data(lang))
        self._decode = Decoder(self._network.labels, self._network.known[lang], Dictionary(lang))

    def __call__(self, doc: Doc) -> Doc:
        """Annotate ``doc`` in place. The tokens stay as they are."""
        if len(doc) == 0:
            return doc
        words = [token.text for token in doc]
        is_space = [word.isspace() for word in words]
        sentences = list(self._sentences(doc, words, is_space))
        table = np.zeros((len(doc), len(_ATTRIBUTES)), np.uint64)
        for indices, analysis in zip(sentences, self._analyses(doc, words, sentences), strict=True):
            table[indices] = self._rows(indices, analysis)
        spaces = [at for at, space in enumerate(is_space) if space]
        if spaces:
            table[spaces] = self._space_rows(spaces, words, is_space)
            _carry_names(table, spaces)
        doc.from_array(_ATTRIBUTES, cast(Ints2d, table))
        return doc

    def _sentences(self, doc: Doc, words: Sequence[str], is_space: Sequence[bool]) -> Iterator[list[int]]:
        """Token numbers of each sentence, white space left out, in pieces that the encoder can hold."""
        spaced = [bool(token.whitespace_) for token in doc]
        for at in range(len(words) - 1):
            spaced[at] = spaced[at] or is_space[at + 1]
        for begin, end in self._splitter.split([Word(w, s) for w, s in zip(words, spaced, strict=True)]):
            indices = [at for at in range(begin, end) if not is_space[at]]
            yield from self._within_limit(words, indices)

    def _within_limit(self, words: Sequence[str], indices: list[int]) -> Iterator[list[int]]:
        if not indices:
            return
        sizes = [len(self._network.vocabulary.word(words[at], True)) for at in indices]
        if sum(sizes) > SENTENCE_LIMIT and len(indices) > 1:
            middle = len(indices) // 2
            yield from self._within_limit(words, indices[:middle])
            yield from self._within_limit(words, indices[middle:])
        else:
            yield indices

    def _analyses(self, doc: Doc, words: Sequence[str], sentences: Sequence[list[int]]) -> list[Analysis]:
        """Analyses in the order of ``sentences``; sentences of like length share a batch, to save padding."""
        texts = [[words[at] for at in indices] for indices in sentences]
        encode = self._network.vocabulary.encode
        encoded = [
            encode(text, [_spaced(doc, at) for at in ats]) for text, ats in zip(texts, sentences, strict=True)
        ]
        order = sorted(range(len(texts)), key=lambda at: len(encoded[at].ids))
        found: dict[int, Analysis] = {}
        for begin in range(0, len(order), self._batch_size):
            chosen = order[begin : begin + self._batch_size]
            scores = self._network.run([encoded[at] for at in chosen], self._lang)
            found.update(zip(chosen, self._decode([texts[at] for at in chosen], scores), strict=True))
        return [found[at] for at in range(len(texts))]

    def _rows(self, indices: Sequence[int], analysis: Analysis) -> Rows:
        heads = [indices[h - 1] - at if h else 0 for at, h in zip(indices, analysis.heads, strict=True)]
        columns = [
            self._columns.text(analysis.pos),
            self._columns.morph(analysis.feats),
            self._columns.text(analysis.lemmas),
            np.array(heads, np.int64).view(np.uint64),
            self._columns.text(analysis.deps),
            np.array([_IOB[name[0]] for name in analysis.names], np.uint64),
            self._columns.text([name[2:] for name in analysis.names]),
        ]
        return np.stack(columns, 1)

    def _space_rows(self, indices: Sequence[int], words: Sequence[str], is_space: Sequence[bool]) -> Rows:
        """White space hangs on the word before it; at the begin on the first word, or on the first token."""
        first = next((at for at, space in enumerate(is_space) if not space), 0)
        heads = []
        for at in indices:
            before = next((k for k in range(at, -1, -1) if not is_space[k]), first)
            heads.append(before - at)
        count = len(indices)
        deps = [_SPACE_DEP if head else "root" for head in heads]
        columns = [
            self._columns.text([_SPACE_POS] * count),
            self._columns.morph([""] * count),
            self._columns.text([words[at] for at in indices]),
            np.array(heads, np.int64).view(np.uint64),
            self._columns.text(deps),
            np.full(count, _IOB["O"], np.uint64),
            np.zeros(count, np.uint64),
        ]
        return np.stack(columns, 1)


class _Columns:
    """Strings → the numbers under which a spaCy vocabulary keeps them, each looked up once."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings: dict[str, int] = {"": 0}
        self._morphs: dict[str, int] = {}
        self._vocab = vocab

    def morph(self, feats: Iterable[str]) -> Rows:
        known, add = self._morphs, self._vocab.morphology.add
        return np.array([known[f] if f in known else known.setdefault(f, add(f)) for f in feats], np.uint64)

    def text(self, texts: Iterable[str]) -> Rows:
        known, add = self._strings, self._vocab.strings.add
        return np.array([known[t] if t in known else known.setdefault(t, add(t)) for t in texts], np.uint64)


def _carry_names(table: Rows, spaces: Sequence[int]) -> None:
    """White space inside a name (*New  Delhi*) is a part of it: spaCy reads no name with a gap; in place."""
    for at in reversed(spaces):
        if at + 1 < len(table) and table[at + 1, -2] == _IOB["I"]:
            table[at, -2:] = table[at + 1, -2:]


def _spaced(doc: Doc, at: int) -> bool:
    return at == 0 or bool(doc[at - 1].whitespace_) or doc[at - 1].is_space
