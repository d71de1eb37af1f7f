"""What speaks for two reports meaning one event, and what against it: named, so that people can judge it."""

from dataclasses import dataclass

from graph.families import family_of
from graph.identity.likeness import WEIGHTS, places_agree, places_meet, points, times_agree
from graph.identity.report import Party, Report


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that was compared, what came of it, and the points that it gives.

    Features without points decide whether two reports may mean one event at all; points decide which of
    several events fits best.
    """

    name: str
    found: str
    points: int = 0


def evidence(one: Report, other: Report) -> tuple[Feature, ...]:
    """All that is compared of two reports."""
    return (
        Feature("type", _type(one, other)),
        Feature("sides", "same" if _sides(one) == _sides(other) else "other"),
        Feature("time", _time(one, other)),
        *_weighed(one, other),
    )


def score(features: tuple[Feature, ...]) -> int:
    """The points of all features together."""
    return sum(feature.points for feature in features)


def _weighed(one: Report, other: Report) -> tuple[Feature, ...]:
    gained = points(one, other)
    found = {
        "participants": _participants(one, other),
        "place": _place(one, other),
        "predicate": _same(one.predicate == other.predicate),
        "article": _same(one.article == other.article),
        "interval": _same(one.interval == other.interval),
    }
    return tuple(Feature(name, found[name], gained[name]) for name in WEIGHTS)


def _type(one: Report, other: Report) -> str:
    if one.type == other.type:
        return "same"
    return "same family" if family_of(one.predicate)[0] == family_of(other.predicate)[0] else "other"


def _sides(report: Report) -> list[list[str]]:
    return [sorted({party.side for party in role}) for role in report.roles]


def _time(one: Report, other: Report) -> str:
    if one.window is None or other.window is None:
        return "one is open"
    if one.window.meet(other.window) is None:
        return "apart"
    return "bounds overlap" if times_agree(one, other) else "bounds too wide"


def _participants(one: Report, other: Report) -> str:
    mine, theirs = _parties(one), _parties(other)
    if {party.id for party in mine} == {party.id for party in theirs}:
        return "same"
    general = {party.side for party in (*mine, *theirs) if party.general}
    differing = {party.id for party in mine} ^ {party.id for party in theirs}
    sides = {party.side for party in (*mine, *theirs) if party.id in differing}
    return "somebody and the state acted for" if sides <= general else "others too"


def _place(one: Report, other: Report) -> str:
    if one.place is None or other.place is None:
        return "one is open"
    if one.place.id == other.place.id:
        return "same"
    if places_meet(one.place, other.place):
        return "one inside the other"
    return "same state" if places_agree(one.place, other.place) else "other"


def _same(same: bool) -> str:
    return "same" if same else "other"


def _parties(report: Report) -> tuple[Party, ...]:
    return (*report.subjects, *report.objects)
