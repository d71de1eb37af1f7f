"""The temporal index: its arrays, and its file."""

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.changes import Stamp
from graph.index import Participation, TemporalIndex, assemble, part
from graph.index.arrays import without
from graph.index.file import DamagedError, read, stamp_of, write
from graph.index.rows import ACTED_UPON, ACTING, Numbering, codes

STAMP = Stamp("D", 7, "token")
NOBODY = Participation(*((),) * 8)


def rows(*events):
    """Each event: id, who act, who are acted upon, first and last day; actors as ``name`` or ``name/X``."""
    told = [
        (name, *(f"{who}/".split("/")[:2]), acts, first, last, "CONSULT", "asserted")
        for name, subjects, objects, first, last in events
        for acts, side in ((True, subjects), (False, objects))
        for who in side.split()
    ]
    return Participation(*zip(*told, strict=True)) if told else NOBODY


def index_of(*parts, orders=()):
    numbering = Numbering()
    return assemble([part(one, numbering) for one in parts], numbering, orders, STAMP)


def contacts(index):
    """All contacts in words."""
    return {
        (index.actors[tail], index.actors[index.head[k]], index.event_id(index.event[k]), int(index.role[k]))
        for tail in range(len(index.actors))
        for k in range(index.start[tail], index.start[tail + 1])
    }


FIRST = ("e00000000000000aa", "A/X", "B", 5, 5)
LONG = ("own id", "A/X C", "B/Y", 3, 400)
LAST = ("e00000000000000ff", "C", "A/X", 9, 12)


def test_events_are_sorted_by_their_days_and_keep_their_ids():
    index = index_of(rows(LAST, FIRST), rows(LONG))
    assert [index.event_id(k) for k in range(3)] == ["own id", FIRST[0], LAST[0]]
    assert index.first.tolist() == [3, 5, 9]
    assert index.last.tolist() == [400, 5, 12]


def test_every_two_who_take_part_are_in_contact():
    index = index_of(rows(LONG))
    assert contacts(index) == {
        ("A", "B", "own id", ACTING),
        ("B", "A", "own id", ACTED_UPON),
        ("C", "B", "own id", ACTING),
        ("B", "C", "own id", ACTED_UPON),
        ("A", "C", "own id", 0),
        ("C", "A", "own id", 0),
    }


def test_who_acts_upon_each_other_has_both_roles():
    index = index_of(rows(("e1", "A B", "A B", 1, 1)))
    assert contacts(index) == {("A", "B", "e1", ACTING | ACTED_UPON), ("B", "A", "e1", ACTING | ACTED_UPON)}


def test_seats_have_the_days_on_which_an_actor_acts_for_a_state():
    index = index_of(rows(FIRST, LONG), rows(LAST))
    seats = {
        (index.actors[a], index.states[s], int(first), int(last))
        for a, s, first, last in index.seats.tolist()
    }
    assert seats == {("A", "X", 3, 400), ("B", "Y", 3, 400)}


def test_parts_make_the_same_as_the_whole():
    apart, whole = index_of(rows(FIRST), rows(LONG), rows(LAST)), index_of(rows(FIRST, LONG, LAST))
    assert contacts(apart) == contacts(whole)
    assert apart.code.tolist() == whole.code.tolist()


def test_events_taken_out_and_put_in_anew():
    whole, numbering = index_of(rows(FIRST, LONG, LAST)), Numbering()
    parts = [without(part(rows(FIRST, LONG), numbering), codes([LONG[0]])), part(rows(LONG, LAST), numbering)]
    assert contacts(assemble(parts, numbering)) == contacts(whole)


def test_orders_of_events_that_are_not_there_are_left_out():
    index = index_of(rows(FIRST, LAST), orders=[(FIRST[0], LAST[0]), (FIRST[0], "e0000000000000001")])
    assert index.said == {(0, 1)}


def same(one: TemporalIndex, other: TemporalIndex) -> bool:
    return all(
        np.array_equal(getattr(one, field.name), getattr(other, field.name))
        for field in fields(TemporalIndex)
        if field.name not in ("odd", "stamp")
    ) and (one.odd, one.stamp) == (other.odd, other.stamp)


@pytest.mark.parametrize(
    "index", [index_of(), index_of(rows(FIRST, LONG, LAST), orders=[(FIRST[0], LAST[0])])]
)
def test_a_file_keeps_all(tmp_path, index):
    file = tmp_path / "folder" / "kept.index"
    write(index, file)
    assert same(read(file), index)
    assert stamp_of(file) == STAMP
    assert [one.name for one in file.parent.iterdir()] == [file.name]


def test_a_reader_of_the_former_file_goes_on(tmp_path):
    file = tmp_path / "kept.index"
    write(index_of(rows(FIRST)), file)
    former = read(file)
    write(index_of(rows(LONG)), file)
    assert [former.event_id(0), read(file).event_id(0)] == [FIRST[0], LONG[0]]


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_file_is_told_or_harmless(tmp_path_factory, data):
    file = tmp_path_factory.mktemp("index") / "kept.index"
    index = index_of(rows(FIRST, LONG, LAST))
    write(index, file)
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[at] ^= data.draw(st.integers(1, 255))
    file.write_bytes(damaged if data.draw(st.booleans()) else whole[:at])
    try:
        found = read(file)
    except DamagedError:
        return
    assert same(found, index)


def test_another_file_is_told(tmp_path):
    (tmp_path / "other").write_text("something else\n", encoding="utf-8")
    with pytest.raises(DamagedError):
        read(tmp_path / "other")


def test_forty_bytes_are_enough_for_an_event():
    numbering = Numbering()
    events = [(f"e{k:016x}", f"a{k % 997}", f"b{k % 1009}", k // 9, k // 9) for k in range(30_000)]
    index = assemble([part(rows(*events), numbering)], numbering)
    assert index.size_bytes <= 40 * len(events)
