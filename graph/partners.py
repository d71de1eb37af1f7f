"""With whom an actor has had to do: its neighbourhood, and the partners that two actors share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from graph.known import NOW, Known
from graph.statements import Named
from graph.store import Row, Store
from graph.then import Then, known_then
from graph.then.telling import Names
from graph.timelines.past import past_events
from graph.timelines.scope import Asked, Filter, Scope, asked
from ontology.errors import ParameterError
from ontology.model import ActorType


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who takes part in ``events`` with the actor; ``score`` is their mean, -10 … +10.

    ``first`` and ``last`` are the first and last possible day of all of them; None is open.
    """

    actor: Named
    events: int
    score: float
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Shared:
    """A partner of two actors: what it has to do with the one, and with the other."""

    actor: Named
    one: Partner
    other: Partner


def neighbourhood(
    store: Store, actor_id: str, wanted: Filter | None = None, *, known: Known = NOW
) -> tuple[Partner, ...]:
    """All who take part in an actor's events, those with most events first.

    A state or organisation is taken with all who act for it, who are then no partners of its own.

    Args:
        store: The graph.
        actor_id: Whose partners.
        wanted: Which events count; by default all that somebody says to have happened.
        known: As of when; by default everything that is known now.

    Raises:
        ParameterError: The filter can't be asked.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    question = asked(store, Scope((actor_id,)), wanted or Filter())
    if not known.now:
        return _past(store, known_then(store, known), question)
    (row,) = store.read("partners_of_actors", q=question.parameters)
    return tuple(_partner(told) for told in row["partners"])


def shared_partners(
    store: Store, one_id: str, other_id: str, wanted: Filter | None = None, *, known: Known = NOW
) -> tuple[Shared, ...]:
    """All with whom both actors have had to do, those first with whom the less busy of both has most events.

    Raises:
        ParameterError: The filter can't be asked, or both actors are the same.
        NotFoundError: Neither the graph nor the gazetteer has such an actor.
    """
    if one_id == other_id:
        raise ParameterError("other", "Partners are shared by two actors: name another one.")
    mine, his = (
        {partner.actor.id: partner for partner in neighbourhood(store, name, wanted, known=known)}
        for name in (one_id, other_id)
    )
    both = [
        Shared(mine[name].actor, mine[name], his[name])
        for name in mine
        if name in his and name not in (one_id, other_id)
    ]
    return tuple(sorted(both, key=lambda s: (-min(s.one.events, s.other.events), -s.one.events, s.actor.id)))


def _partner(told: list[object]) -> Partner:
    name, label, kind, state, events, score, first, last = told
    days = (date.fromisoformat(str(first)), date.fromisoformat(str(last)))
    actor = Named(str(name), str(label), ActorType(str(kind)), str(state) or None)
    return _made(actor, int(str(events)), float(str(score)), *days)


def _made(actor: Named, events: int, score: float, first: date, last: date) -> Partner:
    return Partner(
        actor, events, score, None if first == date.min else first, None if last == date.max else last
    )


def _past(store: Store, then: Then, question: Asked) -> tuple[Partner, ...]:
    events = past_events(then, question)
    names = Names(store, events)
    met: dict[str, dict[str, tuple[date, date, float]]] = {}
    actors: dict[str, Named] = {}
    for event in events:
        for part in event.participants:
            party = part.party
            if part.general or _own(party.id, party.state, question.parameters["groups"]):
                continue
            actors[party.id] = Named(party.id, names.actor(party.id), party.type, party.state)
            met.setdefault(party.id, {})[event.id] = (event.earliest, event.latest, event.score)
    found = [_summed(actors[name], days.values()) for name, days in met.items()]
    return tuple(sorted(found, key=lambda partner: (-partner.events, partner.actor.id)))


def _own(actor: str, state: str | None, groups: Iterable[Row]) -> bool:
    return any(actor == g["actor"] or (g["state"] and state == g["state"]) for g in groups)


def _summed(actor: Named, days: Iterable[tuple[date, date, float]]) -> Partner:
    first, last, scores = zip(*days, strict=True)
    return _made(actor, len(scores), sum(scores) / len(scores), min(first), max(last))
