"""Time-respecting paths on a real Neo4j."""

from datetime import date

import pytest

from graph.events import event
from graph.known import Known
from graph.load import load
from graph.paths import Path, Search, find_paths, find_reached
from graph.store import Store
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Interval, Modality
from tests.graph.telling import PEOPLE, Teller, summit_in_two_languages, within

KIM, PUTIN, TRUMP, LEE, PRK, RUS, USA, KOR = (
    PEOPLE[name].id for name in ("kim", "putin", "trump", "lee", "prk", "rus", "usa", "kor")
)
AUGUST = {"start": date(2025, 8, 1), "end": date(2025, 8, 31)}


@pytest.fixture
def summit(store: Store) -> Store:
    for extraction in summit_in_two_languages():
        load(store, extraction)
    visit = Teller("visit", "2025-08-26", "en")
    visit.says("lee", "visit", "trump", within("2025-08-25"))
    visit.says("kim", "praise", "lee", within(None, "2025-08-26"))
    visit.says("lee", "meet", "kim", within("2025-08-28"), modality=Modality.PLANNED)
    load(store, visit.extraction())
    return store


def paths(store: Store, source: str, target: str, count: int = 1, **how: object) -> list[Path]:
    return find_paths(store, source, target, Search(**how), count=count)


def told(path: Path) -> list[tuple[str, str, str, str]]:
    return [
        (hop.from_actor.name, hop.event.predicate, hop.to_actor.name, hop.event.edtf) for hop in path.hops
    ]


def test_from_kim_to_trump_by_a_call_said_to_be_before_a_summit(summit: Store) -> None:
    (path,) = paths(summit, KIM, TRUMP, **AUGUST)
    assert told(path) == [
        ("Kim Jong Un", "phone", "Vladimir Putin", "2025-08-11/2025-08-15"),
        ("Vladimir Putin", "meet", "Donald Trump", "2025-08-15"),
    ]
    assert (path.earliest_arrival, path.latest_arrival) == (date(2025, 8, 15), date(2025, 8, 15))
    assert path.certainty == "certain"
    assert [len(hop.statements) for hop in path.hops] == [2, 2]
    assert {s.article.key for s in path.hops[0].statements} == {"call-de", "call-fr"}


def test_the_narrowed_bound_names_the_sentences_that_prove_it(summit: Store) -> None:
    (path,) = paths(summit, KIM, TRUMP, **AUGUST)
    proofs = event(summit, path.hops[0].event.id).proofs
    assert set(proofs) == {"begin_latest", "end_latest"}
    order, dated = proofs["end_latest"]
    assert (order.article.key, dated.article.key) == ("call-de", "summit-en")
    assert (order.sentence, dated.sentence) == (
        "call-de sentence 0: kim phone putin.",
        "summit-en sentence 0: trump meet putin.",
    )


def test_three_hops_and_no_more_than_allowed(summit: Store) -> None:
    (path,) = paths(summit, KIM, LEE, **AUGUST)
    assert [hop.to_actor.id for hop in path.hops] == [PUTIN, TRUMP, LEE]
    assert paths(summit, KIM, LEE, max_hops=2, **AUGUST) == []


def test_no_path_leads_back_in_time(summit: Store) -> None:
    assert paths(summit, LEE, KIM, **AUGUST) == []


def test_the_days_bound_the_path(summit: Store) -> None:
    assert paths(summit, KIM, TRUMP, start=date(2025, 8, 1), end=date(2025, 8, 14)) == []
    (late,) = paths(summit, KIM, TRUMP, start=date(2025, 8, 13), end=date(2025, 8, 31))
    assert late.certainty == "possible"
    after = {"start": date(2025, 8, 13), "end": date(2025, 8, 31)}
    assert paths(summit, KIM, TRUMP, certainty="certain", **after) == []


def test_states_stand_for_those_who_act_for_them(summit: Store) -> None:
    (path,) = paths(summit, PRK, USA, **AUGUST)
    assert [hop.to_actor.id for hop in path.hops] == [PUTIN, TRUMP]
    (mixed,) = paths(summit, KIM, KOR, objective="fewest-hops", **AUGUST)
    assert mixed.hops[-1].to_actor.id == LEE
    assert paths(summit, PRK, USA, include_members=False, **AUGUST) == []


def test_plans_and_types_are_filtered(summit: Store) -> None:
    planned = {"modalities": (Modality.PLANNED,), **AUGUST}
    assert len(paths(summit, LEE, KIM, **planned)) == 1
    assert paths(summit, KIM, TRUMP, types=["ASSAULT"], **AUGUST) == []


