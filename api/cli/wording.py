"""How commands word what JSON holds as values."""

from collections.abc import Iterable, Mapping


def names(actors: Iterable[Mapping[str, object]]) -> str:
    """The names of actors."""
    return ", ".join(str(actor["name"]) for actor in actors)


def when(item: Mapping[str, object]) -> str:
    """Days from ``earliest`` to ``latest``; an open end is left out."""
    earliest, latest = item["earliest"], item["latest"]
    if earliest == latest:
        return str(earliest or "no date")
    return f"{earliest or ''} … {latest or ''}".strip()


def stance(item: Mapping[str, object]) -> str:
    """How a statement or event stands: its modality, and whether it is denied."""
    return f"{item['modality']}, denied" if item["polarity"] == "negative" else str(item["modality"])
