"""The best dependency tree of a sentence (Chu-Liu/Edmonds), with one root: word 0 stands above it."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_NEVER = -1e9
_ROOTS_TRIED = 4


def greedy_heads(arcs: NDArray[np.float32], sizes: Ints) -> tuple[Ints, NDArray[np.bool_]]:
    """Each word's best head on its own, for a batch, and which sentences are trees with one root that way.

    ``arcs[s, d, h]`` scores head ``h`` for word ``d``; sentence ``s`` has ``sizes[s]`` nodes, root included.
    Where the greedy heads form a tree it is the best one, so that the search is spared.
    """
    count, width = arcs.shape[:2]
    nodes = np.arange(width)
    absent = nodes[None, :] >= sizes[:, None]
    scores = np.where(absent[:, None, :] | (nodes[:, None] == nodes[None, :])[None], _NEVER, arcs)
    heads: Ints = scores.argmax(2)
    heads[:, 0] = 0
    heads[absent] = 0
    roots = ((heads == 0) & ~absent).sum(1) - 1
    rows, reached = np.arange(count)[:, None], heads
    for _ in range(max(1, int(width).bit_length())):
        reached = reached[rows, reached]
    return heads, (roots == 1) & (reached == 0).all(1)


def best_heads(arcs: NDArray[np.float32]) -> Ints:
    """Heads of the best tree with one root; ``arcs[d, h]`` are raw scores, the result's first entry is -1."""
    scores = arcs.astype(np.float64)
    scores -= scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    scores[0] = _NEVER
    np.fill_diagonal(scores, _NEVER)
    heads = _arborescence(scores.copy())
    roots = [int(i) for i in range(1, len(scores)) if heads[i] == 0]
    return heads if len(roots) == 1 else _with_one_root(scores, roots)


def _with_one_root(scores: Floats, roots: list[int]) -> Ints:
    best, found = -np.inf, _arborescence(scores.copy())
    for root in sorted(roots, key=lambda node: -scores[node, 0])[:_ROOTS_TRIED]:
        only = scores.copy()
        only[1:, 0] = _NEVER
        only[root, 0] = scores[root, 0]
        heads = _arborescence(only.copy())
        value = only[np.arange(1, len(only)), heads[1:]].sum()
        if value > best:
            best, found = value, heads
    return found


def _arborescence(scores: Floats) -> Ints:
    heads: Ints = scores.argmax(1)
    heads[0] = -1
    cycle = _first_cycle(heads)
    return heads if cycle is None else _contract(scores, heads, cycle)


def _first_cycle(heads: Ints) -> list[int] | None:
    seen = [0] * len(heads)
    for start in range(1, len(heads)):
        node, path = start, list[int]()
        while node > 0 and not seen[node]:
            seen[node] = start
            path.append(node)
            node = int(heads[node])
        if node > 0 and seen[node] == start:
            return path[path.index(node) :]
    return None


def _contract(scores: Floats, heads: Ints, cycle: list[int]) -> Ints:
    """Make one node of the cycle, solve the smaller graph, open the cycle where the solution enters it."""
    inside = np.array(cycle)
    rest = np.setdiff1d(np.arange(len(scores)), inside)
    size = len(rest)
    small = np.full((size + 1, size + 1), _NEVER)
    small[:size, :size] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(inside, rest)] - scores[inside, heads[inside]][:, None]
    out = scores[np.ix_(rest, inside)]
    small[size, :size], enter = into.max(0), into.argmax(0)
    small[:size, size], leave = out.max(1), out.argmax(1)
    small[0] = _NEVER
    solved = _arborescence(small)
    for node in range(1, size):
        head = solved[node]
        heads[rest[node]] = inside[leave[node]] if head == size else rest[head]
    heads[inside[enter[solved[size]]]] = rest[solved[size]]
    return heads
