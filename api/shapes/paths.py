"""Chains of events and events in sequence as JSON."""

from api.shapes.base import Json, actor, day
from api.shapes.events import event_row
from api.shapes.statements import statement
from graph.paths import Path
from graph.sequences import Sequence


def path(found: Path) -> Json:
    """A chain of events with what reports each."""
    return {
        "certainty": found.certainty,
        "earliest_departure": day(found.earliest_departure),
        "latest_departure": day(found.latest_departure),
        "days": found.days,
        "earliest_arrival": day(found.earliest_arrival),
        "latest_arrival": day(found.latest_arrival),
        "hops": [
            {
                "from": actor(hop.from_actor),
                "to": actor(hop.to_actor),
                "event": event_row(hop.event),
                "statements": [statement(one) for one in hop.statements],
            }
            for hop in found.hops
        ],
    }


def sequence(found: Sequence) -> Json:
    """An event that is followed by another; ``most_days`` is null where a bound is open."""
    return {
        "certainty": found.certainty,
        "least_days": found.least,
        "most_days": found.most,
        "first": event_row(found.first),
        "second": event_row(found.second),
    }
