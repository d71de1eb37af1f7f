"""Broken rule files are refused with a message that names the place."""

import pytest
import yaml

from extract.times.forms import number_words, spelled_out
from extract.times.grammar import compile_grammar
from ontology.errors import DataError

HEAD = """
reference: 2024-05-15
cardinals: {listed: {1: [one], 2: [two]}, tens: {20: [twenty]}, joins: {"{ten}-{unit}": []}}
ordinals: {listed: {1: [first]}}
classes: {month: {5: [may]}}
rules:
"""


@pytest.mark.parametrize(
    ("rules", "complaint"),
    [
        ('- {id: a, pattern: "<month>", point: {month: $month}}', "needs examples"),
        ('- {id: a, pattern: "<month>", examples: {x: y}}', "exactly one reading"),
        ('- {id: a, pattern: "<moon>", point: {month: 1}, examples: {x: y}}', "no class 'moon'"),
        ('- {id: a, pattern: "<month>", point: {day: $day}, examples: {x: y}}', "no pattern captures"),
        ('- {id: a, pattern: "( <month>", point: {month: 1}, examples: {x: y}}', "unclosed"),
        ('- {id: a, pattern: "<month> )", point: {month: 1}, examples: {x: y}}', "unexpected"),
        ('- {id: a, pattern: "<month>?", point: {month: 1}, examples: {x: y}}', "can match nothing"),
        ('- {id: a, pattern: "@gone", point: {month: 1}, examples: {x: y}}', "no fragment 'gone'"),
        ('- {id: a, pattern: "<month>", point: {moon: 1}, examples: {x: y}}', "moon"),
        ("- {id: a, pattern: '<month>', patern: x, point: {month: 1}, examples: {x: y}}", "patern"),
    ],
)
def test_mistakes_are_named(rules: str, complaint: str) -> None:
    with pytest.raises(DataError, match=complaint):
        compile_grammar("xx", yaml.safe_load(HEAD + rules))


def test_forms_are_spelled_out() -> None:
    assert sorted(spelled_out("letzte(n|r)?")) == ["letzte", "letzten", "letzter"]
    assert sorted(spelled_out("jan.?")) == ["jan", "jan."]
    with pytest.raises(DataError, match="brackets"):
        spelled_out("a)")


def test_number_words_are_joined() -> None:
    units, tens = {1: ["ein"], 2: ["zwei"]}, {20: ["zwanzig"]}
    words = {
        form: number
        for number, form in number_words(units, tens, {"{unit}und{ten}": []}, {"unit": units, "ten": tens})
    }
    assert words == {"ein": 1, "zwei": 2, "zwanzig": 20, "einundzwanzig": 21, "zweiundzwanzig": 22}
