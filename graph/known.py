"""As of when a question is asked: the graph knows its statements on two axes of time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Self

from ontology.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Known:
    """What may be used for an answer; without limits, everything that is known and valid now.

    ``as_of``: only what had been published by the end of that day. An article counts until the day on which
    it was withdrawn, or on which the version that replaced it was published. An article without a date
    counts from the day on which this graph loaded it, as it had been published by then.

    ``recorded_before``: only what this graph had loaded before that instant, in the reading that it had
    then, with the decisions that had been taken then. It has a time zone, or means UTC.

    Bounds and merges in an answer are those that follow from the statements that are left.
    """

    as_of: date | None = None
    recorded_before: datetime | None = None

    @classmethod
    def parse(cls, as_of: str | None = None, recorded_before: str | None = None) -> Self:
        """From ISO 8601 text: a day; and an instant, or a day that stands for its first instant in UTC.

        Raises:
            ParameterError: One of them is neither.
        """
        return cls(_day(as_of) if as_of else None, _instant(recorded_before) if recorded_before else None)

    def __post_init__(self) -> None:
        instant = self.recorded_before
        if instant is not None:
            aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
            object.__setattr__(self, "recorded_before", aware.astimezone(UTC))

    @property
    def now(self) -> bool:
        """Whether nothing is left out."""
        return self.as_of is None and self.recorded_before is None

    @property
    def text(self) -> dict[str, str | None]:
        """Both limits as ISO 8601 text, for answers to echo."""
        day, instant = self.as_of, self.recorded_before
        return {
            "as_of": day.isoformat() if day else None,
            "recorded_before": instant.isoformat().replace("+00:00", "Z") if instant else None,
        }


NOW = Known()
"""Everything that is known and valid now."""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ParameterError("as_of", f"{text!r} is no day. Write it as 2025-08-31.") from None


def _instant(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise ParameterError(
            "recorded_before", f"{text!r} is no instant. Write it as 2025-08-31T12:00:00Z, or a day."
        ) from None
