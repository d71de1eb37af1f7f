"""How the cost of solving grows: the whole graph, and the part that one new article touches.

Run: python -m bench.solver [--events 300000] [--links 100000]
"""

import argparse
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from graph.solver import EventTimes, Link, Stated, region, solve
from ontology.model import Interval, Order

_FIRST = date(2014, 1, 1)
_ORDERS = (Order.BEFORE, Order.AFTER, Order.BEFORE, Order.DURING)


def world(events: int, links: int, seed: int = 7) -> tuple[list[EventTimes], list[Link]]:
    """Events of ten years: seven in ten dated to the day, two to a fortnight, one not at all.

    A third of the links goes to one of a hundred events (wars, summits); links follow the true order.
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
        pairs.append(Link(f"l{k}", f"e{one}", order, f"e{other}"))
    return made, pairs


def _stated(rng: random.Random, k: int, day: int) -> tuple[Stated, ...]:
    kind = rng.random()
    if kind < 0.1:
        return ()
    early, late = (0, 0) if kind < 0.8 else (rng.randrange(7), rng.randrange(7))
    interval = Interval.within(_FIRST + timedelta(day - early), _FIRST + timedelta(day + late))
    return (Stated(f"s{k}", interval),)


def whole_graph(events: Sequence[EventTimes], links: Sequence[Link]) -> float:
    """Seconds to solve everything from scratch."""
    start = time.perf_counter()
    solve(events, links)
    return time.perf_counter() - start


def one_article(events: Sequence[EventTimes], links: Sequence[Link], rounds: int = 200) -> list[float]:
    """Milliseconds to collect and solve what an article with eight statements and three links touches."""
    rng = random.Random(11)
    known = {event.id: event for event in events}
    touching: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        touching[link.event].append(link)
        touching[link.other].append(link)
    taken = []
    for _ in range(rounds):
        touched = [f"e{rng.randrange(len(events))}" for _ in range(8)] + [f"e{rng.randrange(100)}"]
        start = time.perf_counter()
        part = region(
            touched[:8],
            lambda ids: [known[name] for name in ids],
            lambda ids: [link for name in ids for link in touching.get(name, ())],
        )
        solve(part.events, part.links)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def main() -> None:
    """Print one line for each size, a tenth at a time."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=300_000)
    parser.add_argument("--links", type=int, default=100_000)
    given = parser.parse_args()
    print(f"{'events':>9} {'links':>8} {'whole s':>8} {'µs/event':>8} {'article ms p50':>14} {'p95':>7}")
    for share in (0.01, 0.1, 1.0):
        events, links = world(int(given.events * share), int(given.links * share))
        seconds, articles = whole_graph(events, links), one_article(events, links)
        p95 = statistics.quantiles(articles, n=20)[-1]
        print(
            f"{len(events):>9} {len(links):>8} {seconds:>8.2f} {seconds / len(events) * 1e6:>8.1f} "
            f"{statistics.median(articles):>14.2f} {p95:>7.2f}"
        )


if __name__ == "__main__":
    main()
