"""Material for Neo4j Browser: a style file and ready queries."""

import re
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class ReadyQuery:
    """A query for people: what it shows, and its Cypher."""

    title: str
    text: str


def ready_queries() -> tuple[ReadyQuery, ...]:
    """The queries of ``queries.cypher``, in its order; each begins with a comment that is its title."""
    parts = re.split(r";[ \t]*(?:\n|$)", _read("queries.cypher"))
    return tuple(_ready(part.strip()) for part in parts if part.strip())


def style() -> str:
    """The style sheet, in Browser's own format."""
    return _read("regesta.grass")


def _ready(part: str) -> ReadyQuery:
    title, _, text = part.partition("\n")
    return ReadyQuery(title.removeprefix("//").strip(), text.strip())


def _read(name: str) -> str:
    return resources.files("graph.browser").joinpath(name).read_text(encoding="utf-8")
