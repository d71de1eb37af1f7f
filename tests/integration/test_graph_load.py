"""Loading into a real Neo4j: once is enough, one event from many articles, any order, all or nothing."""

import dataclasses
import random
from datetime import date
from typing import Any

import pytest
from neo4j import GraphDatabase

from bench.synthetic import extractions
from graph.articles import article, articles
from graph.events import event
from graph.load import LoadReport, load, load_many
from graph.store import Store, Target, Transaction
from graph.warm import warm
from ontology.errors import ArticleError, NotFoundError, ParameterError, ServiceError
from ontology.model import Extraction, Interval, Modality, Order, Polarity
from tests.graph.telling import ALASKA, ANCHORAGE, PEOPLE, Teller, summit_in_two_languages, within

KIM, PUTIN, TRUMP = (PEOPLE[name].id for name in ("kim", "putin", "trump"))


class Graph:
    """The whole content of the database, for comparing."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def rows(self, query: str, **parameters: object) -> list[list[Any]]:
        target = self._target
        with GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver:
            return [record.values() for record in driver.execute_query(query, parameters).records]

    def wipe(self) -> None:
        self.rows("MATCH (n) WHERE NOT n:Migration AND NOT n:Graph DETACH DELETE n")

    def content(self, *ignored: str) -> tuple[list[str], list[str]]:
        """All that is valid, with its properties, but for when and how often it was loaded."""
        nodes = self.rows(
            "MATCH (n:!FormerArticle&!FormerStatement&!FormerActor&!FormerPlace&!Change&!Migration) "
            "RETURN labels(n), properties(n)"
        )
        edges = self.rows(
            "MATCH (a:!FormerStatement&!FormerArticle)-[r]->(b:!FormerStatement&!FormerArticle) "
            "RETURN a.id, type(r), properties(r), b.id"
        )
        for _, properties in nodes:
            for name in ("recorded", "version", *ignored):
                properties.pop(name, None)
        shown = [f"{sorted(labels)} {sorted(map(str, p.items()))}" for labels, p in nodes]
        return sorted(shown), sorted(f"{a} {t} {sorted(map(str, p.items()))} {b}" for a, t, p, b in edges)


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


def load_all(store: Store, extractions: list[Extraction]) -> list[LoadReport]:
    return [load(store, extraction) for extraction in extractions]


def one(text: Teller) -> Extraction:
    return text.extraction()


class TestOnce:
    def test_loading_twice_changes_nothing(self, store: Store, graph: Graph) -> None:
        told = summit_in_two_languages()
        first = load_all(store, told)
        content, version = graph.content(), store.version()
        second = load_all(store, told)
        assert [report.status for report in first] == ["new"] * 3
        assert [report.status for report in second] == ["unchanged"] * 3
        assert graph.content() == content
        assert store.version() == version == 3

    def test_reports_what_was_new(self, store: Store) -> None:
        counts = [
            (r.statements, r.events_new, r.events_joined) for r in load_all(store, summit_in_two_languages())
        ]
        assert counts == [(2, 2, 0), (1, 0, 1), (1, 0, 1)]

    def test_an_article_without_statements_is_kept(self, store: Store) -> None:
        silent = dataclasses.replace(summit_in_two_languages()[1], statements=())
        assert load(store, silent).status == "new"
        assert article(store, "summit-en").statements == ()
        assert load(store, silent).status == "unchanged"

    def test_a_new_reading_replaces_the_old_one(self, store: Store, graph: Graph) -> None:
        german, english, french = summit_in_two_languages()
        load_all(store, [english, german])
        reading = dataclasses.replace(german, statements=german.statements[:1], relations=())
        assert load(store, reading).status == "updated"
        load(store, french)
        # What an actor was last seen in may be a statement that has gone since; its name stays.
        replaced = graph.content("seen")
        graph.wipe()
        load_all(store, [french, reading, english])
        assert graph.content("seen") == replaced


class TestOneEvent:
    def test_two_articles_in_two_languages(self, store: Store, graph: Graph) -> None:
        load_all(store, summit_in_two_languages())
        (found,) = graph.rows(
            'MATCH (e:Event {predicate: "meet"})<-[:REPORTS]-(s)-[:IN]->(a) RETURN e.id, collect(a.lang)'
        )
        assert sorted(found[1]) == ["de", "en"]
        told = event(store, found[0])
        assert [s.article.key for s in told.statements] == ["summit-en", "call-de"]
        assert {s.sentence for s in told.statements} == {
            "call-de sentence 1: putin meet trump.",
            "summit-en sentence 0: trump meet putin.",
        }

    def test_before_a_dated_event_narrows_and_is_proved(self, store: Store, graph: Graph) -> None:
        for told in ([0, 1, 2], [2, 1, 0], [1, 0, 2]):
            graph.wipe()
            load_all(store, [summit_in_two_languages()[i] for i in told])
            ((name,),) = graph.rows('MATCH (e:Event {predicate: "phone"}) RETURN e.id')
            call = event(store, name)
            assert call.stated == within("2025-08-11", "2025-08-17")
            assert (call.interval.earliest, call.interval.latest) == (date(2025, 8, 11), date(2025, 8, 15))
            assert call.edtf == "2025-08-11/2025-08-15"
            proof = call.proofs["end_latest"]
            assert [(p.order, p.article.key) for p in proof] == [
                (Order.BEFORE, "call-de"),
                (None, "summit-en"),
            ]
            (order,) = call.orders
            assert (order.order, order.predicate, order.when) == (Order.BEFORE, "meet", "2025-08-15")
            assert [s.attributed_to[0].name for s in call.statements if s.attributed_to] == ["KCNA"]
            edges = graph.rows("MATCH (:Actor)-[d:PHONED]->(:Actor) RETURN d.event, d.latest")
            assert [(e, d.to_native()) for e, d in edges] == [(name, date(2025, 8, 15))]
            days = graph.rows("MATCH (:Event {id: $id})-[r:SUBJECT|OBJECT]->() RETURN r.latest", id=name)
            assert [d.to_native() for (d,) in days] == [date(2025, 8, 15)] * 2

    def test_a_denial_stays_visible(self, store: Store, graph: Graph) -> None:
        said, denied = Teller("said", "2025-08-13"), Teller("denied", "2025-08-14")
        said.says("kim", "phone", "putin", within("2025-08-12"))
        denied.says("rus", "phone", "prk", within("2025-08-12"), polarity=Polarity.NEGATIVE)
        load_all(store, [one(said), one(denied)])
        ((name,),) = graph.rows("MATCH (e:Event) RETURN e.id")
        told = event(store, name)
        assert told.disputed
        assert told.polarity is Polarity.POSITIVE
        assert [s.polarity for s in told.statements] == [Polarity.POSITIVE, Polarity.NEGATIVE]
        general = {named.name: named.general for named in (*told.subjects, *told.objects)}
        assert general == {"Kim Jong Un": False, "Vladimir Putin": False, "Russia": True, "North Korea": True}

    def test_what_did_not_happen_has_no_direct_edge(self, store: Store, graph: Graph) -> None:
        text = Teller("a", "2025-08-13")
        text.says("kim", "meet", "trump", polarity=Polarity.NEGATIVE, time=within(None, "2025-08-13"))
        text.says("kim", "visit", "putin", modality=Modality.PLANNED, time=within("2025-08-13", None))
        load(store, one(text))
        edges = "MATCH (:Actor)-[d]->(:Actor) WHERE type(d) <> 'ACTS_FOR' RETURN type(d)"
        assert graph.rows(edges) == []
        held = Teller("b", "2025-08-20")
        held.says("kim", "visit", "putin", time=within("2025-08-15"))
        assert load(store, one(held)).events_joined == 1
        assert graph.rows(edges) == [["VISITED"]]

    def test_the_id_of_before_finds_the_event(self, store: Store) -> None:
        later, sooner = Teller("later", "2025-08-14"), Teller("sooner", "2025-08-13")
        later.says("kim", "phone", "putin", within("2025-08-12"))
        sooner.says("kim", "phone", "putin", within("2025-08-12"))
        load(store, one(later))
        old = "e" + one(later).statements[0].id[1:]
        assert event(store, old).id == old
        load(store, one(sooner))
        new = "e" + one(sooner).statements[0].id[1:]
        assert event(store, old).id == event(store, new).id == new
        with pytest.raises(NotFoundError, match="timeline"):
            event(store, "e0000000000000000")

    def test_people_act_for_their_state_whichever_comes_first(self, store: Store, graph: Graph) -> None:
        person, state = Teller("p", "2025-08-13"), Teller("s", "2025-08-13")
        person.says("kim", "praise", "putin", within("2025-08-12"))
        state.says("prk", "praise", "ukr", within("2025-08-12"))
        for texts in ([person, state], [state, person]):
            graph.wipe()
            load_all(store, [one(text) for text in texts])
            links = graph.rows("MATCH (a:Person)-[:ACTS_FOR]->(b:State) RETURN a.name, b.name")
            assert links == [["Kim Jong Un", "North Korea"]]


def many_articles() -> list[Extraction]:
    """Articles that meet one another in every way: joined, split, ordered, denied, contradicting."""
    texts = []
    calls = [("2025-08-12", None), ("2025-08-14", None), ("2025-08-11", "2025-08-17"), (None, "2025-08-20")]
    for number, (first, last) in enumerate(calls):
        text = Teller(f"call-{number}", f"2025-08-{18 + number}")
        call = text.says(
            "kim" if number % 2 else "prk", "phone", "putin", within(first, last or "same"), by="kcna"
        )
        meeting = text.says("putin", "meet", "trump", within(None, f"2025-08-{18 + number}"), place=ALASKA)
        text.orders(call, Order.BEFORE if number else Order.AFTER, meeting)
        texts.append(text)
    dated = Teller("dated", "2025-08-16", "en")
    dated.says("trump", "meet", "putin", within("2025-08-15"), place=ANCHORAGE)
    dated.says("trump", "meet", "putin", within("2025-08-15"), polarity=Polarity.NEGATIVE)
    other = Teller("other", "2025-08-21", "fr")
    praise = other.says("rebels", "praise", "rus", within(None, "2025-08-21"))
    later = other.says("putin", "meet", "trump", within("2025-08-15", "2025-08-16"))
    other.orders(praise, Order.DURING, later)
    return [text.extraction() for text in [*texts, dated, other]]


class TestAnyOrder:
    def test_the_same_articles_make_the_same_graph(self, store: Store, graph: Graph) -> None:
        told, contents = many_articles(), []
        for seed in range(6):
            graph.wipe()
            random.Random(seed).shuffle(told)
            load_all(store, told)
            contents.append(graph.content())
        assert all(content == contents[0] for content in contents)

    def test_rereading_in_between_leaves_no_trace(self, store: Store, graph: Graph) -> None:
        told = many_articles()
        load_all(store, told)
        wanted = graph.content()
        for extraction in told:
            reading = dataclasses.replace(extraction, statements=extraction.statements[:1], relations=())
            assert load(store, reading).status == "updated"
        for extraction in reversed(told):
            assert load(store, extraction).status == "updated"
        assert graph.content() == wanted


class TestAllOrNothing:
    @pytest.mark.parametrize("failing", ["load_begin", "load_kept", "load_derived"])
    def test_a_failure_in_the_middle_leaves_nothing(
        self, store: Store, graph: Graph, monkeypatch: pytest.MonkeyPatch, failing: str
    ) -> None:
        german, english, french = summit_in_two_languages()
        load_all(store, [german, french])
        before, version = graph.content(), store.version()
        run = Transaction.run

        def broken(self: Transaction, name: str, **parameters: object) -> list[dict[str, Any]]:
            rows = run(self, name, **parameters)
            if name == failing:
                raise ServiceError("gone")
            return rows

        monkeypatch.setattr(Transaction, "run", broken)
        with pytest.raises(ServiceError, match="gone"):
            load(store, english)
        monkeypatch.undo()
        assert (graph.content(), store.version()) == (before, version)
        assert load(store, english).status == "new"

    def test_an_unsound_extraction_is_refused_and_the_others_are_loaded(self, store: Store) -> None:
        german, english, french = summit_in_two_languages()
        (statement,) = english.statements
        unknown = dataclasses.replace(english, statements=(dataclasses.replace(statement, predicate="zap"),))
        outcomes = list(load_many(store, [german, unknown, french]))
        assert isinstance(outcomes[1], ArticleError)
        assert "summit-en" in str(outcomes[1])
        assert "'zap'" in str(outcomes[1])
        assert [o.status for o in (outcomes[0], outcomes[2]) if isinstance(o, LoadReport)] == ["new", "new"]
        assert articles(store).total == 2

    @pytest.mark.parametrize("fault", ["twice", "order", "article"])
    def test_what_is_unsound_is_named(self, store: Store, fault: str) -> None:
        german, english, _ = summit_in_two_languages()
        broken = {
            "twice": dataclasses.replace(german, statements=german.statements * 2),
            "order": dataclasses.replace(german, statements=german.statements[:1]),
            "article": dataclasses.replace(german, article=english.article),
        }[fault]
        with pytest.raises(ArticleError, match=fault):
            load(store, broken)
        assert store.version() == 0


class TestContradiction:
    def test_it_is_marked_and_goes_with_its_cause(self, store: Store, graph: Graph) -> None:
        call, meeting = Teller("call", "2025-08-22"), Teller("meeting", "2025-08-22", "en")
        first = call.says("kim", "phone", "putin", within("2025-08-20"))
        second = call.says("putin", "meet", "trump", within("2025-08-15"))
        call.orders(first, Order.BEFORE, second)
        meeting.says("putin", "meet", "trump", within("2025-08-15"))
        load_all(store, [one(meeting), one(call)])
        consistent = "MATCH (e:Event) RETURN e.predicate, e.consistent, e.when ORDER BY e.predicate"
        assert graph.rows(consistent) == [["meet", False, "2025-08-15"], ["phone", False, "2025-08-20"]]
        load(store, dataclasses.replace(one(call), relations=()))
        assert graph.rows(consistent) == [["meet", True, "2025-08-15"], ["phone", True, "2025-08-20"]]


class TestArticles:
    def test_pages(self, store: Store) -> None:
        load_all(store, summit_in_two_languages())
        undated = Teller("undated", None, "es")
        undated.says("kim", "phone", "putin")
        load(store, one(undated))
        keys, cursor = [], None
        while True:
            page = articles(store, cursor=cursor, limit=1)
            assert page.total == 4
            keys += [found.article.key for found in page.results]
            cursor = page.next
            if cursor is None:
                break
        assert keys == ["call-de", "call-fr", "summit-en", "undated"]
        assert [found.article.key for found in articles(store, lang="en").results] == ["summit-en"]

    def test_one_with_its_statements(self, store: Store) -> None:
        german = summit_in_two_languages()[0]
        load(store, german)
        found = article(store, german.article.id)
        assert found == article(store, "call-de")
        assert found.text == german.article.text
        call = found.statements[0]
        assert call.evidence_span.of(found.text) == call.evidence
        assert call.sentence_span.of(found.text) == call.sentence
        assert [speaker.name for speaker in call.attributed_to] == ["KCNA", "TASS"]
        assert call.interval == Interval.within(date(2025, 8, 11), date(2025, 8, 17))

    def test_unknown_ones(self, store: Store) -> None:
        with pytest.raises(NotFoundError, match="/v1/articles"):
            article(store, "nothing")
        with pytest.raises(ParameterError, match="cursor"):
            articles(store, cursor="nothing")


class TestTogether:
    def test_the_same_graph_as_one_by_one(self, store: Store, graph: Graph) -> None:
        told = list(extractions(40, seed=3))
        alone = [load(store, one) for one in told]
        content = graph.content("seen")
        graph.wipe()
        reports = list(load_many(store, told, together=16))
        assert graph.content("seen") == content
        assert reports == alone
        assert [r.status for r in load_many(store, told) if isinstance(r, LoadReport)] == ["unchanged"] * 40

    def test_reports_come_in_order_whatever_each_comes_to(self, store: Store) -> None:
        told = list(extractions(6, seed=4))
        reread = dataclasses.replace(told[0], statements=told[0].statements[:3], relations=())
        unsound = dataclasses.replace(told[3], statements=told[4].statements)
        load(store, told[0])
        load(store, told[1])
        reports = list(load_many(store, [told[1], told[2], reread, unsound, told[2], told[5]]))
        assert [r.status if isinstance(r, LoadReport) else "error" for r in reports] == [
            *("unchanged", "new", "updated", "error", "unchanged", "new"),
        ]

    def test_each_is_in_the_change_log(self, store: Store, graph: Graph) -> None:
        told = list(extractions(5, seed=5))
        before = store.version()
        list(load_many(store, told))
        ((version, articles, events),) = graph.rows(
            "MATCH (c:Change) WHERE c.version > $before RETURN c.version, c.articles, size(c.events)",
            before=before,
        )
        assert version == before + 1
        assert sorted(articles) == sorted(one.article.id for one in told)
        assert [[events]] == graph.rows("MATCH (e:Event) RETURN count(e)")


def test_warming_up_leaves_no_trace(store: Store, graph: Graph) -> None:
    load_all(store, summit_in_two_languages())
    content, version = graph.content(), store.version()
    warm(store)
    assert graph.content() == content
    assert store.version() == version
