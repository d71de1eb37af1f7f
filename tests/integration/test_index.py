"""The temporal index of a real graph: built, kept in step, shared and replaced."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from coded_files import benchmark, write

from graph.bulk import Import, import_file, open_source
from graph.changes import changes, stamp
from graph.index import TemporalIndex
from graph.index.keep import Keeper
from graph.index.read import build, caught_up
from graph.load import load
from graph.store import Store
from ontology.model import Order
from tests.graph.telling import PEOPLE, Teller, summit_in_two_languages, within

Content = tuple[set[tuple[str, int, int]], set[tuple[str, str, str, int]], set[tuple[str, str]]]


def content(index: TemporalIndex) -> Content:
    """Events with their days, contacts, and orders."""
    ids = [index.event_id(k) for k in range(len(index.code))]
    tails = [a for a in range(len(index.actors)) for _ in range(index.start[a], index.start[a + 1])]
    return (
        set(zip(ids, index.first.tolist(), index.last.tolist(), strict=True)),
        {
            (index.actors[tail], index.actors[index.head[k]], ids[index.event[k]], int(index.role[k]))
            for k, tail in enumerate(tails)
        },
        {(ids[one], ids[other]) for one, other in index.said},
    )


def more(number: int, day: str) -> Teller:
    told = Teller(f"more-{number}", day, "en")
    told.says("lee", "visit", "trump", within(day))
    told.says("rus usa", "meet", "kor", within(day))
    return told


def test_the_whole_graph_is_in_it(store: Store) -> None:
    for extraction in summit_in_two_languages():
        load(store, extraction)
    index = build(store)
    days = {(date.fromordinal(first), date.fromordinal(last)) for _, first, last in content(index)[0]}
    assert days == {(date(2025, 8, 11), date(2025, 8, 15)), (date(2025, 8, 15), date(2025, 8, 15))}
    assert len(content(index)[2]) == 1
    assert index.stamp == stamp(store)


def test_it_is_kept_in_step_with_every_article(store: Store) -> None:
    index = build(store)
    articles = [*summit_in_two_languages(), *(more(k, f"2025-08-{k:02}").extraction() for k in range(10, 14))]
    for extraction in articles:
        load(store, extraction)
        now = caught_up(store, index)
        assert now is not None
        assert content(now) == content(build(store))
        assert now.stamp == stamp(store)
        index = now


def test_a_data_file_comes_in_without_building_anew(store: Store, tmp_path: Path) -> None:
    lines = benchmark(90)
    files = [open_source(write(tmp_path / f"{k}.tsv", lines[30 * k : 30 * k + 30])) for k in range(3)]
    import_file(store, files[0])
    index = build(store)
    import_file(store, files[1], Import(writers=2))
    now = caught_up(store, index)
    assert now is not None
    assert content(now) == content(build(store))

    def stop(_bytes: int, _rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_file(store, files[2], Import(progress=stop))
    index = build(store)
    import_file(store, open_source(write(tmp_path / "more.tsv", benchmark(5, seed=1))))
    assert caught_up(store, index) is None, "nobody told what the import wrote that was cut off"


def test_an_order_told_later_comes_in(store: Store) -> None:
    told = Teller("two", "2025-08-20")
    told.says("kim", "phone", "putin", within("2025-08-11", "2025-08-17"))
    told.says("putin", "meet", "trump", within("2025-08-15"))
    load(store, told.extraction())
    index = build(store)
    for extraction in summit_in_two_languages():
        load(store, extraction)
    now = caught_up(store, index)
    assert now is not None
    assert content(now) == content(build(store))
    assert len(content(now)[2]) == 1


def test_changes_name_the_events(store: Store) -> None:
    begun = stamp(store)
    load(store, more(1, "2025-08-10").extraction())
    found = changes(store, begun)
    assert found is not None
    assert found.stamp == stamp(store)
    assert found.events is not None
    assert len(found.events) == 2
    again = changes(store, found.stamp)
    assert again is not None
    assert again.events == frozenset()


def test_an_emptied_graph_has_other_changes(store: Store, wipe: Callable[[], None]) -> None:
    load(store, more(1, "2025-08-10").extraction())
    index = build(store)
    wipe()
    assert changes(store, index.stamp) is None
    load(store, more(2, "2025-08-11").extraction())
    assert store.version() == index.stamp.version
    assert changes(store, index.stamp) is None
    assert len(content(Keeper().current(store))[0]) == 2


def test_two_keepers_share_a_file(store: Store, tmp_path: Path) -> None:
    load(store, more(1, "2025-08-10").extraction())
    one, other = Keeper(tmp_path), Keeper(tmp_path)
    index = one.current(store)
    (file,) = tmp_path.glob("*.index")
    written = file.stat().st_mtime_ns
    assert content(other.current(store)) == content(index)
    assert one.current(store) is index
    assert file.stat().st_mtime_ns == written
    load(store, more(2, "2025-08-11").extraction())
    assert content(one.current(store)) == content(other.current(store)) == content(build(store))


@pytest.mark.parametrize("damage", [b"", b"nothing", None])
def test_a_damaged_file_is_replaced(store: Store, tmp_path: Path, damage: bytes | None) -> None:
    load(store, more(1, "2025-08-10").extraction())
    whole = content(Keeper(tmp_path).current(store))
    (file,) = tmp_path.glob("*.index")
    kept = file.read_bytes()
    file.write_bytes(kept[:-9] if damage is None else damage)
    assert content(Keeper(tmp_path).current(store)) == whole
    assert file.read_bytes()[:20] == kept[:20]


def test_the_event_of_a_later_reading_is_replaced(store: Store) -> None:
    first = Teller("one", "2025-08-20")
    first.says("kim", "visit", "putin", within("2025-08-11"))
    load(store, first.extraction())
    index = build(store)
    earlier = Teller("older", "2025-08-10")
    earlier.says("kim", "visit", "putin", within("2025-08-09", "2025-08-12"))
    earlier.says("kim", "praise", "putin", within("2025-08-13"))
    earlier.says("kim", "phone", "lee", None)
    earlier.orders(0, Order.BEFORE, 1)
    load(store, earlier.extraction())
    now = caught_up(store, index)
    assert now is not None
    assert content(now) == content(build(store))
    assert PEOPLE["lee"].id not in now.actors
