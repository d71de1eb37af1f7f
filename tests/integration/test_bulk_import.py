"""Event data files into a real Neo4j: once is enough, from where it stopped, one writer or two."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from coded_files import benchmark, gdelt, write
from neo4j import GraphDatabase

from graph.bulk import BadRow, Import, import_file, open_source
from graph.events import event
from graph.load import load
from graph.paths import Search, find_paths
from graph.rdf import faults, graph_quads, to_rdflib
from graph.store import Store, Target
from graph.timeline import timeline
from ontology.errors import InputError
from tests.graph.telling import summit_in_two_languages

USA, RUS = ("USA", "UNITED STATES", "USA"), ("RUSGOV", "VLADIMIR PUTIN", "RUS")
_LOADER = """
import sys
from pathlib import Path
from graph.bulk import Import, import_file, load, open_source
from graph.store import Store, Target
load.BATCH = 100
with Store.open(Target(*sys.argv[2:5])) as store:
    print("ready", flush=True)
    import_file(store, open_source(Path(sys.argv[1])), Import(writers=int(sys.argv[5])))
"""


class Graph:
    """All that the database holds, for comparing."""

    def __init__(self, target: Target) -> None:
        self._target = target

    def rows(self, query: str, **parameters: object) -> list[list[Any]]:
        target = self._target
        with GraphDatabase.driver(target.uri, auth=(target.user, target.password)) as driver:
            return [record.values() for record in driver.execute_query(query, parameters).records]

    def content(self) -> tuple[list[str], list[str]]:
        """All nodes and relationships with their properties, but for when and how often they were loaded."""
        nodes = self.rows(
            "MATCH (n) WHERE NOT n:Migration AND NOT n:Graph AND NOT n:Change RETURN labels(n), properties(n)"
        )
        edges = self.rows("MATCH (a)-[r]->(b) RETURN a.id, type(r), properties(r), b.id")
        for _, properties in nodes:
            properties.pop("recorded", None)
        shown = [f"{sorted(labels)} {sorted(map(str, p.items()))}" for labels, p in nodes]
        return sorted(shown), sorted(f"{a} {t} {sorted(map(str, p.items()))} {b}" for a, t, p, b in edges)


@pytest.fixture
def graph(neo4j_target: Target) -> Graph:
    return Graph(neo4j_target)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.bulk.load.BATCH", 100)


class TestOneRow:
    @pytest.fixture
    def gdelt_file(self, tmp_path: Path) -> Path:
        row = gdelt(7, "20250815", USA, RUS, "044", place="Anchorage, Alaska, United States")
        return write(tmp_path / "20250816.export.CSV.zip", [row])

    def test_shows_in_event_timeline_and_path(self, store: Store, gdelt_file: Path) -> None:
        source = open_source(gdelt_file)
        assert import_file(store, source).new == 1
        (row,) = timeline(store, "Q7747").rows
        found = event(store, row.id)
        assert row.coded == found.coded
        assert found.coded is not None
        assert (found.coded.dataset, found.coded.file) == ("GDELT", "20250816.export.CSV.zip")
        assert (found.coded.digest, found.coded.row, found.coded.code) == (source.digest, 1, "044")
        assert (found.coded.own_id, found.coded.url) == ("7", "https://example.org/a")
        assert found.coded.published == date(2025, 8, 16)
        assert (found.type, found.mode, found.predicate) == ("CONSULT", "third-party", "meet")
        assert (found.interval.earliest, found.interval.latest) == (date(2025, 8, 15), date(2025, 8, 15))
        assert found.stated == found.interval
        assert found.place is not None
        assert found.place.name == "Anchorage"
        assert found.statements == ()
        assert [actor.name for actor in (*found.subjects, *found.objects)] == [
            "United States",
            "Vladimir Putin",
        ]
        (path,) = find_paths(store, "Q30", "Q7747", Search(date(2025, 8, 1), date(2025, 8, 31)))
        assert [hop.event.id for hop in path.hops] == [found.id]

    def test_says_in_rdf_where_it_comes_from(self, store: Store, gdelt_file: Path) -> None:
        import_file(store, open_source(gdelt_file))
        graph = to_rdflib(graph_quads(store))
        assert faults(graph) == []
        ((name, row, code),) = graph.query(
            """PREFIX rg: <https://w3id.org/regesta/ontology#> PREFIX prov: <http://www.w3.org/ns/prov#>
            SELECT ?name ?row ?code { ?event a rg:Event ; prov:wasDerivedFrom [ rdfs:label ?name ] ;
            rg:row ?row ; rg:code ?code }"""
        )
        assert (str(name), int(row), str(code)) == ("GDELT", 1, "044")

    def test_a_states_timeline_has_the_events_of_its_people(self, store: Store, gdelt_file: Path) -> None:
        import_file(store, open_source(gdelt_file))
        assert len(timeline(store, "Q159").rows) == 1
        assert len(timeline(store, "Q159", include_members=False).rows) == 0

    def test_articles_and_data_sets_share_actors_and_no_events(
        self, store: Store, graph: Graph, gdelt_file: Path
    ) -> None:
        import_file(store, open_source(gdelt_file))
        for told in summit_in_two_languages():
            load(store, told)
        meetings = timeline(store, "Q7747", start=date(2025, 8, 15), end=date(2025, 8, 15)).rows
        assert sorted(row.statements for row in meetings if row.predicate == "meet") == [0, 2]
        ((named,),) = graph.rows("MATCH (a:Actor {id: 'Q7747'}) RETURN a.seen")
        assert named.startswith("2025-08-22")

    def test_people_act_for_their_state_whichever_came_first(
        self, store: Store, graph: Graph, tmp_path: Path
    ) -> None:
        path = write(
            tmp_path / "t.tsv",
            ["Citizen (Kenya)\tConsult\tKenya\t2014-01-01", "Citizen (Chad)\tConsult\tMali\t2014-01-01",
             "Chad\tConsult\tMali\t2014-01-02"],
        )  # fmt: skip
        import_file(store, open_source(path))
        found = graph.rows("MATCH (a)-[:ACTS_FOR]->(b) RETURN a.name, b.name ORDER BY a.name")
        assert found == [["Citizen (Chad)", "Chad"], ["Citizen (Kenya)", "Kenya"]]


@pytest.mark.usefixtures("small_batches")
class TestOnce:
    def test_again_changes_nothing(self, store: Store, graph: Graph, tmp_path: Path) -> None:
        source = open_source(write(tmp_path / "b.tsv", benchmark(450)))
        first = import_file(store, source)
        assert (first.lines, first.new, first.present, first.bad) == (450, 450, 0, 0)
        content, version = graph.content(), store.version()
        assert import_file(store, source).complete
        again = import_file(store, source, Import(check=True))
        assert (again.new, again.present) == (0, 450)
        longer = open_source(write(tmp_path / "c.tsv", [*benchmark(450), *benchmark(450)[:30]]))
        copied = import_file(store, longer)
        assert (copied.new, copied.present) == (0, 480)
        assert graph.content() == content
        assert store.version() == version

    def test_only_what_is_new_is_added(self, store: Store, graph: Graph, tmp_path: Path) -> None:
        import_file(store, open_source(write(tmp_path / "a.tsv", benchmark(200))))
        report = import_file(store, open_source(write(tmp_path / "b.tsv", benchmark(300))))
        assert (report.new, report.present) == (100, 200)
        assert graph.rows("MATCH (e:Event) RETURN count(e), count(DISTINCT e.id)") == [[300, 300]]

    def test_two_writers_end_in_the_same_graph(
        self, store: Store, graph: Graph, wipe: Callable[[], None], tmp_path: Path
    ) -> None:
        rows = benchmark(900)
        source = open_source(write(tmp_path / "b.tsv", [*rows, *rows[:100]]))
        import_file(store, source)
        content = graph.content()
        wipe()
        report = import_file(store, source, Import(writers=2))
        assert (report.new, report.present) == (900, 100)
        assert graph.content() == content

    def test_bad_rows_are_told_and_the_rest_is_loaded(self, store: Store, tmp_path: Path) -> None:
        rows = benchmark(250)
        rows[120:120] = ["Russia\tDance with\tChina\t2014-01-01"]
        bad: list[BadRow] = []
        report = import_file(store, open_source(write(tmp_path / "b.tsv", rows)), Import(bad=bad.append))
        assert (report.new, report.bad) == (250, 1)
        assert bad == [BadRow(121, "'Dance with' is no code or name of CAMEO")]

    def test_a_file_of_nothing_but_bad_rows_is_refused(self, store: Store, tmp_path: Path) -> None:
        path = write(tmp_path / "b.tsv", [f"a\tb\tc\t{day}" for day in range(200)])
        with pytest.raises(InputError, match="none of 100 rows"):
            import_file(store, open_source(path, "tkg"))


class TestCutOff:
    @pytest.mark.parametrize("writers", [1, 2])
    def test_killed_at_random_points_and_run_again(
        self,
        store: Store,
        graph: Graph,
        wipe: Callable[[], None],
        tmp_path: Path,
        neo4j_target: Target,
        writers: int,
    ) -> None:
        path = write(tmp_path / "b.tsv.gz", benchmark(6000))
        import_file(store, open_source(path))
        whole = graph.content()
        wipe()
        chance = random.Random(writers)
        for _ in range(10):
            _run(path, neo4j_target, writers, chance.uniform(0.05, 0.6))
        ((before,),) = graph.rows("MATCH (e:Event) RETURN count(e)")
        report = import_file(store, open_source(path), Import(writers=writers))
        assert graph.content() == whole
        assert before + report.new == 6000


def _run(path: Path, target: Target, writers: int, seconds: float) -> None:
    """Load in a process of its own, and kill it some time after it has begun."""
    command = [
        sys.executable,
        "-c",
        _LOADER,
        str(path),
        target.uri,
        target.user,
        target.password,
        str(writers),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
