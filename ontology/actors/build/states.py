"""States, territories and former states: names, inflected adjectives and inhabitants, capitals."""

import re

from ontology.actors.build.inflect import forms, name_forms
from ontology.actors.build.rows import (
    LANGUAGES,
    Row,
    cell,
    english,
    is_acronym,
    place_id,
    spellings,
    table,
    tongue,
)
from ontology.folding import fold

_GREAT = {
    "USA",
    "RUS",
    "CHN",
    "DEU",
    "FRA",
    "GBR",
    "UKR",
    "ISR",
    "IRN",
    "IND",
    "JPN",
    "TUR",
    "PRK",
    "KOR",
    "SYR",
}


def states() -> list[Row]:
    """A row for each state of ``states.tsv`` and ``former_states.tsv``."""
    rows = [_state(record, record["iso3"]) for record in table("states.tsv")]
    rows += [_former(record) for record in table("former_states.tsv")]
    by_code = {row.iso3: row for row in rows if row.iso3}
    for record in table("metonyms.tsv"):
        for item in cell(record["names"]):
            name, lang = tongue(item)
            by_code[record["state"]].call(name, lang, "m")
    return rows


def _state(record: dict[str, str], code: str) -> Row:
    row = Row(record["qid"] or f"st:{code}", "state", cell(record["en"])[0], code, iso3=code)
    row.rank = 30 if code in _GREAT else 20
    _name(row, record)
    for city in (record["capital"] or "").split(";"):
        _capital(row, code, [tongue(item) for item in cell(city)])
    return row


def _capital(row: Row, code: str, names: list[tuple[str, str | None]]) -> None:
    """A capital's names stand for the state, and for a place of its own."""
    if not names:
        return
    for name, lang in names:
        row.call(name, lang, "m")
        if lang in (None, "de") and re.fullmatch(r"\w+([bdfgklmnpqrstvwxz]|au)", name):
            row.call(f"{name}er", "de", "a")
    shown = english(names)
    keys = {fold(spelling) for name, _ in names for spelling in spellings(name)}
    row.capitals.append((place_id(shown, code), shown, sorted(keys)))


def _former(record: dict[str, str]) -> Row:
    row = Row(record["id"], "state", cell(record["en"])[0], record["state"] or None)
    row.begin, row.end = record["begin"] or None, record["end"] or None
    row.rank = 5
    _name(row, record)
    return row


def _name(row: Row, record: dict[str, str]) -> None:
    _english(row, record)
    for lang in LANGUAGES:
        names = cell(record[lang])
        if names:
            row.labels[lang] = names[0]
        for form in (form for name in names for form in name_forms(name, lang)):
            row.call(form, lang, "c" if is_acronym(form) else "n")
        for word in cell(record[f"{lang}_adj"]):
            for form in forms(word, lang, "adjective"):
                row.call(form, lang, "c" if is_acronym(form) else "a")
        for word in _inhabitants(record, lang):
            for form in forms(word, lang, "inhabitant"):
                row.call(form, lang, "i")


def _english(row: Row, record: dict[str, str]) -> None:
    """The English adjective and the word for the people, from which names of bodies are made."""
    adjectives, given = cell(record["en_adj"]), cell(record["en_inh"])
    if not adjectives:
        return
    adjective = adjectives[0]
    row.labels["adjective"] = "US" if row.iso3 == "USA" else adjective
    if len(given) > 1 and given[1] == given[0] + "s":
        row.labels["people"] = given[1]
    else:
        row.labels["people"] = forms(adjective, "en", "inhabitant")[-1]


def _inhabitants(record: dict[str, str], lang: str) -> list[str]:
    """German and English have a column of their own; French and Spanish use the adjective."""
    if lang == "de":
        return cell(record["de_inh"])
    given = cell(record["en_inh"]) if lang == "en" else []
    return given or [word for word in cell(record[f"{lang}_adj"]) if not is_acronym(word)]
