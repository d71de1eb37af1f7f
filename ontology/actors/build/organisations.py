"""Organisations, media, armed groups and parties: one YAML file a kind, all of the same shape."""

from typing import Any

import yaml

from ontology.actors.build.inflect import forms
from ontology.actors.build.rows import LANGUAGES, Row, is_acronym, path, slug

_KINDS = {
    "organisations.yaml": ("igo", "IGO", "igo"),
    "organs.yaml": ("igo", "IGO", "organ"),
    "media.yaml": ("media", "MED", "med"),
    "groups.yaml": ("armed_group", "REB", "grp"),
    "parties.yaml": ("party", "PTY", "pty"),
    "bodies.yaml": ("government_body", "GOV", "gov"),
    "others.yaml": ("other", "SOC", "org"),
}


def organisations(states: dict[str, str]) -> list[Row]:
    """A row for each entry of the organisation files; ``states`` maps codes to ids of states."""
    rows = []
    for name, (kind, sector, prefix) in _KINDS.items():
        data: dict[str, dict[str, Any]] = yaml.safe_load(path(name).read_text(encoding="utf-8")) or {}
        for entry, facts in data.items():
            row = _row(entry, facts or {}, kind, sector, prefix)
            for rule in (facts or {}).get("rules", ()):
                code, begin, end = rule.split()
                row.roles.append(("rule", states[code], begin, None if end == "-" else end))
            rows.append(row)
    return rows


def _row(entry: str, facts: dict[str, Any], kind: str, sector: str, prefix: str) -> Row:
    state = facts.get("state")
    row = Row(facts.get("id") or f"{prefix}:{slug(entry)}", facts.get("type", kind), entry, state)
    row.sector = facts.get("sector", sector)
    row.rank = facts.get("rank", 15)
    row.begin, row.end = facts.get("begin"), facts.get("end")
    row.call(entry, "en" if facts.get("en") else None, "c" if is_acronym(entry) else "n")
    for lang in (*LANGUAGES, "und"):
        for number, name in enumerate(facts.get(lang, [])):
            if not number and lang != "und":
                row.labels[lang] = name
            row.call(name, None if lang == "und" else lang, "c" if is_acronym(name) else "n")
    for lang, words in facts.get("adjectives", {}).items():
        for word in words:
            for form in forms(word, lang, "adjective"):
                row.call(form, lang, "a")
    row.labels["en"] = entry
    if "short" in facts:
        row.labels["short"] = facts["short"]
    return row
