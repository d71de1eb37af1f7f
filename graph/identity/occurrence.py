"""What the reports of one event say together, apart from its time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from graph.identity.grouping import Group
from graph.identity.report import Party, Report
from ontology.event_types import event_types, is_symmetric
from ontology.model import HAPPENED, Modality, Polarity

SUBJECT, OBJECT = "SUBJECT", "OBJECT"
_FIRMNESS = tuple(Modality)


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor's part in an event.

    ``general`` marks a state as such beside one of its own people in the same role: both names mean one
    side. ``rank`` counts the participants of the role in the order of the reports.
    """

    role: str
    rank: int
    party: Party
    general: bool


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event as its reports tell it. Two equal occurrences need no rewriting."""

    id: str
    block: str
    predicate: str
    type: str
    mode: str | None
    polarity: Polarity
    modality: Modality
    disputed: bool
    place: str | None
    participants: tuple[Participant, ...]
    statements: tuple[str, ...]
    articles: int
    score: float

    @property
    def happened(self) -> bool:
        """Whether somebody says that it happened: neither denied by all, nor merely planned or thought of."""
        return self.polarity is Polarity.POSITIVE and self.modality in HAPPENED

    @property
    def dyads(self) -> tuple[tuple[Party, Party], ...]:
        """Who acted towards whom: each subject with each object, general participants left out.

        Where all stand on one side of an act that is mutual, each with each that follows.
        """
        subjects = [p.party for p in self.participants if p.role == SUBJECT and not p.general]
        objects = [p.party for p in self.participants if p.role == OBJECT and not p.general]
        if not objects and is_symmetric(self.type):
            return tuple((a, b) for i, a in enumerate(subjects) for b in subjects[i + 1 :])
        return tuple((a, b) for a in subjects for b in objects if a.id != b.id)


def occurrence(group: Group) -> Occurrence:
    """The event of a group of reports."""
    reports = group.reports
    named = _main(reports)
    polarity = min((report.polarity for report in reports), key=list(Polarity).index)
    firmest = (report.modality for report in reports if report.polarity is polarity)
    places = Counter(report.place.id for report in reports if report.place is not None)
    return Occurrence(
        id=group.id,
        block=named.block,
        predicate=named.predicate,
        type=named.type,
        mode=named.mode,
        polarity=polarity,
        modality=min(firmest, key=_FIRMNESS.index),
        disputed=len({report.polarity for report in reports}) > 1,
        place=places.most_common(1)[0][0] if places else None,
        participants=tuple(_participants(reports)),
        statements=tuple(report.id for report in reports),
        articles=len({report.article for report in reports}),
        score=_score(named.type, named.mode),
    )


def _main(reports: tuple[Report, ...]) -> Report:
    """The first report with the predicate that most reports use, one that names the act if there is one."""
    counts = Counter(report.predicate for report in reports)
    return min(reports, key=lambda report: (report.act is None, -counts[report.predicate], report.age))


def _participants(reports: tuple[Report, ...]) -> Iterator[Participant]:
    """All actors of all reports, once per role.

    In mutual acts, where reports may name the sides in either order, a side keeps the role that it had first.
    """
    roles: dict[str, dict[str, Party]] = {SUBJECT: {}, OBJECT: {}}
    first_role: dict[str, str] = {}
    for report in reports:
        named = [(SUBJECT, p) for p in report.subjects] + [(OBJECT, p) for p in report.objects]
        mutual = dict(first_role) if is_symmetric(report.type) else {}
        for role, party in named:
            first_role.setdefault(party.side, role)
            roles[mutual.get(party.side, role)].setdefault(party.id, party)
    for role, members in roles.items():
        spoken_for = {party.side for party in members.values() if not party.general}
        for rank, party in enumerate(members.values()):
            yield Participant(role, rank, party, party.general and party.side in spoken_for)


def _score(event_type: str, mode: str | None) -> float:
    kind = event_types()[event_type]
    return kind.modes.get(mode, kind.score) if mode else kind.score
