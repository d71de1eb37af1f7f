"""Which reports mean the same event: cases as news tell them, and that their order never matters."""

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.families import families, family_of
from graph.identity import Group, Party, Report, Site, event_id, evidence, identify, occurrence
from ontology.event_types import is_symmetric, predicates
from ontology.model import Interval, Modality, Polarity
from tests.graph.telling import ALASKA, ANCHORAGE, ISTANBUL, PEOPLE, within

SITES = {"alaska": ALASKA, "anchorage": ANCHORAGE, "istanbul": ISTANBUL}


def tell(
    subjects: str,
    predicate: str,
    objects: str = "",
    time: Interval | None = None,
    *,
    article: str = "",
    published: str | None = "2025-08-22",
    place: str | None = None,
    polarity: Polarity = Polarity.POSITIVE,
    modality: Modality = Modality.ASSERTED,
) -> Report:
    tell.count = getattr(tell, "count", 0) + 1
    name = f"s{tell.count:016x}"
    site = SITES[place] if place else None
    return Report(
        id=name,
        article=article or f"a{name}",
        published=date.fromisoformat(published) if published else None,
        predicate=predicate,
        type=predicates()[predicate].type,
        mode=predicates()[predicate].mode,
        polarity=polarity,
        modality=modality,
        subjects=parties(subjects),
        objects=parties(objects),
        interval=time,
        place=Site(str(site.id), site.state) if site else None,
    )


def parties(names: str) -> tuple[Party, ...]:
    return tuple(Party(PEOPLE[name].id, PEOPLE[name].state, PEOPLE[name].type) for name in names.split())


def together(*reports: Report) -> bool:
    """Whether all are one event."""
    return len(identify(reports)) == 1


def sizes(*reports: Report) -> list[int]:
    return sorted(len(group.reports) for group in identify(reports))


DAY, WEEK = within("2025-08-12"), within("2025-08-11", "2025-08-17")


class TestOneEvent:
    def test_told_in_two_languages(self) -> None:
        assert together(tell("kim", "phone", "putin", DAY), tell("putin", "phone", "kim", WEEK))

    def test_a_leader_and_his_state(self) -> None:
        assert together(tell("prk", "phone", "rus", DAY), tell("kim", "phone", "putin", DAY))

    def test_a_general_word_for_the_same_act(self) -> None:
        assert together(tell("kim", "hold-talks", "putin", DAY), tell("kim", "phone", "putin", DAY))

    def test_a_denial_joins_what_it_denies(self) -> None:
        denial = tell("kim", "phone", "putin", DAY, polarity=Polarity.NEGATIVE)
        (group,) = identify([tell("kim", "phone", "putin", DAY), denial])
        told = occurrence(group)
        assert (told.polarity, told.disputed) == (Polarity.POSITIVE, True)

    def test_a_plan_joins_what_came_of_it(self) -> None:
        planned = tell("trump", "meet", "putin", DAY, published="2025-08-09", modality=Modality.PLANNED)
        (group,) = identify([planned, tell("trump", "meet", "putin", DAY)])
        assert occurrence(group).modality is Modality.ASSERTED
        assert occurrence(group).happened

    def test_an_undated_mention_soon_after(self) -> None:
        undated = tell("putin", "meet", "trump", within(None, "2025-08-22"), place="alaska")
        dated = tell(
            "trump", "meet", "putin", within("2025-08-15"), place="anchorage", published="2025-08-16"
        )
        assert together(undated, dated)

    def test_the_only_meeting_at_a_place_is_found_long_after(self) -> None:
        later = tell(
            "putin", "meet", "trump", within(None, "2026-02-03"), place="alaska", published="2026-02-03"
        )
        dated = tell("trump", "meet", "putin", within("2025-08-15"), place="alaska")
        elsewhere = dataclasses.replace(later, id="s1", place=None)
        assert together(later, dated)
        assert not together(elsewhere, dated)

    def test_last_year_means_the_only_signing_of_that_year(self) -> None:
        vague = tell("kim", "sign", "putin", within("2024-01-01", "2024-12-31"))
        assert together(vague, tell("putin", "sign", "kim", within("2024-06-19"), published="2024-06-20"))

    def test_two_articles_of_the_next_days_without_a_date(self) -> None:
        first = tell("kim", "phone", "putin", within(None, "2025-08-13"), published="2025-08-13")
        assert together(
            first, tell("kim", "phone", "putin", within(None, "2025-08-14"), published="2025-08-14")
        )

    def test_told_twice_in_one_article(self) -> None:
        once = tell("kim", "praise", "putin", within(None, "2025-08-22"), article="a1")
        assert together(once, tell("kim", "praise", "putin", within(None, "2025-08-22"), article="a1"))

    def test_ongoing_states_that_largely_coincide(self) -> None:
        first = tell("prk", "lend-troops", "rus", within("2024-10-01", "2025-08-22"))
        assert together(first, tell("prk", "lend-troops", "rus", within("2024-09-01", "2025-08-30")))


