"""A hub's timeline of 180 days, limit 100, against the same queries by the bare driver."""

from collections.abc import Iterator
from datetime import date, timedelta

from neo4j import GraphDatabase

from bench import neo4j as server
from bench.ratio import Ratio, alternating
from bench.synthetic import FIRST_DAY, extractions
from graph.load import load_many
from graph.queries import query
from graph.store import Store, Target
from graph.timeline import HAPPENED, timeline
from ontology.model import Polarity

ARTICLES, ROUNDS, LIMIT = 600, 60, 100
TARGET = 1 / 1.2


def measure() -> Iterator[Ratio]:
    with server.throwaway() as target, Store.open(target) as store:
        list(load_many(store, extractions(ARTICLES)))
        for name, actor in (("a person", "Q0-1"), ("a state with its people", "Q0")):
            yield _compared(store, target, name, actor)


def _compared(store: Store, target: Target, name: str, actor: str) -> Ratio:
    days = {"start": FIRST_DAY, "end": FIRST_DAY + timedelta(days=180)}
    page = timeline(store, actor, limit=LIMIT, **days)
    keys = [row.id for row in page.rows]
    with (
        GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver,
        driver.session() as session,
    ):

        def bare() -> None:
            session.run(query("timeline"), _parameters(actor, days)).values()
            session.run(query("event_rows"), {"events": keys}).values()

        for _ in range(20):
            bare()
        ours, limit = alternating(lambda: timeline(store, actor, limit=LIMIT, **days), bare, ROUNDS)
    note = f"the same two queries by the bare driver; {page.total_value} events, {len(keys)} shown"
    return Ratio(f"timeline of {name}", ours * 1000, limit * 1000, "ms", TARGET, True, note)


def _parameters(actor: str, days: dict[str, date]) -> dict[str, object]:
    return {
        "actor": actor,
        "state": None if "-" in actor else "S000",
        "with_actor": None,
        "with_state": None,
        "types": None,
        "polarities": [Polarity.POSITIVE],
        "modalities": list(HAPPENED),
        "certain": False,
        "after_earliest": None,
        "after_latest": None,
        "after_id": None,
        "limit": LIMIT + 1,
        **days,
    }
