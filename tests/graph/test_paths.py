"""Paths and reachability against trying out all chains, and on small networks told by hand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.index import Participation, assemble, part
from graph.index.rows import Numbering
from graph.paths.best import OBJECTIVES, Ends, best_chains
from graph.paths.reach import reached
from graph.paths.view import View

START, END, HOPS = 1, 40, 4


def network(events, orders=()):
    """``events`` maps a name to (subjects, objects, first, last)."""
    rows = [
        (name, actor, "", acts, first, last, "CONSULT", "asserted")
        for name, (subjects, objects, first, last) in events.items()
        for acts, side in ((True, subjects), (False, objects))
        for actor in side
    ]
    columns = Participation(*zip(*rows, strict=True)) if rows else Participation(*((),) * 8)
    numbering = Numbering()
    return assemble([part(columns, numbering)], numbering, orders)


def view(index, certainty="possible", directed=False, start=START, end=END):
    return View.of(index, start, end, certainty=certainty, directed=directed)


def find(index, source, target, objective="earliest-arrival", hops=HOPS, count=1, **how):
    """The names of the events of the best chains."""
    number = index.actor_numbers
    ends = Ends(
        *(frozenset(number[name] for name in side if name in number) for side in (source, target)),
    )
    chains = best_chains(view(index, **how), ends, hops, objective, count)
    return [[index.event_id(step[2]) for step in chain] for chain in chains]


CHAIN = {"call": ("K", "P", 3, 7), "summit": ("P", "T", 7, 7), "letter": ("K", "T", 9, 9)}


def test_objectives_differ():
    index = network({**CHAIN, "toast": ("K", "X", 10, 10), "reply": ("X", "T", 14, 14)})
    assert find(index, "K", "T") == [["call", "summit"]]
    assert find(index, "K", "T", "fewest-hops") == [["letter"]]
    assert find(index, "K", "T", "latest-departure") == [["toast", "reply"]]
    assert find(index, "K", "T", "fastest") == [["call", "summit"]]
    assert find(index, "K", "T", "fastest", certainty="certain") == [["letter"]]
    assert find(index, "K", "T", hops=1) == [["letter"]]
    assert find(index, "K", "T", count=9) == [["call", "summit"], ["letter"], ["toast", "reply"]]


def test_a_text_that_turns_days_round_makes_no_circle():
    events = {"e2": ("E", "C", 1, 1), "e3": ("A", "C", 5, 5), "e4": ("E", "D", 8, 8)}
    index = network(events, [("e3", "e2")])
    found = reached(view(index, certainty="certain", end=120), [index.actor_numbers["A"]], 5)
    assert {index.actors[one.actor]: one.hops for one in found} == {"C": 1, "E": 2, "D": 3}


def test_time_runs_one_way_only():
    index = network({"call": ("K", "P", 8, 9), "summit": ("P", "T", 7, 7)})
    assert find(index, "K", "T") == []
    assert find(index, "T", "K") == [["summit", "call"]]


def test_bounds_that_touch_are_possible_and_certain_only_if_it_is_said():
    two = {name: CHAIN[name] for name in ("call", "summit")}
    assert find(network(two), "K", "T", certainty="certain") == []
    told = network(two, [("call", "summit")])
    assert find(told, "K", "T", certainty="certain") == [["call", "summit"]]
    back = network(two, [("summit", "call")])
    assert find(back, "K", "T") == []


def test_what_is_said_against_one_way_leaves_the_others():
    index = network({"a": ("K", "P", 2, 9), "b": ("K", "P", 4, 4), "c": ("P", "T", 3, 8)}, [("c", "a")])
    assert find(index, "K", "T", count=5) == [["b", "c"]]


def test_directed_paths_follow_the_roles():
    index = network({"x": ("A", "B", 2, 2), "y": ("C", "B", 3, 3), "z": ("B", "C", 4, 4)})
    assert find(index, "A", "C") == [["x", "y"]]
    assert find(index, "A", "C", directed=True) == [["x", "z"]]
    assert find(index, "C", "A", directed=True) == []


def test_all_who_take_part_in_an_event_meet():
    index = network({"x": ("AB", "C", 2, 2)})
    for one in "ABC":
        for other in set("ABC") - {one}:
            assert find(index, one, other) == [["x"]]


def test_an_event_outside_the_days_is_not_used():
    index = network({"x": ("A", "B", END + 1, END + 2), "y": ("C", "B", START - 4, START - 1)})
    assert find(index, "A", "B") == []
    assert find(index, "B", "C") == []


def test_an_event_that_lasts_for_years_is_found_in_the_middle():
    index = network({"war": ("A", "B", -4000, 4000), "talk": ("B", "C", 5, 5)})
    assert find(index, "A", "C") == [["war", "talk"]]
    assert find(index, "A", "C", certainty="certain") == []


def test_no_events_at_all():
    index = network({})
    assert find(index, "A", "B") == []
    assert reached(view(index), [], HOPS) == []


def test_an_actor_is_passed_once():
    index = network(
        {"a": ("S", "X", 1, 1), "b": ("X", "Y", 2, 2), "c": ("Y", "X", 3, 3), "d": ("X", "T", 4, 4)}
    )
    assert find(index, "S", "T", count=5) == [["a", "d"]]


def test_kinds_of_events():
    rows = [
        ("e1", "A", "", True, 2, 2, "ASSAULT", "asserted"),
        ("e1", "B", "", False, 2, 2, "ASSAULT", "asserted"),
    ]
    rows += [("e2", "A", "", True, 3, 3, "AID", "planned"), ("e2", "B", "", False, 3, 3, "AID", "planned")]
    numbering = Numbering()
    index = assemble([part(Participation(*zip(*rows, strict=True)), numbering)], numbering)
    ends = Ends(frozenset([0]), frozenset([1]))
    for wanted, found in (({"types": ["AID"]}, "e2"), ({"modalities": ["asserted"]}, "e1")):
        (chain,) = best_chains(View.of(index, START, END, **wanted), ends, 1, count=3)
        assert [index.event_id(step[2]) for step in chain] == [found]


ACTORS = "ABCDEF"


@st.composite
def worlds(draw):
    events = {}
    for k in range(draw(st.integers(1, 9))):
        one, other = draw(st.lists(st.sampled_from(ACTORS), min_size=2, max_size=2, unique=True))
        more = draw(st.sampled_from(["", "", "", "E"])).replace(one, "").replace(other, "")
        first = draw(st.integers(-2, 12))
        width = draw(st.one_of(st.integers(0, 5), st.sampled_from([0, 0, 0, 90])))
        events[f"e{k}"] = (one + more, other, first, first + width)
    pairs = st.tuples(st.sampled_from(sorted(events)), st.sampled_from(sorted(events)))
    orders = [(a, b) for a, b in draw(st.lists(pairs, max_size=4)) if a != b]
    return events, orders


@st.composite
def questions(draw):
    sides = draw(st.lists(st.sampled_from(ACTORS), min_size=2, max_size=4, unique=True))
    cut = draw(st.integers(1, len(sides) - 1))
    how = {
        "certainty": draw(st.sampled_from(["possible", "certain"])),
        "directed": draw(st.booleans()),
        "end": draw(st.sampled_from([6, 14, 120])),
    }
    return sides[:cut], sides[cut:], draw(st.integers(1, 5)), how


class Chains:
    """Every chain, by trying out: who stands in it once, and the ends of others not at all."""

    def __init__(self, events, orders, how, hops):
        self.events, self.orders, self.hops = events, set(orders), hops
        self.certain, self.end = how["certainty"] == "certain", how["end"]
        sides = {n: (set(s), set(o)) for n, (s, o, _, _) in events.items()}
        self.links = [
            (a, b, name)
            for name, (subjects, objects) in sides.items()
            for a in sorted(subjects | objects)
            for b in sorted(subjects | objects)
            if a != b and (not how["directed"] or (a in subjects and b in objects))
        ]

    def days(self, name):
        return self.events[name][2:]

    def between(self, sources, targets):
        for source in sources:
            yield from self._on((), source, {*sources}, set(targets))

    def _on(self, chain, here, met, targets):
        if len(chain) == self.hops:
            return
        for a, b, name in self.links:
            if a != here or b in met or not self._follows(chain, name):
                continue
            longer = (*chain, name)
            if b in targets:
                yield b, longer
            else:
                yield from self._on(longer, b, met | {b}, targets)

    def _follows(self, chain, name):
        first, last = self.days(name)
        before = chain[-1] if chain else None
        if self.certain:
            inside = first >= START and last <= self.end
            return inside and (not chain or self.days(before)[1] < first or (before, name) in self.orders)
        arrival = max([START, *(self.days(one)[0] for one in (*chain, name))])
        return arrival <= min(last, self.end) and (name, before) not in self.orders

    def measure(self, chain):
        """Arrival, departure, and days on the way."""
        firsts, lasts = zip(*map(self.days, chain), strict=True)
        if self.certain:
            return lasts[-1], firsts[0], max(lasts[-1] - firsts[0], 0)
        arrival, departure = max(START, *firsts), min(self.end, *lasts)
        return arrival, departure, max(arrival - departure, 0)

    def costs(self, objective, chains):
        for chain in chains:
            arrival, departure, duration = self.measure(chain)
            yield {
                "earliest-arrival": (arrival, len(chain)),
                "latest-departure": (-departure, len(chain)),
                "fewest-hops": (len(chain), arrival),
                "fastest": (duration, arrival, len(chain)),
            }[objective]


@settings(max_examples=300, deadline=None)
@given(worlds(), questions(), st.sampled_from(OBJECTIVES), st.sampled_from([1, 1, 3, 50]))
def test_the_best_chains_are_those_that_trying_out_finds(world, question, objective, count):
    events, orders = world
    sources, targets, hops, how = question
    index = network(events, orders)
    tried = Chains(events, orders, how, hops)
    every = {chain for _, chain in tried.between(sources, targets)}
    found = find(index, sources, targets, objective, hops, count, **how)
    assert {tuple(chain) for chain in found} <= every
    assert list(tried.costs(objective, found)) == ranked(tried, objective, sources, targets)[:count]


def ranked(tried, objective, sources, targets):
    """The costs of all chains: events may make several, by whom they lead through."""
    chains = [chain for _, chain in tried.between(sources, targets)]
    return sorted(tried.costs(objective, chains))


@settings(max_examples=300, deadline=None)
@given(worlds(), questions())
def test_reached_is_whoever_a_chain_leads_to(world, question):
    events, orders = world
    sources, _, hops, how = question
    index = network(events, orders)
    number = index.actor_numbers
    here = [number[name] for name in sources if name in number]
    found = {
        index.actors[one.actor]: (one.arrival, one.hops) for one in reached(view(index, **how), here, hops)
    }
    tried = Chains(events, orders, how, hops)
    expected = {}
    for target in set(ACTORS) - set(sources):
        costs = ranked(tried, "earliest-arrival", sources, [target])
        if costs:
            expected[target] = costs[0]
    assert found == expected


@settings(max_examples=300, deadline=None)
@given(worlds(), questions())
def test_who_can_reach_is_whoever_a_chain_sets_out_from(world, question):
    events, orders = world
    _, targets, hops, how = question
    index = network(events, orders)
    number = index.actor_numbers
    there = [number[name] for name in targets if name in number]
    backwards = reached(view(index, **how).mirror, there, hops)
    found = {index.actors[one.actor]: (one.arrival, one.hops) for one in backwards}
    tried = Chains(events, orders, how, hops)
    expected = {}
    for source in set(ACTORS) - set(targets):
        costs = ranked(tried, "latest-departure", [source], targets)
        if costs:
            expected[source] = costs[0]
    assert found == expected


@settings(max_examples=300, deadline=None)
@given(worlds(), questions(), st.sampled_from(OBJECTIVES))
def test_the_best_one_is_the_first_of_many(world, question, objective):
    events, orders = world
    sources, targets, hops, how = question
    index = network(events, orders)
    many = find(index, sources, targets, objective, hops, 4, **how)
    one = find(index, sources, targets, objective, hops, 1, **how)
    assert len(many) >= len(one)
    if objective != "fastest":
        assert many[:1] == one


@pytest.mark.parametrize("reverse", [False, True])
def test_the_answer_does_not_depend_on_the_order_of_the_events(reverse):
    events = {f"e{k}": ("A", "B", 2, 2 + k % 3) for k in range(6)}
    listed = dict(sorted(events.items(), reverse=reverse))
    found = find(network(listed), "A", "B", count=6)
    assert found == find(network(events), "A", "B", count=6)
    assert all(len(chain) == 1 for chain in found)
    widths = [events[chain[0]][3] for chain in found]
    assert widths == sorted(widths)
    assert pairwise(found)
