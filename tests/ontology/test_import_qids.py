"""QIDs taken from raw actors: only those that are certain."""

from ontology.actors.build.import_qids import qids

STATE = {"type": "state", "iso2": "XA", "iso3": "XAA", "names": {"en": ["Xaland"]}}


def person(qid, *names):
    return {"type": "person", "qid": qid, "country": "XA", "names": {"en": list(names)}}


def test_a_name_gets_its_qid_also_without_the_middle_name():
    assert qids([STATE, person("Q11", "Ada Byron King")]) == [
        ("XAA", "Ada Byron King", "Q11"),
        ("XAA", "Ada King", "Q11"),
    ]


def test_names_of_two_people_and_lists_are_left_out():
    assert (
        qids([STATE, person("Q11", "Ada King"), person("Q12", "Ada King"), person("Q13", "A B, C D")]) == []
    )
