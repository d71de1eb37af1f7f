"""The shapes of the answers, for the OpenAPI document. Rendering does not pass through them."""

from typing import Generic, Literal, TypeVar

from pydantic import BaseModel, Field

T = TypeVar("T")


class Total(BaseModel):
    """How many results there are in all."""

    value: int = Field(examples=[17])
    relation: Literal["eq", "gte"] = Field(description="`eq`: exactly so many; `gte`: at least.")


class Page(BaseModel, Generic[T]):
    """One page of results."""

    total: Total
    results: list[T]
    next: str | None = Field(None, description="The address of the next page, or null on the last.")


class Actor(BaseModel):
    """An actor as an event or a statement names it."""

    id: str = Field(
        description="A Wikidata QID, a gazetteer id, or `x:…` for one of neither.", examples=["Q7747"]
    )
    name: str = Field(examples=["Vladimir Putin"])
    state: str | None = Field(
        None, description="The state acted for: ISO 3166-1 alpha-3, or `IGO:…`.", examples=["RUS"]
    )
