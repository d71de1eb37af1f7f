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


def _orders(text: str, lang: str = "de"):
    found = _extraction(text, lang)
    predicate = {item.id: item.predicate for item in found.statements}
    return {(predicate[x.source], x.order, predicate[x.target]) for x in found.relations}


def test_the_pluperfect_looks_back_from_the_act_told_last():
    text = "Frankreich verurteilte Russland. Macron hatte Putin getroffen."
    assert _orders(text) == {("meet", Order.BEFORE, "condemn")}


def test_dates_overrule_what_the_tense_suggests():
    text = "Frankreich verurteilte am 3. Mai 2025 Russland. Macron hatte Putin am 5. Mai 2025 getroffen."
    assert _orders(text) == set()


def test_what_is_condemned_came_before():
    assert _orders("Frankreich verurteilte Russlands Angriff auf Polen.") == {
        ("condemn", Order.AFTER, "attack")
    }


def test_an_unfulfilled_condition_gets_no_time():
    text = (
        "Falls Russland nach seinem Angriff auf Polen Frankreich angreift, wird Macron Russland verurteilen."
    )
    for item in _extraction(text).statements:
        assert item.modality != "hypothetical" or item.time is None


def test_a_refusal_follows_the_demand():
    text = "Frankreich forderte Serbien zum Abzug auf. Serbien lehnte die Forderung Frankreichs ab."
    assert ("reject", Order.AFTER, "demand-yield") in {
        (one, order, other if other != "demand" else "demand-yield") for one, order, other in _orders(text)
    }


def test_a_flashback_gives_the_story_no_lower_bound():
    text = "Frankreich verurteilte Russland. 2018 hatte Russland Polen angegriffen."
    condemnation = next(item for item in _extraction(text).statements if item.predicate == "condemn")
    assert condemnation.time.interval.earliest is None


def test_a_bare_noun_under_a_verb_of_judging_stands_for_the_act_before():
    assert _orders("Russia attacked Poland. France condemned the move.", "en") == {
        ("condemn", Order.AFTER, "attack")
    }


def test_a_noun_with_its_own_content_stands_for_no_act_before():
    text = "Russia attacked Poland. France condemned the decision of the bank."
    assert _orders(text, "en") == set()


def test_what_a_pronominal_adverb_blames_somebody_for_came_before():
    text = "Russland griff Polen an. Frankreich machte Putin dafür verantwortlich."
    assert _orders(text) == {("blame", Order.AFTER, "attack")}


def test_an_attack_condemned_before_it_is_told():
    text = "France has condemned the attack. Russian troops bombed Poland on Monday."
    assert _orders(text, "en") == {("condemn", Order.AFTER, "bomb")}


def test_what_somebody_answers_is_told_in_the_next_sentence():
    text = "Rusia expulsó a un embajador de Polonia. Es una respuesta a la decisión de Francia. "
    text += "Francia sancionó a Rusia."
    assert ("expel-diplomats", Order.AFTER, "sanction") in _orders(text, "es")


def test_a_phrase_in_front_holds_for_joined_clauses():
    text = "Nach dem Treffen mit Erdogan lobte Macron die Türkei und verurteilte Russland."
    assert _orders(text) == {("praise", Order.AFTER, "meet"), ("condemn", Order.AFTER, "meet")}
