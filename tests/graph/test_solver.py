from datetime import date

import pytest

from graph.solver import Bound, EventTimes, Link, Possibility, Stated, overlaps, precedes, region, solve
from ontology.model import Distance, Interval, Order

AUG = [date(2025, 8, 1)] + [date(2025, 8, d) for d in range(1, 32)]


def day(number):
    return None if number is None else AUG[number]


def within(first, last):
    return Interval.within(day(first), day(last))


def event(name, *stated):
    return EventTimes(name, tuple(Stated(source, interval) for source, interval in stated))


CALL = event("call", ("s1", within(11, 17)))
SUMMIT = event("summit", ("s2", within(15, 15)))
BEFORE = Link("s1", "call", Order.BEFORE, "summit")


def test_a_bound_is_narrowed_by_another_event_and_proved_by_both_sentences():
    call = solve([CALL, SUMMIT], [BEFORE]).bounds["call"]
    assert call.interval == within(11, 15)
    assert call.stated == within(11, 17)
    assert call.narrowed == (Bound.BEGIN_LATEST, Bound.END_LATEST)
    assert call.sources(Bound.END_LATEST) == ("s1", "s2")
    order, dated = call.proofs[Bound.END_LATEST]
    assert (order.event, order.order, order.other) == ("call", Order.BEFORE, "summit")
    assert (dated.event, dated.bound, dated.day) == ("summit", Bound.BEGIN_LATEST, AUG[15])


def test_a_bound_that_its_own_statement_gives_is_proved_by_that_statement_alone():
    call = solve([CALL, SUMMIT], [BEFORE]).bounds["call"]
    assert call.sources(Bound.BEGIN_EARLIEST) == call.sources(Bound.END_EARLIEST) == ("s1",)


def test_before_allows_the_same_day():
    solution = solve([event("a", ("s1", within(15, 15))), SUMMIT], [Link("r", "a", Order.BEFORE, "summit")])
    assert solution.conflicts == ()
    assert solution.bounds["a"].interval == within(15, 15)


def test_statements_of_one_event_are_intersected():
    both = event("e", ("s1", within(3, 9)), ("s2", within(7, 20)))
    assert solve([both], []).bounds["e"].interval == within(7, 9)


def test_open_ends_stay_open():
    nothing = solve([event("a"), event("b", ("s", Interval()))], [Link("r", "a", Order.BEFORE, "b")])
    assert nothing.bounds["a"].interval == nothing.bounds["b"].interval == Interval()
    assert nothing.bounds["a"].proofs == {}


def test_a_state_carries_its_begin_and_end():
    war = event("war", ("s1", Interval.spanning(AUG[2], None)))
    raid = solve([war, event("raid")], [Link("s2", "raid", Order.DURING, "war")]).bounds["raid"]
    assert raid.interval == Interval(AUG[2], None, AUG[2], None)
    assert raid.sources(Bound.BEGIN_EARLIEST) == ("s2", "s1")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.BEFORE, Interval(None, AUG[10], None, AUG[10])),
        (Order.AFTER, Interval(AUG[12], None, AUG[12], None)),
        (Order.DURING, within(10, 12)),
        (Order.CONTAINS, Interval(None, AUG[10], AUG[12], None)),
        (Order.SIMULTANEOUS, Interval.spanning(AUG[10], AUG[12])),
        (Order.OVERLAPS, Interval(None, AUG[12], AUG[10], None)),
    ],
)
def test_each_relation_bounds_an_undated_event(order, expected):
    dated = event("b", ("s", Interval.spanning(AUG[10], AUG[12])))
    for link in (Link("r", "a", order, "b"), Link("r", "b", order.inverse, "a")):
        assert solve([dated, event("a")], [link]).bounds["a"].interval == expected


def test_a_chain_is_proved_by_all_its_links_in_order():
    events = [event(name) for name in "abc"] + [event("d", ("s", within(9, 9)))]
    links = [Link(f"r{k}", x, Order.BEFORE, y) for k, (x, y) in enumerate(("ab", "bc", "cd"))]
    assert solve(events, links).bounds["a"].sources(Bound.END_LATEST) == ("r0", "r1", "r2", "s")


def test_the_shortest_proof_is_given():
    links = [
        Link("r1", "a", Order.BEFORE, "b"),
        Link("r2", "b", Order.BEFORE, "c"),
        Link("r3", "a", Order.BEFORE, "c"),
    ]
    solution = solve([event("c", ("s", within(9, 9)))], links)
    assert solution.bounds["a"].sources(Bound.END_LATEST) == ("r3", "s")


