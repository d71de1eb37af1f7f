"""What the tagger promises for any text: spans, order, bounds, and that nothing raises."""

from datetime import date
from functools import cache

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from extract.language import pipeline
from extract.mentions import TimeMention, TimexType
from extract.times import find_times, timexes_as_json
from extract.times.grammar import grammar
from ontology.model import LANGUAGES, Interval

PUBLISHED = date(2024, 5, 15)  # a Wednesday
published_dates = st.one_of(st.none(), st.dates())
languages = st.sampled_from(LANGUAGES)


@cache
def blank(lang: str) -> Language:
    return spacy.blank(lang)


def times(lang: str, text: str, published: date | None = PUBLISHED) -> tuple[TimeMention, ...]:
    return find_times(blank(lang)(text), published)


def words(lang: str) -> list[str]:
    rules = grammar(lang)
    assert rules is not None
    listed = [word for values in rules.source.classes.values() for forms in values.values() for word in forms]
    plain = [word for word in listed if not set(word) & set("()?=|")]
    return [
        *plain,
        "1",
        "29",
        "31",
        "98",
        "2024",
        "1900",
        "20240230",
        "12:30",
        ".",
        ",",
        "-",
        "/",
        "\n\n",
        "(",
        "'",
    ]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, str]:
    lang = draw(languages)
    parts = draw(st.lists(st.sampled_from(words(lang)), max_size=14))
    glue = draw(st.sampled_from([" ", "", "  "]))
    return lang, glue.join(parts)


@settings(deadline=None)
@given(languages, st.text(), published_dates)
def test_any_text_is_tagged_without_error(lang: str, text: str, published: date | None) -> None:
    find_times(blank(lang)(text), published)


@settings(max_examples=300, deadline=None)
@given(texts(), published_dates)
def test_spans_are_ordered_and_inside_the_text(drawn: tuple[str, str], published: date | None) -> None:
    lang, text = drawn
    doc = blank(lang)(text)
    last = 0
    for mention in find_times(doc, published):
        assert last <= mention.span.start < mention.span.end <= len(text)
        last = mention.span.end
        assert 0 <= mention.start < mention.end <= len(doc)
        assert doc[mention.start].idx <= mention.span.start
        assert mention.value


@settings(max_examples=300, deadline=None)
@given(texts(), published_dates)
def test_bounds_are_well_formed(drawn: tuple[str, str], published: date | None) -> None:
    for mention in times(*drawn, published):
        bounds = mention.interval
        if bounds is None:
            continue
        for low, high in (
            (bounds.begin_earliest, bounds.begin_latest),
            (bounds.end_earliest, bounds.end_latest),
            (bounds.begin_earliest, bounds.end_latest),
        ):
            assert low is None or high is None or low <= high, mention


@settings(deadline=None)
@given(texts(), published_dates)
def test_tagging_twice_gives_the_same(drawn: tuple[str, str], published: date | None) -> None:
    assert times(*drawn, published) == times(*drawn, published)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_publication_date_relative_dates_stay_open(lang: str) -> None:
    word = {"de": "gestern", "en": "yesterday", "fr": "hier", "es": "ayer"}[lang]
    (mention,) = times(lang, word, None)
    assert mention.value == "XXXX-XX-XX"
    assert mention.interval is None


def test_an_unknown_language_has_no_times() -> None:
    assert find_times(spacy.blank("xx")("1998"), PUBLISHED) == ()


@pytest.mark.parametrize(
    ("lang", "text", "earliest", "latest"),
    [
        ("de", "letzte Woche", date(2024, 5, 6), date(2024, 5, 12)),
        ("de", "diese Woche", date(2024, 5, 13), PUBLISHED),
        ("de", "voriges Jahr", date(2023, 1, 1), date(2023, 12, 31)),
        ("de", "Anfang Mai 2023", date(2023, 5, 1), date(2023, 5, 10)),
        ("de", "Mitte Mai 2023", date(2023, 5, 11), date(2023, 5, 20)),
        ("de", "Ende Februar 2020", date(2020, 2, 21), date(2020, 2, 29)),
        ("de", "Ende 2020", date(2020, 10, 1), date(2020, 12, 31)),
        ("de", "vor drei Tagen", date(2024, 5, 12), date(2024, 5, 12)),
        ("de", "in den vergangenen zwei Wochen", date(2024, 5, 1), PUBLISHED),
        ("de", "In der Nacht auf Freitag hatte es gebrannt.", date(2024, 5, 9), date(2024, 5, 10)),
        ("en", "earlier this week", date(2024, 5, 13), PUBLISHED),
        ("en", "later this year", PUBLISHED, date(2024, 12, 31)),
        ("en", "in the 1980s", date(1980, 1, 1), date(1989, 12, 31)),
        ("en", "six months ago", date(2023, 11, 1), date(2023, 11, 30)),
        ("es", "dentro de dos meses", date(2024, 7, 1), date(2024, 7, 31)),
        ("es", "la semana pasada", date(2024, 5, 6), date(2024, 5, 12)),
        ("fr", "l'an dernier", date(2023, 1, 1), date(2023, 12, 31)),
        ("fr", "à l'automne 2022", date(2022, 9, 1), date(2022, 11, 30)),
        ("de", "kürzlich", None, PUBLISHED),
        ("de", "demnächst", PUBLISHED, None),
        ("de", "derzeit", None, PUBLISHED),
    ],
)
def test_bounds(lang: str, text: str, earliest: date | None, latest: date | None) -> None:
    (mention,) = times(lang, text)
    assert mention.interval is not None
    assert (mention.interval.earliest, mention.interval.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("lang", "text", "anchors"),
    [
        ("de", "seit Juni", ["since"]),
        ("de", "bis Freitag", ["until"]),
        ("de", "zwischen 2014 und 2016", ["from", "until"]),
        ("de", "vom 3. bis 5. Mai 2020", ["from", "until"]),
        ("de", "eine Rede von 2014", [None]),
        ("de", "vor drei Tagen", [None]),
        ("de", "nach dem 3. Mai 2020", ["after"]),
        ("en", "by 2012", ["until"]),
        ("en", "from 1991 to 1995", ["from", "until"]),
        ("en", "he went to London in 1991", [None]),
        ("es", "desde enero", ["since"]),
        ("es", "de 1991 a 1995", ["from", "until"]),
        ("fr", "de 1991 à 1995", ["from", "until"]),
        ("fr", "du 5 au 22 novembre 2021", ["from", "until"]),
        ("fr", "depuis 2014", ["since"]),
    ],
)
def test_prepositions_make_bounds(lang: str, text: str, anchors: list[str | None]) -> None:
    assert [mention.anchor for mention in times(lang, text)] == anchors