class TestTwoEvents:
    def test_what_was_and_what_its_article_says_is_still_to_come(self) -> None:
        met = tell("trump", "meet", "putin", within("2025-08-15"), article="one", published="2025-08-15")
        next_time = tell(
            *("trump", "meet", "putin", within("2025-08-15", None)),
            article="one",
            published="2025-08-15",
            modality=Modality.PLANNED,
        )
        assert not together(met, next_time)
        assert together(met, dataclasses.replace(next_time, article="another"))

    def test_the_same_act_weeks_apart(self) -> None:
        assert not together(
            tell("kim", "phone", "putin", DAY), tell("kim", "phone", "putin", within("2025-09-03"))
        )

    def test_open_ends_do_not_join_what_lies_far_apart(self) -> None:
        reports = [
            tell("rus", "attack", "ukr", within(None, day), published=day)
            for day in ("2025-01-10", "2025-03-10", "2025-06-10", "2025-08-10")
        ]
        assert sizes(*reports) == [1, 1, 1, 1]

    def test_undated_and_unpublished_mean_nothing_definite(self) -> None:
        first = tell("kim", "phone", "putin", within(None, None), published=None)
        assert not together(first, tell("kim", "phone", "putin", within(None, None), published=None))
        assert not together(first, tell("kim", "phone", "putin", DAY))

    def test_a_call_and_a_meeting_on_the_same_day(self) -> None:
        assert not together(tell("kim", "phone", "putin", DAY), tell("kim", "meet", "putin", DAY))

    def test_a_general_word_does_not_bridge_two_acts(self) -> None:
        call, meeting = tell("kim", "phone", "putin", DAY), tell("kim", "meet", "putin", DAY)
        assert sizes(call, meeting, tell("kim", "hold-talks", "putin", DAY)) == [1, 1, 1]

    def test_two_people_of_one_state(self) -> None:
        assert not together(tell("kim", "mock", "lee", DAY), tell("yojong", "mock", "lee", DAY))

    def test_the_state_does_not_bridge_two_of_its_people(self) -> None:
        people = tell("kim", "mock", "lee", DAY), tell("yojong", "mock", "lee", DAY)
        assert len(identify([*people, tell("prk", "mock", "lee", DAY)])) == 3

    def test_who_acts_and_who_is_acted_upon(self) -> None:
        assert not together(tell("rus", "attack", "ukr", DAY), tell("ukr", "attack", "rus", DAY))

    def test_a_town_and_the_region_around_it_speak_for_one_event(self) -> None:
        town = tell("trump", "meet", "putin", DAY, place="anchorage")
        region = tell("putin", "meet", "trump", DAY, place="alaska")
        found = {feature.name: feature for feature in evidence(town, region)}
        assert (found["place"].found, found["place"].points) == ("one inside the other", 2)
        assert {feature.name: feature for feature in evidence(region, town)} == found

    def test_places_in_different_states(self) -> None:
        assert not together(
            tell("trump", "meet", "putin", DAY, place="alaska"),
            tell("trump", "meet", "putin", DAY, place="istanbul"),
        )

    def test_a_vague_date_with_two_candidates_is_left_alone(self) -> None:
        first = tell("kim", "phone", "putin", within("2025-08-12"))
        second = tell("kim", "phone", "putin", within("2025-08-14"))
        assert sizes(first, second, tell("kim", "phone", "putin", WEEK)) == [1, 1, 1]

    def test_a_month_of_attacks_is_not_the_attack_of_a_day(self) -> None:
        month = tell("rus", "attack", "ukr", within("2025-08-01", "2025-08-31"))
        assert not together(month, tell("rus", "attack", "ukr", DAY))

    def test_what_if_is_not_what_was(self) -> None:
        idea = tell("kim", "meet", "putin", modality=Modality.HYPOTHETICAL)
        assert not together(idea, tell("kim", "meet", "putin", within(None, "2025-08-22")))


