"""Filling an empty managed database by Neo4j's own import gives the graph that loading gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from coded_files import benchmark, gdelt, write

from api.cli import main
from graph.bulk import import_file, open_source
from graph.bulk.offline import Offline, import_offline
from graph.rdf import graph_quads
from graph.server import ManagedServer, Options
from graph.store import Store, Target
from ontology.errors import InputError
from tests.integration.test_bulk_import import Graph

RUS = ("RUSGOV", "VLADIMIR PUTIN", "RUS")


@pytest.fixture
def offline(neo4j_cache: Path, tmp_path: Path, quick_options: Options) -> Iterator[Offline]:
    server = ManagedServer(tmp_path / "neo4j")
    yield Offline(server, neo4j_cache, quick_options)
    server.stop()


def data_files(folder: Path) -> list[Path]:
    """Two files that overlap, with a bad row, quotes and commas, one-sided events and places."""
    quoted = 'https://example.org/?q="a,b"'
    police = ("KENCOP", 'POLICE, "SPECIAL"', "KEN")
    rows = [
        gdelt(1, "20250815", RUS, police, "173", place="Nairobi, Nairobi Area, Kenya", url=quoted),
        gdelt(2, "20250816", RUS, ("", "", ""), "010"),
        gdelt(1, "20250815", RUS, police, "173", place="Nairobi, Nairobi Area, Kenya", url=quoted),
        gdelt(3, "20250899", RUS, police, "173"),
        gdelt(4, "20250815", ("", "", ""), ("RUS", "RUSSIA", "RUS"), "043", place="Kenya"),
    ]
    lines = ["subject\trelation\tobject\tdate", *benchmark(400)]
    return [write(folder / "a.CSV.zip", rows), write(folder / "b.tsv.gz", lines)]


def test_same_graph_as_loading(store: Store, offline: Offline, neo4j_target: Target, tmp_path: Path) -> None:
    sources = [open_source(path) for path in data_files(tmp_path)]
    reports = import_offline(offline, sources)
    assert [(r.new, r.present, r.bad) for r in reports] == [(3, 1, 1), (400, 0, 0)]
    assert [import_file(store, source).new for source in sources] == [3, 400]
    filled = offline.running()
    with Store.open(filled) as other:
        assert list(graph_quads(other)) == list(graph_quads(store))
        assert Graph(filled).content() == Graph(neo4j_target).content()
        assert other.version() == 1
        assert import_file(other, sources[0]).complete
        with pytest.raises(InputError, match="isn't empty"):
            import_offline(offline, sources)


def test_statements_are_not_loaded_offline(offline: Offline, tmp_path: Path) -> None:
    path = write(tmp_path / "s.jsonl", ["{}"])
    with pytest.raises(InputError, match="leave out --offline"):
        import_offline(offline, [open_source(path)])
    result = CliRunner().invoke(
        main, ["import", str(path), "--offline"], env={"REGESTA_NEO4J_URI": "bolt://localhost"}
    )
    assert result.exit_code == 2
    assert "needs the managed server" in result.stderr
