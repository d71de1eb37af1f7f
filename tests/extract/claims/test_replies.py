"""Whom a reply without addressee answers: the demand, the blow or the deed told before it."""

from datetime import date

import pytest

from extract.pipeline import extract
from ontology.model import Article


def _told(text: str, lang: str, event_type: str) -> list[tuple[str | None, list[str | None]]]:
    statements = extract(Article("a", "a", text, lang, date(2025, 8, 22))).statements
    return [
        (item.subject[0].state, [actor.state for actor in item.object])
        for item in statements
        if item.event_type == event_type and item.subject
    ]


@pytest.mark.parametrize(
    ("lang", "text", "event_type", "wanted"),
    [
        ("de", "Frankreich forderte Serbien zum Abzug auf. Serbien lehnte ab.", "REJECT", ("SRB", ["FRA"])),
        ("de", "Frankreich forderte Polen zum Abzug auf. Serbien lehnte ab.", "REJECT", ("SRB", [])),
        ("de", "Russland griff Polen an. China verurteilte den Angriff.", "ACCUSE", ("CHN", ["RUS"])),
        ("en", "Russia attacked Poland. China condemned the attack.", "ACCUSE", ("CHN", ["RUS"])),
        (
            "fr",
            "La Russie a attaqué la Pologne. La Chine a condamné cette attaque.",
            "ACCUSE",
            ("CHN", ["RUS"]),
        ),
        ("es", "Rusia atacó Polonia. China condenó el ataque.", "ACCUSE", ("CHN", ["RUS"])),
        # the one who made *this* proposal rather than the other state of the sentence
        (
            "fr",
            "La France a proposé une trêve à l'Onu. "
            "Washington a refusé cette proposition, ce qui nuit à l'Irak.",
            "REJECT",
            ("USA", ["FRA"]),
        ),
        (
            "en",
            "Russia expelled a Polish diplomat. China welcomed the decision.",
            "SUPPORT",
            ("CHN", ["RUS"]),
        ),
        ("en", "Russia attacked Poland. China condemned the sanctions.", "ACCUSE", ("CHN", [])),
        ("en", "Poland was attacked on Monday. China condemned the attack.", "ACCUSE", ("CHN", [])),
    ],
)
def test_a_reply_is_aimed_at_whoever_did_what_it_answers(lang, text, event_type, wanted):
    assert _told(text, lang, event_type) == [wanted]
