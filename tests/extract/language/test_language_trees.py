import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.language.trees import best_heads, greedy_heads


def is_tree(heads):
    """Exactly one word hangs on the root (0), and every word reaches it."""
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        at, steps = word, 0
        while at and steps <= len(heads):
            at, steps = heads[at - 1], steps + 1
        if at:
            return False
    return True


def by_force(arcs):
    size = len(arcs)
    logs = arcs - np.log(np.exp(np.where(np.eye(size, dtype=bool), -1e9, arcs)).sum(1, keepdims=True))
    trees = (heads for heads in itertools.product(range(size), repeat=size - 1) if is_tree(heads))
    return max(sum(logs[word, head] for word, head in enumerate(heads, 1)) for heads in trees), logs


@given(st.integers(1, 4), st.integers(0, 10_000))
def test_best_tree_is_the_one_found_by_force(words, seed):
    arcs = np.random.default_rng(seed).normal(size=(words + 1, words + 1)).astype(np.float32) * 3
    heads = best_heads(arcs)[1:].tolist()
    value, logs = by_force(arcs.astype(np.float64))
    assert is_tree(heads)
    assert sum(logs[word, head] for word, head in enumerate(heads, 1)) == pytest.approx(value, abs=1e-6)


@given(st.integers(1, 6), st.integers(0, 10_000))
def test_greedy_heads_are_taken_only_where_they_are_the_best_tree(words, seed):
    rng = np.random.default_rng(seed)
    arcs = rng.normal(size=(2, words + 3, words + 3)).astype(np.float32) * 3
    sizes = np.array([words + 1, words + 3])
    heads, good = greedy_heads(arcs, sizes)
    for at, size in enumerate(sizes):
        own = heads[at, 1:size].tolist()
        assert good[at] == is_tree(own)
        if good[at]:
            assert own == best_heads(arcs[at, :size, :size])[1:].tolist()


def test_a_cycle_is_broken_where_it_costs_least():
    arcs = np.array([[0, 0, 0], [1, 0, 9], [2, 9, 0]], np.float32)
    assert best_heads(arcs)[1:].tolist() == [2, 0]
