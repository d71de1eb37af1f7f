from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.edtf import edtf
from ontology.model import Interval


def day(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2025-08-15", "2025-08-15", "2025-08-15"),
        ("2025-08-11", "2025-08-15", "2025-08-11/2025-08-15"),
        (None, "2025-08-22", "../2025-08-22"),
        ("2022-02-24", None, "2022-02-24/.."),
        (None, None, "../.."),
        ("2025-08-01", "2025-08-31", "2025-08"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2024-02-29", "2023-02-01/2024-02-29"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2020-01-01", "2029-12-31", "202X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("2020-01-01", "2021-12-31", "2020-01-01/2021-12-31"),
        ("9999-12-01", "9999-12-31", "9999-12"),
    ],
)
def test_an_event_within_some_days(first, last, text):
    assert edtf(Interval.within(day(first), day(last))) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2023-01-01", "2025-12-31", "2024~"),
        ("1980-01-01", "2009-12-31", "199X~"),
        ("2023-12-01", "2024-02-29", "2024-01~"),
        ("2024-11-01", "2025-01-31", "2024-12~"),
        ("2025-08-09", "2025-08-11", "2025-08-10~"),
        ("2024-02-28", "2024-03-01", "2024-02-29~"),
        ("2023-01-01", "2025-08-15", "2023-01-01~/2025-08-15~"),
        ("1985-01-01", "2014-12-31", "1985-01-01~/2014-12-31~"),
        (None, "2025-12-31", "../2025-12-31~"),
        ("9999-10-01", "9999-12-31", "9999-11~"),
    ],
)
def test_what_is_dated_by_about(first, last, text):
    assert edtf(Interval.within(day(first), day(last), approximate=True)) == text


def test_a_state_known_to_the_day_is_not_rounded():
    assert edtf(Interval.spanning(day("2024-01-01"), day("2024-12-31"))) == "2024-01-01/2024-12-31"


@given(st.dates(), st.integers(0, 40_000))
def test_both_ends_can_be_read_back(first, length):
    last = min(first + timedelta(days=min(length, (date.max - first).days)), date.max)
    text = edtf(Interval.within(first, last))
    begin, _, end = text.partition("/")
    assert earliest(begin) == first
    assert latest(end or begin) == last


def earliest(text):
    return day((text.replace("X", "0") + "-01-01")[:10]) if len(text) < 10 else day(text)


def latest(text):
    if len(text) == 4:
        return day(text.replace("X", "9") + "-12-31")
    if len(text) == 7:
        return day(f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]}")
    return day(text)
