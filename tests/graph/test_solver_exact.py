"""The solver against trying out all assignments of instants to the begins and ends of three events."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.solver import EventTimes, Link, Possibility, Stated, alone, overlaps, precedes, region, solve
from ontology.model import Distance, Interval, Order

NAMES = "abc"
DAYS, INSTANTS = 3, 3  # three instants a day suffice for a strict chain of three events
AXES = np.meshgrid(*[np.arange(DAYS * INSTANTS, dtype=np.int8)] * 6, indexing="ij", sparse=True)
BEGIN = {name: AXES[2 * k] for k, name in enumerate(NAMES)}
END = {name: AXES[2 * k + 1] for k, name in enumerate(NAMES)}


def day(number):
    return None if number is None else date.fromordinal(1000 + number)


intervals = st.builds(
    lambda days: Interval(*map(day, days)), st.tuples(*[st.none() | st.integers(0, DAYS - 1)] * 4)
)
distances = st.builds(
    lambda least, more: Distance(least, None if more is None else least + more),
    st.integers(0, DAYS),
    st.none() | st.integers(0, DAYS),
)


def problems_with(far):
    ends, orders = st.sampled_from(NAMES), st.sampled_from(Order)
    stated = st.lists(st.tuples(ends, intervals), max_size=4)
    return st.tuples(stated, st.lists(st.tuples(ends, orders, ends, far), max_size=5))


problems = problems_with(st.none() | distances)


def sources(problem):
    stated, links = problem
    domain = {f"domain {name}": (name, Interval.within(day(0), day(DAYS - 1))) for name in NAMES}
    times = domain | {f"s{k}": pair for k, pair in enumerate(stated)}
    return times, {f"r{k}": Link(f"r{k}", *parts) for k, parts in enumerate(links)}


def solved(times, links):
    events = [
        EventTimes(n, tuple(Stated(s, i) for s, (name, i) in times.items() if name == n)) for n in NAMES
    ]
    return solve(events, links.values())


def satisfying(times, links):
    """All assignments that satisfy the sources, as a boolean array over the six points."""
    fits = np.ones([DAYS * INSTANTS] * 6, dtype=bool)
    for name in NAMES:
        fits &= BEGIN[name] <= END[name]
    for name, interval in times.values():
        for point, low, high in (
            (BEGIN[name], interval.begin_earliest, interval.begin_latest),
            (END[name], interval.end_earliest, interval.end_latest),
        ):
            fits &= True if low is None else point // INSTANTS >= low.toordinal() - 1000
            fits &= True if high is None else point // INSTANTS <= high.toordinal() - 1000
    for link in links.values():
        fits &= said(link)
    return fits


def said(link):
    a, b = link.event, link.other
    return ordered(link.order, a, b) & apart(link)


def apart(link):
    if link.distance is None or link.order not in (Order.BEFORE, Order.AFTER):
        return np.True_
    begin, end = BEGIN[link.event] // INSTANTS, END[link.event] // INSTANTS
    if link.order is Order.BEFORE:
        near, far = BEGIN[link.other] // INSTANTS - end, BEGIN[link.other] // INSTANTS - begin
    else:
        near, far = begin - END[link.other] // INSTANTS, end - END[link.other] // INSTANTS
    most = DAYS * 2 if link.distance.most is None else link.distance.most
    return (near >= link.distance.least) & (far <= most)


def ordered(order, a, b):
    return {
        Order.BEFORE: lambda: END[a] < BEGIN[b],
        Order.AFTER: lambda: END[b] < BEGIN[a],
        Order.DURING: lambda: (BEGIN[b] <= BEGIN[a]) & (END[a] <= END[b]),
        Order.CONTAINS: lambda: (BEGIN[a] <= BEGIN[b]) & (END[b] <= END[a]),
        Order.SIMULTANEOUS: lambda: (BEGIN[a] == BEGIN[b]) & (END[a] == END[b]),
        Order.OVERLAPS: lambda: (BEGIN[a] <= END[b]) & (BEGIN[b] <= END[a]),
    }[order]()


def tightest(fits, name):
    bounds = []
    for point in (BEGIN[name], END[name]):
        days = np.broadcast_to(point // INSTANTS, fits.shape)[fits]
        bounds += [day(int(days.min())), day(int(days.max()))]
    return Interval(*bounds)


def only(names, times, links):
    return {k: v for k, v in times.items() if k in names}, {k: v for k, v in links.items() if k in names}


@settings(max_examples=120, deadline=None)
@given(problems)
def test_bounds_and_answers_are_those_of_all_assignments(problem):
    times, links = sources(problem)
    solution, fits = solved(times, links), satisfying(times, links)
    assert fits.any() == (not solution.conflicts)
    if not fits.any():
        return
    for name in NAMES:
        found = solution.bounds[name]
        assert found.consistent
        assert found.interval == tightest(fits, name)
        assert found.stated == tightest(
            satisfying({k: v for k, v in times.items() if v[0] == name}, {}), name
        )
    for a, b in (("a", "b"), ("b", "c"), ("c", "a")):
        earlier = np.broadcast_to(END[a] < BEGIN[b], fits.shape)[fits]
        together = np.broadcast_to((BEGIN[a] <= END[b]) & (BEGIN[b] <= END[a]), fits.shape)[fits]
        for answer, truth in ((precedes(solution, a, b), earlier), (overlaps(solution, a, b), together)):
            assert answer.may == truth.any()
            assert answer.must == truth.all()
            assert (answer.possibility is Possibility.POSSIBLE) == (truth.any() and not truth.all())


@settings(max_examples=80, deadline=None)
@given(problems)
def test_the_sources_of_a_proof_suffice_for_its_bound(problem):
    times, links = sources(problem)
    solution = solved(times, links)
    for found in solution.bounds.values():
        for bound, reasons in found.proofs.items():
            if any(len(reason.sources) > 1 for reason in reasons) or solution.conflicts:
                continue
            again = solved(*only(found.sources(bound), times, links)).bounds[found.id]
            assert getattr(again.interval, bound) == getattr(found.interval, bound)


@settings(max_examples=80, deadline=None)
@given(problems_with(st.none()))
def test_a_conflict_is_irreducible(problem):
    times, links = sources(problem)
    for conflict in solved(times, links).conflicts:
        assert not satisfying(*only(conflict.sources, times, links)).any()
        for spared in conflict.sources:
            rest = set(conflict.sources) - {spared}
            assert satisfying(*only(rest, times, links)).any()


@settings(max_examples=80, deadline=None)
@given(problems)
def test_a_conflict_with_distances_is_irreducible(problem):
    # Without one of its sources an event may lie beyond the few days that all assignments are tried for.
    times, links = sources(problem)
    for conflict in solved(times, links).conflicts:
        assert solved(*only(conflict.sources, times, links)).conflicts
        for spared in conflict.sources:
            assert not solved(*only(set(conflict.sources) - {spared}, times, links)).conflicts


@settings(max_examples=60, deadline=None)
@given(problems, st.randoms(use_true_random=False))
def test_the_order_of_the_arguments_does_not_matter(problem, random):
    times, links = sources(problem)
    one = solved(times, links)
    events = [
        EventTimes(n, tuple(Stated(s, i) for s, (name, i) in reversed(times.items()) if name == n))
        for n in random.sample(NAMES, 3)
    ]
    other = solve(events, random.sample(list(links.values()), len(links)))
    assert one.bounds == other.bounds
    assert one.conflicts == other.conflicts


@settings(max_examples=60, deadline=None)
@given(problems, st.sampled_from(NAMES))
def test_solving_the_touched_region_gives_what_solving_everything_gives(problem, touched):
    times, links = sources(problem)
    whole = solved(times, links)
    events = {
        n: EventTimes(n, tuple(Stated(s, i) for s, (name, i) in times.items() if name == n)) for n in NAMES
    }
    part = region(
        [touched],
        lambda ids: [events[n] for n in ids],
        lambda ids: [link for link in links.values() if {link.event, link.other} & set(ids)],
        stop=bool(whole.conflicts) is False,
    )
    solution = solve(part.events, part.links)
    for name in {one.id for one in part.events} - part.edge:
        assert solution.bounds[name].interval == whole.bounds[name].interval


@given(st.lists(intervals, max_size=5))
def test_an_event_without_links_needs_no_solver(stated):
    event = EventTimes("a", tuple(Stated(f"s{k}", interval) for k, interval in enumerate(stated)))
    found = solve([event], []).bounds["a"]
    assert alone(event) == (found.interval, found.consistent)
    assert found.narrowed == ()
