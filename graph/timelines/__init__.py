"""Timelines of actors, dyads, places, event types and single events: as pages of events, or as counts.

:mod:`graph.timelines.scope` says whose or what's timeline, :mod:`graph.timelines.pages` lists it,
:mod:`graph.timelines.counts` counts it by periods.
"""

from graph.timelines.counts import PERIODS, Counted, Period, PeriodKind, counts
from graph.timelines.pages import Page, Told, page, told_page
from graph.timelines.scope import Certainty, Filter, Scope
from ontology.model import HAPPENED

__all__ = [
    "HAPPENED",
    "PERIODS",
    "Certainty",
    "Counted",
    "Filter",
    "Page",
    "Period",
    "PeriodKind",
    "Scope",
    "Told",
    "counts",
    "page",
    "told_page",
]
