"""The day of publication is that of the clock where the article was published, whatever its offset."""

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from spacy import blank

from extract.articles.records import article_from_record, parse_date
from extract.times import find_times

zones = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
published = st.datetimes(datetime(1000, 1, 3), datetime(9000, 1, 1), timezones=zones)
LEAP = datetime(2024, 2, 29, 23, 59, tzinfo=timezone(timedelta(hours=-12)))
NEW_YEAR = datetime(2021, 1, 1, 0, 5, tzinfo=timezone(timedelta(hours=14)))
MODELS = {lang: blank(lang) for lang in ("de", "en", "fr", "es")}
DAYS = {
    "de": ("Heute, gestern, morgen, vorgestern.", (0, -1, 1, -2)),
    "en": ("It was so today, yesterday and tomorrow.", (0, -1, 1)),
    "fr": ("Il en fut ainsi aujourd'hui, hier, demain et avant-hier.", (0, -1, 1, -2)),
    "es": ("Así fue hoy, ayer, anteayer.", (0, -1, -2)),
}


def day_of(instant: datetime, lang: str, text: str) -> date:
    record = {"text": text, "lang": lang, "date": instant.isoformat()}
    article = article_from_record(record)
    assert article.published is not None
    return article.published


@pytest.mark.parametrize("lang", DAYS)
@given(published)
@example(LEAP)
@example(NEW_YEAR)
def test_today_is_the_local_day_of_publication(lang: str, instant: datetime) -> None:
    text, shifts = DAYS[lang]
    today = day_of(instant, lang, text)
    assert today == instant.date()
    found = [mention.interval for mention in find_times(MODELS[lang](text), today)]
    assert [(one.earliest, one.latest) for one in found] == [
        (today + timedelta(days=shift),) * 2 for shift in shifts
    ]


@given(published, zones)
def test_the_same_instant_told_elsewhere_may_be_another_day(instant: datetime, zone: timezone) -> None:
    elsewhere = instant.astimezone(zone)
    assert abs((parse_date(elsewhere.isoformat()) - parse_date(instant.isoformat())).days) <= 2
    assert parse_date(elsewhere.isoformat()) == elsewhere.date()


@given(st.dates(date(1000, 1, 3), date(9000, 1, 1)))
def test_universal_time_is_written_with_z_too(day: date) -> None:
    assert parse_date(f"{day.isoformat()}T23:59:59Z") == parse_date(day.isoformat()) == day


@given(published)
@example(datetime.combine(date(2020, 12, 31), time(23, 30), UTC))
@example(datetime.combine(date(2021, 1, 3), time(0, 30), UTC))
def test_weeks_are_iso_weeks_of_the_local_day(instant: datetime) -> None:
    text = "They met this week."
    today = day_of(instant, "en", text)
    (mention,) = find_times(MODELS["en"](text), today)
    year, week, _ = today.isocalendar()
    assert mention.value == f"{year:04d}-W{week:02d}"


@given(published)
@example(LEAP)
@example(datetime(2023, 3, 1, 0, 0, tzinfo=UTC))
def test_a_year_ago_today_is_a_day_of_the_calendar(instant: datetime) -> None:
    text = "It happened a year ago today."
    today = day_of(instant, "en", text)
    (mention,) = find_times(MODELS["en"](text), today)
    expected = date(today.year - 1, today.month, min(today.day, 28) if today.month == 2 else today.day)
    assert mention.interval.earliest == mention.interval.latest == expected
