"""Parameters that several routes take."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query

from api.asking import Certainty
from api.scopes import FilterQuestion
from graph.known import Known

Limit = Annotated[
    int | None, Query(ge=1, le=1_000, description="At most so many results. [default: REGESTA_PAGE_SIZE]")
]
Cursor = Annotated[str | None, Query(description="As `next` of the page before has it.")]
Why = Annotated[str | None, Query(max_length=2_000, description="Why; stays on record.")]
Day = date | None
From = Annotated[Day, Query(alias="from", description="First day; open where absent.")]
To = Annotated[Day, Query(alias="to", description="Last day, included; open where absent.")]
Types = Annotated[
    list[str] | None, Query(alias="type", description="Only these event types.", examples=[["CONSULT"]])
]
Include = Annotated[
    str,
    Query(
        description="Events beyond those that somebody says to have happened: `planned`, `denied`, "
        "`possible`, `hypothetical`, several separated by commas, `all` or `none`.",
        examples=["planned"],
    ),
]
Sure = Annotated[
    Certainty,
    Query(description="`certain`: only what holds whatever is still unknown of the days."),
]
Explain = Annotated[bool, Query(description="Say why the answer is what it is.")]
ActorPath = Annotated[
    str, Path(alias="id", description="An actor's id, or a name in any of the languages.", examples=["Q7747"])
]


async def _known(
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


async def _wanted(
    start: From = None,
    end: To = None,
    event_type: Types = None,
    mode: Annotated[list[str] | None, Query(description="Only these modes.", examples=[["visit"]])] = None,
    include: Include = "none",
    certainty: Sure = "possible",
    speaker: Annotated[
        list[str] | None, Query(description="Only what one of these actors vouches for (ids or names).")
    ] = None,
    source: Annotated[list[str] | None, Query(description="Only what one of these outlets reports.")] = None,
    lang: Annotated[list[str] | None, Query(description="Only what is reported in these languages.")] = None,
) -> FilterQuestion:
    lists = (mode, speaker, source, lang)
    modes, speakers, sources, langs = (tuple(one or ()) for one in lists)
    return FilterQuestion(
        start, end, tuple(event_type or ()), modes, include, certainty, speakers, sources, langs
    )


Wanted = Annotated[FilterQuestion, Depends(_wanted)]
"""Which events are asked for."""
