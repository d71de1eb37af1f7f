"""Tables for Neo4j's own import: however many processes write them, they tell the same graph."""

import csv
from pathlib import Path

import pytest
from coded_files import benchmark, gdelt, write

from graph.bulk import open_source
from graph.bulk.tables import HEADERS, NODES, Tables
from ontology.errors import InputError

_RUS, _USA = ("RUSGOV", "VLADIMIR PUTIN", "RUS"), ("USA", "UNITED STATES", "USA")


def told(folder: Path, files: list[Path], **how: int) -> tuple[dict[str, list[list[str]]], list[object]]:
    """All rows of all tables, with nodes by what they are instead of their numbers; and the reports."""
    folder.mkdir()
    with Tables(folder, **how) as tables:
        reports = [tables.add(open_source(file)) for file in files]
    rows = {
        name: [
            row
            for part in folder.glob(f"{name}-*.csv")
            for row in csv.reader(part.read_text(encoding="utf-8").splitlines())
        ]
        for name in HEADERS
    }
    nodes = {row[0]: row[1:3] for name in NODES for row in rows[name]}
    assert len(nodes) == sum(len(rows[name]) for name in NODES)
    for name in HEADERS:
        ends = 1 if name in NODES else 2
        stamp = HEADERS[name].split(",").index("recorded:datetime") if "recorded" in HEADERS[name] else None
        rows[name] = sorted(
            [
                str([nodes[end] for end in row[:ends]]),
                *(c for k, c in enumerate(row) if k >= ends and k != stamp),
            ]
            for row in rows[name]
        )
    return rows, list(reports)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Rows that come again in other shares and files, among them one that names others than at first."""
    lines = list(benchmark(60))
    rows = [
        gdelt(n, "20250815", _RUS, ("", f"SOMEBODY {n % 7}", ""), "010", place="Kenya") for n in range(30)
    ]
    again = [
        gdelt(3, "20250815", ("", "SOMEBODY ELSE", ""), _USA, "010"),
        gdelt(40, "20259915", _RUS, _USA, "010"),
    ]
    return [
        write(tmp_path / "a.tsv", ["subject\trelation\tobject\tdate", *lines, "", *lines[10:40]]),
        write(tmp_path / "b.tsv.gz", [*lines[:5], *lines]),
        write(tmp_path / "c.CSV", [*rows, *again, *rows[::3]]),
    ]


def test_processes_share_a_file(files: list[Path], tmp_path: Path) -> None:
    alone, reports = told(tmp_path / "alone", files)
    assert [(r.new, r.present, r.bad) for r in reports] == [(60, 30, 0), (0, 65, 0), (30, 11, 1)]
    for number, how in enumerate(({"processes": 2, "share": 7}, {"processes": 3, "share": 50}, {"share": 1})):
        assert told(tmp_path / str(number), files, **how) == (alone, reports)
    assert not [row for row in alone["actors"] if "Somebody Else" in str(row)]


def test_a_process_tells_what_is_wrong(tmp_path: Path) -> None:
    file = write(tmp_path / "e.tsv", ["Event ID\tCAMEO Code", "1\t010"])
    (tmp_path / "tables").mkdir()
    with Tables(tmp_path / "tables", processes=2) as tables, pytest.raises(InputError, match="no column"):
        tables.add(open_source(file, "icews"))
