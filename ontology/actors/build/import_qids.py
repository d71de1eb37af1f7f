"""``python -m ontology.actors.build.import_qids FILE``: take people's QIDs from a file of raw actors.

The file has one JSON object a line with ``type``, ``qid``, ``country`` or ``iso2``, ``iso3`` and ``names``.
A name that two QIDs of one state bear is left out, as are names that are lists of people.
"""

import sys
from pathlib import Path
from typing import Any

import orjson

from ontology.actors.build.rows import path
from ontology.errors import InputError
from ontology.folding import fold

_WRONG = {"Q57641"}  # one source files Ursula von der Leyen under Viktor Orbán's QID


def qids(actors: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """(state, name, QID) of every person whose name is its own in its state, in order."""
    codes = {actor["iso2"]: actor["iso3"] for actor in actors if actor["type"] == "state" and "iso3" in actor}
    facts = {
        (codes[actor["country"]], name, actor["qid"])
        for actor in actors
        if actor["type"] == "person" and actor.get("qid") and actor["qid"] not in _WRONG
        if actor.get("country") in codes
        for name in _names(actor)
    }
    bearers: dict[tuple[str, str], set[str]] = {}
    for state, name, qid in facts:
        bearers.setdefault((state, fold(name)), set()).add(qid)
    return sorted(fact for fact in facts if len(bearers[fact[0], fold(fact[1])]) == 1)


def _names(actor: dict[str, Any]) -> list[str]:
    """The names of a person, and those of three words also without the middle one."""
    whole = [name for name in actor["names"]["en"] if "," not in name and not name.startswith("Premiers")]
    split = [name.split() for name in whole]
    return whole + [f"{words[0]} {words[2]}" for words in split if len(words) == 3]


def main(arguments: list[str]) -> None:
    """Write ``source/qids.tsv`` from the file named on the command line."""
    if len(arguments) != 1:
        raise InputError("Name one file: python -m ontology.actors.build.import_qids FILE")
    actors = [orjson.loads(line) for line in Path(arguments[0]).read_bytes().splitlines()]
    lines = ["state\tname\tqid", *("\t".join(fact) for fact in qids(actors))]
    path("qids.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
