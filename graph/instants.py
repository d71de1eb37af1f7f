"""Instants as Neo4j tells them."""

from datetime import datetime


def moment(text: str) -> datetime:
    """An instant in UTC; to the microsecond, as Python knows nothing shorter."""
    head, _, fraction = text.removesuffix("Z").partition(".")
    return datetime.fromisoformat(f"{head}.{fraction[:6]:0<6}+00:00")
