"""The graph as of another time: exactly what a graph would be that had been given nothing else."""

import io
import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.corrections import withdraw
from graph.decisions import merge, split, undo
from graph.events import event
from graph.known import NOW, Known
from graph.load import load
from graph.rdf import export
from graph.store import Store
from graph.then import known_then
from ontology.errors import NotFoundError
from ontology.model import Extraction, Modality, Order, Polarity
from tests.graph.telling import ALASKA, ANCHORAGE, ISTANBUL, PEOPLE, Teller, summit_in_two_languages, within
from tests.integration.test_graph_load import many_articles

EVER = Known(recorded_before=datetime(2999, 1, 1, tzinfo=UTC))
DAYS = [f"2025-08-{day:02}" for day in range(10, 16)]


def exported(store: Store, known: Known = NOW) -> str:
    out = io.BytesIO()
    export(store, out, "nq", known=known)
    return out.getvalue().decode()


def instant() -> datetime:
    """Now; the database counts milliseconds, so one passes before and after."""
    time.sleep(0.002)
    now = datetime.now(UTC)
    time.sleep(0.002)
    return now


def names(told: Extraction) -> list[str]:
    return ["e" + statement.id[1:] for statement in told.statements]


def random_articles(seed: int, count: int = 7) -> list[Extraction]:
    """Articles of a few days about a few acts, so that they meet in many ways."""
    dice = random.Random(seed)
    return [_random_article(dice, number) for number in range(count)]


def _random_article(dice: random.Random, number: int) -> Extraction:
    told = Teller(f"n{number}", dice.choice([*DAYS, None]), dice.choice(["de", "en"]))
    for _ in range(dice.randint(1, 3)):
        one, other = dice.sample(["kim", "prk", "putin", "rus", "trump", "rebels"], 2)
        first, last = sorted(dice.sample(DAYS, 2))
        told.says(
            one,
            dice.choice(["phone", "meet", "hold-talks", "praise", "attack"]),
            other,
            dice.choice([within(first), within(first, last), within(None, last), None]),
            place=dice.choice([None, ALASKA, ANCHORAGE, ISTANBUL]),
            polarity=dice.choice([Polarity.POSITIVE] * 4 + [Polarity.NEGATIVE]),
            modality=dice.choice([Modality.ASSERTED] * 4 + list(Modality)),
            by=dice.choice(["", "kcna", "tass"]),
        )
    numbers = range(len(told.extraction().statements))
    for a, b in ((a, b) for a in numbers for b in numbers if a < b):
        told.orders(a, dice.choice(list(Order)), b)
    return told.extraction()


def known_by(told: list[Extraction], day: date) -> list[Extraction]:
    """Those published by a day; undated ones are loaded, and so known, only today."""
    return [one for one in told if one.article.published and one.article.published <= day]


class TestEquivalence:
    def test_with_all_that_is_known_it_is_the_graph_of_now(self, store: Store) -> None:
        for one in many_articles():
            load(store, one)
        assert exported(store, EVER) == exported(store)

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(seed=st.integers(0, 10_000), cut=st.sampled_from(DAYS))
    def test_as_of_a_day_it_is_a_graph_that_was_given_nothing_else(
        self, store: Store, wipe: Callable[[], None], seed: int, cut: str
    ) -> None:
        told, day = random_articles(seed), date.fromisoformat(cut)
        wipe()
        for one in known_by(told, day):
            load(store, one)
        wanted = exported(store)
        for one in told:
            load(store, one)
        assert exported(store, Known(as_of=day)) == wanted
        assert exported(store, EVER) == exported(store)

    def test_before_an_instant_it_is_the_graph_of_then(self, store: Store) -> None:
        """Whatever came in between: articles, corrections, new readings, decisions and their undoing."""
        told, states = random_articles(7, 9), []

        def remember() -> None:
            states.append((instant(), exported(store)))

        for one in told[:6]:
            load(store, one)
        remember()
        withdraw(store, "n1")
        remember()
        ids = [row["id"] for row in store.read("export_events", after="", limit=100, ids=[])]
        taken = merge(store, ids[0], ids[-1])
        remember()
        for one in told[6:]:
            load(store, one)
        remember()
        load(store, told[1], replace=True)
        remember()
        undo(store, taken.id)
        remember()
        several = next(row for row in store.read("merged_events", after="", limit=9))["id"]
        split(store, several, [event(store, several).statements[0].id])
        remember()
        assert len({export for _, export in states}) > 4
        for moment, wanted in states:
            assert exported(store, Known(recorded_before=moment)) == wanted


