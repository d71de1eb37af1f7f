"""The graph as of another time: which events, with which days, follow from what was known then."""

from graph.then.events import ThenEvent
from graph.then.then import Then, known_then

__all__ = ["Then", "ThenEvent", "known_then"]