def test_since_a_length_of_time_says_when_it_began() -> None:
    (mention,) = times("de", "Er wartet seit drei Jahren.")
    assert mention.type is TimexType.DURATION
    assert mention.interval == Interval(date(2021, 1, 1), date(2021, 12, 31), PUBLISHED, PUBLISHED)


def test_a_clock_time_leans_on_the_day_mentioned_before() -> None:
    _, hour = times("de", "Am 3. Mai 2019 war Messe. Um 9 Uhr begann sie.")
    assert hour.value == "2019-05-03T09:00"
    assert any("mentioned just before" in step for step in hour.trace)


def test_blank_lines_end_expressions() -> None:
    assert [m.value for m in times("de", "Es war der 3.\n\nMai 2019 folgte.")] == ["2019-05"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "unit", ["1. und 2. ", "3, ", "1 et ", "y 4 ", "the 5th and ", "98 - ", "un ", "12:30 / "]
)
def test_endless_lists_do_no_harm(lang: str, unit: str) -> None:
    times(lang, unit * 400)


def test_records_for_json() -> None:
    text = "Am 3. Mai 2019 war Messe, seit Jahren."
    first, second = timexes_as_json(times("de", text), text)
    assert first == {
        "start": 3,
        "end": 14,
        "type": "DATE",
        "value": "2019-05-03",
        "text": "3. Mai 2019",
        "earliest": "2019-05-03",
        "latest": "2019-05-03",
    }
    assert (second["type"], second["value"], second["earliest"]) == ("DURATION", "PXY", None)


def test_a_clock_time_long_after_the_day_mentioned_may_be_of_the_report() -> None:
    _, hour = times("de", "Am 3. Mai 2019 war Messe. Um 9 Uhr griff Russland Polen an.")
    assert hour.interval == Interval.within(date(2019, 5, 3), PUBLISHED)


def test_a_clock_time_is_of_the_day_in_its_own_sentence() -> None:
    _, hour = times("en", "On 3 May 2019 it began, and at 9 p.m. it ended.")
    assert hour.interval == Interval.within(date(2019, 5, 3), date(2019, 5, 3))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Um 1990 war hier Grenze."),
        ("en", "It was built circa 1990."),
        ("fr", "Il fut construit vers 1990."),
        ("es", "Fue construido hacia 1990."),
    ],
)
def test_about_a_year_leaves_its_neighbours(lang: str, text: str) -> None:
    (year,) = times(lang, text)
    assert (year.value, year.mod) == ("1990", "APPROX")
    assert year.interval == Interval.within(date(1989, 1, 1), date(1991, 12, 31), approximate=True)


def test_about_a_month_or_a_day_leaves_their_neighbours() -> None:
    (month,) = times("es", "Ocurrió alrededor de mayo de 2010.")
    assert month.interval == Interval.within(date(2010, 4, 1), date(2010, 6, 30), approximate=True)
    (day,) = times("de", "Um den 3. Mai 2019 war Messe.")
    assert day.interval == Interval.within(date(2019, 5, 2), date(2019, 5, 4), approximate=True)


def test_at_a_clock_time_is_not_about_it() -> None:
    found = times("de", "Am Montag um 9 Uhr begann sie.")
    assert found
    assert all(each.mod is None for each in found)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Prime Minister Theresa May thanked Macron."),
        ("fr", "Le ministre Jean-Noël Barrot a remercié Macron."),
    ],
)
def test_names_of_people_are_no_dates(lang, text):
    assert find_times(pipeline(lang)(text), date(2025, 4, 15)) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "It has stood there since around 1990."), ("de", "Seit circa 1990 steht es dort.")],
)
def test_an_approximate_begin_stays_a_begin(lang, text):
    [mention] = find_times(pipeline(lang)(text), date(2025, 4, 15))
    assert mention.interval is not None
    assert (mention.anchor, mention.mod, mention.interval.approximate) == ("since", "APPROX", True)
    assert mention.interval.earliest == date(1989, 1, 1)
