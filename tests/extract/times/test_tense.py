"""The governing verb decides between past and future where a date alone does not."""

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from extract.times import find_times

PUBLISHED = date(2024, 5, 15)  # a Wednesday

Word = tuple[str, str, str, int, str, str]  # form, lemma, UPOS, head, relation, features


def parsed(lang: str, *words: Word) -> Doc:
    forms, lemmas, pos, heads, deps, morphs = zip(*words, strict=True)
    return Doc(
        spacy.blank(lang).vocab,
        words=list(forms),
        lemmas=list(lemmas),
        pos=list(pos),
        heads=list(heads),
        deps=list(deps),
        morphs=list(morphs),
    )


PAST = "Tense=Past|VerbForm=Fin"
PRESENT = "Tense=Pres|VerbForm=Fin"


def value(doc: Doc) -> str:
    (mention,) = find_times(doc, PUBLISHED)
    return mention.value


@pytest.mark.parametrize(
    ("verb", "lemma", "morph", "expected"),
    [
        ("sprach", "sprechen", PAST, "2024-05-10"),
        ("spricht", "sprechen", PRESENT, "2024-05-17"),
    ],
)
def test_tense_decides_the_weekday(verb: str, lemma: str, morph: str, expected: str) -> None:
    doc = parsed(
        "de",
        ("Er", "er", "PRON", 1, "nsubj", ""),
        (verb, lemma, "VERB", 1, "ROOT", morph),
        ("am", "an", "ADP", 3, "case", ""),
        ("Freitag", "Freitag", "PROPN", 1, "obl", ""),
    )
    assert value(doc) == expected


def test_an_auxiliary_of_the_future_wins_over_the_infinitive() -> None:
    doc = parsed(
        "de",
        ("Er", "er", "PRON", 4, "nsubj", ""),
        ("wird", "werden", "AUX", 4, "aux", PRESENT),
        ("am", "an", "ADP", 3, "case", ""),
        ("Freitag", "Freitag", "PROPN", 4, "obl", ""),
        ("sprechen", "sprechen", "VERB", 4, "ROOT", "VerbForm=Inf"),
    )
    assert value(doc) == "2024-05-17"


def test_the_perfect_is_past() -> None:
    doc = parsed(
        "de",
        ("Er", "er", "PRON", 4, "nsubj", ""),
        ("hat", "haben", "AUX", 4, "aux", PRESENT),
        ("am", "an", "ADP", 3, "case", ""),
        ("Freitag", "Freitag", "PROPN", 4, "obl", ""),
        ("gesprochen", "sprechen", "VERB", 4, "ROOT", "VerbForm=Part"),
    )
    assert value(doc) == "2024-05-10"


def test_plans_to_act_lie_ahead() -> None:
    doc = parsed(
        "en",
        ("They", "they", "PRON", 1, "nsubj", ""),
        ("announced", "announce", "VERB", 1, "ROOT", PAST),
        ("plans", "plan", "NOUN", 1, "obj", ""),
        ("to", "to", "PART", 4, "mark", ""),
        ("meet", "meet", "VERB", 2, "acl", "VerbForm=Inf"),
        ("on", "on", "ADP", 6, "case", ""),
        ("Friday", "Friday", "PROPN", 4, "obl", ""),
    )
    assert value(doc) == "2024-05-17"


def test_announcing_participles_lie_ahead() -> None:
    doc = parsed(
        "en",
        ("The", "the", "DET", 1, "det", ""),
        ("talks", "talk", "NOUN", 3, "nsubj:pass", ""),
        ("were", "be", "AUX", 3, "aux:pass", PAST),
        ("scheduled", "schedule", "VERB", 3, "ROOT", "Tense=Past|VerbForm=Part"),
        ("for", "for", "ADP", 5, "case", ""),
        ("Friday", "Friday", "PROPN", 3, "obl", ""),
    )
    assert value(doc) == "2024-05-17"


@pytest.mark.parametrize(
    ("verb", "lemma", "expected"), [("leben", "leben", "PRESENT_REF"), ("treffen", "treffen", "2024-05-15")]
)
def test_today_means_these_days_with_states(verb: str, lemma: str, expected: str) -> None:
    doc = parsed(
        "de",
        ("Viele", "viele", "PRON", 1, "nsubj", ""),
        (verb, lemma, "VERB", 1, "ROOT", PRESENT),
        ("heute", "heute", "ADV", 1, "advmod", ""),
        ("dort", "dort", "ADV", 1, "advmod", ""),
    )
    assert value(doc) == expected


def test_what_holds_since_a_weekday_began_before_publication() -> None:
    doc = parsed(
        "de",
        ("Die", "der", "DET", 1, "det", ""),
        ("Regel", "Regel", "NOUN", 2, "nsubj", ""),
        ("gilt", "gelten", "VERB", 2, "ROOT", PRESENT),
        ("seit", "seit", "ADP", 4, "case", ""),
        ("Montag", "Montag", "PROPN", 2, "obl", ""),
    )
    assert value(doc) == "2024-05-13"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Die Sitzung am Freitag war lang.", "2024-05-10"), ("Die Sitzung am Freitag wird lang.", "2024-05-17")],
)
def test_without_a_parse_cue_words_decide(text: str, expected: str) -> None:
    assert value(spacy.blank("de")(text)) == expected
