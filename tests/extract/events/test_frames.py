"""Who does what to whom: syntax from passives to conjuncts, the same in every language.

Each row: language, sentence, and the triple (subject states, type, object states) that must be found.
"""

from datetime import date

import pytest

from extract.pipeline import extract
from ontology.model import Article

ROWS = [
    # passive, with and without agent
    ("de", "Die Ukraine wurde von Russland angegriffen.", "RUS ASSAULT UKR"),
    ("en", "Ukraine was attacked by Russia.", "RUS ASSAULT UKR"),
    ("fr", "L'Ukraine a été attaquée par la Russie.", "RUS ASSAULT UKR"),
    ("es", "Ucrania fue invadida por Rusia.", "RUS ASSAULT UKR"),
    # conjoined verbs share their subject
    ("de", "Russland griff Polen an und besetzte Estland.", "RUS ASSAULT EST"),
    ("en", "Russia condemned Poland and attacked Estonia.", "RUS ASSAULT EST"),
    # collective subjects of symmetric events
    ("de", "Macron und Erdogan trafen sich in Ankara.", "FRA CONSULT TUR"),
    ("en", "Macron and Erdogan met in Ankara.", "FRA CONSULT TUR"),
    # infinitives: subject control, object control
    ("de", "Die USA baten Frankreich, Russland zu verurteilen.", "USA REQUEST FRA"),
    # relative clauses
    ("de", "Russland, das die Ukraine angegriffen hat, schweigt.", "RUS ASSAULT UKR"),
    ("en", "Russia, which attacked Ukraine, remains silent.", "RUS ASSAULT UKR"),
    # participles at nouns
    ("de", "Das von Russland angegriffene Polen schweigt.", "RUS ASSAULT POL"),
    ("en", "Poland, attacked by Russia, remains silent.", "RUS ASSAULT POL"),
    # event nouns with genitive, possessive, adjective, compound, agent
    ("de", "Der Angriff Russlands auf Polen dauert an.", "RUS ASSAULT POL"),
    ("de", "Der russische Angriff auf Polen dauert an.", "RUS ASSAULT POL"),
    ("de", "Der US-Angriff auf Polen dauert an.", "USA ASSAULT POL"),
    ("en", "Russia's attack on Poland continues.", "RUS ASSAULT POL"),
    ("fr", "L'invasion de la Pologne par la Russie continue.", "RUS ASSAULT POL"),
    ("es", "La invasión de Polonia por Rusia continúa.", "RUS ASSAULT POL"),
    # a situation is whose place it names
    ("de", "Die Schweiz kritisierte die Lage in Syrien.", "CHE ACCUSE SYR"),
    ("de", "Die Schweiz kritisierte die Lage auf der Konferenz in Syrien.", "CHE ACCUSE -"),
    # light verbs, also in the passive
    ("de", "Ein Angriff auf Polen wurde von Russland gestartet.", "RUS ASSAULT POL"),
    ("en", "An attack on Poland was launched by Russia.", "RUS ASSAULT POL"),
    # objects inside a noun phrase
    ("de", "Frankreich verurteilte das Verhalten der russischen Regierung.", "FRA ACCUSE RUS"),
    ("en", "France condemned the conduct of the Russian government.", "FRA ACCUSE RUS"),
    # the host of a meeting of which only the partner is named
    ("de", "Nach einem Treffen mit Erdogan reiste Macron ab.", "FRA CONSULT TUR"),
    ("en", "After a meeting with Erdogan, Macron left.", "FRA CONSULT TUR"),
    # a perfect with "être" is no passive; an adverb before a preposition joins it; elided triggers
    ("fr", "Les troupes allemandes sont entrées en Norvège.", "DEU ASSAULT NOR"),
    ("fr", "Erdogan s'est excusé auprès de Poutine.", "TUR CONCEDE RUS"),
    ("fr", "Le mandat d'arrêt de l'Espagne contre un Argentin est valable.", "ESP COERCE ARG"),
    # irregular participles
    ("fr", "L'Allemagne a conquis la Norvège en 1940.", "DEU ASSAULT NOR"),
    ("es", "El Kremlin, que había anexionado Crimea en 2014, niega todo.", "RUS ASSAULT UKR"),
    ("es", "Se prohibió la entrada de diplomáticos rusos a Letonia.", "- COERCE LVA"),
    ("es", "Trump quiere reunirse con Macron.", "USA CONSULT FRA"),
    ("es", "Dos estadounidenses fueron detenidos por la policía rusa.", "RUS COERCE USA"),
    # what an adverb counts; a relative with an article; what is asked is no description of whom one asks
    ("fr", "Plus de 300 soldats français ont quitté le Mali.", "FRA RETREAT MLI"),
    ("fr", "Près de 2 000 soldats russes seront déployés en Syrie.", "RUS MOBILIZE SYR"),
    (
        "es",
        "Trump llamó a los presidentes de Canadá y Francia, a los que pidió más dinero.",
        "USA REQUEST CAN,FRA",
    ),
    ("fr", "Macron a exigé de la Russie qu'elle retire ses troupes.", "FRA REQUEST RUS"),
    # what somebody says another one must do
    ("de", "Russland müsse seine Truppen abziehen, sagte Macron.", "FRA REQUEST RUS"),
    ("en", "Macron said that Russia must withdraw its troops.", "FRA REQUEST RUS"),
    ("fr", "La Russie doit tenir parole, a déclaré Merz.", "DEU REQUEST RUS"),
    ("es", "Macron dijo que Rusia debe retirar sus tropas.", "FRA REQUEST RUS"),
    # dropped subjects of infinitives
    ("es", "Macron viajó el lunes a Kiev. Quiere reunirse con Merz.", "FRA CONSULT DEU"),
    ("es", "«Vamos a enviar armas a Ucrania», dijo Pedro Sánchez.", "ESP AID UKR"),
    # organisations meet among their members
    ("fr", "Une réunion du Conseil de sécurité aura lieu lundi.", "IGO:UN CONSULT -"),
    # a name with a hyphen is no dateline
    ("fr", "Kim Jong-un est arrivé en Chine.", "PRK CONSULT CHN"),
    # companions
    ("en", "France attacked Poland together with Italy.", "FRA,ITA ASSAULT POL"),
]


