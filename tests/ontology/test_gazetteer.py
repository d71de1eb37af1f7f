"""The gazetteer's data: shape, uniqueness, completeness, and office holders without overlap."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise

import orjson
import pytest

from ontology.actors.build.__main__ import compiled
from ontology.actors.build.inflect import forms, rules
from ontology.actors.build.people import offices
from ontology.errors import NotFoundError
from ontology.gazetteer import NameKind, Position, load
from ontology.model import ActorType
from ontology.partial_dates import first_day, last_day

LANGUAGES = ("de", "en", "fr", "es")
TRANSITION_DAYS = 31
WITHOUT_ADJECTIVE = {
    "PYF",
    "IMN",
    "COK",
    "VGB",
    "GGY",
    "JEY",
    "SXM",
    "SHN",
    "TCA",
    "MSR",
    "NIU",
    "AIA",
    "DMA",
}
SECTORS = {
    *("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS"),
    *("CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO"),
}


def test_the_compiled_file_is_that_of_the_sources():
    from importlib.resources import files

    assert (files("ontology") / "actors" / "gazetteer.jsonl").read_bytes() == compiled()


def test_ids_are_unique_and_well_formed():
    ids = Counter(entry.id for entry in load())
    assert [actor for actor, count in ids.items() if count > 1] == []
    assert [actor for actor in ids if actor[0] == "Q" and not re.fullmatch(r"Q[1-9]\d*", actor)] == []


def test_sectors_are_those_of_plover():
    assert {entry.ref.sector for entry in load()} <= SECTORS | {None}


def current_states():
    return [
        entry for entry in load() if entry.ref.type is ActorType.STATE and entry.id[:2] not in ("h:", "t:")
    ]


def test_all_members_of_the_united_nations_are_there():
    assert len(current_states()) >= 200


def test_a_capital_is_one_place_whatever_it_is_called():
    for code, names in {
        "CHN": ("peking", "beijing", "pekin"),
        "SRB": ("belgrad", "belgrade", "belgrado"),
        "NLD": ("den haag", "the hague", "la haye"),
    }.items():
        entry = load().by_iso3(code)
        found = {entry.capital(name) for name in names}
        assert len(found) == 1
        assert None not in found
    netherlands = load().by_iso3("NLD")
    assert netherlands.capital("amsterdam") != netherlands.capital("den haag")
    assert load().by_iso3("RUS").capital("kremlin") is None


def test_ids_of_capitals_are_those_of_no_other_place():
    ids = [capital.id for entry in load() for capital in entry.capitals]
    assert len(ids) == len(set(ids))
    assert not [name for name in ids if name in load()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_name_and_every_member_an_adjective(lang):
    nameless = [e.id for e in current_states() if not any(n.lang in (lang, None) for n in e.names)]
    assert nameless == []
    members = [e for e in current_states() if e.ref.state not in WITHOUT_ADJECTIVE]
    bare = [
        e.ref.name
        for e in members
        if not any(
            n.lang in (lang, None) and n.kind in (NameKind.ADJECTIVE, NameKind.INHABITANT) for n in e.names
        )
    ]
    assert bare == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("word_class", ["adjective", "inhabitant"])
def test_inflection_examples(lang, word_class):
    for rule in rules()[lang][word_class]:
        for word, expected in rule.examples.items():
            assert set(expected) <= set(forms(word, lang, word_class)), word


def test_tenures_begin_before_they_end():
    wrong = [
        (entry.id, position)
        for entry in load()
        for position in entry.positions
        if position.begin and position.end and first_day(position.begin) > last_day(position.end)
    ]
    assert wrong == []


def test_an_office_of_one_seat_has_one_holder():
    single = {office for office, facts in offices().items() if facts["seats"] == 1}
    held: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for entry in load():
        for p in entry.positions:
            if p.office in single:
                begin, end = last_day(p.begin) or date.min, first_day(p.end) or date.max
                held.setdefault((p.of, p.office), []).append((begin, end, entry.id))
    clashes = []
    for seat, terms in held.items():
        ordered = sorted(terms)
        for (_, end, first), (begin, _, second) in pairwise(ordered):
            if first != second and (end - begin).days > TRANSITION_DAYS:
                clashes.append((seat, first, second))
    assert clashes == []


def test_roles_name_known_offices_and_actors():
    gazetteer = load()
    known = set(offices())
    wrong = [
        (e.id, p) for e in gazetteer for p in e.positions if p.office not in known or p.of not in gazetteer
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("kind", "least"),
    [(ActorType.PERSON, 2500), (ActorType.IGO, 120), (ActorType.MEDIA, 60), (ActorType.ARMED_GROUP, 80)],
)
def test_numbers_of_kinds(kind, least):
    assert sum(entry.ref.type is kind for entry in load()) >= least


@pytest.mark.parametrize(
    ("on", "office", "state", "name"),
    [
        (date(2016, 6, 1), "president", "USA", "Barack Obama"),
        (date(2022, 6, 1), "president", "USA", "Joe Biden"),
        (date(2025, 6, 1), "president", "USA", "Donald Trump"),
        (date(2005, 6, 1), "president", "RUS", "Vladimir Putin"),
        (date(2010, 6, 1), "president", "RUS", "Dmitry Medvedev"),
    ],
)
def test_holders(on, office, state, name):
    gazetteer = load()
    entry = gazetteer.by_iso3(state)
    assert gazetteer.holders(entry.id, office, on)[0].ref.name == name


def test_a_person_acts_for_whom_it_serves_then():
    gazetteer = load()
    tusk = gazetteer.search("Donald Tusk")[0].ref.id
    states = [gazetteer.ref(gazetteer.get(tusk), date(year, 6, 1)).state for year in (2010, 2016, 2024)]
    assert states == ["POL", "IGO:EU", "POL"]


def test_search_lists_the_candidates_of_an_ambiguous_name():
    names = [candidate.ref.name for candidate in load().search("Bush", lang="de")]
    assert {"George W. Bush", "George H. W. Bush"} <= set(names)
    assert load().search("Xyzzy") == []


def test_unknown_id_tells_what_to_do():
    with pytest.raises(NotFoundError, match="search"):
        load().get("Q0")


def test_a_position_is_closed_at_both_ends():
    position = Position("president", "Q30", "2017-01", "2021-01-20")
    assert position.holds(date(2017, 1, 1)) and position.holds(date(2021, 1, 20))
    assert not position.holds(date(2016, 12, 31)) and not position.holds(date(2021, 1, 21))
    assert position.interval.begin_latest == date(2017, 1, 31)


def test_no_state_after_a_particle_is_a_family_name():
    families = {
        name[1] for line in compiled().splitlines() for name in orjson.loads(line)["names"] if name[3] == "f"
    }
    assert families.isdisjoint({"de iran", "d iran", "iran", "von persien", "de belgica"})
    assert {"hollande", "montenegro", "von der leyen"} <= families
