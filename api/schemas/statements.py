"""Statements and articles."""

from pydantic import Field

from api.schemas.base import Act, KnownOut, Page, Participant, Passage, Source


class StatementOut(Act):
    """What one article, or a source that it quotes, says once."""

    event: str | None
    attributed_to: list[Participant]
    time_text: str | None = Field(examples=["in der vergangenen Woche"])
    sentence: Passage
    evidence: Passage
    article: Source
    rule: str
    trace: list[str]


class StatementsOut(Page[StatementOut], KnownOut):
    """What was said."""


class StatementThenOut(StatementOut, KnownOut):
    """What was said once, as of a time."""


class ArticleSummaryOut(Source):
    """An article in a list."""

    recorded: str = Field(description="When this graph loaded it.", examples=["2025-08-23T09:14:02+00:00"])
    statements: int
    events: int


class ArticlesOut(Page[ArticleSummaryOut], KnownOut):
    """The articles that were valid."""


class ArticleOut(Source, KnownOut):
    """One article with its text and statements."""

    recorded: str
    text: str
    statements: list[StatementOut]


class VersionOut(Source):
    """One version of an article, as this graph knew it."""

    recorded: str
    until: str | None = Field(description="When it ceased to be valid; null: it is valid.")
    begun_on: str = Field(description="The first day for which it counts.")
    ended_on: str | None = Field(description="The day from which it counts no more.")
    ended: str | None = Field(description="`withdrawn`, `replaced` or `reread`.")
    because: str | None
    by: str | None
    replaced_by: str | None
    statements: int
