"""How events of the graph lie to one another, on a real Neo4j."""

from datetime import UTC, date, datetime

import pytest

from graph.events import event
from graph.known import NOW, Known
from graph.load import load
from graph.orders import compare
from graph.solver import Possibility
from graph.store import Store
from graph.timeline import timeline
from ontology.errors import NotFoundError, ParameterError
from ontology.model import Distance, Interval, Order
from tests.graph.telling import PEOPLE, Teller, summit_in_two_languages, within

EVER = Known(recorded_before=datetime(2999, 1, 1, tzinfo=UTC))


@pytest.fixture
def events(store: Store) -> dict[str, str]:
    """Ids of the events by predicate."""
    for extraction in summit_in_two_languages():
        load(store, extraction)
    visit = Teller("visit", "2025-08-26", "en")
    visit.says("lee", "visit", "trump", within("2025-08-25"))
    visit.says("lee", "praise", "putin", within("2025-08-15"))
    load(store, visit.extraction())
    rows = [row for name in ("putin", "lee") for row in timeline(store, PEOPLE[name].id).rows]
    return {row.predicate: row.id for row in rows}


@pytest.mark.parametrize("known", [NOW, EVER])
def test_an_order_said_in_a_text_proves_what_dates_cannot(
    store: Store, events: dict[str, str], known: Known
) -> None:
    found = compare(store, events["phone"], events["meet"], known)
    assert found.precedes.possibility is Possibility.CERTAIN
    (said,) = found.precedes.proof
    assert (said.order, said.article.key) == (Order.BEFORE, "call-de")
    assert said.sentence == "call-de sentence 0: kim phone putin."
    assert found.follows.possibility is found.overlaps.possibility is Possibility.IMPOSSIBLE
    assert found.overlaps.proof == found.precedes.proof


def test_dates_prove_an_order_by_a_sentence_on_each_side(store: Store, events: dict[str, str]) -> None:
    found = compare(store, events["visit"], events["meet"])
    assert found.precedes.possibility is Possibility.IMPOSSIBLE
    assert found.follows.possibility is Possibility.CERTAIN
    assert [proof.article.key for proof in found.follows.proof] == ["summit-en", "visit"]


@pytest.mark.parametrize("known", [NOW, EVER])
def test_a_bound_proved_across_articles_is_shown_in_full(
    store: Store, events: dict[str, str], known: Known
) -> None:
    found = compare(store, events["phone"], events["visit"], known)
    assert found.precedes.possibility is Possibility.CERTAIN
    assert [proof.article.key for proof in found.precedes.proof] == ["call-de", "summit-en", "visit"]


def test_events_of_one_day_may_lie_either_way(store: Store, events: dict[str, str]) -> None:
    found = compare(store, events["meet"], events["praise"])
    assert {found.precedes.possibility, found.follows.possibility, found.overlaps.possibility} == {
        Possibility.POSSIBLE
    }
    assert found.precedes.proof == ()


def test_what_was_known_then_may_leave_it_open(store: Store, events: dict[str, str]) -> None:
    then = Known(as_of=date(2025, 8, 21))
    found = compare(store, events["phone"], events["meet"], then)
    assert found.precedes.possibility is found.follows.possibility is Possibility.POSSIBLE
    with pytest.raises(NotFoundError, match="known then"):
        compare(store, events["phone"], events["visit"], then)


def test_unknown_and_equal_events(store: Store, events: dict[str, str]) -> None:
    with pytest.raises(NotFoundError, match="e0"):
        compare(store, events["meet"], "e0")
    with pytest.raises(ParameterError):
        compare(store, events["meet"], events["meet"])


@pytest.mark.parametrize("known", [NOW, EVER])
def test_a_distance_told_in_another_language_dates_a_call(store: Store, known: Known) -> None:
    call = Teller("call-de", "2025-08-20")
    first = call.says("kim", "phone", "putin", within(None, "2025-08-20"))
    second = call.says("putin", "meet", "trump", within(None, "2025-08-20"))
    load(store, call.orders(first, Order.BEFORE, second, Distance(2, 2)).extraction())
    summit = Teller("summit-en", "2025-08-16", "en")
    summit.says("putin", "meet", "trump", within("2025-08-15"))
    load(store, summit.extraction())
    named = {row.predicate: row.id for row in timeline(store, PEOPLE["putin"].id).rows}
    phone = event(store, named["phone"], known)
    assert phone.interval == within("2025-08-13")
    proofs = phone.proofs["begin_earliest"]
    assert [(proof.article.key, proof.distance) for proof in proofs] == [
        ("call-de", Distance(2, 2)),
        ("summit-en", None),
    ]
    found = compare(store, named["phone"], named["meet"], known)
    assert found.precedes.possibility is Possibility.CERTAIN


@pytest.mark.parametrize("known", [NOW, EVER])
def test_an_approximate_date_stays_so_until_an_exact_one_comes(store: Store, known: Known) -> None:
    about = Interval.within(date(2025, 8, 9), date(2025, 8, 11), approximate=True)
    first = Teller("about-de", "2025-08-20")
    first.says("kim", "phone", "putin", about)
    load(store, first.extraction())
    (row,) = timeline(store, PEOPLE["putin"].id, known=known).rows
    assert row.edtf == "2025-08-10~"
    found = event(store, row.id, known)
    assert (found.interval, found.stated, found.edtf) == (about, about, "2025-08-10~")
    assert found.statements[0].interval == about
    second = Teller("exact-en", "2025-08-21", "en")
    second.says("kim", "phone", "putin", within("2025-08-10"))
    load(store, second.extraction())
    (row,) = timeline(store, PEOPLE["putin"].id, known=known).rows
    assert (row.edtf, row.interval) == ("2025-08-10", within("2025-08-10"))
