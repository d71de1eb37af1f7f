"""Parameters that several routes take."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from graph.known import Known

Limit = Annotated[
    int | None, Query(ge=1, le=1_000, description="At most so many results. [default: REGESTA_PAGE_SIZE]")
]
Cursor = Annotated[str | None, Query(description="As `next` of the page before has it.")]
Day = date | None


def _known(
    as_of: Annotated[
        str | None,
        Query(description="Only what had been published by the end of this day.", examples=["2025-08-14"]),
    ] = None,
    recorded_before: Annotated[
        str | None,
        Query(
            description="Only what this graph had loaded before this instant.",
            examples=["2025-09-01T12:00:00Z"],
        ),
    ] = None,
) -> Known:
    return Known.parse(as_of, recorded_before)


AsKnown = Annotated[Known, Depends(_known)]
"""As of when a question is asked, on both axes of time."""
