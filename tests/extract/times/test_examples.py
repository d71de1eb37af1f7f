"""Every example and counter-example of the rule files holds."""

from functools import cache
from importlib import resources

import pytest
import spacy
from spacy.language import Language

from extract.times import find_times
from extract.times.grammar import Grammar, grammar
from extract.times.schema import Rule
from ontology.model import LANGUAGES

WRITTEN = [
    lang for lang in LANGUAGES if (resources.files("extract") / "lang" / lang / "times.yaml").is_file()
]


@cache
def blank(lang: str) -> Language:
    return spacy.blank(lang)


def rules(lang: str) -> Grammar:
    found = grammar(lang)
    assert found is not None
    return found


def rule_cases() -> list[tuple[str, Rule]]:
    return [(lang, rule) for lang in WRITTEN for rule in rules(lang).source.rules]


def case_id(value: object) -> str:
    return value.id if isinstance(value, Rule) else str(value)


@pytest.mark.parametrize(("lang", "rule"), rule_cases(), ids=case_id)
def test_rule_reads_its_examples(lang: str, rule: Rule) -> None:
    for text, value in rule.examples.items():
        mentions = find_times(blank(lang)(text), rules(lang).source.reference)
        expected = [value] if isinstance(value, str) else value
        assert [mention.value for mention in mentions] == expected, text


@pytest.mark.parametrize(("lang", "rule"), rule_cases(), ids=case_id)
def test_rule_stays_away_from_counter_examples(lang: str, rule: Rule) -> None:
    for text in rule.counter:
        mentions = find_times(blank(lang)(text), rules(lang).source.reference)
        assert f"rule {rule.id}" not in {mention.trace[0] for mention in mentions}, text


@pytest.mark.parametrize("lang", WRITTEN)
def test_each_rule_is_used_by_one_of_its_own_examples(lang: str) -> None:
    for rule in rules(lang).source.rules:
        used = {
            mention.trace[0]
            for text in rule.examples
            for mention in find_times(blank(lang)(text), rules(lang).source.reference)
        }
        if "stative" in rule.needs:  # needs a parse, see test_tense.py
            continue
        assert rule.ignore or f"rule {rule.id}" in used or not any(rule.examples.values()), rule.id
