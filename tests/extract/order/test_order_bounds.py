"""Order said in the text bounds what has no date of its own."""

from datetime import date

from extract.pipeline import extract
from ontology.model import Article, Order


def _extraction(text: str, lang: str = "de"):
    return extract(Article("a", "a", text, lang, date(2025, 8, 22)))


def test_after_a_dated_event_means_not_before_it():
    found = _extraction("Russland griff am 3. März 2025 Polen an. Daraufhin verurteilte Frankreich Russland.")
    condemnation = next(item for item in found.statements if item.event_type == "ACCUSE")
    assert condemnation.time.interval.earliest == date(2025, 3, 3)
    assert condemnation.time.interval.latest == date(2025, 8, 22)
    assert [relation.order for relation in found.relations if relation.source == condemnation.id] == [
        Order.AFTER
    ]


def test_an_echo_stands_for_the_event_told_before():
    text = "Macron telefonierte mit Erdogan. Das Telefonat fand vor dem Treffen Putins mit Merz statt."
    found = _extraction(text)
    predicate = {item.id: item.predicate for item in found.statements}
    assert [(predicate[x.source], x.order, predicate[x.target]) for x in found.relations] == [
        ("phone", Order.BEFORE, "meet")
    ]


def test_relations_name_statements_of_the_same_article():
    found = _extraction("Nach dem Angriff Russlands auf Polen traf Macron in Ankara Erdogan.")
    ids = {item.id for item in found.statements}
    assert found.relations
    assert all({relation.source, relation.target} <= ids for relation in found.relations)
