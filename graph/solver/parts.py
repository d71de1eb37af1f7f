"""Strongly connected components of a directed graph, without recursion."""

from graph.solver.potentials import Arc


def strong_parts(arcs: list[list[Arc]]) -> list[int]:
    """A number for each point, equal for two points if and only if each can be reached from the other.

    Kosaraju's method: the points in the order in which a depth-first search leaves them, last first, and a
    search against the arcs from each.
    """
    against: list[list[int]] = [[] for _ in arcs]
    for here, leaving in enumerate(arcs):
        for arc in leaving:
            against[arc.point].append(here)
    part = [-1] * len(arcs)
    for root in reversed(_leaving_order(arcs)):
        stack = [root] if part[root] < 0 else []
        while stack:
            here = stack.pop()
            part[here] = root
            stack += [other for other in against[here] if part[other] < 0]
    return part


def _leaving_order(arcs: list[list[Arc]]) -> list[int]:
    order: list[int] = []
    seen = [False] * len(arcs)
    for root in range(len(arcs)):
        stack = [(root, 0)]
        while stack:
            here, k = stack.pop()
            if k == 0:
                if seen[here]:
                    continue
                seen[here] = True
            if k == len(arcs[here]):
                order.append(here)
                continue
            stack.append((here, k + 1))
            child = arcs[here][k].point
            if not seen[child]:
                stack.append((child, 0))
    return order
