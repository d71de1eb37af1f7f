"""Times carried from one sentence of a story to the next, and those that stay open."""

from datetime import date

import pytest

from extract.pipeline import extract
from ontology.model import Article, Order

WEEK = (date(2025, 8, 11), date(2025, 8, 17))
OPEN = (None, date(2025, 8, 22))


def _extraction(text: str, lang: str):
    return extract(Article("a", "a", text, lang, date(2025, 8, 22)))


def _times(text: str, lang: str) -> dict[str, tuple[date | None, date | None]]:
    found = _extraction(text, lang).statements
    return {item.predicate: (item.time.interval.earliest, item.time.interval.latest) for item in found}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Macron sprach am Dienstag in Paris. Er verurteilte Russland scharf."),
        ("en", "Macron spoke in Paris on Tuesday. He strongly condemned Russia."),
        ("fr", "Macron a parlé mardi à Paris. Il a fermement condamné la Russie."),
        ("es", "Macron habló el martes en París. El presidente francés condenó a Rusia."),
    ],
)
def test_what_a_speaker_goes_on_to_say_has_the_day_of_his_speech(lang, text):
    assert _times(text, lang)["condemn"] == (date(2025, 8, 19), date(2025, 8, 19))


def test_a_lead_takes_its_day_from_the_next_sentence():
    text = "Macron hat Russland verurteilt. Der Angriff sei ein Verbrechen, sagte Macron am Donnerstag."
    assert _times(text, "de")["condemn"] == (date(2025, 8, 21), date(2025, 8, 21))


def test_a_lead_takes_no_day_of_long_ago():
    text = "Macron hat Russland verurteilt. Der Angriff sei ein Verbrechen, sagte Macron am 3. Mai 2021."
    assert _times(text, "de")["condemn"] == OPEN


def test_background_keeps_out_of_the_scene():
    text = "Macron spoke in Paris on Tuesday. He had condemned Russia. He has repeatedly praised Ukraine."
    found = _times(text, "en")
    assert found["condemn"] == found["praise"] == OPEN


def test_somebody_else_speaks_at_another_time():
    text = "Macron sprach am Dienstag in Paris. Erdogan verurteilte Russland."
    assert _times(text, "de")["condemn"] == OPEN


def test_what_is_said_in_a_conversation_was_said_during_it():
    text = "Last week Macron met Putin in Moscow. Macron assured Putin that France would support Russia."
    found = _extraction(text, "en")
    promise = next(item for item in found.statements if item.predicate == "promise")
    meeting = next(item for item in found.statements if item.predicate == "meet")
    assert (promise.time.interval.earliest, promise.time.interval.latest) == WEEK
    assert (promise.id, Order.DURING, meeting.id) in [(x.source, x.order, x.target) for x in found.relations]


def test_talks_are_of_the_day_on_which_somebody_speaks_after_them():
    text = "Lavrov said on Tuesday after talks with Wang Yi that Russia condemned the United States."
    assert _times(text, "en")["hold-talks"] == (date(2025, 8, 19), date(2025, 8, 19))


def test_a_retelling_lends_its_time():
    text = (
        "Israel hat Syrien angegriffen. Bei dem Angriff Israels auf Syrien am Mittwoch starben drei Menschen."
    )
    assert _times(text, "de")["attack"] == (date(2025, 8, 20), date(2025, 8, 20))


def test_who_refuses_in_his_own_words_does_so_as_he_speaks():
    text = "Macron erklärte am Dienstag, Frankreich werde Putin niemals als Partner akzeptieren."
    assert _times(text, "de")["refuse"] == (date(2025, 8, 19), date(2025, 8, 19))


def test_a_flashback_lends_no_time_to_the_story():
    text = "Macron had warned Russia on Monday. France rejected the accusations."
    assert _times(text, "en")["reject"] == OPEN


def test_a_caption_lends_no_time_to_the_story():
    text = "Kim Jong-un besichtigt ein Schiff, 18. August 2025.\n\nKim Jong-un hat Südkorea verurteilt."
    assert _times(text, "de")["condemn"] == OPEN


