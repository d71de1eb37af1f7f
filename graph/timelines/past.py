"""Timelines as of another time: from the events known then, by the same rules as the queries."""

from collections.abc import Sequence
from datetime import date

from graph.event_rows import EventRow
from graph.identity import Participant
from graph.known import Known
from graph.members import Group
from graph.store import Store
from graph.then import Then, known_then
from graph.then.events import ThenEvent
from graph.timelines.scope import Asked

Key = tuple[date, date, str]


def past_page(
    store: Store, question: Asked, known: Known, after: Key | None, limit: int
) -> tuple[int, tuple[EventRow, ...], list[Key]]:
    """How many events match; those of a page; and their keys, with one more where there are more."""
    then = known_then(store, known)
    found = past_events(then, question)
    keys = [key for key in ((e.earliest, e.latest, e.id) for e in found) if after is None or key > after]
    return len(found), then.rows([key[2] for key in keys[:limit]]), keys[: limit + 1]


def past_events(then: Then, question: Asked) -> list[ThenEvent]:
    """The events that match, in the order of a timeline."""
    found = {event.id: event for event in _found(then, question)}
    matching = (event for event in found.values() if _matches(then, event, question))
    return sorted(matching, key=lambda event: (event.earliest, event.latest, event.id))


def _found(then: Then, question: Asked) -> Sequence[ThenEvent]:
    scope = question.scope
    if scope.actors:
        return [event for one in question.groups for event in then.of_actor(one.actor, one.state)]
    if scope.event:
        named = then.event(scope.event)
        links = then.links([named.id])
        return then.events(sorted({named.id, *(n for link in links for n in (link.event, link.other))}))
    return then.in_days(question.filter.start, question.filter.end)


def _matches(then: Then, event: ThenEvent, question: Asked) -> bool:
    wanted, first, last = question.filter, question.parameters["start"], question.parameters["end"]
    within = first <= event.earliest and event.latest <= last
    touches = event.earliest <= last and event.latest >= first
    return (
        (within if wanted.certainty == "certain" else touches)
        and event.polarity in wanted.polarities
        and event.modality in wanted.modalities
        and (not wanted.types or event.type in wanted.types)
        and (not wanted.modes or event.mode in wanted.modes)
        and (not question.places or event.place in question.places)
        and _in_scope(event, question)
        and _is_said(then, event, question)
    )


def _in_scope(event: ThenEvent, question: Asked) -> bool:
    if question.scope.kind == "types" and event.interval.earliest is None:
        return False
    if not question.groups:
        return True
    others = question.groups if question.scope.among else question.others
    if not others:
        return True
    return any(
        one is not other and _is(one, mine) and _is(other, his)
        for mine in question.groups
        for his in others
        if mine != his
        for one in event.participants
        for other in event.participants
    )


def _is(part: Participant, one: Group) -> bool:
    return part.party.id == one.actor or (one.state is not None and part.party.state == one.state)


def _is_said(then: Then, event: ThenEvent, question: Asked) -> bool:
    """Whether one of the statements is of those that are asked for."""
    wanted = question.filter
    if not (wanted.langs or wanted.sources or wanted.speakers):
        return True
    for name in event.statements:
        row = then.pool.said[name].row
        voices = set(zip(row["speakers"], row["speaker_states"], strict=True))
        heard = any(
            actor == g.actor or (g.state and state == g.state)
            for g in question.speakers
            for actor, state in voices
        )
        if (
            (not wanted.langs or row["lang"] in wanted.langs)
            and (not wanted.sources or row["source"] in wanted.sources)
            and (not wanted.speakers or heard)
        ):
            return True
    return False
