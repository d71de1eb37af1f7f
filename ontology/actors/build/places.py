"""Regions and cities with their state: ``places.tsv`` by hand."""

from ontology.actors.build.rows import Row, cell, english, place_id, table, tongue


def places() -> list[Row]:
    """A row for each place; ``state`` is the code of the state that it lies in."""
    rows = []
    for record in table("places.tsv"):
        names = [tongue(item) for item in cell(record["names"])]
        name = english(names)
        row = Row(place_id(name, record["state"]), "other", name, record["state"] or None)
        row.place = True
        row.rank = 1
        for called, lang in names:
            row.call(called, lang, "n")
        rows.append(row)
    return rows
