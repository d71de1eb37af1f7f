"""Time expressions as plain values for JSON."""

from collections.abc import Iterable
from datetime import date

from extract.mentions import TimeMention

Record = dict[str, int | str | list[str] | None]


def timexes_as_json(mentions: Iterable[TimeMention], text: str, explain: bool = False) -> list[Record]:
    """One record per expression: offsets (end exclusive), TIMEX3 type and value, text, first and last day.

    ``earliest`` and ``latest`` are ISO dates, both included, or None where that side is open or unknown.
    With ``explain`` also ``anchor`` (*since*, *until* … where the expression bounds rather than dates),
    ``mod`` (TIMEX3: START, APPROX …) and ``trace``, the steps that led to the value.
    """
    return [
        {
            "start": mention.span.start,
            "end": mention.span.end,
            "type": mention.type.value,
            "value": mention.value,
            "text": mention.span.of(text),
            "earliest": _iso(mention.interval.earliest if mention.interval else None),
            "latest": _iso(mention.interval.latest if mention.interval else None),
            **(_reasons(mention) if explain else {}),
        }
        for mention in mentions
    ]


def _reasons(mention: TimeMention) -> Record:
    return {"anchor": mention.anchor, "mod": mention.mod, "trace": list(mention.trace)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
