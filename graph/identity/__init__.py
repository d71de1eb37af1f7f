"""Event identity: which statements, of one article or many, mean the same event."""

from graph.identity.decisions import UNDECIDED, Decision, Decisions, Move
from graph.identity.evidence import Feature, evidence, score
from graph.identity.grouping import Group, event_id, identify
from graph.identity.nearby import Part, Regrouped, regroup_nearby
from graph.identity.occurrence import Occurrence, Participant, occurrence
from graph.identity.report import Party, Report, Site

__all__ = [
    "UNDECIDED",
    "Decision",
    "Decisions",
    "Feature",
    "Group",
    "Move",
    "Occurrence",
    "Part",
    "Participant",
    "Party",
    "Regrouped",
    "Report",
    "Site",
    "event_id",
    "evidence",
    "identify",
    "occurrence",
    "regroup_nearby",
    "score",
]