class TestQuestions:
    @pytest.fixture
    def told(self, store: Store) -> list[Extraction]:
        told = summit_in_two_languages()
        for one in told:
            load(store, one)
        return told

    def test_an_event_in_full(self, store: Store, told: list[Extraction]) -> None:
        for one in told:
            for name in names(one):
                assert event(store, name, EVER) == event(store, name)

    def test_days_and_proofs_are_those_of_then(self, store: Store, told: list[Extraction]) -> None:
        call = names(told[2])[0]
        now, then = event(store, call), event(store, call, Known(as_of=date(2025, 8, 20)))
        assert now.edtf == "2025-08-11/2025-08-15"
        assert (then.edtf, then.proofs, then.orders) == ("2025-08-11/2025-08-17", {}, ())
        assert [said.article.key for said in then.statements] == ["call-fr"]

    def test_what_was_not_known_is_not_found(self, store: Store, told: list[Extraction]) -> None:
        with pytest.raises(NotFoundError, match="known then"):
            event(store, names(told[0])[0], Known(as_of=date(2025, 8, 15)))
        with pytest.raises(NotFoundError, match="known then"):
            event(store, names(told[0])[0], Known(recorded_before=datetime(2020, 1, 1, tzinfo=UTC)))

    def test_the_id_of_now_finds_the_event_of_then(self, store: Store) -> None:
        sooner, later = Teller("sooner", "2025-08-13"), Teller("later", "2025-08-14")
        for teller in (later, sooner):
            teller.says("kim", "phone", "putin", within("2025-08-12"))
        load(store, later.extraction())
        before = instant()
        load(store, sooner.extraction())
        now = names(sooner.extraction())[0]
        then = event(store, now, Known(recorded_before=before))
        assert then.id == names(later.extraction())[0]
        assert event(store, now).id == now

    def test_an_actors_events(self, store: Store, told: list[Extraction]) -> None:
        then = known_then(store, Known(as_of=date(2025, 8, 18)))
        kim, putin = PEOPLE["kim"], PEOPLE["putin"]
        assert [e.predicate for e in then.of_actor(kim.id)] == ["phone"]
        found = then.of_actor("Q159", putin.state)
        assert sorted(e.predicate for e in found) == ["meet", "phone"]
        rows = then.rows([e.id for e in found])
        assert [row.id for row in rows] == [e.id for e in found]
        assert {row.evidence.key for row in rows if row.evidence} == {"summit-en", "call-fr"}
        assert then.before(e.id for e in found) == ()
        later = known_then(store, Known(as_of=date(2025, 8, 22)))
        events = {e.predicate: e.id for e in later.of_actor(kim.id)} | {
            e.predicate: e.id for e in later.of_actor(PEOPLE["trump"].id)
        }
        assert later.before([events["meet"]]) == ((events["phone"], events["meet"]),)

    def test_days(self, store: Store, told: list[Extraction]) -> None:
        day = date(2025, 8, 16)
        now = known_then(store, EVER).in_days(day, day)
        assert [e.predicate for e in now] == []
        then = known_then(store, Known(as_of=date(2025, 8, 20))).in_days(day, day)
        assert [e.predicate for e in then] == ["phone"]

    def test_a_withdrawn_article_counts_until_the_day_of_its_withdrawal(
        self, store: Store, told: list[Extraction]
    ) -> None:
        whole, before = exported(store), instant()
        withdraw(store, "call-de", on=date(2025, 9, 1))
        assert exported(store) != whole
        for known in (
            Known(recorded_before=before),
            Known(as_of=date(2025, 8, 31)),
            Known(date(2025, 9, 2), before),
        ):
            assert exported(store, known) == whole
        assert exported(store, Known(as_of=date(2025, 9, 1))) == exported(store)
        assert exported(store, Known(as_of=date(2025, 8, 21))) == exported(store)

    def test_nothing_was_known_before_the_first_article(self, store: Store, told: list[Extraction]) -> None:
        assert exported(store, Known(as_of=date(2025, 8, 1))) == ""
        assert exported(store, Known(recorded_before=datetime.now(UTC) - timedelta(days=1))) == ""
