"""Completing names: the sorted index finds what a look at every name finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.actors import _all_names, _beginning
from ontology.folding import fold


def scanned(key: str) -> list[object]:
    return [found for name, found in _all_names() if name.startswith(key) or f" {key}" in name]


@pytest.mark.parametrize("text", ["Merkel", "m", "new y", "Angela Merk", "états", "nobody at all"])
def test_names_are_found_by_the_beginning_of_each_word(text: str) -> None:
    assert _beginning(fold(text)) == scanned(fold(text))


@given(st.data())
def test_any_part_of_a_name_finds_what_a_scan_finds(data: st.DataObject) -> None:
    name, _ = data.draw(st.sampled_from(_all_names()))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(name))] * 2)))
    if key := name[start:end].strip():
        assert _beginning(key) == scanned(key)