def test_a_dateline_dates_no_event():
    text = "MOSCOW, Aug 21 (Reuters) - Russia has condemned France."
    assert _times(text, "en")["condemn"] == OPEN


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "After the talks, Macron and Erdogan condemned Russia."),
        ("fr", "Après les entretiens, Macron et Erdogan ont condamné la Russie."),
        ("es", "Tras las conversaciones, Macron y Erdogan condenaron a Rusia."),
    ],
)
def test_a_meeting_without_parties_is_that_of_the_subjects(lang, text):
    found = _extraction(text, lang)
    predicate = {item.id: item.predicate for item in found.statements}
    assert [(predicate[x.source], x.order, predicate[x.target]) for x in found.relations] == [
        ("condemn", Order.AFTER, "hold-talks")
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Russland griff am Montag Polen an. Frankreich verurteilte Russland."),
        ("en", "Russia attacked Poland on Monday. France condemned Russia."),
        ("fr", "La Russie a attaqué la Pologne lundi. La France a condamné la Russie."),
        ("es", "Rusia atacó Polonia el lunes. Francia condenó a Rusia."),
    ],
)
def test_what_is_said_of_the_news_was_not_said_before_it(lang, text):
    assert _times(text, lang)["condemn"] == (date(2025, 8, 18), date(2025, 8, 22))


def test_a_perfect_may_reach_back_before_the_news():
    text = "Russland griff am Montag Polen an. Frankreich hat Russland verurteilt."
    assert _times(text, "de")["condemn"] == OPEN
    text = "Rusia atacó Polonia el lunes. Francia ha condenado a Rusia."
    assert _times(text, "es")["condemn"] == OPEN


def test_news_of_others_or_of_long_ago_bounds_nothing():
    text = "Russland griff am Montag Polen an. Erdogan lobte Ungarn."
    assert _times(text, "de")["praise"] == OPEN
    text = "Russland griff am 3. Mai 2025 Polen an. Frankreich verurteilte Russland."
    assert _times(text, "de")["condemn"] == OPEN


SINCE_MONDAY = (date(2025, 8, 18), date(2025, 8, 22))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Russland griff am Montag Polen an. Polen wies Diplomaten Russlands aus."),
        ("en", "Russia attacked Poland on Monday. Poland expelled diplomats from Russia."),
        ("es", "Rusia atacó Polonia el lunes. Polonia expulsó a diplomáticos de Rusia."),
    ],
)
def test_deeds_told_in_the_past_tense_follow_the_fresh_news_and_are_proved_by_it(lang, text):
    found = _extraction(text, lang)
    told = {item.predicate: item for item in found.statements}
    expelled = told["expel-diplomats"]
    assert (expelled.time.interval.earliest, expelled.time.interval.latest) == SINCE_MONDAY
    assert expelled.time.stated.earliest is None  # the graph derives it, and keeps the proof
    assert (expelled.id, Order.AFTER, told["attack"].id) in [
        (x.source, x.order, x.target) for x in found.relations
    ]


def test_news_without_an_actor_is_everybodys():
    text = "A passenger jet was shot down on Monday. Macron accused Russia."
    assert _times(text, "en")["accuse"] == SINCE_MONDAY


def test_what_lies_in_other_tenses_or_clauses_is_not_bound_by_the_news():
    text = "Russia attacked Poland on Monday. Poland has expelled diplomats from Russia."
    assert _times(text, "en")["expel-diplomats"] == OPEN
    text = "Russland griff am Montag Polen an. Frankreich, das Diplomaten Russlands auswies, lobte Polen."
    assert _times(text, "de")["expel-diplomats"] == OPEN


def test_a_flashback_looks_back_from_the_lead_where_nothing_nearer_is_told():
    text = (
        "Macron met Merz on Tuesday. The weather was fine. The streets were full. Many people came. "
        "Putin had attacked Poland."
    )
    found = _extraction(text, "en")
    predicate = {item.id: item.predicate for item in found.statements}
    told = [(predicate[x.source], x.order, predicate[x.target]) for x in found.relations]
    assert told == [("attack", Order.BEFORE, "meet")]


def test_what_came_before_something_else_is_not_bound_by_the_news():
    text = "Macron met Putin on Friday. Macron spoke by telephone with Erdogan before the summit."
    found = _extraction(text, "en")
    call = next(item for item in found.statements if item.predicate == "phone")
    assert call.time.interval.earliest is None
    assert all(x.order is not Order.AFTER for x in found.relations if x.source == call.id)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Russland könnte Polen angegriffen haben."),
        ("en", "Russia may have attacked Poland."),
        ("fr", "La Russie pourrait avoir attaqué la Pologne."),
        ("es", "Rusia podría haber atacado Polonia."),
    ],
)
def test_what_may_have_happened_is_over(lang, text):
    assert _times(text, lang)["attack"] == OPEN


def test_who_denies_without_naming_anybody_answers_his_accuser():
    text = "Ukraine accused Russia of an attack. Russia denied the accusations."
    found = _extraction(text, "en")
    predicate = {item.id: item.predicate for item in found.statements}
    told = [(predicate[x.source], x.order, predicate[x.target]) for x in found.relations]
    assert ("deny", Order.AFTER, "accuse") in told
