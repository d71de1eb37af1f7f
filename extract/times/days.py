"""Days named by less than their date: the 15th, on Friday, at the weekend, at 2 p.m."""

from dataclasses import replace
from datetime import timedelta

from extract.times.calendar import (
    Period,
    Unit,
    blank,
    day_period,
    make_date,
    moved,
    or_blank,
    shifted,
    weekday_near,
    weekend_period,
)
from extract.times.choice import Fields, Steps, choose
from extract.times.context import FUTURE, PAST, PRESENT, Context

_SCENE = timedelta(days=7)
"""News goes on about a day for so long; what is older is background."""


def day_of_month(day: int, fields: Fields, context: Context, steps: Steps) -> Period | None:
    """The day of a month that is named by its number alone."""
    base = context.published
    if "month_rel" in fields:
        month = base and shifted(base.replace(day=1), Unit.MONTH, int(fields["month_rel"]))
        exact = make_date(month.year, month.month, day) if month else None
        return day_period(exact) if exact else blank(f"XXXX-XX-{day:02d}")
    if context.near and context.last and context.last.begin and context.last.unit in (Unit.DAY, Unit.MONTH):
        base = context.last.begin
        exact = make_date(base.year, base.month, day)
        steps.append("in the month mentioned just before")
        return day_period(exact) if exact else None
    if base is None:
        return blank(f"XXXX-XX-{day:02d}")
    first = base.replace(day=1)
    around = [shifted(first, Unit.MONTH, k) for k in (-2, -1, 0, 1, 2)]
    days = [make_date(m.year, m.month, day) for m in around if m]
    candidates: list[Period | None] = [day_period(d) for d in days if d]
    return choose(on_weekday(candidates, fields), fields, context, steps)


def day_of_week(weekday: int, fields: Fields, context: Context, steps: Steps) -> Period | None:
    """The day that a weekday means, by what stands beside it or by the direction of the story."""
    today = context.published
    if today is None:
        return blank(f"XXXX-WXX-{weekday}")
    if "week_rel" in fields:
        week = moved(today, 7 * int(fields["week_rel"]))
        steps.append(f"in the week {int(fields['week_rel']):+d} from that of publication")
        return or_blank(week and weekday_near(week, weekday, 0), day_period, "XXXX-XX-XX")
    if "rel" in fields:
        rel = int(fields["rel"])
        way = (
            2 * rel if rel else (-1 if context.direction == PAST else 1 if context.direction == FUTURE else 0)
        )
    else:
        way = 1 if context.direction in (FUTURE, PRESENT) else -1
    steps.append(
        {
            -2: "latest before publication",
            -1: "latest up to publication",
            0: "in the week of publication",
        }.get(way, "next after publication")
    )
    return or_blank(weekday_near(today, weekday, way), day_period, "XXXX-XX-XX")


def weekend(fields: Fields, context: Context, steps: Steps) -> Period | None:
    """The weekend that is meant."""
    today = context.published
    if today is None:
        return blank("XXXX-WXX-WE", Unit.WEEKEND)
    rel = fields.get("rel", fields.get("week_rel"))
    if rel is None:
        past = context.direction == PAST or context.direction is None
        rel = -1 if past and today.isoweekday() < 6 else 0
        steps.append("weekend before publication" if rel else "weekend of the week of publication")
    day = moved(today, 7 * int(rel))
    return weekend_period(day) if day else None


def current_day(context: Context, steps: Steps) -> Period:
    """The day that a bare clock time or part of the day belongs to.

    A day long before publication, mentioned in another sentence, may be that of another scene: then the
    bounds reach from it to the report's own day.
    """
    if _is_far_back(context) and context.last_day:
        steps.append(f"on {context.last_day.value}, mentioned just before, or later up to publication")
        return replace(context.last_day, end=context.published)
    if context.day_near and context.last_day:
        steps.append(f"on {context.last_day.value}, mentioned just before")
        return context.last_day
    if context.published is None:
        return blank("XXXX-XX-XX")
    steps.append("on the day of publication")
    return day_period(context.published)


def _is_far_back(context: Context) -> bool:
    """Whether the day mentioned last is from another sentence and far older than the report."""
    day, today = context.last_day, context.published
    if day is None or day.begin is None or today is None or not context.day_near:
        return False
    return today - day.begin > _SCENE and not (context.near and context.last == day)


def on_weekday(candidates: list[Period | None], fields: Fields) -> list[Period | None]:
    """Only the days that fall on the weekday named beside them, where any does (and not too far away)."""
    if "weekday" not in fields:
        return candidates
    weekday = int(fields["weekday"])
    fitting = [p for p in candidates if p and p.begin and p.begin.isoweekday() == weekday]
    return list(fitting) or candidates
