"""Whose or what's timeline is asked for, and which of its events: checked, and turned into parameters."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from graph.ended import current_event
from graph.members import Group, group, group_later
from graph.places import places
from graph.store import Row, Store
from ontology.errors import ParameterError
from ontology.event_types import event_types
from ontology.model import HAPPENED, LANGUAGES, Modality, Polarity

Certainty = Literal["possible", "certain"]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a timeline is of: exactly one of some actors, a place, an event; or of types of events alone.

    ``actors``: events in which one of them takes part. ``others``: and one of these as well (a dyad).
    ``among``: events in which two of the ``actors`` take part. ``place`` is an id or a name. ``event``: the
    event of this id and those that texts place in time by it. Where nothing is given the filter's types
    are the scope.
    """

    actors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    among: bool = False
    place: str | None = None
    event: str | None = None

    def check(self, types: Collection[str]) -> None:
        """See that it is one thing.

        Raises:
            ParameterError: It is none, or several, or an actor is on both sides of a dyad.
        """
        given = [name for name in ("actors", "place", "event") if getattr(self, name)]
        if len(given) > 1:
            raise ParameterError(given[1], "A timeline is of actors, a place or an event: give one of them.")
        if not given and not types:
            raise ParameterError("type", "Name an actor, a place, an event, or a type of events.")
        if set(self.actors) & set(self.others):
            raise ParameterError("with", "An actor's timeline with himself is his timeline: leave this out.")
        if self.others and not self.actors:
            raise ParameterError("with", "Name the actor with whom.")
        if self.among and len(set(self.actors)) < 2:
            raise ParameterError("among", "Events among actors need two actors or more.")

    @property
    def kind(self) -> str:
        """The name of the queries that find its events."""
        if self.actors:
            return "actors"
        return "place" if self.place else "event" if self.event else "types"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which events of a scope; empty collections mean all, days are included at both ends, None is open.

    ``certainty``: ``possible`` takes events that can have touched the days, open bounds included; ``certain``
    those that lie within them whatever is still unknown. ``speakers``, ``sources`` and ``langs`` ask for
    one statement that reports the event: who vouches for it, the article's outlet, its language. States
    and organisations stand for all who act (or speak) for them, unless not ``include_members``.
    """

    start: date | None = None
    end: date | None = None
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    polarities: tuple[Polarity, ...] = (Polarity.POSITIVE,)
    modalities: tuple[Modality, ...] = HAPPENED
    certainty: Certainty = "possible"
    speakers: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    include_members: bool = True

    def check(self) -> None:
        """See that it can be asked.

        Raises:
            ParameterError: The days are inverted, or a type, mode or language doesn't exist.
        """
        check_days(self.start, self.end)
        check_types(self.types)
        modes = {mode for kind in event_types().values() for mode in kind.modes}
        for name in self.modes:
            if name not in modes:
                raise ParameterError(
                    "mode", f"There is no mode {name!r}. Choose from: {', '.join(sorted(modes))}."
                )
        for name in self.langs:
            if name not in LANGUAGES:
                raise ParameterError(
                    "lang", f"There is no language {name!r} here. Choose from: {', '.join(LANGUAGES)}."
                )


@dataclass(frozen=True, slots=True)
class Asked:
    """A scope and filter whose names have been looked up in the graph."""

    scope: Scope
    filter: Filter
    groups: tuple[Group, ...] = ()
    others: tuple[Group, ...] = ()
    speakers: tuple[Group, ...] = ()
    places: tuple[str, ...] = ()
    # Numbers of groups that count as one, by place in ``groups``; others have none of these.
    parameters: Row = field(default_factory=dict, compare=False)


def asked(store: Store, scope: Scope, wanted: Filter, *, at_once: bool = False) -> Asked:
    """Check a question and look its names up.

    ``at_once`` leaves the look-up of a single actor to the query that follows, which saves a round trip; if
    that finds nothing, :func:`check_known` tells whether there is such an actor.

    Raises:
        ParameterError: It can't be asked.
        NotFoundError: Neither the graph nor the gazetteer has such an actor, or the graph no such place.
    """
    wanted.check()
    scope.check(wanted.types)
    others, speakers = (
        tuple(group(store, name, wanted.include_members) for name in dict.fromkeys(names))
        for names in (scope.others, wanted.speakers)
    )
    member = group_later if at_once and len(scope.actors) == 1 and not others else group
    groups = tuple(member(store, name, wanted.include_members) for name in dict.fromkeys(scope.actors))
    found = places(store, scope.place) if scope.place else ()
    parameters = {
        "groups": [_row(one, number) for number, one in enumerate(groups)],
        "others": _others(scope, groups, others),
        "places": list(found),
        "event": scope.event,
        **_filter_row(wanted, speakers),
    }
    return Asked(scope, wanted, groups, others, speakers, found, parameters)


def check_known(store: Store, question: Asked) -> None:
    """See that what only the query looked up is there at all.

    Raises:
        NotFoundError: Neither the graph nor the gazetteer has such an actor, or the graph no such event.
    """
    if question.scope.event:
        current_event(store, question.scope.event)
    for one in question.groups:
        group(store, one.actor, question.filter.include_members)


def check_days(start: date | None, end: date | None) -> None:
    """See that a range of days isn't inverted.

    Raises:
        ParameterError: It is.
    """
    if start and end and start > end:
        raise ParameterError("from", f"The range ends ({end}) before it begins ({start}): swap the two days.")


def check_types(types: Collection[str]) -> None:
    """See that event types exist.

    Raises:
        ParameterError: One doesn't; the message lists those that do.
    """
    for name in types:
        if name not in event_types():
            raise ParameterError(
                "type", f"There is no event type {name!r}. Choose from: {', '.join(sorted(event_types()))}."
            )


def _filter_row(wanted: Filter, speakers: tuple[Group, ...]) -> Row:
    said = {
        "langs": list(wanted.langs) or None,
        "sources": list(wanted.sources) or None,
        "speakers": [_row(one, 0) for one in speakers] or None,
    }
    return {
        "start": wanted.start or date.min,
        "end": wanted.end or date.max,
        "types": list(wanted.types) or None,
        "modes": list(wanted.modes) or None,
        "polarities": list(wanted.polarities),
        "modalities": list(wanted.modalities),
        "certain": wanted.certainty == "certain",
        "said": said if any(said.values()) else None,
    }


def _others(scope: Scope, groups: tuple[Group, ...], others: tuple[Group, ...]) -> list[Row] | None:
    if scope.among:
        return [_row(one, number) for number, one in enumerate(groups)]
    return [_row(one, -1) for one in others] or None


def _row(one: Group, number: int) -> Row:
    return {"actor": one.actor, "state": one.state, "number": number, "sought": one.sought}
