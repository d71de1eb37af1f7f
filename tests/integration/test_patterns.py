"""Neighbourhoods, shared partners and sequences on a real Neo4j."""

from datetime import date

import pytest

from graph.known import Known
from graph.load import load
from graph.partners import neighbourhood, shared_partners
from graph.sequences import sequences
from graph.store import Store
from graph.timelines import Filter, Scope, page
from ontology.errors import ParameterError
from ontology.model import Modality, Order
from tests.graph.telling import PEOPLE, Teller, within

KIM, PUTIN, TRUMP, LEE, RUS, USA, UKR = (
    PEOPLE[name].id for name in ("kim", "putin", "trump", "lee", "rus", "usa", "ukr")
)
LATER = Known(as_of=date(2030, 1, 1))
BOTH = pytest.mark.parametrize("known", [Known(), LATER], ids=["now", "as of a later day"])


@pytest.fixture
def news(store: Store) -> Store:
    told = Teller("news", "2025-09-30")
    told.says("kim", "phone", "putin", within("2025-08-11"))
    told.says("putin", "meet", "kim", within("2025-08-20"))
    told.says("putin", "meet", "trump", within("2025-08-15"))
    told.says("usa", "condemn", "rus", within("2025-08-16"))
    told.says("lee", "visit", "trump", within("2025-08-25"))
    told.says("lee", "meet", "kim", within("2025-09-25"), modality=Modality.PLANNED)
    load(store, told.extraction())
    return store


@BOTH
def test_partners_with_counts_and_scores(news: Store, known: Known) -> None:
    found = neighbourhood(news, PUTIN, known=known)
    assert [(one.actor.id, one.events, one.first, one.last) for one in found] == [
        (KIM, 2, date(2025, 8, 11), date(2025, 8, 20)),
        (TRUMP, 1, date(2025, 8, 15), date(2025, 8, 15)),
    ]
    scores = [row.score for row in page(news, Scope((PUTIN,), (KIM,))).rows]
    assert found[0].score == pytest.approx(sum(scores) / 2)
    assert {one.actor.id for one in neighbourhood(news, RUS, known=known)} == {KIM, TRUMP, USA}
    assert neighbourhood(news, PUTIN, Filter(types=("ACCUSE",)), known=known) == ()


def test_now_and_then_give_the_same(news: Store) -> None:
    for actor in (PUTIN, RUS, USA, KIM):
        assert neighbourhood(news, actor) == neighbourhood(news, actor, known=LATER)


@BOTH
def test_shared_partners(news: Store, known: Known) -> None:
    (shared,) = shared_partners(news, KIM, TRUMP, known=known)
    assert (shared.actor.id, shared.one.events, shared.other.events) == (PUTIN, 2, 1)
    assert shared_partners(news, KIM, LEE, known=known) == ()
    planned = Filter(modalities=(Modality.PLANNED, Modality.ASSERTED))
    assert {one.actor.id for one in shared_partners(news, PUTIN, LEE, planned, known=known)} == {KIM, TRUMP}
    with pytest.raises(ParameterError):
        shared_partners(news, KIM, KIM)


@pytest.fixture
def visits(store: Store) -> Store:
    told = Teller("visits", "2025-09-30")
    told.says("putin", "visit", "prk", within("2025-05-01"))
    told.says("rus", "sign", "prk", within("2025-05-10", "2025-05-20"))
    told.says("kim", "visit", "rus", within("2025-06-05", "2025-06-25"))
    told.says("rus", "sign", "prk", within("2025-06-20", "2025-07-15"))
    told.says("rus", "visit", "ukr", within("2025-06-05"))
    load(store, told.extraction())
    return store


VISIT, AGREE = Filter(types=("CONSULT",), modes=("visit",)), Filter(types=("AGREE",))


def told(store: Store, **how: object) -> list[tuple[str, str, str, int, int | None]]:
    found = sequences(store, VISIT, AGREE, **how)
    assert found.total == len(found.results)
    return [(s.first.edtf, s.second.edtf, s.certainty, s.least, s.most) for s in found.results]


FIRST = ("2025-05-01", "2025-05-10/2025-05-20", "certain", 9, 19)
SECOND = ("2025-06-05/2025-06-25", "2025-06-20/2025-07-15", "possible", 0, 40)


@BOTH
def test_visits_followed_by_an_agreement(visits: Store, known: Known) -> None:
    assert told(visits, within_days=30, known=known) == [FIRST, SECOND]
    assert told(visits, within_days=30, certainty="certain", known=known) == [FIRST]
    assert told(visits, within_days=10, known=known) == [(*FIRST[:2], "possible", 9, 19), SECOND]
    assert told(visits, within_days=5, known=known) == [SECOND]
    assert told(visits, within_days=30, actor_id=KIM, known=known) == []
    assert told(visits, within_days=30, actor_id=RUS, known=known) == [FIRST, SECOND]
    assert told(visits, within_days=30, actor_id=UKR, known=known) == []


@BOTH
def test_a_text_proves_or_rules_out_the_order(store: Store, known: Known) -> None:
    article = Teller("said", "2025-09-30")
    for first, last in (("2025-06-05", "2025-06-25"), ("2024-06-05", "2024-06-25")):
        visit = article.says("kim", "visit", "rus", within(first, last))
        signed = article.says("rus", "sign", "prk", within(first, last))
        article.orders(visit, Order.BEFORE if first > "2025" else Order.AFTER, signed)
    load(store, article.extraction())
    assert [one[2:] for one in told(store, within_days=30, known=known)] == [("certain", 0, 20)]


def test_at_most_so_many(visits: Store) -> None:
    found = sequences(visits, VISIT, AGREE, within_days=30, limit=1)
    assert (found.total, len(found.results)) == (2, 1)
    for wrong in ({"within_days": 0}, {"within_days": 3, "limit": 0}):
        with pytest.raises(ParameterError):
            sequences(visits, VISIT, AGREE, **wrong)
    with pytest.raises(ParameterError):
        sequences(visits, Filter(), AGREE, within_days=3)
