"""What a cue bears on."""

from datetime import date

import pytest

from extract.pipeline import extract
from ontology.model import Article, Modality


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "France and Germany signed a deal after weeks of negotiations with Poland."),
        (
            "de",
            "Frankreich unterzeichnete ein Abkommen nach wochenlangen Verhandlungen mit Deutschland.",
        ),
    ],
)
def test_talks_that_a_deal_follows_are_no_plan_of_it(lang, text):
    found = extract(Article("a", "a", text, lang, date(2025, 8, 22)))
    modality = {item.predicate: item.modality for item in found.statements}
    assert modality["negotiate"] is Modality.ASSERTED
    assert modality["sign"] is Modality.ASSERTED
