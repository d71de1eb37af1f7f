"""A hub's timeline of 180 days, limit 100, against the best bare Cypher for the same page.

The bare query is written for this one question: it knows whose timeline it is, what isn't asked for and which
index serves best, doesn't count what isn't shown, and its one collected row is not read any further than the
driver does.
"""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from time import perf_counter

from neo4j import GraphDatabase, NotificationMinimumSeverity

from bench import neo4j as server
from bench.ratio import Ratio
from bench.synthetic import FIRST_DAY, extractions
from graph.load import load_many
from graph.queries import query
from graph.store import Store, Target
from graph.timeline import timeline

ARTICLES, ROUNDS, LIMIT, DAYS = 600, 200, 100, 180
TARGET = 1 / 1.2
_BRANCH = """
  MATCH (e)-[r:{role}]->()
  USING INDEX r:{role}({key}, earliest, latest)
  WHERE r.{key} = $key AND r.earliest <= $end AND r.latest >= $start
    AND r.polarity = "positive" AND r.modality IN ["asserted", "reported"]
  RETURN e, r.earliest AS earliest, r.latest AS latest, r.event AS id
"""
_PAGE = """
CALL () {branches}
WITH DISTINCT e, earliest, latest, id ORDER BY earliest, latest, id LIMIT $limit
{columns}
WITH earliest, latest, id, [id, type, mode, predicate, polarity, modality, disputed, consistent, score,
  begin_earliest, begin_latest, end_earliest, end_latest, approximate, narrowed, statements, articles,
  voices, langs, place_id, place_name, place_state, coded, participants, speakers, evidence] AS row
ORDER BY earliest, latest, id
RETURN collect(row) AS rows
"""


@dataclass(frozen=True, slots=True)
class _Hub:
    """Whose timeline: the bare query finds it by ``key``, which is ``value`` on the relationships."""

    name: str
    actor: str
    keys: tuple[tuple[str, str], ...]


HUBS = (
    _Hub("a person", "Q0-1", (("actor", "Q0-1"),)),
    _Hub("a state with its people", "Q0", (("state", "S000"),)),
)


def measure() -> Iterator[Ratio]:
    with server.throwaway() as target, Store.open(target) as store:
        list(load_many(store, extractions(ARTICLES)))
        for hub in HUBS:
            yield _compared(store, target, hub)


def _compared(store: Store, target: Target, hub: _Hub) -> Ratio:
    start, end = FIRST_DAY, FIRST_DAY + timedelta(days=DAYS)
    page = timeline(store, hub.actor, start=start, end=end, limit=LIMIT)
    ((key, value),) = hub.keys
    branches = " UNION ALL ".join(_BRANCH.format(role=role, key=key) for role in ("SUBJECT", "OBJECT"))
    text = _PAGE.format(branches="{" + branches + "}", columns=query("event_columns"))
    parameters: dict[str, str | int | date] = {"key": value, "start": start, "end": end, "limit": LIMIT}
    with (
        GraphDatabase.driver(
            target.uri,
            auth=(target.user, target.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        ) as driver,
        driver.session() as session,
    ):

        def bare() -> list[str]:
            (row,) = session.run(text, parameters).values()
            return [told[0] for told in row[0]]

        def ours() -> list[str]:
            return [row.id for row in timeline(store, hub.actor, start=start, end=end, limit=LIMIT).rows]

        if ours() != bare():
            raise AssertionError("the bare query gives another page: it measures something else")
        mine, limit = _in_turns(ours, bare)
    note = f"the best bare Cypher; {page.total_value} events, {len(page.rows)} shown; "
    note += f"medians {statistics.median(mine):.1f} and {statistics.median(limit):.1f} ms"
    return Ratio(f"timeline of {hub.name}", _p95(mine), _p95(limit), "ms p95", TARGET, True, note)


def _in_turns(ours: Callable[[], object], bare: Callable[[], object]) -> tuple[list[float], list[float]]:
    """Milliseconds of both, in turns after some rounds to warm up, so that a busy neighbour hurts both."""
    for _ in range(30):
        ours()
        bare()
    pairs = [(_milliseconds(ours), _milliseconds(bare)) for _ in range(ROUNDS)]
    return [mine for mine, _ in pairs], [limit for _, limit in pairs]


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _milliseconds(task: Callable[[], object]) -> float:
    start = perf_counter()
    task()
    return (perf_counter() - start) * 1000