class TestOccurrence:
    def test_sides_keep_their_role_in_mutual_acts(self) -> None:
        (group,) = identify(
            [
                tell("kim", "phone", "putin", DAY, published="2025-08-13"),
                tell("rus", "phone", "prk", DAY, published="2025-08-14"),
            ]
        )
        parts = [(p.role, p.party.id, p.general) for p in occurrence(group).participants]
        assert parts == [
            ("SUBJECT", PEOPLE["kim"].id, False),
            ("SUBJECT", PEOPLE["prk"].id, True),
            ("OBJECT", PEOPLE["putin"].id, False),
            ("OBJECT", PEOPLE["rus"].id, True),
        ]
        assert [(a.id, b.id) for a, b in occurrence(group).dyads] == [(PEOPLE["kim"].id, PEOPLE["putin"].id)]

    def test_all_on_one_side_of_a_mutual_act(self) -> None:
        (group,) = identify([tell("kim putin trump", "meet", "", DAY)])
        pairs = [(a.id, b.id) for a, b in occurrence(group).dyads]
        kim, putin, trump = (PEOPLE[name].id for name in ("kim", "putin", "trump"))
        assert pairs == [(kim, putin), (kim, trump), (putin, trump)]

    def test_the_specific_predicate_names_the_event(self) -> None:
        (group,) = identify([tell("kim", "hold-talks", "putin", DAY), tell("kim", "phone", "putin", DAY)])
        assert (occurrence(group).predicate, occurrence(group).mode) == ("phone", "phone")

    @pytest.mark.parametrize(
        ("polarity", "modality"),
        [
            (Polarity.NEGATIVE, Modality.ASSERTED),
            (Polarity.POSITIVE, Modality.PLANNED),
            (Polarity.POSITIVE, Modality.POSSIBLE),
            (Polarity.POSITIVE, Modality.HYPOTHETICAL),
        ],
    )
    def test_what_did_not_happen(self, polarity: Polarity, modality: Modality) -> None:
        (group,) = identify([tell("kim", "meet", "putin", DAY, polarity=polarity, modality=modality)])
        assert not occurrence(group).happened

    def test_the_id_is_that_of_the_first_published(self) -> None:
        later, sooner = (
            tell("kim", "phone", "putin", DAY),
            tell("kim", "phone", "putin", DAY, published="2025-08-13"),
        )
        (group,) = identify([later, sooner])
        assert group.id == event_id(sooner.id) == "e" + sooner.id[1:]


class TestFamilies:
    def test_every_predicate_has_a_family(self) -> None:
        assert all(family_of(name)[0] for name in predicates())

    @pytest.mark.parametrize("name", list(families().families))
    def test_members_are_of_one_kind(self, name: str) -> None:
        """Else their reports would never meet: roles, and how dates are compared, hang on the type."""
        family = families().families[name]
        members = [*family.open, *(member for act in family.acts.values() for member in act)]
        types = {predicates()[member].type for member in members}
        assert len({families().kind(kind) for kind in types}) == 1
        assert len({is_symmetric(kind) for kind in types}) == 1


days = st.dates(date(2025, 7, 25), date(2025, 9, 5))
intervals = st.one_of(
    st.none(),
    st.builds(
        lambda first, span: Interval.within(first, first + timedelta(days=span)), days, st.integers(0, 9)
    ),
    st.builds(lambda last: Interval.within(None, last), days),
    st.builds(lambda first: Interval.within(first, None), days),
)
sides = st.sampled_from(
    [
        ("kim", "putin"),
        ("prk", "putin"),
        ("putin", "kim"),
        ("rus", "prk"),
        ("yojong", "putin"),
        ("kim putin", ""),
    ]
)


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    drawn = []
    for number in range(draw(st.integers(1, 12))):
        subjects, objects = draw(sides)
        told = tell(
            subjects,
            draw(st.sampled_from(["phone", "meet", "hold-talks", "visit", "praise"])),
            objects,
            draw(intervals),
            article=f"a{draw(st.integers(0, 4))}",
            place=draw(st.sampled_from([None, None, "alaska", "anchorage", "istanbul"])),
            polarity=draw(st.sampled_from(Polarity)),
            modality=draw(st.sampled_from(Modality)),
        )
        published = draw(st.one_of(st.none(), days))
        drawn.append(dataclasses.replace(told, id=f"s{number}", published=published))
    return drawn


@given(reports(), st.randoms(use_true_random=False))
def test_the_order_of_reports_never_matters(told: list[Report], random: object) -> None:
    shuffled = list(told)
    random.shuffle(shuffled)
    assert identify(told) == identify(shuffled)
    assert list(map(occurrence, identify(told))) == list(map(occurrence, identify(shuffled)))


@given(reports())
def test_each_report_is_in_one_event(told: list[Report]) -> None:
    groups = identify(told)
    members = [report.id for group in groups for report in group.reports]
    assert sorted(members) == sorted(report.id for report in told)
    assert len({group.id for group in groups}) == len(groups)


@given(reports())
def test_reports_of_one_event_are_dated_compatibly(told: list[Report]) -> None:
    for group in identify(told):
        windows = [report.window for report in group.reports if report.window]
        for first in windows:
            assert all(first.meet(other) for other in windows)


@given(reports())
def test_blocks_can_be_worked_out_alone(told: list[Report]) -> None:
    alone: list[Group] = []
    for block in {report.block for report in told}:
        alone += identify(report for report in told if report.block == block)
    assert tuple(sorted(alone, key=lambda group: group.id)) == identify(told)
