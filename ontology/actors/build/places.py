"""Regions and cities with their state: ``places.tsv`` by hand."""

from ontology.actors.build.people import slug
from ontology.actors.build.rows import Row, cell, table, tongue


def places() -> list[Row]:
    """A row for each place; ``state`` is the code of the state that it lies in."""
    rows = []
    for record in table("places.tsv"):
        names = [tongue(item) for item in cell(record["names"])]
        english = next((n for n, lang in names if lang == "en"), None) or next(
            (n for n, lang in names if lang is None), names[0][0]
        )
        row = Row(
            f"place:{slug(english)}-{record['state'].lower()}", "other", english, record["state"] or None
        )
        row.place = True
        row.rank = 1
        for name, lang in names:
            row.call(name, lang, "n")
        rows.append(row)
    return rows
