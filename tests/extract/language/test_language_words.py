import numpy as np
import pytest

from extract.language.lemmas import Dictionary, apply_script, choose, second_opinion
from extract.language.names import NameDecoder, join_touching
from extract.language.network import WEIGHTS, Network
from extract.language.pieces import BEGIN, END, SENTENCE_LIMIT, UNKNOWN, Vocabulary
from ontology.errors import DataError

LABELS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]


@pytest.fixture
def vocabulary():
    pieces = ["", "", "", "", "▁ab", "c", "▁a", "bc", "▁"]
    return Vocabulary(pieces, [0, 0, 0, 0, -3.0, -3.0, -2.0, -1.0, -9.0], {"Ａ": "a"})


def test_pieces_of_the_highest_sum_win(vocabulary):
    assert vocabulary.word("abc", True) == (6, 7)
    assert vocabulary.word("Ａbc", True) == (6, 7)
    assert vocabulary.word("c", False) == (5,)
    assert vocabulary.word("?", False) == (UNKNOWN,)


def test_encoding_marks_the_pieces_of_each_word(vocabulary):
    encoded = vocabulary.encode(["abc", "c"], [True, False])
    assert encoded.ids == [BEGIN, 6, 7, 5, END]
    assert (encoded.first, encoded.last) == ([0, 1, 3], [0, 2, 3])


def test_encoding_never_passes_the_limit(vocabulary):
    encoded = vocabulary.encode(["c" * 30] * 100, [False] * 100)
    assert len(encoded.ids) <= SENTENCE_LIMIT + 2
    assert len(encoded.first) == 101


@pytest.mark.parametrize(
    ("form", "script", "lemma"),
    [
        ("Häuser", "T|u|0:|2:", "Haus"),
        ("gesagt", "L|g|0:|1:en", "sagen"),
        ("abzugeben", "L|z|0:|0:", "abgeben"),
        ("Went", "=go", "go"),
        ("ab", "L||0:|3:", None),
        ("sagen", "L|g|0:|0:", "san"),
        ("Bote", "L|z|0:|0:", None),
    ],
)
def test_edit_scripts(form, script, lemma):
    assert apply_script(form, script) == lemma


def test_a_known_word_outweighs_a_slightly_better_script():
    ranked = [(5.0, "L||0:|1:"), (3.0, "L||0:|0:"), (2.9, "=other")]
    assert choose("cats", ranked, {"cats", "other"}) == "cats"
    assert choose("cats", ranked, set()) == "cat"
    assert choose("cats", [(9.0, "L||0:|1:"), (3.0, "L||0:|0:")], {"cats"}) == "cat"


KNOWN = {"send", "sent", "sen", "pay", "pai", "good", "nice", "man", "men"}


@pytest.mark.parametrize(
    ("form", "lemma", "upos", "known", "expected"),
    [
        ("sent", "sen", "VERB", KNOWN, "send"),  # "sen" is a word, but no lemma of the dictionary
        ("sent", "send", "VERB", KNOWN, "send"),
        ("paid", "pai", "VERB", KNOWN, "pay"),
        ("paid", "pai", "VERB", {"pai"}, "pai"),  # the dictionary's lemma is no known word
        ("men", "men", "NOUN", KNOWN, "men"),  # nouns: only where the lemma keeps its capital
        ("men", "mens", "NOUN", KNOWN, "man"),
        ("better", "nice", "ADJ", KNOWN, "nice"),  # adjectives: a known word is enough
        ("better", "bett", "ADJ", KNOWN, "good"),
        ("Sent", "Sen", "PROPN", KNOWN, "Sen"),
        ("xyzzing", "xyzz", "VERB", KNOWN, "xyzz"),
    ],
)
def test_the_dictionary_decides_where_the_lemma_cannot_be_right(form, lemma, upos, known, expected):
    assert second_opinion(form, lemma, upos, known, Dictionary("en")) == expected


def test_german_nouns_keep_their_capital():
    known = {"gläser", "glas"}
    assert second_opinion("Gläser", "Gläser", "NOUN", known, Dictionary("de")) == "Glas"
    assert second_opinion("Estado", "estado", "NOUN", {"estado", "estar"}, Dictionary("es")) == "estado"


def test_names_are_valid_sequences():
    decoder = NameDecoder(LABELS)
    scores = np.array([[0, 1, 9, 0, 0], [0, 0, 9, 0, 5], [0, 0, 0, 0, 6]], np.float32)
    found = [LABELS[k] for k in decoder.best(scores, scores.argmax(1).tolist())]
    assert found == ["B-LOC", "I-LOC", "I-LOC"]
    assert list(decoder.best(scores, [1, 2, 4])) == [3, 4, 4]
    assert list(decoder.best(scores, [1, 2, 0])) == [1, 2, 0]


@pytest.mark.parametrize(
    ("dep", "label", "joined"),
    [("flat:name", "B-LOC", True), ("conj", "B-LOC", False), ("amod", "B-NORP", False)],
)
def test_touching_parts_of_one_name_are_joined(dep, label, joined):
    names = [label, label]
    join_touching(names, [0, 1], ["root", dep])
    assert names[1] == ("I" + label[1:] if joined else label)


def test_missing_weights_are_named(tmp_path):
    (tmp_path / "labels.json").write_bytes((WEIGHTS / "labels.json").read_bytes())
    with pytest.raises(DataError, match=r"model\.onnx, vocab"):
        Network(tmp_path, 1)
