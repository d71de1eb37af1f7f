"""Time-respecting paths: chains of events by which one actor's acts can have reached another.

:func:`find_paths` and :func:`find_reached` ask the graph. The rest is pure, on a
:class:`graph.index.TemporalIndex`: :mod:`~graph.paths.view` what a question looks at,
:mod:`~graph.paths.search` the one best chain, :mod:`~graph.paths.ranked` the best ones in turn,
:mod:`~graph.paths.reach` whom chains reach.
"""

from graph.paths.best import OBJECTIVES, Objective
from graph.paths.find import MAX_HOPS, MAX_PATHS, Hop, Path, Search, find_paths
from graph.paths.spread import Direction, ReachedActor, ReachPage, find_reached
from graph.paths.view import Certainty

__all__ = [
    "MAX_HOPS",
    "MAX_PATHS",
    "OBJECTIVES",
    "Certainty",
    "Direction",
    "Hop",
    "Objective",
    "Path",
    "ReachPage",
    "ReachedActor",
    "Search",
    "find_paths",
    "find_reached",
]
