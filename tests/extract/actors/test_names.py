"""Names in foreign spellings on a day: 97 of 100 must mean the right actor in the right position."""

import csv
from datetime import date
from pathlib import Path

LINES = [
    line
    for line in (Path(__file__).parent / "names.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
ROWS = list(csv.DictReader(LINES, delimiter="\t"))


def right(row, gazetteer) -> bool:
    candidates = gazetteer.search(row["surface"], date.fromisoformat(row["date"]), row["lang"])
    if not candidates or candidates[0].ref.name != row["name"]:
        return False
    first = candidates[0]
    offices = {position.office for position in first.positions}
    return (first.ref.state or "-") == row["state"] and (row["office"] == "-" or row["office"] in offices)


def test_the_table_is_large_and_in_four_languages():
    assert len(ROWS) >= 200
    assert {row["lang"] for row in ROWS} == {"de", "en", "fr", "es"}


def test_names(gazetteer):
    wrong = [row for row in ROWS if not right(row, gazetteer)]
    assert len(wrong) <= 0.03 * len(ROWS), wrong
