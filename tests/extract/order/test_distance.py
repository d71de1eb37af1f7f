"""Lengths of time that stand at an order: how far one event lies from another."""

from datetime import date

import pytest

from extract.order.distance import days_of
from extract.pipeline import extract
from ontology.model import Article, Distance, Order


def _read(text: str, lang: str):
    return extract(Article("a", "a", text, lang, date(2025, 8, 22)))


@pytest.mark.parametrize(
    ("lang", "text", "order", "distance"),
    [
        (
            "de",
            "Macron telefonierte zwei Tage vor dem Treffen mit Merz mit Erdogan.",
            "BEFORE",
            Distance(2, 2),
        ),
        (
            "de",
            "Drei Tage nach dem Treffen mit Merz telefonierte Macron mit Erdogan.",
            "AFTER",
            Distance(3, 3),
        ),
        ("en", "Macron phoned Erdogan two days before his meeting with Merz.", "BEFORE", Distance(2, 2)),
        ("en", "A week after meeting Merz, Macron phoned Erdogan.", "AFTER", Distance(4, 10)),
        (
            "fr",
            "Une semaine après sa rencontre avec Merz, Macron a téléphoné à Erdogan.",
            "AFTER",
            Distance(4, 10),
        ),
        (
            "es",
            "Macron telefoneó a Erdogan dos días después de la reunión con Merz.",
            "AFTER",
            Distance(2, 2),
        ),
    ],
)
def test_a_length_of_time_says_how_far_apart_events_are(lang, text, order, distance):
    found = _read(text, lang)
    predicate = {item.id: item.predicate for item in found.statements}
    said = [(predicate[r.source], r.order, predicate[r.target], r.distance) for r in found.relations]
    assert said == [("phone", Order(order), "meet", distance)]


def test_an_event_is_dated_by_its_distance_from_a_dated_one():
    text = "Macron traf Merz am 15. August. Zwei Tage später telefonierte er mit Erdogan."
    call = next(item for item in _read(text, "de").statements if item.predicate == "phone")
    assert (call.time.interval.earliest, call.time.interval.latest) == (date(2025, 8, 17), date(2025, 8, 17))
    assert call.time.stated.earliest is None  # the graph derives it, and keeps the proof


def test_a_length_that_belongs_to_no_order_measures_nothing():
    found = _read("Nach dem Treffen mit Merz telefonierte Macron zwei Stunden mit Erdogan.", "de")
    assert [relation.distance for relation in found.relations] == [None]


@pytest.mark.parametrize(
    ("value", "distance"),
    [
        ("P1D", Distance(1, 1)),
        ("P2W", Distance(11, 17)),
        ("P1M", Distance(16, 45)),
        ("P1Y", Distance(183, 547)),
        ("P0.5Y", Distance(0, 365)),
        ("PXD", Distance(1, None)),
        ("PXW", Distance(7, None)),
        ("PT3H", Distance(0, 1)),
        ("PT36H", Distance(1, 2)),
        ("PTXH", Distance(0, 2)),
        ("PRESENT_REF", None),
    ],
)
def test_lengths_in_days(value, distance):
    assert days_of(value) == distance
