"""The page on notebooks runs as it stands, and its rows are plain."""

import re
from datetime import date
from pathlib import Path

import pytest

import graph
from graph.store import Target
from graph.timeline import timeline

PAGE = Path(__file__).parents[2] / "docs" / "notebook.md"
PLAIN = (str, int, float, date, type(None))


@pytest.fixture
def ran(sample_store, neo4j_target: Target, monkeypatch) -> dict[str, object]:
    """What the code of the page leaves behind."""
    monkeypatch.setenv("REGESTA_NEO4J_URI", neo4j_target.uri)
    monkeypatch.setenv("REGESTA_NEO4J_PASSWORD", neo4j_target.password)
    names: dict[str, object] = {}
    for code in re.findall(r"```python\n(.+?)```", PAGE.read_text("utf-8"), re.DOTALL):
        exec(compile(code, PAGE.name, "exec"), names)
    return names


def test_the_page_runs_and_finds_something(ran, sample_store):
    assert ran["putin"]["name"] == "Vladimir Putin"
    told = timeline(sample_store, "Q7747", start=date(2025, 8, 1), end=date(2025, 8, 31))
    assert [row["id"] for row in ran["august"]] == [row.id for row in told.rows]
    assert sum(ran["kinds"].values()) == told.total_value > 0
    assert ran["weeks"] and ran["said"] and ran["path"]
    assert 0 < len(ran["then"]) < len(timeline(sample_store, "Q7747").rows)
    assert [row["hop"] for row in ran["path"]] == list(range(1, len(ran["path"]) + 1))


def test_rows_are_plain_and_alike(ran):
    for name in ("august", "weeks", "said", "path", "then"):
        rows = ran[name]
        assert len({tuple(row) for row in rows}) == 1
        assert all(isinstance(value, PLAIN) for row in rows for value in row.values())


def test_the_table_names_every_column(ran):
    table = PAGE.read_text("utf-8").partition("| Method")[2]
    for name in ("august", "weeks", "said", "path"):
        assert all(f"`{column}`" in table for column in ran[name][0])


def test_the_package_has_nothing_else():
    assert graph.__all__ == ["Graph"]
    with pytest.raises(AttributeError):
        _ = graph.nothing
