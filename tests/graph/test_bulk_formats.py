"""Event data files: formats are recognised, rows become events in our terms, bad ones are told."""

from datetime import date
from pathlib import Path

import pytest
from coded_files import ICEWS_HEADER, POLECAT_HEADER, benchmark, gdelt, icews, polecat, write

from graph.bulk import BadRow, Coded, open_source
from graph.bulk.source import Lines, rows
from ontology.coded import cameo_acts, coded_actors, plover_act
from ontology.errors import InputError, ParameterError
from ontology.event_types import event_types, predicates
from ontology.model import ActorType

USA, RUS = ("USA", "UNITED STATES", "USA"), ("RUSGOV", "VLADIMIR PUTIN", "RUS")


def read(path: Path, **options: str) -> list[Coded | BadRow]:
    source = open_source(path, **options)
    with Lines(path) as lines:
        return list(rows(source, lines))


def good(path: Path) -> list[Coded]:
    found = read(path)
    assert all(isinstance(row, Coded) for row in found), found
    return [row for row in found if isinstance(row, Coded)]


class TestGdelt:
    def test_a_row(self, tmp_path: Path) -> None:
        line = gdelt(7, "20250815", USA, RUS, "036", place="Anchorage, Alaska, United States")
        (event,) = good(write(tmp_path / "20250816.export.CSV", [line]))
        assert (event.subject.id, event.object.id) == ("Q30", "Q7747")
        assert (event.act.type, event.act.predicate, event.code) == ("AGREE", "agree", "036")
        assert (event.day, event.published) == (date(2025, 8, 15), date(2025, 8, 16))
        assert (event.place.name, event.place.state) == ("Anchorage", "USA")
        assert (event.own_id, event.url, event.line) == ("7", "https://example.org/a", 1)

    def test_a_role_without_a_name_stays_unresolved_with_its_state(self, tmp_path: Path) -> None:
        police = ("KENCOP", "POLICE", "KEN")
        (event,) = good(write(tmp_path / "a.CSV", [gdelt(1, "20250815", police, USA, "173")]))
        assert event.subject.id == "x:KEN:police"
        assert event.subject.name == "Police (Kenya)"
        assert (event.subject.state, event.subject.type) == ("KEN", ActorType.GOVERNMENT_BODY)
        assert not event.subject.resolved

    def test_one_side_is_enough_and_none_is_not(self, tmp_path: Path) -> None:
        nobody = ("", "", "")
        lines = [gdelt(1, "20250815", USA, nobody, "010"), gdelt(2, "20250815", nobody, nobody, "010")]
        first, second = read(write(tmp_path / "a.CSV", lines))
        assert isinstance(first, Coded)
        assert first.object is None
        assert second == BadRow(2, "no actor is named")

    def test_a_namesake_of_another_country_is_not_taken(self, tmp_path: Path) -> None:
        other = ("KENGOV", "VLADIMIR PUTIN", "KEN")
        (event,) = good(write(tmp_path / "a.CSV", [gdelt(1, "20250815", other, USA, "010")]))
        assert event.subject.id == "x:KEN:vladimir-putin"

    def test_the_same_event_in_another_file_is_the_same(self, tmp_path: Path) -> None:
        one = write(tmp_path / "a.CSV", [gdelt(9, "20250815", USA, RUS, "036")])
        two = write(
            tmp_path / "b.CSV",
            [gdelt(8, "20250815", USA, RUS, "036"), gdelt(9, "20250815", USA, RUS, "036")],
        )
        assert good(one)[0].id == good(two)[1].id != good(two)[0].id


class TestTables:
    def test_icews(self, tmp_path: Path) -> None:
        row = icews(
            5,
            "2014-02-03",
            ("Sergey Viktorovich Lavrov", "Russian Federation"),
            "36",
            ("Citizen (Ukraine)", "Ukraine"),
        )
        (event,) = good(write(tmp_path / "events.tab", [ICEWS_HEADER, row]))
        assert (event.subject.name, event.subject.state) == ("Sergei Lavrov", "RUS")
        assert (event.object.id, event.object.type) == ("x:UKR:citizen", ActorType.POPULATION)
        assert (event.act.type, event.line, event.place.state) == ("AGREE", 2, "UKR")

    def test_polecat(self, tmp_path: Path) -> None:
        row = polecat("P1", "2025-08-15", "ASSAULT", "aerial", ("Russia", "RUS"), ("Army", "UKR"))
        (event,) = good(write(tmp_path / "events.txt", [POLECAT_HEADER, row]))
        assert (event.act.type, event.act.mode, event.code) == ("ASSAULT", "aerial", "ASSAULT/aerial")
        assert (event.subject.id, event.object.type) == ("Q159", ActorType.ARMED_FORCE)
        assert event.published == date(2025, 8, 17)

    def test_a_header_that_lacks_a_column_is_told(self, tmp_path: Path) -> None:
        path = write(tmp_path / "e.tab", [ICEWS_HEADER.replace("Target Name", "Whom"), "x"])
        with pytest.raises(InputError, match="'target name'"):
            read(path)


