"""The versions of the graph model: ``NNNN_name.cypher``, each applied once, in order, and recorded.

A file holds statements that end in a semicolon at the end of a line. Those that make constraints and
indexes, of all files that are new to a graph, run in one transaction, so that Neo4j fills all indexes in one
go over the content. Those that change content run after them, each alone. All must be harmless when they run
again after a break.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the model; ``version`` counts from 1 without gaps. ``schema`` runs before ``content``."""

    version: int
    name: str
    schema: tuple[str, ...]
    content: tuple[str, ...]


@cache
def migrations() -> tuple[Migration, ...]:
    """All migrations, by version."""
    files = resources.files("graph.migrations").iterdir()
    found = (re.fullmatch(r"(\d{4})_(\w+)\.cypher", file.name) for file in files)
    steps = sorted((int(m.group(1)), m.group(2), m.group(0)) for m in found if m)
    return tuple(Migration(version, name, *_statements(file)) for version, name, file in steps)


def _statements(file: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    text = resources.files("graph.migrations").joinpath(file).read_text(encoding="utf-8")
    bare = re.sub(r"^//.*\n", "", text, flags=re.MULTILINE)
    found = [part.strip() for part in re.split(r";[ \t]*(?:\n|$)", bare) if part.strip()]
    schema = tuple(statement for statement in found if statement.startswith("CREATE"))
    return schema, tuple(statement for statement in found if statement not in schema)
