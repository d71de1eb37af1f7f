"""The two limits of what may be used for an answer."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from graph.known import NOW, Known
from ontology.errors import ParameterError


def test_without_limits_everything_is_known() -> None:
    assert NOW.now
    assert Known() == NOW
    assert NOW.text == {"as_of": None, "recorded_before": None}


def test_instants_are_told_in_utc_whatever_zone_they_came_in() -> None:
    berlin = timezone(timedelta(hours=2))
    known = Known(recorded_before=datetime(2025, 8, 31, 14, tzinfo=berlin))
    assert known.recorded_before == datetime(2025, 8, 31, 12, tzinfo=UTC)
    assert known == Known(recorded_before=datetime(2025, 8, 31, 12))
    assert known.text["recorded_before"] == "2025-08-31T12:00:00Z"
    assert not known.now


def test_limits_are_read_from_text() -> None:
    assert Known.parse() == NOW
    assert Known.parse("2025-08-31", "2025-09-01") == Known(
        date(2025, 8, 31), datetime(2025, 9, 1, tzinfo=UTC)
    )
    assert Known.parse(None, "2025-08-31T14:00:00+02:00").text["recorded_before"] == "2025-08-31T12:00:00Z"


@pytest.mark.parametrize(("day", "instant"), [("yesterday", None), ("2025-02-30", None), (None, "noon")])
def test_other_text_is_refused(day: str | None, instant: str | None) -> None:
    with pytest.raises(ParameterError, match="Write it as"):
        Known.parse(day, instant)
