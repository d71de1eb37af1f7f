"""``fields=``: only some of the top-level fields of each result."""

from collections.abc import Sequence
from functools import cache
from typing import Annotated

from fastapi import Depends, Query
from pydantic import BaseModel

from api.shapes import Json
from ontology.errors import ParameterError


async def _fields(
    fields: Annotated[
        str | None,
        Query(
            max_length=1_000,
            description="Only these fields of each result, separated by commas, as `id,earliest` of events.",
        ),
    ] = None,
) -> tuple[str, ...]:
    names = (name.strip() for name in (fields or "").split(","))
    return tuple(dict.fromkeys(name for name in names if name))


Fields = Annotated[tuple[str, ...], Depends(_fields)]
"""The fields that are wanted; empty means all."""


@cache
def known(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that a result of this shape can have."""
    return tuple(field.serialization_alias or name for name, field in model.model_fields.items())


def check(fields: Sequence[str], model: type[BaseModel]) -> None:
    """See that a result has these fields.

    Raises:
        ParameterError: It has not.
    """
    for name in fields:
        if name not in known(model):
            raise ParameterError(
                "fields", f"There is no field {name!r}. Choose from: {', '.join(known(model))}."
            )


def picked(row: Json, fields: Sequence[str]) -> Json:
    """A result with only these of its fields; all where none are named."""
    return {name: row[name] for name in fields if name in row} if fields else row
