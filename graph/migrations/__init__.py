"""The versions of the graph model: ``NNNN_name.cypher``, each applied once, in order, and recorded.

A file holds statements that end in a semicolon at the end of a line. Each runs in a transaction of its
own, as Neo4j wants it for schema, so each must be harmless when it runs again after a break.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the model; ``version`` counts from 1 without gaps."""

    version: int
    name: str
    statements: tuple[str, ...]


@cache
def migrations() -> tuple[Migration, ...]:
    """All migrations, by version."""
    files = resources.files("graph.migrations").iterdir()
    found = (re.fullmatch(r"(\d{4})_(\w+)\.cypher", file.name) for file in files)
    steps = sorted((int(m.group(1)), m.group(2), m.group(0)) for m in found if m)
    return tuple(Migration(version, name, _statements(file)) for version, name, file in steps)


def _statements(file: str) -> tuple[str, ...]:
    text = resources.files("graph.migrations").joinpath(file).read_text(encoding="utf-8")
    return tuple(part.strip() for part in re.split(r";[ \t]*(?:\n|$)", text) if part.strip())
