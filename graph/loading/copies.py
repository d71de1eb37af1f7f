"""Wire copies: articles of nearly the same wording, whichever outlets print them.

Two articles are copies if MinHash signatures of their runs of words say that at least :data:`ALIKE` of all
runs of both stand in both (Broder 1997; by rensa). Candidates are found by bands of the signature, so
whether two are compared depends on those two alone, and the links don't depend on the order of loading.
Copies of copies belong together: they have one ``wire``, named after the article published first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash

from graph.store import Row, Transaction

ALIKE = 0.7
_RUN = 4
_FEWEST_RUNS = 20
_NUMBERS = 128
_SEED = 20250815
BANDS, _ROWS = 8, 3


@dataclass(frozen=True, slots=True)
class Print:
    """The fingerprint of a text: a signature, and bands of it of which copies share at least one."""

    signature: tuple[int, ...]

    @property
    def bands(self) -> tuple[str, ...]:
        """One text for each band."""
        rows = (self.signature[n * _ROWS : (n + 1) * _ROWS] for n in range(BANDS))
        return tuple(" ".join(format(number, "x") for number in row) for row in rows)

    def likeness(self, other: "Print") -> float:
        """The share of runs of words that both texts have, as the signatures estimate it."""
        same = sum(a == b for a, b in zip(self.signature, other.signature, strict=True))
        return same / len(self.signature)


@lru_cache(maxsize=64)
def fingerprint(text: str) -> Print | None:
    """The fingerprint of a text; None for one that is too short to tell copies from chance."""
    words = re.findall(r"\w+", text.casefold())
    runs = {" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
    if len(runs) < _FEWEST_RUNS:
        return None
    numbers = RMinHash(num_perm=_NUMBERS, seed=_SEED)
    numbers.update(sorted(runs))
    return Print(tuple(numbers.digest()))


def print_row(text: str) -> Row:
    """The properties of an article that its copies are found by."""
    found = fingerprint(text)
    if found is None:
        return {}
    bands = {f"band_{number}": band for number, band in enumerate(found.bands)}
    return {"signature": list(found.signature), **bands}


def link_copies(transaction: Transaction, texts: Mapping[str, str]) -> None:
    """Link articles that have just been written to their copies, and say which wire they are of.

    ``texts`` has their texts by id.
    """
    prints = {name: found for name, text in texts.items() if (found := fingerprint(text))}
    asked = [{"id": name, "bands": found.bands} for name, found in prints.items()]
    rows = transaction.run("copies_near", articles=asked) if asked else []
    pairs = {pair for row in rows if (pair := _pair(prints[row["id"]], row))[2] >= ALIKE}
    if pairs:
        links = [{"one": one, "other": other, "likeness": like} for one, other, like in sorted(pairs)]
        transaction.run("copies_link", links=links)
        name_wires(transaction, {end for one, other, _ in pairs for end in (one, other)})


def name_wires(transaction: Transaction, articles: Iterable[str]) -> None:
    """Say anew which wires some articles and all that hang together with them are of."""
    rows = transaction.run("copies_members", articles=sorted(articles))
    links = [(row["id"], other) for row in rows for other in row["copies"]]
    age = {row["id"]: (row["published"] or "9999-12-31", row["id"]) for row in rows}
    source = {row["id"]: row["source"] or row["id"] for row in rows}
    written = []
    for group in together(age, links):
        first = min(group, key=lambda name: age[name])
        wire, voice = (first, source[first]) if len(group) > 1 else (None, None)
        written += [{"id": name, "wire": wire, "voice": voice} for name in sorted(group)]
    transaction.run("copies_wires", rows=written)


def together(names: Iterable[str], links: Iterable[tuple[str, str]]) -> Iterator[set[str]]:
    """The groups of names that links hold together; each name is in one."""
    near: dict[str, set[str]] = {name: set() for name in names}
    for one, other in links:
        if one in near and other in near:
            near[one].add(other)
            near[other].add(one)
    left = dict.fromkeys(sorted(near))
    while left:
        first = next(iter(left))
        group, waiting = {first}, [first]
        while waiting:
            new = near[waiting.pop()] - group
            group |= new
            waiting += new
        for name in group:
            left.pop(name)
        yield group


def _pair(mine: Print, row: Row) -> tuple[str, str, float]:
    one, other = sorted((str(row["id"]), str(row["other"])))
    return one, other, round(mine.likeness(Print(tuple(row["signature"]))), 4)
