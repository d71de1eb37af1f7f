"""Outlets, numbers, and the graph as a whole."""

from pydantic import BaseModel, Field

from api.schemas.base import KnownOut, Page


class OutletOut(BaseModel):
    """Who published articles of the graph."""

    source: str | None = Field(description="The outlet's name as articles give it; null: they don't.")
    articles: int
    statements: int
    langs: list[str]
    first: str | None = Field(description="Publication date of its first article.")
    last: str | None = Field(description="Publication date of its last article.")


class OutletsOut(Page[OutletOut], KnownOut):
    """Who published the articles."""


class StatisticsOut(BaseModel):
    """How much of what the graph holds."""

    version: int = Field(description="The graph's version.")
    articles: int
    statements: int
    events: int
    actors: int
    places: int
    langs: dict[str, int] = Field(description="Articles by language.", examples=[{"de": 7}])
    types: dict[str, int] = Field(description="Events by type.", examples=[{"CONSULT": 12}])
    first: str | None = Field(description="The first day on which a dated event can have begun.")
    last: str | None = Field(description="The last day on which a dated event can have ended.")


class GraphVersionOut(BaseModel):
    """Which graph this is, and how far it has come."""

    version: int = Field(description="Grows with every change of the graph's content.", examples=[14])
    database: str = Field(description="Tells databases apart.")
    token: str | None = Field(description="Tells versions of equal number apart.")
    model: int = Field(description="The number of the last migration.")
    regesta: str = Field(description="Version of Regesta.", examples=["0.1.0"])
