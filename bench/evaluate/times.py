"""Scores time expressions: each file of texts with TIMEX3 annotations, by its language."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.evaluate.material import Material
from bench.evaluate.programs import Record, as_file, score, scratch
from extract.language import pipeline
from extract.times import find_times, timexes_as_json


def score_times(material: Material) -> dict[str, Record]:
    """The scorer's figures for each file, by the file's name."""
    with scratch() as folder:
        return {
            _name(file): json.loads(
                score(
                    material.scorer("score_timex.py"),
                    str(file),
                    str(as_file(list(_tagged(file)), Path(folder), file.name)),
                    "--json",
                )
            )
            for file in material.timex
        }


def _tagged(file: Path) -> Iterator[Record]:
    for line in file.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        published = date.fromisoformat(document["dct"]) if document["dct"] else None
        doc = pipeline(document["lang"])(document["text"])
        yield {"id": document["id"], "timexes": timexes_as_json(find_times(doc, published), document["text"])}


def _name(file: Path) -> str:
    return file.name.removesuffix(".jsonl").removesuffix(".dev")
