"""A refusal without addressee answers the demand before it."""

from datetime import date

import pytest

from extract.pipeline import extract
from ontology.model import Article


def _rejections(text: str) -> list[tuple[str | None, list[str | None]]]:
    statements = extract(Article("a", "a", text, "de", date(2025, 8, 22))).statements
    return [
        (item.subject[0].state, [actor.state for actor in item.object])
        for item in statements
        if item.event_type == "REJECT"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Frankreich forderte Serbien zum Abzug auf. Serbien lehnte ab.", [("SRB", ["FRA"])]),
        ("Frankreich forderte Polen zum Abzug auf. Serbien lehnte ab.", [("SRB", [])]),
    ],
)
def test_a_refusal_answers_the_demand(text, wanted):
    assert _rejections(text) == wanted