def _triples(lang: str, text: str) -> set[str]:
    statements = extract(Article("a", "a", text, lang, date(2025, 8, 22))).statements
    return {f"{_states(item.subject)} {item.event_type} {_states(item.object)}" for item in statements}


def _states(side) -> str:
    return ",".join(sorted(actor.state for actor in side if actor.state)) or "-"


@pytest.mark.parametrize(("lang", "text", "wanted"), ROWS)
def test_triple(lang, text, wanted):
    assert wanted in _triples(lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Das Wetter in Polen bleibt schön."),
        ("en", "The weather in Poland remains fine."),
        ("fr", "Il fait beau en Pologne."),
        ("es", "Hace buen tiempo en Polonia."),
        ("de", "Macron schwieg, um Erdogan zu treffen."),
    ],
)
def test_nothing_is_told(lang, text):
    assert not {triple for triple in _triples(lang, text) if "CONSULT TUR" in triple or "ASSAULT" in triple}


def test_a_dateline_takes_no_part():
    assert _triples("de", "Kiew/Moskau – Frankreich verurteilte Polen.") == {"FRA ACCUSE POL"}


def test_the_same_act_is_told_once():
    text = "Russland griff Polen an. Der russische Angriff auf Polen dauert an. Der Angriff war schwer."
    assert _triples("de", text) == {"RUS ASSAULT POL"}
    assert len(extract(Article("a", "a", text, "de", date(2025, 8, 22))).statements) == 1