def test_a_state_of_things_that_still_lasts_can_be_a_hop(summit: Store) -> None:
    war = Teller("war", "2025-08-20", "en")
    war.says("rus", "attack", "ukr", Interval(date(2022, 2, 24), date(2022, 2, 24), date(2022, 2, 24), None))
    load(summit, war.extraction())
    (path,) = paths(summit, RUS, PEOPLE["ukr"].id, **AUGUST)
    assert path.certainty == "possible"
    assert path.latest_arrival is None


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"start": date(2025, 9, 1)}, "from"),
        ({"max_hops": 0}, "max_hops"),
        ({"max_hops": 9}, "max_hops"),
        ({"target": KIM}, "target"),
        ({"count": 0}, "count"),
        ({"types": ["NONE"]}, "type"),
    ],
)
def test_wrong_parameters_are_named(store: Store, wrong: dict, name: str) -> None:
    with pytest.raises(ParameterError) as raised:
        paths(store, **({"source": KIM, "target": TRUMP, **AUGUST} | wrong))
    assert raised.value.name == name


def test_an_unknown_actor(store: Store) -> None:
    with pytest.raises(NotFoundError):
        paths(store, KIM, "nobody", **AUGUST)


def test_an_empty_graph_has_no_paths(store: Store) -> None:
    assert paths(store, KIM, TRUMP, **AUGUST) == []


def test_departures_and_days_on_the_way(summit: Store) -> None:
    (path,) = paths(summit, KIM, TRUMP, **AUGUST)
    assert (path.earliest_departure, path.latest_departure) == (date(2025, 8, 11), date(2025, 8, 15))
    assert path.days == 0
    (late,) = paths(summit, KIM, LEE, objective="latest-departure", **AUGUST)
    assert late.hops[-1].earliest == date(2025, 8, 25)


def test_several_paths_the_best_first(summit: Store) -> None:
    more = Teller("letter", "2025-08-20", "en")
    more.says("kim", "phone", "trump", within("2025-08-19"))
    load(summit, more.extraction())
    found = paths(summit, KIM, TRUMP, count=5, **AUGUST)
    assert [len(path.hops) for path in found] == [2, 1]
    assert [path.earliest_arrival for path in found] == [date(2025, 8, 15), date(2025, 8, 19)]


def test_all_whom_an_act_can_have_reached(summit: Store) -> None:
    page = find_reached(summit, KIM, Search(**AUGUST))
    assert [(one.actor.id, one.day, one.hops) for one in page.results] == [
        (PUTIN, date(2025, 8, 11), 1),
        (TRUMP, date(2025, 8, 15), 2),
        (LEE, date(2025, 8, 25), 3),
    ]
    assert (page.total, page.next) == (3, None)
    first = find_reached(summit, KIM, Search(**AUGUST), limit=2)
    rest = find_reached(summit, KIM, Search(**AUGUST), limit=2, cursor=first.next)
    assert (*first.results, *rest.results) == page.results


def test_all_whose_acts_can_have_reached_an_actor(summit: Store) -> None:
    page = find_reached(summit, LEE, Search(**AUGUST), direction="to")
    assert [(one.actor.id, one.day, one.hops) for one in page.results] == [
        (TRUMP, date(2025, 8, 25), 1),
        (PUTIN, date(2025, 8, 15), 2),
        (KIM, date(2025, 8, 15), 3),
    ]


def test_as_of_a_later_day_all_is_as_now(summit: Store) -> None:
    later = Known(as_of=date(2030, 1, 1))
    for certainty in ("possible", "certain"):
        search = Search(certainty=certainty, **AUGUST)
        assert find_paths(summit, KIM, LEE, search, known=later) == find_paths(summit, KIM, LEE, search)
        assert find_reached(summit, KIM, search, known=later) == find_reached(summit, KIM, search)


def test_as_of_an_earlier_day_the_order_is_not_yet_told(summit: Store) -> None:
    search = Search(**AUGUST)
    (before,) = find_paths(summit, KIM, TRUMP, search, known=Known(as_of=date(2025, 8, 18)))
    assert told(before) == [
        ("Kim Jong Un", "phone", "Vladimir Putin", "2025-08-11/2025-08-17"),
        ("Vladimir Putin", "meet", "Donald Trump", "2025-08-15"),
    ]
    assert before.certainty == "possible"
    assert [len(hop.statements) for hop in before.hops] == [1, 1]
    assert find_paths(summit, KIM, TRUMP, search, known=Known(as_of=date(2025, 8, 17))) == []
    nobody = find_reached(summit, KIM, search, known=Known(as_of=date(2025, 8, 1)))
    assert nobody.results == ()
