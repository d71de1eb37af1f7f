"""The queries to begin with: ``graph/sparql/tutorial/*.rq``, each with its title and what it tells."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Lesson:
    """One query; ``id`` is its name in addresses."""

    id: str
    title: str
    description: str
    query: str


@cache
def lessons() -> tuple[Lesson, ...]:
    """All of them, in the order in which they should be read."""
    folder = files("graph").joinpath("sparql", "tutorial")
    found = sorted((item.name, item.read_text(encoding="utf-8")) for item in folder.iterdir())
    return tuple(_lesson(name, text) for name, text in found)


def _lesson(name: str, text: str) -> Lesson:
    title, description, query = text.split("\n", 2)
    ident = name.removesuffix(".rq").partition("-")[2]
    return Lesson(ident, title.removeprefix("# "), description.removeprefix("# "), query)
