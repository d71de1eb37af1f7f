"""``python -m ontology.actors.build``: ``source/`` → ``gazetteer.jsonl``; equal input, equal output."""

import sys
from pathlib import Path
from typing import Any

import orjson
import yaml

from ontology.actors.build.organisations import organisations
from ontology.actors.build.people import People, apply_names, drop_states
from ontology.actors.build.places import places
from ontology.actors.build.rows import Row, path, table
from ontology.actors.build.states import states
from ontology.folding import fold


def compile_rows() -> list[Row]:
    """All rows, in the order of the sources."""
    rows = states()
    ids = {row.iso3: row.id for row in rows if row.iso3}
    groups = organisations(ids)
    ids |= {row.state: row.id for row in reversed(groups) if row.type == "igo" and row.state}
    ids |= {f"IGO:{row.id.removeprefix('igo:')}": row.id for row in groups if row.id.startswith("igo:")}
    ids |= {row.id: row.id for row in groups}
    codes = {row.id: row.state for row in rows + groups}
    qids = {(record["state"], fold(record["name"])): record["qid"] for record in table("qids.tsv")}
    women = {fold(name) for name in yaml.safe_load(path("women.yaml").read_text(encoding="utf-8"))}
    people = People(ids, codes, qids, women)
    for source in sorted(path("offices").glob("*.yaml")):
        people.successions(yaml.safe_load(source.read_text(encoding="utf-8")))
    names: dict[str, dict[str, Any]] = yaml.safe_load(path("people.yaml").read_text(encoding="utf-8"))
    apply_names(people, names)
    drop_states(people.rows.values(), rows)
    return rows + groups + people.finish() + places()


def compiled() -> bytes:
    """The compiled file's content."""
    return b"".join(orjson.dumps(row.line()) + b"\n" for row in compile_rows())


def main() -> None:
    """Write the compiled gazetteer."""
    target = Path(__file__).parent.parent / "gazetteer.jsonl"
    content = compiled()
    target.write_bytes(content)
    sys.stdout.write(f"{target.name}: {content.count(b'{')} objects, {len(content) // 1024} KiB\n")


if __name__ == "__main__":
    main()
