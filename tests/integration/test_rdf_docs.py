"""The queries that docs/rdf.md shows run, and find what they promise."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from graph.load import load
from graph.rdf import graph_quads, to_rdflib
from ontology.model import Interval, Modality, Polarity, StatementTime
from tests.graph.rdf_values import CALL, EXTRACTION, SUMMIT

PAGE = Path(__file__).parents[2] / "docs" / "rdf.md"
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def exported(migrated_store, wipe):
    wipe()
    day = StatementTime(Interval.within(date(2021, 5, 2), date(2021, 5, 2)))
    summit = replace(SUMMIT, time=day, polarity=Polarity.POSITIVE, modality=Modality.ASSERTED)
    denied = replace(CALL, id="s4", time=None, polarity=Polarity.NEGATIVE, attributed_to=())
    call = replace(CALL, time=None)
    load(migrated_store, replace(EXTRACTION, statements=(call, summit, denied)))
    return to_rdflib(graph_quads(migrated_store))


def test_the_first_query_shows_both_sides_of_a_dispute(exported):
    rows = list(exported.query(QUERIES[0]))
    assert {str(row.polarity).rsplit("#", 1)[-1] for row in rows} == {"positive", "negative"}


def test_the_second_query_shows_the_proof_of_a_date(exported):
    rows = list(exported.query(QUERIES[1]))
    assert {str(row.latest) for row in rows} == {"2021-05-02"}
    assert {"Vor dem Gipfel", "Gipfel"} <= {str(row.words) for row in rows}
