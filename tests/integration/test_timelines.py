"""Timelines of other things than one actor, filters, and counts, on a real Neo4j."""

from datetime import UTC, date, datetime, timedelta

import pytest

from graph.known import Known
from graph.load import load
from graph.store import Store
from graph.timelines import Filter, Scope, counts, page
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Modality, Order, Place, Polarity
from tests.graph.telling import ANCHORAGE, PEOPLE, Teller, summit_in_two_languages, within

KIM, PUTIN, TRUMP, LEE, PRK, RUS, USA, KOR, KCNA, TASS = (
    PEOPLE[name].id for name in ("kim", "putin", "trump", "lee", "prk", "rus", "usa", "kor", "kcna", "tass")
)


@pytest.fixture
def news(store: Store) -> Store:
    for extraction in summit_in_two_languages():
        load(store, extraction)
    told = Teller("news", "2025-09-30", "es")
    told.says("lee", "visit", "trump", within("2025-08-25"), by="tass")
    told.says("usa", "condemn", "prk", within("2025-09-02"))
    told.says("kor", "condemn", "prk", within("2025-09-01", "2025-09-10"))
    told.says("lee", "meet", "putin", within("2025-09-20"), modality=Modality.PLANNED)
    told.says("lee", "meet", "kim", within("2025-09-21"), polarity=Polarity.NEGATIVE)
    load(store, told.extraction())
    return store


def listed(store: Store, scope: Scope, **wanted: object) -> list[str]:
    """What happened on which days, by the events' words."""
    found = page(store, scope, Filter(**wanted))
    assert found.total_value == len(found.rows)
    return [f"{row.predicate} {row.edtf}" for row in found.rows]


CALL, SUMMIT = "phone 2025-08-11/2025-08-15", "meet 2025-08-15"
VISIT, CONDEMNED, VAGUE = "visit 2025-08-25", "condemn 2025-09-02", "condemn 2025-09-01/2025-09-10"


def test_several_actors_and_those_between_them(news: Store) -> None:
    assert listed(news, Scope((KIM, LEE))) == [CALL, VISIT]
    assert listed(news, Scope((PRK, USA, RUS))) == [CALL, SUMMIT, VISIT, VAGUE, CONDEMNED]
    assert listed(news, Scope((PRK, USA, RUS), among=True)) == [CALL, SUMMIT, CONDEMNED]
    assert listed(news, Scope((PUTIN, LEE), others=(TRUMP,))) == [SUMMIT, VISIT]
    assert listed(news, Scope((RUS,), others=(PRK, USA))) == [CALL, SUMMIT]


def test_a_place_by_id_and_by_name(news: Store) -> None:
    assert ANCHORAGE.id is not None
    for name in (ANCHORAGE.id, "anchorage"):
        assert listed(news, Scope(place=name)) == [SUMMIT]
    assert listed(news, Scope(place="Anchorage"), end=date(2025, 8, 14)) == []
    with pytest.raises(NotFoundError, match="Nowhere"):
        page(news, Scope(place="Nowhere"))


def test_a_place_in_any_language_with_all_that_lies_in_it(news: Store) -> None:
    told = Teller("cities", "2025-10-02")
    belgrade = Place("Belgrade", "place:belgrade-srb", "SRB")
    told.says("lee", "visit", "trump", within("2025-09-30"), place=belgrade)
    load(news, told.extraction())
    visit = "visit 2025-09-30"
    for name in ("Belgrad", "belgrade", "Belgrado", "Serbien", "Serbia", "Q403", belgrade.id):
        assert listed(news, Scope(place=name)) == [visit], name
    for name in ("Alaska", "place:alaska-usa", "Vereinigte Staaten", "Q30"):
        assert listed(news, Scope(place=name)) == [SUMMIT], name
    assert listed(news, Scope(place="Genf")) == []
    then = page(news, Scope(place="Serbien"), known=Known(date(2025, 10, 1)))
    assert then.total_value == 0
    assert page(news, Scope(place="Serbien"), known=Known(date(2025, 10, 2))).total_value == 1


