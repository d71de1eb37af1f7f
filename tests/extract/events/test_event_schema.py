"""A faulty lexicon says in which file and entry the fault is."""

import pytest
import yaml

from extract.events.lexicon import entry_name, lexicon, read_lexicon
from extract.events.schema import Entry, EventFile, Expectation
from ontology.datafiles import validated
from ontology.errors import DataError
from ontology.model import LANGUAGES, Modality, Polarity

HEAD = "defaults: {}\nentries:\n- predicate: phone\n  verb: [anrufen]\n"


@pytest.mark.parametrize(
    ("rest", "fault"),
    [
        (
            "  examples: {A: RUS > USA}\n  objekt: [obj]\n",
            r"entries, 1 \(phone: anrufen\), objekt: .*not permitted",
        ),
        ("  examples: {A: RUS USA}\n", r"entries, 1 .*write an example's value as 'SUBJECT > OBJECT'"),
        ("  examples: {A: RUS > USA}\n  object: [objekt]\n", "unknown role 'objekt'"),
        ("", "at least one example"),
        ("  examples: {A: RUS > USA | maybe}\n", "'maybe' is not a valid Modality"),
    ],
)
def test_fault_names_entry_and_key(rest, fault):
    with pytest.raises(DataError, match=rf"x/events\.yaml: .*{fault}"):
        validated(EventFile, yaml.safe_load(HEAD + rest), "x/events.yaml")


def test_an_entry_needs_a_trigger():
    with pytest.raises(DataError, match="an entry needs a trigger"):
        validated(Entry, {"predicate": "phone", "examples": {"A": "RUS > USA"}}, "x")


def test_expectation_reads_sides_and_claims():
    wanted = Expectation.read("PRK,RUS > - | negative planned")
    assert wanted.subject == {"PRK", "RUS"}
    assert wanted.object == frozenset()
    assert (wanted.polarity, wanted.modality) == (Polarity.NEGATIVE, Modality.PLANNED)


def test_unknown_language_is_an_error():
    with pytest.raises(DataError, match="no event lexicon for language 'it'"):
        lexicon("it")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_trigger_is_found_by_its_word(lang):
    index = lexicon(lang)
    for number, entry in enumerate(read_lexicon(lang).entries, 1):
        for verb in entry.verb:
            key = verb.lower().split()[0]
            names = {trigger.name for trigger in index.words["verb", key]}
            assert entry_name(lang, number, entry) in names
