"""Which places lie inside others."""

import pytest

from ontology import gazetteer
from ontology.datafiles import read_yaml
from ontology.places import PREFIX, lies_in


def test_all_are_places_of_the_gazetteer_in_one_state():
    known, parts = gazetteer.load(), read_yaml("ontology", "places.yaml")
    places = {PREFIX + name for whole, inner in parts.items() for name in (whole, *inner)}
    for place in places:
        assert known.get(place).place, place
    for part in places:
        for whole in places:
            if lies_in(part, whole):
                assert known.get(part).ref.state == known.get(whole).ref.state
                assert not lies_in(whole, part)


@pytest.mark.parametrize(
    ("part", "whole", "inside"),
    [
        ("place:anchorage-usa", "place:alaska-usa", True),
        ("place:alaska-usa", "place:anchorage-usa", False),
        ("place:bakhmut-ukr", "place:eastern-ukraine-ukr", True),
        ("place:alaska-usa", "place:alaska-usa", False),
        ("Q90", "place:alaska-usa", False),
    ],
)
def test_a_place_lies_in_another_at_any_depth(part, whole, inside):
    assert lies_in(part, whole) is inside