class TestBenchmarks:
    @pytest.mark.parametrize("suffix", [".tsv", ".tsv.gz", ".tsv.xz", ".tsv.zip"])
    def test_packed_or_not(self, tmp_path: Path, suffix: str) -> None:
        lines = ["subject\trelation\tobject\tdate", *benchmark(50)]
        events = good(write(tmp_path / f"some{suffix}", lines))
        assert len({event.id for event in events}) == 50
        assert [event.line for event in events] == list(range(2, 52))

    def test_names_with_underscores_and_codes(self, tmp_path: Path) -> None:
        lines = ["South_Korea\tMake_a_visit\tCitizen_(Thailand)\t2014-05-01"]
        (event,) = good(write(tmp_path / "t.tsv", lines))
        assert (event.subject.id, event.object.id) == ("Q884", "x:THA:citizen")
        assert event.act.predicate == "visit"

    def test_bad_rows_are_told_and_the_rest_goes_on(self, tmp_path: Path) -> None:
        lines = [
            *benchmark(2),
            "Russia\tConsult\tChina\t2014-13-01",
            "Russia\tDance with\tChina\t2014-01-01",
            "Russia\tConsult\t2014-01-01",
            "\tConsult\tChina\t2014-01-01",
            *benchmark(3, seed=1),
        ]
        found = read(write(tmp_path / "t.tsv", lines))
        assert [row for row in found if isinstance(row, BadRow)] == [
            BadRow(3, "'2014-13-01' is no day"),
            BadRow(4, "'Dance with' is no code or name of CAMEO"),
            BadRow(5, "3 columns instead of 4 (subject, relation, object, date)"),
            BadRow(6, "an actor is missing"),
        ]
        assert len(found) == 9

    def test_people_act_for_whom_they_served_then(self, tmp_path: Path) -> None:
        lines = [f"Antonio Guterres\tConsult\tChina\t{day}" for day in ("2001-01-01", "2020-01-01")]
        states = [event.subject.state for event in good(write(tmp_path / "t.tsv", lines))]
        assert states == ["PRT", "IGO:UN"]


class TestFiles:
    def test_an_unknown_format_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="in no format that is known"):
            open_source(write(tmp_path / "a.csv", ["a,b,c"]))
        with pytest.raises(ParameterError):
            open_source(write(tmp_path / "a.csv", ["a,b,c"]), "xml")
        with pytest.raises(InputError, match="can't be read"):
            open_source(tmp_path / "absent.tsv")
        (tmp_path / "broken.gz").write_bytes(b"no gzip at all")
        with pytest.raises(InputError, match="can't be read"):
            open_source(tmp_path / "broken.gz")

    def test_a_later_start_reads_the_same_rows(self, tmp_path: Path) -> None:
        path = write(tmp_path / "t.tsv", ["subject\trelation\tobject\tdate", *benchmark(20)])
        source = open_source(path)
        with Lines(path) as lines:
            assert list(rows(source, lines, after=11)) == read(path)[10:]


class TestCodes:
    def test_every_code_has_an_act_of_our_ontology(self) -> None:
        for code, act in cameo_acts().items():
            kind = event_types()[act.type]
            assert act.predicate in predicates(), code
            assert act.mode is None or act.mode in kind.modes, code

    def test_every_type_of_plover_has_a_predicate(self) -> None:
        for name, kind in event_types().items():
            for mode in (None, *kind.modes, "no-such-mode"):
                act = plover_act(name, mode)
                assert act is not None
                assert predicates()[act.predicate].type == name

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Head of Government", ActorType.GOVERNMENT_BODY),
            ("Armed Rebel", ActorType.ARMED_GROUP),
            ("Citizen", ActorType.POPULATION),
            ("Military Personnel", ActorType.ARMED_FORCE),
            ("Company - Owner or Operator", ActorType.OTHER),
        ],
    )
    def test_kinds_of_actors_by_name(self, name: str, kind: ActorType) -> None:
        assert coded_actors().of_name(name) is kind
