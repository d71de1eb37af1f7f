"""Folded keys and transliteration skeletons."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.folding import fold, pieces, skeleton


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("São Tomé", "sao tome"),
        ("U.S.", "us"),
        ("US-Präsident", "us prasident"),
        ("Côte d'Ivoire", "cote d ivoire"),
    ],
)
def test_fold(text, key):
    assert fold(text) == key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lawrow", "Lavrov"), ("Poutine", "Putin"), ("Zelensky", "Selenskyj"), ("Netanjahu", "Netanyahou"),
        ("Gorbatchev", "Gorbachev"), ("Janukowitsch", "Yanukovich"), ("Chamenei", "Khamenei"),
    ],
)  # fmt: skip
def test_skeletons_agree_across_transliterations(one, other):
    assert skeleton(fold(one)) == skeleton(fold(other))


@pytest.mark.parametrize(("one", "other"), [("Iran", "Irak"), ("Kim", "Kern"), ("Biden", "Baden")])
def test_skeletons_keep_apart_what_differs(one, other):
    assert skeleton(fold(one)) != skeleton(fold(other))


@given(st.text())
def test_pieces_lie_in_the_text_in_order(text):
    row = pieces(text)
    assert all(text[p.start : p.end] for p in row)
    assert all(left.end <= right.start for left, right in pairwise(row))


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
