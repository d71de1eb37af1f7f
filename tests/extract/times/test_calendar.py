"""Calendar arithmetic, checked by properties."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.times.calendar import (
    Unit,
    add_months,
    century_period,
    cycle,
    half_period,
    iso_week,
    make_date,
    month_period,
    period_of,
    quarter_period,
    season_of,
    season_period,
    shifted,
    week_period,
    weekday_near,
    weekend_period,
    year_period,
)

days = st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 12, 31))
calendar_units = st.sampled_from(
    [Unit.DAY, Unit.WEEK, Unit.WEEKEND, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE]
)


@given(days, calendar_units)
def test_periods_begin_before_they_end(day: date, unit: Unit) -> None:
    period = period_of(day, unit)
    assert period.begin is not None
    assert period.end is not None
    assert period.begin <= period.end
    assert unit is Unit.WEEKEND or period.begin <= day <= period.end


@given(days, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR, Unit.DECADE]))
def test_next_period_begins_the_day_after(day: date, unit: Unit) -> None:
    this, after = period_of(day, unit), cycle(day, unit, 1)
    assert after is not None
    assert this.end is not None
    assert after.begin == this.end + timedelta(days=1)


@given(days, calendar_units, st.integers(-50, 50))
def test_cycles_can_be_undone(day: date, unit: Unit, offset: int) -> None:
    there = cycle(day, unit, offset)
    assert there is not None
    assert there.begin is not None
    back = cycle(there.begin, unit, -offset)
    assert back == period_of(day, unit)


@given(days, st.integers(-2000, 2000))
def test_moving_by_months_keeps_the_day_or_clamps_it(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert moved is not None
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


@given(days, st.integers(-300, 300))
def test_years_are_twelve_months(day: date, years: int) -> None:
    assert shifted(day, Unit.YEAR, years) == add_months(day, 12 * years)


@given(days, st.integers(-40, 40))
def test_working_days_never_end_on_a_weekend(day: date, count: int) -> None:
    weekday = day if day.weekday() < 5 else day + timedelta(days=7 - day.weekday())
    target = shifted(weekday, Unit.WORKDAY, count)
    assert target is not None
    assert target.weekday() < 5
    between = sum(
        1
        for k in range(1, abs((target - weekday).days) + 1)
        if (weekday + timedelta(days=k if count > 0 else -k)).weekday() < 5
    )
    assert between == abs(count)


@given(days)
def test_weeks_run_from_monday_to_sunday(day: date) -> None:
    week = week_period(day)
    assert week.begin is not None
    assert week.end is not None
    assert (week.begin.isoweekday(), week.end.isoweekday()) == (1, 7)
    year, number, _ = day.isocalendar()
    assert week.value == f"{year:04d}-W{number:02d}"
    assert iso_week(year, number) == week


@pytest.mark.parametrize(
    ("year", "week", "value"), [(2020, 53, "2020-W53"), (2026, 53, "2026-W53"), (2024, 1, "2024-W01")]
)
def test_years_of_53_weeks(year: int, week: int, value: str) -> None:
    period = iso_week(year, week)
    assert period is not None
    assert period.value == value


def test_most_years_have_no_week_53() -> None:
    assert iso_week(2024, 53) is None


def test_week_53_reaches_into_the_next_year() -> None:
    assert week_period(date(2021, 1, 2)).value == "2020-W53"
    assert weekend_period(date(2021, 1, 2)).end == date(2021, 1, 3)
    assert week_period(date(2024, 12, 30)).value == "2025-W01"


@given(st.integers(1, 9999))
def test_february_follows_the_leap_rule(year: int) -> None:
    end = month_period(year, 2).end
    assert end is not None
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert end.day == (29 if leap else 28)
    assert (make_date(year, 2, 29) is not None) == leap


@given(st.integers(1, 9998))
def test_parts_tile_the_year(year: int) -> None:
    whole = year_period(year)
    for parts in (
        [month_period(year, m) for m in range(1, 13)],
        [quarter_period(year, q) for q in range(1, 5)],
        [half_period(year, h) for h in (1, 2)],
    ):
        assert (parts[0].begin, parts[-1].end) == (whole.begin, whole.end)
        for one, other in pairwise(parts):
            assert one.end is not None
            assert other.begin == one.end + timedelta(days=1)


@given(days)
def test_the_season_of_a_day_holds_it(day: date) -> None:
    season = season_period(*season_of(day))
    assert season.begin is not None
    assert season.end is not None
    assert season.begin <= day <= season.end


@given(days, st.integers(1, 7), st.sampled_from([-2, -1, 0, 1, 2]))
def test_weekdays_lie_on_the_side_asked_for(day: date, weekday: int, direction: int) -> None:
    found = weekday_near(day, weekday, direction)
    assert found is not None
    assert found.isoweekday() == weekday
    distance = (found - day).days
    assert {
        -2: -7 <= distance < 0,
        -1: -7 < distance <= 0,
        0: found.isocalendar()[:2] == day.isocalendar()[:2],
        1: 0 <= distance < 7,
        2: 0 < distance <= 7,
    }[direction]


def test_the_ends_of_the_calendar_are_open() -> None:
    assert shifted(date(9999, 12, 31), Unit.DAY, 1) is None
    assert shifted(date(1, 1, 1), Unit.MONTH, -1) is None
    assert year_period(0).begin is None
    assert year_period(-44).value == "BC0044"
    assert century_period(99).end is None
