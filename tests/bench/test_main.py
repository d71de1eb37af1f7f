"""``python -m bench`` says what it takes, and measures nothing that it wasn't asked for."""

import pytest

from bench import __main__ as command
from bench.ratio import Ratio
from bench.sizes import FULL
from ontology.errors import ServiceError


@pytest.fixture
def measured(monkeypatch):
    """Two parts that note that they ran, one of which misses its target; no variable set here stays."""
    ran = []

    def part(name, ratio):
        def measure():
            ran.append(name)
            return [Ratio(name, ratio, 1.0, "events/s", 1.0)]

        return measure

    known = {"fast": part("fast", 2.0), "slow": part("slow", 0.5)}
    monkeypatch.setattr(
        command, "parts", lambda wanted=(): {n: known[n] for n in list(wanted) or known if n in known}
    )
    monkeypatch.setenv(FULL, "")
    return ran


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--help"], 0, "fast, slow"),
        (["--ful1"], 2, "unrecognized arguments: --ful1"),
        (["swift"], 2, "no part 'swift'; there are: fast, slow"),
    ],
)
def test_what_is_asked_wrongly_or_only_about_runs_nothing(measured, capsys, arguments, status, told):
    with pytest.raises(SystemExit) as end:
        command.main(arguments)
    said = capsys.readouterr()
    assert (end.value.code, measured) == (status, [])
    assert told in said.out + said.err


@pytest.mark.parametrize(
    ("arguments", "ran", "status"),
    [([], ["fast", "slow"], 0), (["fast", "--strict"], ["fast"], 0), (["--strict"], ["fast", "slow"], 1)],
)
def test_parts_run_as_asked_for_and_missed_targets_fail_where_wanted(
    measured, capsys, arguments, ran, status
):
    assert (command.main(arguments), measured) == (status, ran)
    shown = capsys.readouterr().out
    assert all(name in shown for name in ran)


def test_a_part_that_cannot_run_is_told_and_the_others_go_on(measured, monkeypatch, capsys):
    def away():
        raise ServiceError("Neo4j is away")

    monkeypatch.setattr(command, "parts", lambda _wanted=(): {"away": away, "fast": list})
    assert command.main([]) == 1
    assert "away could not be measured: Neo4j is away" in capsys.readouterr().err
