"""The queries of ``graph/cypher``: one parameterised Cypher file each, loaded by name.

A line ``// include NAME`` stands for the file of that name, so that queries can share their parts.
"""

import re
from functools import cache
from importlib import resources

_INCLUDE = re.compile(r"^ *// include (\w+)$", re.MULTILINE)


@cache
def query(name: str) -> str:
    """The text of ``graph/cypher/<name>.cypher``, with what it includes.

    Raises:
        FileNotFoundError: There is no such query (a mistake of the program, not of its user).
    """
    text = resources.files("graph").joinpath("cypher", f"{name}.cypher").read_text(encoding="utf-8")
    return _INCLUDE.sub(lambda included: query(included.group(1)).rstrip("\n"), text)
