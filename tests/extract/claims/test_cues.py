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


def _claims(lang, text):
    found = extract(Article("a", "a", text, lang, date(2025, 8, 22))).statements
    return {item.event_type: (item.modality, bool(item.attributed_to)) for item in found}


@pytest.mark.parametrize(
    ("lang", "text", "event_type", "modality", "attributed"),
    [
        # who says that he won't give in refuses; who announces sanctions imposes them
        ("fr", "Les autorités russes ont répondu qu'elles ne céderaient pas.", "REJECT", "asserted", False),
        ("es", "Maduro anunció que no cederá a las presiones de España.", "REJECT", "asserted", False),
        ("fr", "La France a annoncé qu'elle expulsait des diplomates russes.", "SANCTION", "asserted", False),
        ("es", "Francia anunció que expulsa a diplomáticos rusos.", "SANCTION", "asserted", False),
        # but his attacks are what he claims
        ("es", "Rusia anunció que sus tropas atacaron Polonia.", "ASSAULT", "reported", True),
        # what a participle recalls is no part of what is reported
        (
            "es",
            "Francia liberará la ciudad atacada por Rusia en Ucrania, dijo Merz.",
            "ASSAULT",
            "asserted",
            False,
        ),
        # the source of an inserted clause, its subject behind the verb
        (
            "fr",
            "La Chine a attaqué le Vietnam, a rapporté lundi l'agence Reuters.",
            "ASSAULT",
            "reported",
            True,
        ),
    ],
)
def test_who_vouches(lang, text, event_type, modality, attributed):
    assert _claims(lang, text)[event_type] == (Modality(modality), attributed)
