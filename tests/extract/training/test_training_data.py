import gzip
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.lemmas import apply_script
from extract.training.augment import captions, recase
from extract.training.batches import batches, disturbed, inputs, name_labels, tree_labels, without_final_mark
from extract.training.conllu import char_spans, read
from extract.training.examples import Example, Numbered, NumberedTree, Tree
from extract.training.gum import free_lines, gum_data, weak_names
from extract.training.inventory import collect_labels, lemma_scripts
from extract.training.prepare import UNKNOWN, number, read_sets, write_json
from extract.training.recut import plausible_text, read_bio, recut, recut_names
from extract.training.scores import NameScore, TreeScore, name_spans
from extract.training.scripts import make_script
from ontology.errors import DataError

GERMAN = """# sent_id = g1
# text = Der König ging zum Tor.
1\tDer\tder\tDET\tART\tCase=Nom|Number=Sing\t2\tdet\t_\t_
2\tKönig\tKönig\tNOUN\tNN\tCase=Nom|Number=Sing\t3\tnsubj\t_\t_
3\tging\tgehen\tVERB\tVV\tMood=Ind\t0\troot\t_\t_
4-5\tzum\t_\t_\t_\t_\t_\t_\t_\t_
4\tzu\tzu\tADP\tAPPR\t_\t6\tcase\t_\t_
5\tdem\tder\tDET\tART\tCase=Dat|Number=Sing\t6\tdet\t_\t_
5.1\tleer\t_\t_\t_\t_\t_\t_\t_\t_
6\tTor\tTor\tNOUN\tNN\tCase=Dat|Number=Sing\t3\tobl\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t$.\t_\t3\tpunct\t_\t_

# sent_id = g2
# text = Falscher Text
1\tAnderes\tanderes\tX\t_\t_\t0\troot\t_\t_

"""
ENGLISH = """# newdoc id = GUM_news_harbour
# text = President Anna Lund of Norway met Germans.
1\tPresident\tpresident\tPROPN\t_\tNumber=Sing\t6\tnsubj\t_\tEntity=(1-person
2\tAnna\tAnna\tPROPN\t_\tNumber=Sing\t1\tflat\t_\t_
3\tLund\tLund\tPROPN\t_\tNumber=Sing\t1\tflat\t_\t_
4\tof\tof\tADP\t_\t_\t5\tcase\t_\t_
5\tNorway\tNorway\tPROPN\t_\tNumber=Sing\t1\tnmod\t_\tEntity=(2-place)1)
6\tmet\tmeet\tVERB\t_\t_\t0\troot\t_\t_
7\tGermans\tDane\tPROPN\t_\tNumber=Plur\t6\tobj\t_\tEntity=(3-person)|SpaceAfter=No
8\t.\t.\tPUNCT\t_\t_\t6\tpunct\t_\t_
"""


