"""Where events were, and the places that meetings are called by."""

from datetime import date

import pytest

from extract.pipeline import extract
from ontology.model import Article, Place


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("de", "Der Alaska-Gipfel von Trump und Putin endete ohne Ergebnis.", "Alaska"),
        ("en", "The Alaska summit between Trump and Putin ended without a deal.", "Alaska"),
        ("en", "The Istanbul talks between Russia and Ukraine ended after an hour.", "Istanbul"),
        ("fr", "Le sommet de Genève entre Joe Biden et Vladimir Poutine a duré trois heures.", "Geneva"),
        ("es", "La cumbre de Alaska entre Trump y Putin terminó sin acuerdo.", "Alaska"),
    ],
)
def test_a_meeting_is_where_it_is_called_after(lang, text, place):
    found = extract(Article("a", "a", text, lang, date(2025, 8, 22))).statements
    assert place in [item.place.name for item in found if item.event_type == "CONSULT" and item.place]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Macron und Merz trafen sich in Warschau."),
        ("en", "Macron and Merz met in Warsaw."),
        ("fr", "Macron et Merz se sont rencontrés à Varsovie."),
        ("es", "Macron y Merz se reunieron en Varsovia."),
    ],
)
def test_a_capital_is_one_place_in_all_languages(lang, text):
    found = extract(Article("a", "a", text, lang, date(2025, 8, 22))).statements
    assert {item.place for item in found} == {Place("Warsaw", "place:warsaw-pol", "POL")}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Macron and Merz met in Paris to talk about Crimea."),
        ("de", "Macron und Merz trafen sich in Paris und sprachen über die Krim."),
        ("fr", "Macron et Merz se sont rencontrés à Paris pour parler de la Crimée."),
        ("es", "Macron y Merz se reunieron en París para hablar de Crimea."),
    ],
)
def test_what_is_talked_about_is_no_place(lang, text):
    found = extract(Article("a", "a", text, lang, date(2025, 8, 22))).statements
    assert {item.place.name for item in found if item.place} == {"Paris"}
