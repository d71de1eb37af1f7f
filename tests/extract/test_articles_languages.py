import pytest

from extract.articles import detect_language
from extract.articles.languages import normalise_language
from ontology.errors import ArticleError

OWN = [
    ("de", "Die Ministerin reiste am Montag nach Oslo."),
    ("de", "Merkel empfängt Macron"),
    ("en", "The minister went to Oslo on Monday."),
    ("en", "Leaders meet in Oslo"),
    ("fr", "Le ministre est allé à Oslo."),
    ("fr", "Rencontre à Oslo"),
    ("es", "La ministra viajó a Oslo."),
    ("es", "Reunión en Oslo"),
    ("de", "DIE MINISTERIN REISTE AM MONTAG NACH OSLO"),
]
FOREIGN = [
    ("it", "Il ministro italiano ha respinto ieri la proposta dei colleghi."),
    ("nl", "De minister heeft het voorstel gisteren afgewezen."),
    ("pt", "O ministro rejeitou ontem a proposta dos colegas."),
    ("pl", "Minister pojechał wczoraj do Oslo."),
    ("tr", "Bakan dün Oslo'ya gitti ve konuştu."),
    ("ru", "Министр вчера прибыл в Осло."),
    ("zh", "部长昨天前往奥斯陆。"),
]


@pytest.mark.parametrize(("lang", "text"), OWN)
def test_own_languages(lang, text):
    assert detect_language(text) == lang
    assert detect_language(text) == detect_language(text * 1)


@pytest.mark.parametrize(("lang", "text"), FOREIGN)
def test_other_languages_are_refused(lang, text):
    with pytest.raises(ArticleError, match=r"seems to be in language .*Regesta reads de, en, fr, es"):
        detect_language(text, "a.txt")


@pytest.mark.parametrize("text", ["", "123", "OK", "Oslo"])
def test_too_little_text_is_not_guessed(text):
    with pytest.raises(ArticleError, match="too little text"):
        detect_language(text)


@pytest.mark.parametrize("name", ["de", "DE", "de-AT", "de_CH", " de "])
def test_language_names(name):
    assert normalise_language(name) == "de"


def test_unsupported_language_name():
    with pytest.raises(ArticleError, match="'it' is not supported"):
        normalise_language("it")
