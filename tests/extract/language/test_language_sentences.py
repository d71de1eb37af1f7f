import pytest
import spacy

from extract.language.sentences import LONGEST, SentenceSplitter, Word, sentence_data
from ontology.errors import DataError
from ontology.model import LANGUAGES


def split(text, lang):
    doc = spacy.blank(lang)(text)
    words = [Word(t.text, bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space)) for t in doc]
    ranges = list(SentenceSplitter(sentence_data(lang)).split(words))
    assert [begin for begin, _ in ranges[1:]] == [end for _, end in ranges[:-1]]
    assert not ranges or (ranges[0][0], ranges[-1][1]) == (0, len(doc))
    return [doc[begin:end].text.strip() for begin, end in ranges]


EXAMPLES = [(lang, list(sentences)) for lang in LANGUAGES for sentences in sentence_data(lang).examples]


@pytest.mark.parametrize(("lang", "sentences"), EXAMPLES)
def test_examples_of_the_data(lang, sentences):
    assert split(" ".join(sentences), lang) == sentences


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paragraphs_and_headlines_end_sentences(lang):
    assert split("Foro Lima\nBerlin 2014\n\nParis, Madrid", lang) == [
        "Foro Lima",
        "Berlin 2014",
        "Paris, Madrid",
    ]


def test_a_wrapped_line_does_not_end_a_sentence():
    lines = [
        "The minister of the northern province travelled to the",
        "Capital City of the southern neighbour where the old",
        "President of the council gave a long speech about the",
        "River that both countries share, and about the many",
        "Bridges that nobody has repaired since the last great",
        "Flood. She answered that the bridges would be repaired.",
    ]
    assert len(split("\n".join(lines), "en")) == 2


def test_a_line_that_goes_on_in_lower_case_is_one_sentence():
    assert split("The minister\nleft the city.\nNobody saw it.", "en") == [
        "The minister\nleft the city.",
        "Nobody saw it.",
    ]


def test_long_sentences_are_cut_behind_a_strong_mark():
    text = "wort " * 80 + "; " + "wort " * 90
    first, second = split(text, "de")
    assert first.endswith(";")
    assert second.count("wort") == 90


def test_no_sentence_is_longer_than_the_limit():
    doc = spacy.blank("de")("wort " * 2000)
    sizes = [
        end - begin
        for begin, end in SentenceSplitter(sentence_data("de")).split([Word(t.text, True) for t in doc])
    ]
    assert sum(sizes) == 2000
    assert max(sizes) <= LONGEST


def test_no_tokens_no_sentences():
    assert split("", "de") == []
    assert split(" \n ", "de") == [""]


def test_unknown_language_is_a_data_error():
    with pytest.raises(DataError, match="xx"):
        sentence_data("xx")


def test_typewriter_quotes_close_and_open():
    assert split("``It is over. Nobody won.'' The crowd left. ``So be it.''", "en") == [
        "``It is over.",
        "Nobody won.''",
        "The crowd left.",
        "``So be it.''",
    ]


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        ("fr", ['" Nous restons. "', "Elle est partie."]),
        ("en", ["Write to info@example.ORG today.", "It costs ca. 1600 pounds."]),
        ("es", ["Habló el sr. Gómez.", "Después calló."]),
        ("de", ["Er kam.", '"Ich bleibe."', "Sie ging."]),
        ("de", ['"Ich bleibe."', '"Morgen gehe ich."']),
    ],
)
def test_quotes_addresses_and_short_forms(lang, sentences):
    assert split(" ".join(sentences), lang) == sentences


def test_a_missing_space_between_sentences():
    assert split("Es war zu Ende.Danach kam nichts.", "de") == ["Es war zu Ende.", "Danach kam nichts."]
