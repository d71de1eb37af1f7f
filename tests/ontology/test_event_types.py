"""Event types and predicates are complete, consistent, and checked at load."""

import pytest

from ontology.datafiles import validated
from ontology.errors import DataError
from ontology.event_types import (
    EventType,
    Predicate,
    check_predicate,
    event_types,
    is_symmetric,
    label,
    predicates,
)

# fmt: off
PLOVER = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
# fmt: on


def test_all_plover_types_are_there_and_two_of_our_own():
    assert set(event_types()) == {*PLOVER, "STATE-CHANGE", "OTHER"}


@pytest.mark.parametrize("name", PLOVER)
def test_every_type_has_a_predicate(name):
    assert any(predicate.type == name for predicate in predicates().values())


def test_conflict_scores_are_negative_and_cooperation_positive():
    for name, kind in event_types().items():
        if kind.quad in (1, 2):
            assert kind.score > 0, name
        if kind.quad == 4:
            assert kind.score < 0, name


def test_symmetric_types():
    assert [name for name in event_types() if is_symmetric(name)] == ["AGREE", "CONSULT", "COOPERATE"]


@pytest.mark.parametrize(
    ("predicate", "fault"),
    [
        (Predicate(type="SHOUT", edge="SHOUTED", de="rufen"), "no event type 'SHOUT'"),
        (Predicate(type="CONSULT", mode="whisper", edge="WHISPERED", de="flüstern"), "no mode 'whisper'"),
    ],
)
def test_unknown_type_or_mode_is_an_error(predicate, fault):
    with pytest.raises(DataError, match=fault):
        check_predicate("shout", predicate)


def test_a_fault_names_file_place_and_value():
    data = {"label": {}, "quad": 7, "score": 0, "symmetric": False, "cameo": "010"}
    with pytest.raises(DataError, match=r"types\.yaml: quad: .*less than or equal to 4"):
        validated(EventType, data, "types.yaml")


def test_labels_in_two_languages():
    assert (label("meet"), label("meet", "de")) == ("meet", "sich treffen")
    assert label("hold-talks") == "hold talks"
