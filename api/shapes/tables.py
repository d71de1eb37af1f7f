"""JSON as cells of a table: names and words instead of objects."""

import orjson

from api.shapes.base import Json

EVENT_COLUMNS = (
    *("id", "earliest", "latest", "type", "mode", "predicate", "subject", "object", "place", "polarity"),
    *("modality", "disputed", "statements", "articles", "speakers", "evidence", "source"),
)


def flat(row: Json) -> list[object]:
    """An event row as the cells of :data:`EVENT_COLUMNS`: names and words instead of objects."""
    evidence = row["evidence"] or _coded_evidence(row["coded"])
    cells = {
        **row,
        "subject": ", ".join(one["name"] for one in row["subject"]),
        "object": ", ".join(one["name"] for one in row["object"]),
        "place": row["place"]["name"] if row["place"] else None,
        "speakers": ", ".join(row["speakers"]),
        "evidence": evidence["text"],
        "source": evidence["key"],
    }
    return [cell(cells[column]) for column in EVENT_COLUMNS]


def _coded_evidence(known: Json | None) -> Json:
    """What stands for the words of an article where a data set coded the event."""
    if known is None:
        return {"text": None, "key": None}
    return {
        "text": f"coded {known['code']} by {known['dataset']}",
        "key": f"{known['file']}, row {known['row']}",
    }


def cell(value: object) -> object:
    """A value in one cell: names instead of objects, lists separated by semicolons.

    A spreadsheet must not take the words of an article for a formula.
    """
    if isinstance(value, dict):
        named = value.get("name") or value.get("id") or value.get("text")
        value = named if named is not None else orjson.dumps(value).decode()
    elif isinstance(value, list):
        value = "; ".join(str(cell(one)) for one in value)
    formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if formula else value
