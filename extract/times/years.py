"""Which year or decade a date means that names it in part, or not at all."""

from datetime import date

from extract.times.calendar import Unit
from extract.times.choice import Fields, Steps
from extract.times.context import FUTURE, PRESENT, Context


def full_decade(digits: int, today: date | None) -> int | None:
    """The decade's first three digits: from 1990, 199, or from 90 or 9 in the latest century possible."""
    if digits % 10 and (digits >= 1000 or 10 <= digits < 100):
        return None  # "the 45s" are records
    if digits >= 100:
        return digits // 10 if digits >= 1000 else digits
    tens = digits // 10 if digits >= 10 else digits
    century = (today.year if today else 1999) // 100
    decade = century * 10 + tens
    return decade - 10 if decade * 10 > (today.year if today else 1999) else decade


def full_year(two_digits: int, today: date | None) -> int:
    """The year nearest to ``today`` that ends with two digits; up to 20 years ahead of it."""
    year = today.year if today else 2000
    candidate = year // 100 * 100 + two_digits
    if candidate > year + 20:
        return candidate - 100
    return candidate + 100 if candidate <= year - 80 else candidate


def named_year(fields: Fields, context: Context) -> int | None:
    """The year that the fields name, in full, by two digits or relative to publication."""
    if "year" in fields:
        return int(fields["year"])
    if "year2" in fields:
        return full_year(int(fields["year2"]), context.published)
    if "year_rel" in fields and context.published:
        return context.published.year + int(fields["year_rel"])
    return None


def years_around(context: Context) -> range:
    """The years in which a yearly date is looked for."""
    year = context.published.year if context.published else 2000
    return range(year - 2, year + 3)


def lent_year(fields: Fields, context: Context, steps: Steps) -> int | None:
    """The year of the date mentioned just before, where that is another than the year of publication."""
    if not (context.near and context.last and context.last.begin and context.published) or "rel" in fields:
        return None
    year = context.last.begin.year
    if abs(year - context.published.year) < 2 or context.last.unit in (Unit.DECADE, Unit.CENTURY):
        return None
    if context.direction in (PRESENT, FUTURE):
        return None
    steps.append(f"in {year}, mentioned just before")
    return year
