"""The documented SPARQL query gives the timeline that the graph itself gives."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from graph.load import load
from graph.rdf import graph_quads, select, sparql, to_oxigraph, to_rdflib
from graph.rdf.terms import bare, day, event_type, thing
from graph.timeline import timeline
from ontology.model import (
    ActorRef,
    ActorType,
    Article,
    Extraction,
    Interval,
    Modality,
    Polarity,
    Span,
    Statement,
    StatementTime,
)

DEU = ActorRef("Q183", "Germany", "DEU", ActorType.STATE)
FRA = ActorRef("Q142", "France", "FRA", ActorType.STATE)
MERKEL = ActorRef("Q567", "Angela Merkel", "DEU", ActorType.PERSON, "GOV")
MACRON = ActorRef("Q3052772", "Emmanuel Macron", "FRA", ActorType.PERSON, "GOV")
NATO = ActorRef("Q7184", "NATO", "IGO:NATO", ActorType.IGO)
REBELS = ActorRef("x::rebels", "rebels", None, ActorType.ARMED_GROUP, resolved=False)
ACTORS = (DEU, FRA, MERKEL, MACRON, NATO, REBELS)
TEXT = (
    "They met, they spoke, they praised one another, and in the end they fell out over the bill for all that."
)


def said(
    number, predicate, kind, mode, sides, bounds, polarity=Polarity.POSITIVE, modality=Modality.ASSERTED
):
    span = Span(number, number + 4)
    time = StatementTime(Interval.within(*bounds)) if bounds else None
    return Statement(
        f"s{number:02}",
        "a1",
        sides[0],
        predicate,
        kind,
        mode,
        sides[1],
        time,
        None,
        polarity,
        modality,
        (),
        span,
        Span(0, len(TEXT)),
    )


MAY, JUNE = date(2021, 5, 3), date(2021, 6, 10)
STATEMENTS = (
    said(1, "phone", "CONSULT", "phone", ((MERKEL,), (MACRON,)), (MAY, MAY)),
    said(2, "praise", "SUPPORT", None, ((MACRON,), (MERKEL, DEU)), (MAY, JUNE)),
    said(3, "criticise", "ACCUSE", "disapprove", ((DEU,), (FRA,)), (None, JUNE)),
    said(4, "attack", "ASSAULT", None, ((REBELS,), (FRA,)), (JUNE, None)),
    said(5, "supply", "AID", None, ((NATO,), (DEU,)), None),
    said(6, "visit", "CONSULT", "visit", ((MERKEL,), (FRA,)), (JUNE, JUNE), Polarity.NEGATIVE),
    said(7, "sign", "AGREE", None, ((DEU, FRA), ()), (JUNE, JUNE), modality=Modality.PLANNED),
    said(8, "threaten", "THREATEN", None, ((REBELS,), ()), (MAY, MAY), modality=Modality.REPORTED),
)


@pytest.fixture(scope="module")
def told(migrated_store, wipe):
    wipe()
    article = Article("a1", "en-1", TEXT, "en", date(2021, 7, 1))
    statements = tuple(replace(statement, article_id="a1") for statement in STATEMENTS)
    load(migrated_store, Extraction(article, statements, ()))
    return migrated_store


@pytest.fixture(scope="module")
def triples(told):
    return to_oxigraph(graph_quads(told))


def by_sparql(triples, actor, start, end):
    window = {name: day(value) for name, value in (("from", start), ("to", end)) if value}
    return [
        (
            row["event"].rsplit("/", 1)[-1],
            row["earliest"],
            row["latest"],
            row["type"],
            row["mode"],
            row["predicate"],
            _names(row["subjects"]),
            _names(row["objects"]),
        )
        for row in select(triples, "timeline", actor=thing("actor", actor), **window)
    ]


def by_graph(store, actor, start, end):
    return [
        (
            row.id,
            row.earliest.isoformat() if row.earliest else None,
            row.latest.isoformat() if row.latest else None,
            bare(event_type(row.type)),
            bare(event_type(row.type, row.mode)) if row.mode else None,
            bare(thing("predicate", row.predicate)),
            {actor.name for actor in row.subjects},
            {actor.name for actor in row.objects},
        )
        for row in timeline(store, actor, start=start, end=end).rows
    ]


def _names(text):
    return set(text.split("; ")) if text else set()


@pytest.mark.parametrize("actor", ACTORS, ids=lambda actor: actor.name)
def test_both_give_the_same_timeline_without_a_window(told, triples, actor):
    rows = by_sparql(triples, actor.id, None, None)
    assert rows == by_graph(told, actor.id, None, None)
    assert rows


DAYS = st.none() | st.dates(date(2021, 4, 1), date(2021, 7, 31))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actor=st.sampled_from(ACTORS), days=st.tuples(DAYS, DAYS))
def test_both_give_the_same_timeline_in_any_window(told, triples, actor, days):
    start, end = sorted(days) if None not in days else days
    assert by_sparql(triples, actor.id, start, end) == by_graph(told, actor.id, start, end)


def test_a_state_is_taken_with_its_people_and_a_person_alone(told, triples):
    of_state = {row[0] for row in by_sparql(triples, DEU.id, None, None)}
    of_person = {row[0] for row in by_sparql(triples, MERKEL.id, None, None)}
    assert of_person < of_state


def test_what_is_denied_or_planned_stays_out(triples):
    found = {row[0] for actor in ACTORS for row in by_sparql(triples, actor.id, None, None)}
    assert found == {"e01", "e02", "e03", "e04", "e05", "e08"}


def test_rdflib_answers_the_query_too(told, triples):
    actor, days = URIRef(bare(thing("actor", DEU.id))), {"from": MAY, "to": MAY}
    bindings = {"actor": actor} | {name: Literal(value) for name, value in days.items()}
    rows = to_rdflib(graph_quads(told)).query(sparql("timeline"), initBindings=bindings)
    found = [str(row.event).rsplit("/", 1)[-1] for row in rows]
    assert found == [row[0] for row in by_sparql(triples, DEU.id, MAY, MAY)]
    assert found
