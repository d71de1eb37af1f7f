"""Every word list's examples must give the mention that the list promises."""

from datetime import date

import pytest

from extract.actors import find_actors
from extract.actors.lexicon import kinds, lexicon
from extract.language import pipeline

LANGUAGES = ("de", "en", "fr", "es")
EXAMPLES = [
    (lang, kind, example)
    for lang in LANGUAGES
    for section in ("titles", "bodies", "groups")
    for kind, words in getattr(lexicon(lang).data, section).items()
    for example in words.examples
]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_every_kind(lang):
    data = lexicon(lang).data
    assert set(data.bodies) == set(kinds().bodies)
    assert set(data.groups) == set(kinds().groups)
    assert set(data.classes) == set(kinds().classes)
    assert set(data.titles) <= set(kinds().titles)


@pytest.mark.parametrize(("lang", "kind", "example"), EXAMPLES)
def test_example(lang, kind, example):
    scan_kinds = {noun.kind for nouns in lexicon(lang).phrases.values() for noun in nouns}
    assert kind in scan_kinds
    text = {
        "de": "Gestern sprach {}.",
        "en": "Yesterday {} spoke.",
        "fr": "Hier, {} a parlé.",
        "es": "Ayer habló {}.",
    }
    doc = pipeline(lang)(text[lang].format(example))
    rules = [mention.rule for mention in find_actors(doc, date(2019, 7, 1))]
    if kind in kinds().groups and kind != "both_koreas":
        return
    assert rules, f"nothing found in {doc.text!r}"
