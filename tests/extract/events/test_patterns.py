"""Entries with a pattern: idioms whose parts no role names."""

import pytest

from extract.events.frames import FrameFinder
from extract.events.lexicon import Lexicon, lexicon
from extract.events.patterns import Patterns
from extract.events.schema import Entry
from extract.events.tree import build
from extract.language import pipeline

PATTERN = [
    {"RIGHT_ID": "trigger", "RIGHT_ATTRS": {"LEMMA": "turn"}},
    {"LEFT_ID": "trigger", "REL_OP": ">", "RIGHT_ID": "subject", "RIGHT_ATTRS": {"DEP": "nsubj"}},
    {"LEFT_ID": "trigger", "REL_OP": ">", "RIGHT_ID": "back", "RIGHT_ATTRS": {"LEMMA": "back"}},
    {
        "LEFT_ID": "trigger",
        "REL_OP": ">>",
        "RIGHT_ID": "object",
        "RIGHT_ATTRS": {"POS": "PROPN", "DEP": "obl"},
    },
]


def _with_pattern() -> Lexicon:
    entry = Entry.model_validate({"predicate": "reject", "pattern": PATTERN, "examples": {"A": "FRA > RUS"}})
    known = lexicon("en")
    return Lexicon("en", known.defaults, (entry,), {}, {}, ())


@pytest.mark.parametrize(
    ("text", "fits"), [("France turned its back on Russia.", True), ("France turned to Russia.", False)]
)
def test_a_pattern_gives_a_frame(text, fits):
    words = _with_pattern()
    doc = pipeline("en")(text)
    idioms = Patterns(doc.vocab, words).find(doc)
    assert bool(idioms) is fits
    tree = build(doc, str, words.defaults)
    frames = FrameFinder(tree, (), words).frames(idioms)
    assert [frame.predicate for frame in frames] == (["reject"] if fits else [])


def test_lexicons_without_patterns_cost_nothing():
    doc = pipeline("en")("France turned its back on Russia.")
    empty = Lexicon("en", lexicon("en").defaults, (), {}, {}, ())
    assert Patterns(doc.vocab, empty).find(doc) == []
