"""The path scan against trying out all chains, and on small networks told by hand."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.paths.network import Participation, contacts
from graph.paths.scan import Question, best_chain, surely_follows

START, END, HOPS = 1, 12, 4


def network(events, orders=(), directed=False):
    """``events`` maps a name to (subjects, objects, earliest, latest)."""
    rows = [
        (name, actor, acts, first, last)
        for name, (subjects, objects, first, last) in events.items()
        for acts, side in ((True, subjects), (False, objects))
        for actor in side
    ]
    events_, actors, subject, earliest, latest = zip(*rows, strict=True) if rows else ((),) * 5
    days = (np.array(earliest, dtype=np.int64), np.array(latest, dtype=np.int64))
    return contacts(Participation(events_, actors, subject, *days), orders, directed=directed)


def names(ways, chain):
    return None if chain is None else [ways.events[ways.event[k]] for k in chain]


def find(ways, source, target, objective="earliest-arrival", certainty="possible", hops=HOPS):
    number = {name: k for k, name in enumerate(ways.actors)}
    if source not in number or target not in number:
        return None
    ends = (frozenset([number[source]]), frozenset([number[target]]))
    return best_chain(ways, Question(*ends, START, END, hops, objective, certainty))


CHAIN = {"call": ("K", "P", 3, 7), "summit": ("P", "T", 7, 7), "letter": ("K", "T", 9, 9)}


def test_earliest_arrival_and_fewest_hops_differ():
    ways = network(CHAIN)
    assert names(ways, find(ways, "K", "T")) == ["call", "summit"]
    assert names(ways, find(ways, "K", "T", "fewest-hops")) == ["letter"]
    assert names(ways, find(ways, "K", "T", hops=1)) == ["letter"]


def test_time_runs_one_way_only():
    ways = network({"call": ("K", "P", 8, 9), "summit": ("P", "T", 7, 7)})
    assert find(ways, "K", "T") is None
    assert names(ways, find(ways, "T", "K")) == ["summit", "call"]


def test_bounds_that_touch_are_possible_and_certain_only_if_it_is_said():
    two = {name: CHAIN[name] for name in ("call", "summit")}
    assert find(network(two), "K", "T", certainty="certain") is None
    told = network(two, [("call", "summit")])
    chain = find(told, "K", "T", certainty="certain")
    assert names(told, chain) == ["call", "summit"]
    assert surely_follows(told, *chain)
    back = network(two, [("summit", "call")])
    assert find(back, "K", "T") is None


def test_what_is_said_against_one_way_leaves_the_others():
    ways = network({"a": ("K", "P", 2, 9), "b": ("K", "P", 4, 4), "c": ("P", "T", 3, 8)}, [("c", "a")])
    assert names(ways, find(ways, "K", "T")) == ["b", "c"]


def test_directed_paths_follow_the_roles():
    events = {"x": ("A", "B", 2, 2), "y": ("C", "B", 3, 3)}
    assert names(network(events), find(network(events), "A", "C")) == ["x", "y"]
    assert find(network(events, directed=True), "A", "C") is None


def test_all_who_take_part_in_an_event_meet():
    ways = network({"x": ("AB", "C", 2, 2)})
    assert {(ways.actors[a], ways.actors[b]) for a, b in zip(ways.tail, ways.head, strict=True)} == {
        (a, b) for a in "ABC" for b in "ABC" if a != b
    }


def test_an_event_outside_the_days_is_not_used():
    ways = network({"x": ("A", "B", 13, 14), "y": ("C", "B", -3, 0)})
    assert find(ways, "A", "B") is None
    assert find(ways, "B", "C") is None


def test_no_events_at_all():
    ways = network({})
    assert best_chain(ways, Question(frozenset(), frozenset(), START, END)) is None


@st.composite
def worlds(draw):
    events = {}
    for k in range(draw(st.integers(1, 8))):
        one, other = draw(st.lists(st.sampled_from("ABCDE"), min_size=2, max_size=2, unique=True))
        first = draw(st.integers(-1, 12))
        more = draw(st.sampled_from(["", "", "E"]))
        events[f"e{k}"] = (
            one + more.replace(one, "").replace(other, ""),
            other,
            first,
            first + draw(st.integers(0, 6)),
        )
    pairs = st.tuples(st.sampled_from(sorted(events)), st.sampled_from(sorted(events)))
    orders = [(a, b) for a, b in draw(st.lists(pairs, max_size=4)) if a != b]
    return events, orders, draw(st.booleans())


def next_arrival(ways, orders, certainty, j, arrival, k):
    """When contact k arrives after contact j has arrived (None: at the source); None if it can't follow."""
    first, last = int(ways.earliest[k]), int(ways.latest[k])
    pair = j is not None and (ways.events[ways.event[j]], ways.events[ways.event[k]])
    if certainty == "certain":
        follows = j is None or ways.latest[j] < first or pair in orders
        return last if follows and first >= START and last <= END else None
    arrival = max(arrival, first)
    return arrival if arrival <= min(last, END) and not (pair and pair[::-1] in orders) else None


def all_chains(ways, orders, certainty, chain=(), time=START):
    """Arrival and length of every chain from A, by the actor it ends at."""
    here = ways.actors[ways.head[chain[-1]]] if chain else "A"
    if chain:
        yield here, time, len(chain)
    for k in range(len(ways.tail) if len(chain) < HOPS else 0):
        if ways.actors[ways.tail[k]] == here:
            arrival = next_arrival(ways, orders, certainty, chain[-1] if chain else None, time, k)
            if arrival is not None:
                yield from all_chains(ways, orders, certainty, (*chain, k), arrival)


@settings(max_examples=150, deadline=None)
@given(worlds(), st.sampled_from(["possible", "certain"]))
def test_the_scan_finds_what_trying_all_chains_finds(world, certainty):
    events, orders, directed = world
    ways = network(events, orders, directed)
    chains = list(all_chains(ways, set(orders), certainty))
    for target in "BCDE":
        reached = [(arrival, hops) for actor, arrival, hops in chains if actor == target]
        for objective in ("earliest-arrival", "fewest-hops"):
            found = find(ways, "A", target, objective, certainty)
            assert (found is None) == (not reached)
            if found is None:
                continue
            by_hops = min(reached, key=lambda pair: (pair[1], pair[0]))
            expected = min(reached) if objective == "earliest-arrival" else by_hops
            assert (arrival_of(ways, found, certainty, orders), len(found)) == expected


def arrival_of(ways, chain, certainty, orders):
    """When a chain arrives, checking on the way that it is one."""
    time = START
    for j, k in zip([None, *chain], chain, strict=False):
        if j is not None:
            assert ways.head[j] == ways.tail[k]
        if certainty == "certain":
            assert j is None or surely_follows(ways, j, k)
            time = int(ways.latest[k])
        else:
            pair = j is not None and (ways.events[ways.event[k]], ways.events[ways.event[j]])
            assert pair not in orders
            time = max(time, int(ways.earliest[k]))
            assert time <= min(int(ways.latest[k]), END)
    return time


@pytest.mark.parametrize("reverse", [False, True])
def test_the_answer_does_not_depend_on_the_order_of_the_events(reverse):
    events = {f"e{k}": ("A", "B", 2, 2 + k % 3) for k in range(6)}
    listed = dict(sorted(events.items(), reverse=reverse))
    ways = network(listed)
    assert names(ways, find(ways, "A", "B")) == ["e0"]
