"""How the cost of solving grows: the whole graph, and the part that one new article touches.

In processor time, without reading the database. The limits are what a user may be made to wait.
"""

import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bench.ratio import Ratio
from graph.solver import EventTimes, Link, Stated, region, solve
from ontology.model import Distance, Interval, Order

EVENTS, LINKS = 300_000, 100_000
ARTICLE_MS, WHOLE_SECONDS = 50.0, 60.0
_FIRST = date(2014, 1, 1)
_ORDERS = (Order.BEFORE, Order.AFTER, Order.BEFORE, Order.DURING)


def world(events: int, links: int, seed: int = 7) -> tuple[list[EventTimes], list[Link]]:
    """Events of ten years: seven in ten dated to the day, two to a fortnight, one not at all.

    A third of the links goes to one of a hundred events (wars, summits); links follow the true order, and one
    "before" in five says how many days lie between, give or take two.
    """
    rng = random.Random(seed)
    true_day = [rng.randrange(3650) for _ in range(events)]
    made = [EventTimes(f"e{k}", _stated(rng, k, day)) for k, day in enumerate(true_day)]
    pairs = []
    for k in range(links):
        one, other = rng.randrange(events), rng.randrange(100 if k % 3 == 0 else events)
        order = rng.choice(_ORDERS)
        if order is Order.DURING or true_day[one] == true_day[other]:
            order = Order.SIMULTANEOUS if true_day[one] == true_day[other] else Order.BEFORE
        if (order is Order.BEFORE) != (true_day[one] <= true_day[other]):
            one, other = other, one
        pairs.append(
            Link(f"l{k}", f"e{one}", order, f"e{other}", _distance(rng, order, true_day, one, other))
        )
    return made, pairs


def _distance(
    rng: random.Random, order: Order, true_day: Sequence[int], one: int, other: int
) -> Distance | None:
    if order is not Order.BEFORE or rng.random() >= 0.2:
        return None
    days = true_day[other] - true_day[one]
    return Distance(max(days - rng.randrange(3), 0), days + rng.randrange(3))


def _stated(rng: random.Random, k: int, day: int) -> tuple[Stated, ...]:
    kind = rng.random()
    if kind < 0.1:
        return ()
    early, late = (0, 0) if kind < 0.8 else (rng.randrange(7), rng.randrange(7))
    interval = Interval.within(_FIRST + timedelta(day - early), _FIRST + timedelta(day + late))
    return (Stated(f"s{k}", interval),)


def whole_graph(events: Sequence[EventTimes], links: Sequence[Link]) -> float:
    """Processor seconds to solve everything from scratch."""
    start = time.process_time()
    solve(events, links)
    return time.process_time() - start


def one_article(events: Sequence[EventTimes], links: Sequence[Link], rounds: int = 200) -> list[float]:
    """Processor milliseconds to collect and solve what an article that touches eight events concerns."""
    rng = random.Random(11)
    known = {event.id: event for event in events}
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        touching[link.event].append(link)
        touching[link.other].append(link)

    def times(ids: Sequence[str]) -> list[EventTimes]:
        return [known[name] for name in ids]

    def around(ids: Sequence[str]) -> list[Link]:
        return [link for name in ids for link in touching.get(name, ())]

    taken = []
    for _ in range(rounds):
        touched = [f"e{rng.randrange(len(events))}" for _ in range(8)]
        start = time.process_time()
        part = region(touched, times, around)
        solve(part.events, part.links)
        taken.append((time.process_time() - start) * 1000)
    return taken


def measure() -> Iterator[Ratio]:
    for share in (0.01, 0.1, 1.0):
        events, links = world(int(EVENTS * share), int(LINKS * share))
        articles = one_article(events, links)
        p95 = statistics.quantiles(articles, n=20)[-1]
        note = f"allowed; ours is the median, p95 {p95:.1f} ms"
        name = f"solve one article's part of {len(events):,} events"
        yield Ratio(name, statistics.median(articles), ARTICLE_MS, "ms", 1.0, True, note)
        seconds, allowed = whole_graph(events, links), WHOLE_SECONDS * share
        note = f"allowed; {seconds / len(events) * 1e6:.0f} µs an event"
        yield Ratio(f"solve all of {len(events):,} events", seconds, allowed, "s", 1.0, True, note)
