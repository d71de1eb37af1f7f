"""Decisions about identity as JSON, and what identity goes by."""

from api.shapes.base import Json
from graph.identity import Feature
from graph.rulings import Explanation, Ruling


def ruling(known: Ruling) -> Json:
    """A recorded decision about identity; ``undone`` is null while it holds."""
    return {
        "id": known.id,
        "kind": known.kind,
        "recorded": known.recorded.isoformat(),
        "because": known.because,
        "by": known.by,
        "events": list(known.events),
        "first": list(known.first),
        "second": list(known.second),
        "score": known.score,
        "features": [_feature(one) for one in known.features],
        "undone": known.undone.isoformat() if known.undone else None,
        "undone_because": known.undone_because,
        "undone_by": known.undone_by,
        "actor": known.actor,
        "target": known.target,
    }


def explanation(known: Explanation) -> Json:
    """Why the statements of an event are one event."""
    return {
        "event": known.event,
        "joins": [
            {
                "statement": join.statement,
                "to": join.to,
                "score": join.score,
                "features": [_feature(one) for one in join.features],
            }
            for join in known.joins
        ],
        "decisions": [ruling(one) for one in known.rulings],
    }


def _feature(known: Feature) -> Json:
    return {"name": known.name, "found": known.found, "points": known.points}
