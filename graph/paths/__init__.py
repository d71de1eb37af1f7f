"""Time-respecting paths: chains of events by which one actor's acts can have reached another.

:func:`find_paths` asks the graph; :mod:`graph.paths.network` and :mod:`graph.paths.scan` are the pure part.
"""

from graph.paths.find import MAX_HOPS, Hop, Path, find_paths
from graph.paths.scan import Certainty, Objective

__all__ = ["MAX_HOPS", "Certainty", "Hop", "Objective", "Path", "find_paths"]