def test_two_dates_that_exclude_one_another_are_both_kept():
    solution = solve([event("e", ("s1", within(11, 12)), ("s2", within(15, 16)), ("s3", within(1, 30)))], [])
    assert [c.sources for c in solution.conflicts] == [("s1", "s2")]
    assert not solution.bounds["e"].consistent
    assert solution.bounds["e"].interval == within(11, 16)


def test_neighbours_of_a_disputed_date_are_bounded_by_what_is_beyond_dispute():
    summit = event("summit", ("s2", within(15, 15)), ("s3", within(16, 16)))
    call = solve([CALL, summit], [BEFORE]).bounds["call"]
    assert call.consistent
    assert call.interval == within(11, 16)
    assert call.sources(Bound.END_LATEST) == ("s1", "s2", "s3")


def test_dates_against_an_order_fall_back_to_the_dates():
    late = event("call", ("s1", within(18, 18)))
    solution = solve([late, SUMMIT, event("toast")], [BEFORE, Link("s4", "toast", Order.BEFORE, "call")])
    (conflict,) = solution.conflicts
    assert conflict.sources == ("s1", "s2")
    assert conflict.events == ("call", "summit")
    assert solution.bounds["call"].interval == within(18, 18)
    assert not solution.bounds["summit"].consistent
    assert solution.bounds["toast"].consistent


def test_a_circle_of_before_contradicts_itself_even_without_dates():
    links = [Link(f"r{k}", x, Order.BEFORE, y) for k, (x, y) in enumerate(("ab", "bc", "ca", "ad"))]
    solution = solve([], links)
    assert [c.sources for c in solution.conflicts] == [("r0", "r1", "r2")]
    assert [name for name, b in solution.bounds.items() if b.consistent] == ["d"]


def test_an_event_cannot_precede_itself():
    (conflict,) = solve([event("a")], [Link("r", "a", Order.BEFORE, "a")]).conflicts
    assert conflict.sources == ("r",)


def test_a_third_conflicting_date_is_reported_with_a_pair_that_clashes():
    solution = solve([event("e", *((f"s{d}", within(d, d)) for d in (3, 5, 9)))], [])
    assert all(len(conflict.sources) == 2 for conflict in solution.conflicts)
    assert {source for conflict in solution.conflicts for source in conflict.sources} == {"s3", "s5", "s9"}
    assert solution.bounds["e"].interval == within(3, 9)


def test_an_interval_that_ends_before_it_begins_is_a_conflict_of_its_own():
    solution = solve([event("e", ("s", Interval.spanning(AUG[9], AUG[4])), ("t", within(2, 5)))], [])
    assert [c.sources for c in solution.conflicts] == [("s",)]
    assert solution.bounds["e"].interval == within(2, 5)
    assert not solution.bounds["e"].consistent


def test_precedence_by_dates_by_links_and_not_at_all():
    other = event("x", ("s9", within(16, 20)))
    solution = solve([CALL, SUMMIT, other, event("y")], [BEFORE])
    assert precedes(solution, "call", "summit").possibility is Possibility.CERTAIN
    assert [r.sources for r in precedes(solution, "call", "summit").proof] == [("s1",)]
    by_dates = precedes(solution, "summit", "x")
    assert by_dates.must and [r.sources for r in by_dates.proof] == [("s2",), ("s9",)]
    backwards = precedes(solution, "x", "summit")
    assert not backwards.may and backwards.proof
    assert precedes(solution, "y", "x").possibility is Possibility.POSSIBLE
    assert not precedes(solution, "x", "x").may


def test_overlap_of_a_state_and_an_event_within_it():
    war = event("war", ("s1", Interval.spanning(AUG[2], AUG[28])))
    solution = solve([war, SUMMIT, event("later", ("s5", within(29, 30))), event("any")], [])
    certain = overlaps(solution, "war", "summit")
    assert certain.must and {r.sources[0] for r in certain.proof} == {"s1", "s2"}
    assert not overlaps(solution, "war", "later").may
    assert overlaps(solution, "any", "war").possibility is Possibility.POSSIBLE


def test_two_events_of_one_day_may_overlap_or_precede():
    twin = event("twin", ("s7", within(15, 15)))
    solution = solve([SUMMIT, twin], [])
    assert overlaps(solution, "summit", "twin").possibility is Possibility.POSSIBLE
    assert precedes(solution, "summit", "twin").possibility is Possibility.POSSIBLE


def neighbourhood(events, links):
    known = {one.id: one for one in events}
    asked = []

    def times(ids):
        asked.extend(ids)
        return [known[name] for name in ids if name in known]

    def touching(ids):
        return [link for link in links if {link.event, link.other} & set(ids)]

    return times, touching, asked


