"""Order solver: the tightest honest bounds on when events began and ended, each with its proof.

Use::

    solution = solve(
        [EventTimes("call", (Stated("s1", Interval.within(date(2025, 8, 11), date(2025, 8, 17))),)),
         EventTimes("summit", (Stated("s2", Interval.within(date(2025, 8, 15), date(2025, 8, 15))),))],
        [Link("s1", "call", Order.BEFORE, "summit")],
    )
    solution.bounds["call"].interval.end_latest         # 2025-08-15
    solution.bounds["call"].sources(Bound.END_LATEST)   # ("s1", "s2")

**What the constraints mean.** Days are the granularity; an instant lies *within* a day. ``A BEFORE B`` says
that A's end comes before B's begin: that may be on the same day. ``DURING`` says that A lies within B,
``SIMULTANEOUS`` that they begin and end together, ``OVERLAPS`` that they share an instant. A link may say
how many days lie between ("two days before": the 13th and the 15th). Several
statements about one event all hold: their intervals are intersected.

**Exactness.** Each bound is attained by some assignment of days that satisfies all constraints, so nothing
narrower would follow (simple temporal problem: Dechter, Meiri, Pearl 1991).

**Contradictions** are never resolved by choosing a side. Each is reduced to sources of which none can be
left out (:class:`Conflict`), and all events that it speaks of are marked (``consistent`` is false). Then
its links are left aside, and the dates that it contradicts for one event are replaced by their hull: "one
of these sources may be right". What remains is solved as usual. So an event in a conflict falls back to
what was stated of itself, and its neighbours still gain from what is beyond dispute.

**Only what is touched.** Bounds travel along links only, so a change concerns its connected component and no
more; :func:`region` collects it and stops at events whose own statements fix them to the day, as nothing can
travel through those.
"""

from graph.solver.precedence import Answer, Possibility, overlaps, precedes
from graph.solver.problem import Bound, Conflict, EventBounds, EventTimes, Link, Reason, Stated
from graph.solver.region import Region, region
from graph.solver.solve import Solution, alone, solve

__all__ = [
    "Answer",
    "Bound",
    "Conflict",
    "EventBounds",
    "EventTimes",
    "Link",
    "Possibility",
    "Reason",
    "Region",
    "Solution",
    "Stated",
    "alone",
    "overlaps",
    "precedes",
    "region",
    "solve",
]
