"""Whether two reports of one block can mean the same act, and how well they fit."""

from collections.abc import Iterable

from graph.identity.report import Party, Report, Site
from ontology.model import HAPPENED, Modality
from ontology.places import lies_in

# Beyond this many days a window says so little that only another one like it fits.
WIDE_DAYS = 400
REPEATED_DAYS = 7
# Points for what two reports share; participants count each.
WEIGHTS = {"predicate": 2, "place": 2, "participants": 1, "article": 1, "interval": 1}


def compatible(one: Report, other: Report) -> bool:
    """Whether nothing but time can tell the two apart."""
    return (
        _same_act(one, other)
        and _same_people(one, other)
        and places_agree(one.place, other.place)
        and not (_goes_on(one, other) or _goes_on(other, one))
    )


def fit(one: Report, other: Report) -> int:
    """How much speaks for the same act, beyond being compatible."""
    return sum(points(one, other).values())


def points(one: Report, other: Report) -> dict[str, int]:
    """The same by what speaks for it."""
    shared = {party.id for party in _parties(one)} & {party.id for party in _parties(other)}
    counts = {
        "predicate": one.predicate == other.predicate,
        "place": one.place is not None and other.place is not None and places_meet(one.place, other.place),
        "participants": len(shared),
        "article": one.article == other.article,
        "interval": one.interval == other.interval,
    }
    return {name: weight * int(counts[name]) for name, weight in WEIGHTS.items()}


def times_agree(one: Report, other: Report) -> bool:
    """Whether two dated reports can mean the same time; both must have a window.

    Repeated acts must be dated closely. A window of months meets one of days only for acts that are
    seldom; two such windows must largely coincide.
    """
    first, second = one.window, other.window
    if first is None or second is None:
        return False
    both = first.meet(second)
    if both is None:
        return False
    limit = WIDE_DAYS if one.kind == "singular" else REPEATED_DAYS
    if max(first.days, second.days) <= limit:
        return True
    union = first.days + second.days - both.days
    return both.days * 2 >= union


def places_agree(one: Site | None, other: Site | None) -> bool:
    """Whether two places may be one: nothing known to the contrary, or in the same state."""
    if one is None or other is None or one.id == other.id:
        return True
    return one.state is None or other.state is None or one.state == other.state


def places_meet(one: Site, other: Site) -> bool:
    """Whether two places are one, or one lies inside the other: *Anchorage* and *Alaska*."""
    return one.id == other.id or lies_in(one.id, other.id) or lies_in(other.id, one.id)


def _goes_on(one: Report, other: Report) -> bool:
    """Whether an article tells an act, and then the next for no known day: *they met and will meet again*."""
    firm = other.modality in HAPPENED
    return one.article == other.article and one.modality is Modality.PLANNED and one.window is None and firm


def _same_act(one: Report, other: Report) -> bool:
    return one.act is None or other.act is None or one.act == other.act


def _same_people(one: Report, other: Report) -> bool:
    """Whether each side is spoken for by the same people, or in one report by the state as such."""
    return all(_roles_agree(a, b) for a, b in zip(one.roles, other.roles, strict=True))


def _roles_agree(one: Iterable[Party], other: Iterable[Party]) -> bool:
    mine, theirs = _people(one), _people(other)
    return all(mine[side] & theirs[side] for side in mine.keys() & theirs.keys())


def _people(parties: Iterable[Party]) -> dict[str, set[str]]:
    """By side those who are not the state as such; sides without any are left out."""
    people: dict[str, set[str]] = {}
    for party in parties:
        if not party.general:
            people.setdefault(party.side, set()).add(party.id)
    return people


def _parties(report: Report) -> tuple[Party, ...]:
    return (*report.subjects, *report.objects)
