"""One SPARQL query as it was asked, and the checks that need no database."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ontology.errors import ParameterError

LONGEST = 100_000
"""Characters of the longest query that is read."""

# What may hold the letters of SERVICE without asking for one, as the grammar's tokens: strings, IRIs,
# comments, variables, language tags, and the local part of a prefixed name. Anywhere else the letters are
# refused, even inside a longer word, as the engine needs no space between a keyword and what is beside it.
_SKIPPED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r"|<[^<>\"{}|^`\\\x00-\x20]*>"
    r"|#[^\n\r]*"
    r"|[?$]\w+"
    r"|@[A-Za-z]+(?:-[A-Za-z0-9]+)*"
    r"|:[\w:%](?:[\w.:%-])*",
    re.DOTALL,
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile("SERVICE", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """A query with its dataset; no graphs named means: all of them together as the default graph.

    ``accept`` has the media types that the client takes, the best first; empty takes any.
    """

    text: str
    default_graphs: Sequence[str] = ()
    named_graphs: Sequence[str] = ()
    accept: Sequence[str] = ()


def check(query: Query) -> None:
    """Refuse what must not reach the engine.

    Raises:
        ParameterError: The query is empty, too long, or asks another server (SERVICE).
    """
    if not query.text.strip():
        raise ParameterError("query", "The query is empty. Send SPARQL, such as: ASK { ?s ?p ?o }")
    if len(query.text) > LONGEST:
        raise ParameterError("query", f"The query is longer than {LONGEST:,} characters. Shorten it.")
    if asks_elsewhere(query.text):
        raise ParameterError(
            "query", "SERVICE is not answered here: this server asks no other one. Leave it out."
        )


def asks_elsewhere(text: str) -> bool:
    """Whether a query may have the keyword SERVICE: the letters, outside of strings, names and comments."""
    plain = _CODE_POINT.sub(_character, text)
    return _SERVICE.search(_SKIPPED.sub(" ", plain)) is not None


def _character(found: re.Match[str]) -> str:
    point = int(found[1] or found[2], 16)
    return chr(point) if point <= 0x10FFFF else found[0]
