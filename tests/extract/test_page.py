"""The page shows the text as it is, marked, and lets nothing in it act."""

from datetime import date
from html.parser import HTMLParser

import pytest

from extract.page import mark, page
from ontology.model import Article

HOSTILE = (
    "Macron <script>alert('x')</script> traf  am 3. Mai &amp; 2025 Putin.\n\n"
    'Er „lobte“ ihn {bg} <br>, <b onclick="x">Moskau</b> griff   Kiew an.\tEnde\n'
)


class Shown(HTMLParser):
    """The visible text of each element of a class, without the labels of marks."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.labels: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self._inside: list[str | None] = []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "div" and dict(attrs).get("class") == "entities":
            self.texts.append("")
        if tag not in ("meta", "br"):
            self._inside.append(dict(attrs).get("class"))

    def handle_endtag(self, tag):
        if tag not in ("meta", "br"):
            self._inside.pop()

    def handle_data(self, data):
        if "label" in self._inside:
            self.labels.append(data)
        elif "entities" in self._inside:
            self.texts[-1] += data


def shown(text: str, lang: str) -> Shown:
    parser = Shown()
    parser.feed(page([mark(Article("a", "a", text, lang, date(2025, 5, 8)))]))
    return parser


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", HOSTILE),
        ("en", 'U.S. President Trump\'s talks\nwith Putin  failed on Monday. "No!", he said.'),
        ("fr", "L'Élysée : « Macron a   rencontré Poutine »,\n\ndit-on.  Fin"),
        ("es", "¿Qué dijo Sánchez?\nEspaña condenó  el ataque ruso del 3 de mayo."),
    ],
)
def test_the_text_is_shown_character_by_character(lang, text):
    found = shown(text, lang)
    assert found.texts[0] == text
    assert all(quote in text for quote in found.texts[1:])


def test_hostile_text_stays_text():
    found = shown(HOSTILE, "de")
    assert "script" not in found.tags
    assert "onclick" not in found.attributes
    assert "<script>alert('x')</script>" in found.texts[0]


def test_actors_and_times_are_marked_and_each_statement_shows_its_sentence():
    found = shown("Russland griff am 3. Mai 2025 Polen an. Es regnete.", "de")
    assert found.labels == ["RUS", "2025-05-03", "POL", "ASSAULT"]
    assert found.texts[1:] == ["Russland griff am 3. Mai 2025 Polen an."]