@pytest.fixture
def german(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(GERMAN, encoding="utf-8")
    return list(read(path))


@pytest.fixture
def english(tmp_path):
    path = tmp_path / "b.conllu"
    path.write_text(ENGLISH, encoding="utf-8")
    [sentence] = read(path)
    return recut(sentence, "en", 1)


def test_reading_conllu(german):
    first, second = german
    assert [row.form for row in first.rows] == ["Der", "König", "ging", "zu", "dem", "Tor", "."]
    assert first.contractions == [(4, 5, "zum")]
    assert first.rows[0].feats == {"Case": "Nom", "Number": "Sing"}
    assert char_spans(first)[3:6] == [(15, 18), (15, 18), (19, 22)]
    assert char_spans(second) is None


def test_absent_file_is_a_data_error(tmp_path):
    with pytest.raises(DataError, match="is missing"):
        list(read(tmp_path / "no.conllu"))


def test_contractions_are_merged_onto_their_head(german):
    example = recut(german[0], "de", 0).example
    assert example.words == ["Der", "König", "ging", "zum", "Tor", "."]
    assert example.spaced == [True, True, True, True, True, False]
    assert example.tree.heads == [2, 3, 0, 5, 3, 3]
    assert example.tree.deps[3] == "case"
    assert example.tree.feats[3] == {"Case": "Dat", "Number": "Sing"}
    assert recut(german[1], "de", 0) is None


def test_names_over_spacy_tokens(tmp_path):
    path = tmp_path / "n.bio"
    path.write_text("# x\nDie\tO\nNord-Ost\tB-LOC\nWerke\tI-LOC\n.\tO\n\n\nJa\tO\n", encoding="utf-8")
    first, second = read_bio(path)
    assert second == (["Ja"], ["O"])
    example = recut_names(*first, "de", 0)
    assert example.words == ["Die", "Nord-Ost", "Werke", "."]
    assert example.names == ["O", "B-LOC", "I-LOC", "O"]
    assert plausible_text(['"', "Ja", '"', ",", "(", "so", ")"])[0] == '"Ja", (so)'


def test_weak_names_of_gum(english):
    assert weak_names(english) == [None, "B-PER", "I-PER", "O", "B-LOC", "O", "B-NORP", "O"]


def test_only_free_documents_of_gum_are_kept():
    lines = ["# newdoc id = GUM_news_a\n", "x\n", "# newdoc id = GUM_fiction_b\n", "y\n"]
    left_out = sorted(gum_data().left_out)[0]
    lines += [f"# newdoc id = GUM_{left_out}\n", "z\n", "# newdoc id = GUM_bio_c\n", "w\n"]
    assert [line for line in free_lines(lines) if not line.startswith("#")] == ["x\n", "w\n"]


@pytest.mark.parametrize(
    ("form", "lemma", "script"),
    [
        ("Häuser", "Haus", "T|u|0:|2:"),
        ("gegangen", "gehen", None),
        ("abgesagt", "absagen", "L|g|0:|1:en"),
        ("abzusagen", "absagen", "L|z|0:|0:"),
        ("was", "be", "=be"),
        ("NATO", "NATO", "K||0:|0:"),
        ("Tore", "Tor", "T||0:|1:"),
    ],
)
def test_edit_scripts(form, lemma, script):
    made = make_script(form, lemma)
    assert apply_script(form, made) == lemma
    assert script is None or made == script


@given(st.text("aäbegztuU|A", min_size=1, max_size=8), st.text("aäbegztuU|A", min_size=1, max_size=8))
def test_edit_scripts_come_back_to_the_lemma(form, lemma):
    assert apply_script(form, make_script(form, lemma)) == lemma


def test_no_script_without_a_lemma():
    assert make_script("x", "_") is None


def test_captions_are_subject_phrases():
    tree = Tree(
        list("abcdefg"),
        ["DET", "NOUN", "ADP", "DET", "NOUN", "VERB", "PUNCT"],
        [{}] * 7,
        [2, 6, 5, 5, 2, 0, 6],
        ["det", "nsubj", "case", "det", "nmod", "root", "punct"],
    )
    example = Example(
        "de", 0, ["die", "Frau", "aus", "der", "Stadt", "ging", "."], [True] * 6 + [False], tree
    )
    [caption] = captions(example)
    assert caption.words == ["Die", "Frau", "aus", "der", "Stadt"]
    assert caption.tree.heads == [2, 0, 5, 5, 2]
    assert caption.tree.deps[1] == "root"
    assert recase(example, "upper").words[1] == "FRAU"
    assert recase(example, "title").words[0] == "Die"


def test_labels_scripts_and_numbers(german, tmp_path):
    example = recut(german[0], "de", 0).example
    labels = collect_labels({"de": [example] * 40, "test_de": []})
    assert labels.rel == ("case", "det", "nsubj", "obl", "punct", "root")
    assert {name: values for name, _, values in labels.feats}["Case"] == ("_", "Dat", "Nom")
    assert set(lemma_scripts(example)) == set(labels.lemma)

    class Pieces:
        def encode(self, words, spaced):
            from extract.language.pieces import Encoded

            return Encoded(
                [0, *range(4, 4 + len(words)), 2], list(range(len(words) + 1)), list(range(len(words) + 1))
            )

    numbered = number(example, Pieces(), labels)
    assert [labels.rel[k] for k in numbered.tree.deps] == example.tree.deps
    assert [labels.pos[k] for k in numbered.tree.pos] == example.tree.pos
    assert number(Example("de", 0, ["x"], [True], names=[None]), Pieces(), labels).names == [UNKNOWN]
    write_json(tmp_path / "s.json.gz", {"de": [numbered]})
    assert read_sets(tmp_path / "s.json.gz") == {"de": [numbered]}
    with gzip.open(tmp_path / "s.json.gz") as file:
        assert json.load(file)["de"][0]["ids"] == numbered.ids


def sentence(size, names=None):
    tree = NumberedTree(
        [0] + [1] * (size - 1), [0] * size, [0] * (size - 1) + [9], [[0, 1]] * size, [0] * size
    )
    pieces = list(range(size + 1))
    return Numbered(1, [0, *range(4, 4 + size), 2], pieces, pieces, tree, names)


def test_batches_hold_every_sentence_once_within_the_limit():
    examples = [sentence(size) for size in (3, 9, 4, 20, 5, 3)]
    found = list(batches(examples, 24, random.Random(1)))
    assert sorted(len(e.ids) for batch in found for e in batch) == sorted(len(e.ids) for e in examples)
    assert all(max(len(e.ids) for e in batch) * len(batch) <= 24 or len(batch) == 1 for batch in found)
    assert list(batches([], 24)) == []


def test_padding_and_labels_of_a_batch():
    import numpy as np

    batch = [sentence(3), sentence(5, [0, 1, 2, 0, 0])]
    given = inputs(batch)
    assert given.mask.sum(1).tolist() == [5, 7]
    labels = tree_labels(batch, 5, 2)
    assert labels["arc"].tolist()[0] == [0, 1, 1, UNKNOWN, UNKNOWN]
    assert labels["feat"].shape == (2, 5, 2)
    assert name_labels(batch, 5).tolist()[0] == [UNKNOWN] * 5
    noisy = disturbed(given, False, 1.0, np.random.default_rng(0))
    assert set(noisy.ids[0].tolist()) == {0, 1, 2, 3}


def test_leaving_out_the_final_mark():
    shorter = without_final_mark(sentence(4, [0, 0, 0, 0]), 9)
    assert (len(shorter.ids), len(shorter.tree.heads), len(shorter.names), shorter.ids[-1]) == (5, 3, 3, 2)
    assert without_final_mark(sentence(2), 9) == sentence(2)


def test_scores():
    assert name_spans(["B-PER", "I-PER", "O", "B-LOC"]) == {(0, 2, "PER"), (3, 4, "LOC")}
    names = NameScore()
    names.add(["B-PER", "I-PER", "O", "B-LOC"], ["B-PER", "I-PER", "O", "O"])
    names.add(["O"], ["B-MISC"], frozenset({"PER"}))
    assert names.figures() == {"f": 66.7, "LOC": 0.0, "PER": 100.0}
    trees = TreeScore()
    trees.add((2, "obl:arg", "NOUN", {}, "a"), (2, "obl", "NOUN", {}, "b"))
    trees.add((0, "root", "VERB", {}, "c"), (0, "root", "VERB", {"X": "1"}, "c"))
    assert trees.figures() == {
        "uas": 100.0,
        "las": 50.0,
        "las_universal": 100.0,
        "upos": 100.0,
        "feats": 50.0,
        "lemma": 50.0,
    }
