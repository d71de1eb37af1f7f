"""Timelines on a real Neo4j."""

from datetime import date

import pytest

from graph.load import load
from graph.store import Store
from graph.timeline import timeline
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Modality, Polarity
from tests.graph.telling import PEOPLE, Teller, summit_in_two_languages, within

KIM, PUTIN, TRUMP, PRK, RUS, USA = (
    PEOPLE[name].id for name in ("kim", "putin", "trump", "prk", "rus", "usa")
)
AUGUST = {"start": date(2025, 8, 1), "end": date(2025, 8, 31)}


@pytest.fixture
def summit(store: Store) -> Store:
    for extraction in summit_in_two_languages():
        load(store, extraction)
    return store


@pytest.fixture
def many(store: Store) -> Store:
    """Fifteen visits on ten days, and acts of other kinds."""
    told = Teller("many", "2025-09-30")
    for day in range(1, 11):
        told.says("putin", "visit", "prk" if day % 2 else "usa", within(f"2025-09-{day:02}"))
    for day in range(1, 10, 2):
        told.says("rus", "condemn", "usa", within(f"2025-09-{day:02}"))
    told.says("putin", "visit", "kor", within("2025-09-12"), modality=Modality.PLANNED)
    told.says("putin", "meet", "lee", within("2025-09-13"), polarity=Polarity.NEGATIVE)
    load(store, told.extraction())
    return store


def test_a_bound_from_another_article_in_another_language_shows(summit: Store) -> None:
    page = timeline(summit, KIM, **AUGUST)
    (call,) = page.rows
    assert (call.predicate, call.edtf, call.narrowed) == ("phone", "2025-08-11/2025-08-15", True)
    assert (page.total_value, page.total_relation, page.next) == (1, "eq", None)
    assert {actor.id for actor in (*call.subjects, *call.objects)} == {KIM, PUTIN}
    assert (call.statements, call.articles) == (2, 2)
    assert call.speakers == ("KCNA", "TASS")
    assert call.evidence is not None
    assert call.evidence.lang == "fr"
    assert call.evidence.text in call.evidence.sentence


def test_events_come_in_the_order_of_their_days(summit: Store) -> None:
    page = timeline(summit, PUTIN, **AUGUST)
    assert [row.edtf for row in page.rows] == ["2025-08-11/2025-08-15", "2025-08-15"]


def test_with_another_actor(summit: Store) -> None:
    assert [row.edtf for row in timeline(summit, PUTIN, with_actor=TRUMP).rows] == ["2025-08-15"]
    assert timeline(summit, KIM, with_actor=TRUMP).rows == ()


def test_a_state_is_taken_with_those_who_act_for_it(summit: Store) -> None:
    assert len(timeline(summit, RUS).rows) == 2
    assert timeline(summit, RUS, include_members=False).rows == ()
    assert len(timeline(summit, RUS, with_actor=USA).rows) == 1
    assert len(timeline(summit, RUS, with_actor=KIM).rows) == 1


def test_pages_put_together_are_the_whole(many: Store) -> None:
    whole = timeline(many, RUS, limit=100)
    assert whole.total_value == len(whole.rows) == 15
    ids, cursor = [], None
    while True:
        page = timeline(many, RUS, limit=4, cursor=cursor)
        assert page.total_value == 15
        ids += [row.id for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert ids == [row.id for row in whole.rows]


def test_the_days_asked_for_are_both_included(many: Store) -> None:
    page = timeline(many, PUTIN, start=date(2025, 9, 3), end=date(2025, 9, 5))
    assert [row.edtf for row in page.rows] == ["2025-09-03", "2025-09-04", "2025-09-05"]


def test_types(many: Store) -> None:
    assert {row.predicate for row in timeline(many, RUS, types=["CONSULT"]).rows} == {"visit"}
    assert {row.predicate for row in timeline(many, RUS, types=["ACCUSE"]).rows} == {"condemn"}


def test_what_is_planned_or_denied_comes_on_request_only(many: Store) -> None:
    assert {(row.polarity, row.modality) for row in timeline(many, PUTIN).rows} == {
        (Polarity.POSITIVE, Modality.ASSERTED)
    }
    (planned,) = timeline(many, PUTIN, modalities=[Modality.PLANNED]).rows
    assert planned.modality is Modality.PLANNED
    (denied,) = timeline(many, PUTIN, polarities=[Polarity.NEGATIVE]).rows
    assert denied.polarity is Polarity.NEGATIVE


def test_certain_leaves_out_what_may_lie_outside(summit: Store) -> None:
    inside = {"start": date(2025, 8, 12), "end": date(2025, 8, 31)}
    assert len(timeline(summit, PUTIN, **inside).rows) == 2
    assert [row.edtf for row in timeline(summit, PUTIN, certainty="certain", **inside).rows] == ["2025-08-15"]


def test_an_actor_without_events_has_an_empty_timeline(summit: Store) -> None:
    assert timeline(summit, "Q183").rows == ()


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"start": date(2025, 9, 1), "end": date(2025, 8, 1)}, "from"),
        ({"types": ["PARTY"]}, "type"),
        ({"cursor": "nonsense"}, "cursor"),
        ({"with_actor": KIM}, "with"),
        ({"limit": 0}, "limit"),
    ],
)
def test_wrong_parameters_are_named(store: Store, wrong: dict, name: str) -> None:
    with pytest.raises(ParameterError) as raised:
        timeline(store, KIM, **wrong)
    assert raised.value.name == name


def test_an_unknown_actor(store: Store) -> None:
    with pytest.raises(NotFoundError, match="nobody"):
        timeline(store, "nobody")
