"""Parameters that several routes take."""

from datetime import date
from typing import Annotated

from fastapi import Query

Limit = Annotated[
    int | None, Query(ge=1, le=1_000, description="At most so many results. [default: REGESTA_PAGE_SIZE]")
]
Cursor = Annotated[str | None, Query(description="As `next` of the page before has it.")]
Day = date | None
