"""How commands word what JSON holds as values."""

from collections.abc import Iterable, Mapping
from typing import Any


def names(actors: Iterable[Mapping[str, object]]) -> str:
    """The names of actors."""
    return ", ".join(str(actor["name"]) for actor in actors)


def when(item: Mapping[str, object]) -> str:
    """Days from ``earliest`` to ``latest``; an open end is left out. What is dated by about begins with ~."""
    earliest, latest = item["earliest"], item["latest"]
    if item.get("approximate"):
        return f"~ {earliest or ''} … {latest or ''}".rstrip()
    if earliest == latest:
        return str(earliest or "no date")
    return f"{earliest or ''} … {latest or ''}".strip()


def stance(item: Mapping[str, object]) -> str:
    """How a statement or event stands: its modality, and whether it is denied."""
    return f"{item['modality']}, denied" if item["polarity"] == "negative" else str(item["modality"])


def reports(event: Mapping[str, Any]) -> str:
    """How many statements of how many independent sources tell of an event, or the data set that codes it."""
    coded, langs = event["coded"], event["langs"]
    if coded:
        return f"coded by {coded['dataset']}"
    told = f"{event['statements']} in {event['articles']}"
    return told + (f" ({event['voices']} independent, {', '.join(langs)})" if event["articles"] > 1 else "")


def sources(event: Mapping[str, Any]) -> str:
    """The same in full: ``6 reports, 3 independent sources, 3 languages``."""
    counts = (
        (len(event["statements"]), "report"),
        (event["voices"], "independent source"),
        (len(event["langs"]), "language"),
    )
    return ", ".join(f"{count} {word}{'s' * (count != 1)}" for count, word in counts)


def evidence(event: Mapping[str, Any]) -> str | None:
    """The first words that tell of an event with their article, or the code and row of a data set."""
    words, coded = event["evidence"], event["coded"]
    if coded:
        return f"{coded['code']} [{coded['file']}, row {coded['row']}]"
    return f"{words['text']} [{words['key']}]" if words else None
