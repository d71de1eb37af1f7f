"""What one statement brings to the question of which event it means."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from graph.families import Kind, families, family_of
from ontology.event_types import is_symmetric
from ontology.model import ActorType, Interval, Modality, Polarity

_DAY = timedelta(days=1)
# How far back "their meeting in Reykjavik" may point to the only known meeting there.
_SAME_PLACE_REACH = timedelta(days=400)


class Party(NamedTuple):
    """An actor in a role. ``state`` is the state acted for, or None."""

    id: str
    state: str | None
    type: ActorType

    @property
    def side(self) -> str:
        """Whom the actor counts for: its state, or itself if it acts for none."""
        return self.state or self.id

    @property
    def general(self) -> bool:
        """Whether this is a state as such, which any of its people may stand for."""
        return self.type is ActorType.STATE


class Site(NamedTuple):
    """A place as a statement names it."""

    id: str
    state: str | None


class Window(NamedTuple):
    """Days ``first`` to ``last``, both included."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def meet(self, other: "Window") -> "Window | None":
        """The days that both have."""
        both = Window(max(self.first, other.first), min(self.last, other.last))
        return both if both.first <= both.last else None

    @property
    def months(self) -> range:
        """The months that it touches, counted through the years."""
        return range(self.first.year * 12 + self.first.month, self.last.year * 12 + self.last.month + 1)


@dataclass(frozen=True)
class Report:
    """One statement, as far as identity looks at it."""

    id: str
    article: str
    published: date | None
    predicate: str
    type: str
    mode: str | None
    polarity: Polarity
    modality: Modality
    subjects: tuple[Party, ...]
    objects: tuple[Party, ...]
    interval: Interval | None
    place: Site | None = None

    @cached_property
    def block(self) -> str:
        """Only reports of one block can mean the same event: same family, same sides in the same roles."""
        family, _ = family_of(self.predicate)
        roles = [sorted({party.side for party in role}) for role in self.roles]
        return "|".join([family, *(",".join(role) for role in roles)])

    @cached_property
    def roles(self) -> tuple[tuple[Party, ...], ...]:
        """Those who act and those who are acted upon; all together where they may change places."""
        if is_symmetric(self.type):
            return ((*self.subjects, *self.objects),)
        return (self.subjects, self.objects)

    @cached_property
    def act(self) -> str | None:
        """The kind of act; None if the predicate leaves it open."""
        return family_of(self.predicate)[1]

    @cached_property
    def kind(self) -> Kind:
        """Whether the two sides do such acts seldom or often."""
        return families().kind(self.type)

    @cached_property
    def window(self) -> Window | None:
        """The days within which the act lies, if both ends are known."""
        if self.interval is None or self.interval.earliest is None or self.interval.latest is None:
            return None
        return Window(self.interval.earliest, max(self.interval.earliest, self.interval.latest))

    @property
    def hypothetical(self) -> bool:
        """Whether it tells of what is only imagined: such reports join none but those of their article."""
        return self.modality is Modality.HYPOTHETICAL

    @property
    def dated(self) -> bool:
        """Whether its own days say which event it can mean."""
        return self.window is not None and not self.hypothetical

    @cached_property
    def guess(self) -> Window | None:
        """Where an act without a date, or with one open end, is looked for; None if it is not looked for.

        News tell what has just happened or is about to happen, so the days next to the known end are
        searched; the end is the day of publication where the text says nothing.
        """
        if self.hypothetical:
            return None
        reach = families().window_days.of(self.kind) * _DAY
        earliest = self.interval.earliest if self.interval else None
        latest = self.interval.latest if self.interval else None
        if earliest is not None and latest is None:
            return Window(earliest, shifted(earliest, reach))
        if latest is None:
            latest = self.published
        return Window(shifted(latest, -reach), latest) if latest is not None else None

    @cached_property
    def far(self) -> Window | None:
        """The days on which the only known act at the same place is looked for; those of the guess too.

        None if it isn't: where no place is named, and for acts that happen often.
        """
        if self.guess is None or self.place is None or self.kind != "singular":
            return None
        return Window(shifted(self.guess.first, -_SAME_PLACE_REACH), self.guess.last)

    @property
    def age(self) -> tuple[date, str]:
        """Sorts reports by publication; undated articles come last."""
        return (self.published or date.max, self.id)


def shifted(day: date, by: timedelta) -> date:
    """A later or earlier day; the last or first that there is where none lies so far."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min