def test_types_and_modes(news: Store) -> None:
    assert listed(news, Scope(), types=("ACCUSE",)) == [VAGUE, CONDEMNED]
    assert listed(news, Scope(), types=("CONSULT",), modes=("visit",)) == [VISIT]
    assert listed(news, Scope((PUTIN,)), modes=("phone",)) == [CALL]


def test_an_event_and_what_texts_place_by_it(news: Store) -> None:
    summit = next(row for row in page(news, Scope((TRUMP,))).rows if row.edtf == "2025-08-15")
    assert listed(news, Scope(event=summit.id)) == [CALL, SUMMIT]


def test_certain_days(news: Store) -> None:
    days = {"start": date(2025, 9, 2), "end": date(2025, 9, 30)}
    assert listed(news, Scope((PRK,)), **days) == [VAGUE, CONDEMNED]
    assert listed(news, Scope((PRK,)), certainty="certain", **days) == [CONDEMNED]


def test_who_says_so_where_and_in_which_language(news: Store) -> None:
    assert listed(news, Scope((PUTIN, LEE)), speakers=(KCNA,)) == [CALL]
    assert listed(news, Scope((PUTIN, LEE)), speakers=(TASS,)) == [CALL, VISIT]
    assert listed(news, Scope((PUTIN, LEE)), speakers=(RUS,)) == [CALL, VISIT]
    assert listed(news, Scope((PUTIN, LEE)), langs=("es",)) == [VISIT]
    assert listed(news, Scope((PUTIN, LEE)), langs=("fr",), speakers=(TASS,)) == []
    assert listed(news, Scope((PUTIN,)), sources=("nobody",)) == []


def test_plans_and_denials_on_request(news: Store) -> None:
    (plan,) = page(news, Scope((LEE,)), Filter(modalities=(Modality.PLANNED,))).rows
    assert plan.modality is Modality.PLANNED
    (denied,) = page(news, Scope((LEE,)), Filter(polarities=(Polarity.NEGATIVE,))).rows
    assert denied.polarity is Polarity.NEGATIVE


@pytest.mark.parametrize(
    "scope",
    [Scope((PRK, USA, RUS, KOR)), Scope(), Scope((USA,), (PRK, RUS, KOR))],
    ids=["actors", "types", "dyads"],
)
def test_pages_put_together_are_the_whole(news: Store, scope: Scope) -> None:
    wanted = Filter(types=("CONSULT", "ACCUSE"))
    whole = page(news, scope, wanted)
    ids, cursor = [], None
    while True:
        part = page(news, scope, wanted, limit=2, cursor=cursor)
        assert part.total_value == len(whole.rows)
        ids += [row.id for row in part.rows]
        cursor = part.next
        if cursor is None:
            break
    assert ids == [row.id for row in whole.rows]


@pytest.mark.parametrize(
    ("scope", "wanted", "name"),
    [
        (Scope(), Filter(), "type"),
        (Scope((KIM,), place="Anchorage"), Filter(), "place"),
        (Scope((KIM,), (KIM,)), Filter(), "with"),
        (Scope(others=(KIM,), place="Anchorage"), Filter(), "with"),
        (Scope((KIM,), among=True), Filter(), "among"),
        (Scope((KIM,)), Filter(modes=("swim",)), "mode"),
        (Scope((KIM,)), Filter(langs=("xx",)), "lang"),
    ],
)
def test_wrong_questions_are_told(store: Store, scope: Scope, wanted: Filter, name: str) -> None:
    with pytest.raises(ParameterError) as raised:
        page(store, scope, wanted)
    assert raised.value.name == name


def test_counts_by_months_with_the_mean_score(news: Store) -> None:
    counted = counts(news, Scope((PRK, USA, RUS), among=True), by="month")
    told = [(p.first.isoformat(), p.last.isoformat(), p.certain, p.possible) for p in counted.periods]
    assert told == [("2025-08-01", "2025-08-31", 2, 2), ("2025-09-01", "2025-09-30", 1, 1)]
    assert counted.total == 3
    scores = [row.score for row in page(news, Scope((PRK, USA, RUS), among=True)).rows]
    assert counted.score == pytest.approx(sum(scores) / 3)
    assert counted.periods[0].score == pytest.approx(sum(scores[:2]) / 2)


