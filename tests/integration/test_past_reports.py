"""Articles, statements, outlets, and why events are one, as they were known at other times."""

from datetime import date

import pytest

from graph.articles import article, articles
from graph.corrections import withdraw
from graph.decisions import merge, split, undo
from graph.known import NOW, Known
from graph.load import load
from graph.rulings import explain, merged, rulings
from graph.statement_pages import StatementFilter, statement, statement_page
from graph.statistics import outlets
from graph.store import Store
from ontology.errors import NotFoundError
from ontology.model import Modality, Polarity
from tests.graph.telling import PEOPLE, Teller, summit_in_two_languages, within
from tests.integration.test_then import EVER, instant, names, random_articles

FILTERS = [
    StatementFilter(),
    StatementFilter(actor=PEOPLE["putin"].id),
    StatementFilter(speaker=PEOPLE["kcna"].id),
    StatementFilter(types=("CONSULT",), langs=("en",)),
    StatementFilter(polarity=Polarity.NEGATIVE),
    StatementFilter(modality=Modality.PLANNED, actor=PEOPLE["rus"].id),
]


def seen(store: Store, known: Known = NOW) -> list[object]:
    """All that lists and single answers show."""
    listed = articles(store, known=known)
    said = [statement_page(store, wanted, known=known) for wanted in FILTERS]
    events = {one.event for one in said[0].results if one.event}
    found: list[object] = [listed, *said, outlets(store, known), merged(store, known=known)]
    found += [article(store, one.article.id, known) for one in listed.results]
    found += [article(store, one.article.key, known) for one in listed.results]
    found += [statement(store, one.id, known) for one in said[0].results]
    found += [explain(store, name, known) for name in sorted(events)]
    return found


def test_with_all_that_is_known_they_are_those_of_now(store: Store) -> None:
    for one in random_articles(11, 9):
        load(store, one)
    assert seen(store, EVER) == seen(store)
    whole = statement_page(store, StatementFilter(), known=EVER)
    first = statement_page(store, StatementFilter(), limit=2, known=EVER)
    rest = statement_page(store, StatementFilter(), cursor=first.next, known=EVER)
    assert (first.results + rest.results, first.total, rest.next) == (whole.results, whole.total, None)
    page = articles(store, limit=2, known=EVER)
    others = articles(store, cursor=page.next, known=EVER)
    assert page.results + others.results == articles(store).results


def test_before_an_instant_they_are_those_of_then(store: Store) -> None:
    told, states = random_articles(7, 8), []

    def remember() -> None:
        states.append((instant(), seen(store), [one.id for one in rulings(store) if one.undone is None]))

    for one in told[:6]:
        load(store, one)
    remember()
    withdraw(store, "n1")
    remember()
    ids = [row["id"] for row in store.read("export_events", after="", limit=100, ids=[])]
    taken = merge(store, ids[0], ids[-1])
    remember()
    load(store, told[6])
    undo(store, taken.id)
    remember()
    several = merged(store)[0]
    split(store, several.event, [several.joins[0].statement])
    load(store, told[1], replace=True)
    remember()
    assert len({str(found) for _, found, _ in states}) == len(states)
    for moment, wanted, held in states:
        known = Known(recorded_before=moment)
        assert seen(store, known) == wanted
        assert [one.id for one in rulings(store, known) if one.undone is None] == held


def test_as_of_a_day_there_is_what_had_been_published(store: Store) -> None:
    for one in summit_in_two_languages():
        load(store, one)
    day = Known(as_of=date(2025, 8, 20))
    assert [one.article.key for one in articles(store, known=day).results] == ["call-fr", "summit-en"]
    assert articles(store, lang="de", known=day).total == 0
    german, _, french = (names(one)[0] for one in summit_in_two_languages())
    said = statement_page(store, StatementFilter(event=french), known=day).results
    assert [one.article.key for one in said] == ["call-fr"]
    assert merged(store, known=day) == ()
    with pytest.raises(NotFoundError, match="known then"):
        article(store, "call-de", day)
    with pytest.raises(NotFoundError):
        statement(store, "s" + german[1:], day)
    assert statement_page(store, StatementFilter(event="e0"), known=day).results == ()


def test_a_version_shows_as_it_was(store: Store) -> None:
    old, new = Teller("visit", "2025-08-10"), Teller("visit", "2025-08-14")
    old.says("kim", "phone", "putin", within("2025-08-09"))
    new.says("kim", "meet", "trump", within("2025-08-13"))
    load(store, old.extraction())
    before = instant()
    load(store, new.extraction(), replace=True)
    for known in (Known(recorded_before=before), Known(as_of=date(2025, 8, 12))):
        assert article(store, "visit", known).article.id == old.extraction().article.id
        assert [one.predicate for one in article(store, "visit", known).statements] == ["phone"]
    assert article(store, "visit", EVER) == article(store, "visit")
