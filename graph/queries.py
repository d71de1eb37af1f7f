"""The queries of ``graph/cypher``: one parameterised Cypher file each, loaded by name."""

from functools import cache
from importlib import resources


@cache
def query(name: str) -> str:
    """The text of ``graph/cypher/<name>.cypher``.

    Raises:
        FileNotFoundError: There is no such query (a mistake of the program, not of its user).
    """
    return resources.files("graph").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
