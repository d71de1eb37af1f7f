import threading
from datetime import date

import pytest

from graph.endpoint.making import AT_ONCE, Making
from graph.endpoint.pool import BusyError
from graph.known import NOW, Known
from ontology.errors import ServiceError


@pytest.fixture
def gate():
    """Opened, it lets those who make projections go on; at the end it is opened anyhow."""
    opened = threading.Event()
    yield opened
    opened.set()


def test_who_asks_while_the_projection_is_made_is_told_to_come_again(tmp_path, gate):
    made = []

    def make(known):
        made.append(known)
        gate.wait()
        return tmp_path

    making = Making(make, seconds=0.05)
    for _ in range(3):
        with pytest.raises(BusyError, match="made ready"):
            making.path(NOW)
    assert made == [NOW]
    gate.set()
    assert Making(make, seconds=60).path(NOW) == tmp_path


def test_only_so_many_are_made_at_once(tmp_path, gate):
    making = Making(lambda _: gate.wait() and tmp_path, seconds=0.05)
    days = [Known(date(2025, 8, day)) for day in range(1, AT_ONCE + 2)]
    for day in days[:-1]:
        with pytest.raises(BusyError, match="minutes"):
            making.path(day)
    with pytest.raises(BusyError, match="other times"):
        making.path(days[-1])


def test_a_failure_is_told_to_who_waits_and_the_next_one_tries_anew(tmp_path):
    answers = iter([ServiceError("Neo4j is away."), tmp_path])

    def make(_):
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    making = Making(make, seconds=60)
    with pytest.raises(ServiceError, match="away"):
        making.path(NOW)
    assert making.path(NOW) == tmp_path
