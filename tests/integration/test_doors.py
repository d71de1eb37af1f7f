"""One question, five doors: REST, SPARQL, the command line, MCP and Cypher give the same answer."""

import asyncio
import json
from datetime import date
from importlib import resources

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mcp import Client
from neo4j import GraphDatabase, RoutingControl

from api.cli import main
from api.mcp_server import build

AUGUST = ("2025-08-01", "2025-08-31")
# As somebody writes it in Neo4j Browser with the graph's model at hand.
_CYPHER = """
MATCH (e:Event)-[r:SUBJECT|OBJECT]->(a:Actor)
WHERE (a.id = $actor OR r.state = $state)
  AND e.polarity = "positive" AND e.modality IN ["asserted", "reported"]
  AND (e.begin_earliest IS NULL OR e.begin_earliest <= date($last))
  AND (e.end_latest IS NULL OR e.end_latest >= date($first))
WITH DISTINCT e
RETURN e.id AS id, toString(e.begin_earliest) AS earliest, toString(e.end_latest) AS latest,
  e.predicate AS predicate
ORDER BY coalesce(e.begin_earliest, date("0001-01-01")), coalesce(e.end_latest, date("9999-12-31")), id
"""
_VALUES = """
VALUES (?actor ?from ?to) {{
  (<https://w3id.org/regesta/actor/{actor}> "{first}"^^xsd:date "{last}"^^xsd:date)
}}
"""


def told(rows):
    return [(row["id"], row["earliest"], row["latest"], row["predicate"]) for row in rows]


def by_rest(client, actor, first, last):
    days = {"from": first, "to": last, "limit": 1000}
    return told(client.get(f"/v1/actors/{actor}/timeline", params=days).json()["results"])


def by_sparql(client, actor, first, last):
    text = resources.files("graph").joinpath("sparql", "timeline.rq").read_text("utf-8")
    where, order = text.rsplit("}", 1)
    query = f"{where}{_VALUES.format(actor=actor, first=first, last=last)}}}{order}"
    answer = client.post("/sparql", data={"query": query}, headers={"Accept": "application/json"})
    assert answer.status_code == 200, answer.text
    rows = [
        {name: term["value"] for name, term in binding.items()}
        for binding in answer.json()["results"]["bindings"]
    ]
    return [
        (_name(row["event"]), row.get("earliest"), row.get("latest"), _name(row["predicate"])) for row in rows
    ]


def _name(iri):
    return iri.rsplit("/", 1)[-1]


def by_command(environment, name, first, last):
    days = ("--from", first, "--to", last, "--limit", "1000")
    result = CliRunner().invoke(main, ["timeline", name, *days, "--format", "jsonl"], env=environment)
    assert result.exit_code == 0, result.output
    return told(map(json.loads, result.stdout.splitlines()))


def by_mcp(store, name, first, last):
    async def work():
        async with Client(build(store)) as client:
            asked = {"actor": name, "start": first, "end": last, "limit": 200}
            return await client.call_tool("timeline", asked)

    return told(asyncio.run(work()).structured_content["results"])


def by_cypher(target, actor, state, first, last):
    days = {"first": first, "last": last}
    with GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver:
        found = driver.execute_query(
            _CYPHER, {"actor": actor, "state": state, **days}, routing_=RoutingControl.READ
        )
    return told(record.data() for record in found.records)


@pytest.mark.parametrize(
    ("actor", "state", "names"),
    [
        ("Q7747", None, ("Wladimir Putin", "Poutine")),
        ("Q30", "USA", ("Vereinigte Staaten", "Estados Unidos")),
    ],
    ids=["a person", "a state with all who act for it"],
)
def test_every_door_gives_the_same_answer(
    client, sample_store, cli_environment, neo4j_target, actor, state, names
):
    answers = {
        "rest": by_rest(client, actor, *AUGUST),
        "sparql": by_sparql(client, actor, *AUGUST),
        "command line": by_command(cli_environment, names[0], *AUGUST),
        "mcp": by_mcp(sample_store, names[1], *AUGUST),
        "cypher": by_cypher(neo4j_target, actor, state, *AUGUST),
    }
    assert len(answers["rest"]) > 3
    for door, answer in answers.items():
        assert answer == answers["rest"], door


ACTORS = st.sampled_from(
    [("Q7747", None), ("Q22686", None), ("Q56226", None), ("Q30", "USA"), ("Q159", "RUS"), ("Q212", "UKR")]
)
DAYS = st.dates(date(2025, 1, 1), date(2025, 12, 31)).map(date.isoformat)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(who=ACTORS, days=st.tuples(DAYS, DAYS).map(sorted))
def test_every_door_gives_the_same_answer_about_anybody_at_any_time(
    client, sample_store, cli_environment, neo4j_target, who, days
):
    (actor, state), (first, last) = who, days
    wanted = by_rest(client, actor, first, last)
    assert by_sparql(client, actor, first, last) == wanted
    assert by_command(cli_environment, actor, first, last) == wanted
    assert by_mcp(sample_store, actor, first, last) == wanted
    assert by_cypher(neo4j_target, actor, state, first, last) == wanted