def test_what_is_not_known_to_the_day_is_spread(news: Store) -> None:
    counted = counts(news, Scope((KOR,), (PRK,)), by="week")
    assert [(p.first.isoformat(), p.certain, p.possible) for p in counted.periods] == [
        ("2025-09-01", 0, 1),
        ("2025-09-08", 0, 1),
    ]
    assert [p.expected for p in counted.periods] == pytest.approx([0.7, 0.3])
    cut = counts(news, Scope((KOR,), (PRK,)), Filter(end=date(2025, 9, 3)), by="day")
    assert [p.expected for p in cut.periods] == pytest.approx([0.1] * 3)


def test_an_open_event_is_possible_in_every_period(store: Store) -> None:
    war = Teller("war", "2025-08-20", "en")
    war.says("rus", "attack", "ukr", within("2022-02-24", None))
    load(store, war.extraction())
    days = Filter(date(2024, 1, 1), date(2025, 12, 31))
    counted = counts(store, Scope((RUS,)), days, by="year")
    assert [(p.first.year, p.certain, p.possible, p.score) for p in counted.periods] == [
        (2024, 0, 1, None),
        (2025, 0, 1, None),
    ]
    with pytest.raises(ParameterError, match="periods"):
        counts(store, Scope((RUS,)), Filter(end=date.max), by="day")


def test_nothing_to_count(store: Store) -> None:
    counted = counts(store, Scope((RUS,)), by="day")
    assert (counted.total, counted.score, counted.periods) == (0, None, ())


@pytest.mark.parametrize(
    "scope",
    [
        Scope((KIM, LEE)),
        Scope((PRK, USA, RUS), among=True),
        Scope((RUS,), (PRK, USA)),
        Scope(place="Anchorage"),
        Scope(),
    ],
)
@pytest.mark.parametrize(
    "wanted",
    [
        {},
        {"langs": ("fr", "es")},
        {"speakers": (TASS,)},
        {"start": date(2025, 8, 12), "end": date(2025, 9, 5)},
        {"start": date(2025, 8, 12), "end": date(2025, 9, 5), "certainty": "certain"},
    ],
)
def test_as_of_a_later_day_all_is_as_now(news: Store, scope: Scope, wanted: dict) -> None:
    asked = Filter(types=("CONSULT", "ACCUSE"), **wanted)
    now, then = page(news, scope, asked), page(news, scope, asked, known=Known(as_of=date(2030, 1, 1)))
    assert [row.id for row in then.rows] == [row.id for row in now.rows]
    assert then.rows == now.rows
    late = Known(recorded_before=datetime.now(UTC) + timedelta(days=1))
    assert counts(news, scope, asked, by="month", known=late) == counts(news, scope, asked, by="month")


def test_as_of_an_earlier_day(news: Store) -> None:
    known = Known(as_of=date(2025, 8, 18))
    found = page(news, Scope((KIM, PUTIN)), known=known)
    assert [row.edtf for row in found.rows] == ["2025-08-11/2025-08-17", "2025-08-15"]
    assert page(news, Scope((LEE,)), known=known).rows == ()
    first = page(news, Scope((KIM, PUTIN)), limit=1, known=known)
    rest = page(news, Scope((KIM, PUTIN)), limit=1, cursor=first.next, known=known)
    assert (*first.rows, *rest.rows) == found.rows
    assert rest.next is None


def test_an_order_told_later_is_not_known_before(news: Store) -> None:
    told = Teller("later", "2025-10-05", "en")
    told.says("lee", "praise", "trump", within("2025-08-27"))
    told.says("lee", "visit", "trump", within("2025-08-25"))
    told.orders(0, Order.AFTER, 1)
    load(news, told.extraction())
    visit = next(row for row in page(news, Scope((LEE,))).rows if row.predicate == "visit")
    assert len(listed(news, Scope(event=visit.id))) == 2
    before = page(news, Scope(event=visit.id), known=Known(as_of=date(2025, 9, 30)))
    assert [row.id for row in before.rows] == [visit.id]