def test_a_region_stops_at_events_that_are_fixed_to_the_day():
    events = [CALL, SUMMIT, event("far", ("s8", within(1, 30))), event("near")]
    links = [BEFORE, Link("r2", "far", Order.AFTER, "summit"), Link("r3", "near", Order.BEFORE, "call")]
    times, touching, asked = neighbourhood(events, links)
    found = region(["call"], times, touching)
    assert [e.id for e in found.events] == ["call", "near", "summit"]
    assert found.edge == {"summit"}
    assert set(found.links) == {links[0], links[2]}
    assert sorted(asked) == ["call", "near", "summit"]
    whole = region(["call"], times, touching, stop=False)
    assert [e.id for e in whole.events] == ["call", "far", "near", "summit"]
    part, all_of_it = solve(found.events, found.links), solve(events, links)
    assert all(part.bounds[name] == all_of_it.bounds[name] for name in ("call", "near"))


def test_a_distance_dates_the_event_and_bounds_its_anchor():
    far = Link("r", "call", Order.BEFORE, "summit", Distance(2, 2))
    solution = solve([SUMMIT, event("call")], [far])
    assert solution.bounds["call"].interval == within(13, 13)
    assert solution.bounds["call"].sources(Bound.BEGIN_EARLIEST) == ("r", "s2")
    anchored = solve([event("summit"), event("call", ("s", within(13, 13)))], [far]).bounds["summit"]
    assert (anchored.interval.begin_earliest, anchored.interval.begin_latest) == (day(15), day(15))
    assert anchored.interval.end_latest is None  # it may go on


def test_distances_add_up_along_a_chain():
    links = [
        Link("r1", "a", Order.AFTER, "summit", Distance(4, 10)),
        Link("r2", "b", Order.AFTER, "a", Distance(1, 1)),
    ]
    found = solve([SUMMIT, event("a"), event("b")], links)
    assert found.bounds["b"].interval == within(20, 26)
    assert precedes(found, "summit", "b").must
    assert not overlaps(found, "a", "b").may


def test_distances_prove_an_order_that_no_word_says():
    links = [
        Link("r1", "a", Order.AFTER, "summit", Distance(1, 2)),
        Link("r2", "b", Order.AFTER, "summit", Distance(3, 3)),
    ]
    found = solve([event("summit"), event("a"), event("b")], links)
    answer = precedes(found, "a", "b")
    assert answer.must
    assert {source for reason in answer.proof for source in reason.sources} == {"r1", "r2"}


def test_distances_that_cannot_all_be_true_are_a_conflict():
    links = [
        Link("r1", "a", Order.AFTER, "summit", Distance(1, 1)),
        Link("r2", "b", Order.AFTER, "a", Distance(1, 1)),
        Link("r3", "b", Order.AFTER, "summit", Distance(5, None)),
    ]
    short = event("summit", ("s", Interval.spanning(day(15), day(15))))
    (conflict,) = solve([short, event("a"), event("b")], links).conflicts
    assert {"r1", "r2", "r3"} <= set(conflict.sources)
    circle = [
        Link("r1", "a", Order.BEFORE, "b", Distance(2)),
        Link("r2", "a", Order.BEFORE, "b", Distance(0, 1)),
    ]
    (conflict,) = solve([event("a"), event("b")], circle).conflicts
    assert conflict.sources == ("r1", "r2")


def about(first, last):
    return Interval.within(day(first), day(last), approximate=True)


def test_an_approximate_date_stays_so_until_an_exact_one_comes():
    alone = solve([event("a", ("s1", about(9, 11)))], []).bounds["a"]
    assert alone.interval == alone.stated == about(9, 11)
    merged = solve([event("a", ("s1", about(9, 11)), ("s2", within(10, 10)))], []).bounds["a"]
    assert merged.interval == within(10, 10)
    same = solve([event("a", ("s1", about(9, 11)), ("s2", within(9, 11)))], []).bounds["a"]
    assert same.interval == within(9, 11)
    half = solve([event("a", ("s1", about(9, 11)), ("s2", within(None, 10)))], []).bounds["a"]
    assert half.interval == about(9, 10)


def test_what_follows_from_an_approximate_date_is_approximate():
    solution = solve(
        [event("a", ("s1", about(9, 11))), event("call", ("s", within(1, None)))],
        [Link("r", "call", Order.BEFORE, "a")],
    )
    assert solution.bounds["call"].interval == about(1, 11)
    exact = solve(
        [event("a", ("s1", about(9, 11))), event("call", ("s", within(1, 11)))],
        [Link("r", "call", Order.BEFORE, "a")],
    )
    assert exact.bounds["call"].interval == within(1, 11)
