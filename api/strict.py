"""Parameters that no route knows: a misspelt one would be an answer to another question than was asked."""

from collections.abc import Callable
from difflib import get_close_matches

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Query
from fastapi.routing import APIRoute

from ontology.errors import ParameterError


class OnlyKnown:
    """A dependency that lets pass what has no other query parameters than its route takes."""

    def __init__(self) -> None:
        self._taken: dict[Callable[..., object], tuple[str, ...]] = {}

    async def __call__(self, request: Request) -> None:
        """Look at a request.

        Raises:
            ParameterError: There is another one; the message names similar ones, or all that are taken.
        """
        if not request.query_params:
            return
        known = self._known(request.scope["route"])
        unknown = next((name for name in request.query_params if name not in known), None)
        if unknown is not None:
            raise ParameterError(unknown, f"{unknown!r} is not a parameter here. {_hint(unknown, known)}")

    def _known(self, route: APIRoute) -> tuple[str, ...]:
        if route.endpoint not in self._taken:
            found = get_flat_params(route.dependant)
            names = (field.alias for field in found if isinstance(field.field_info, Query))
            self._taken[route.endpoint] = tuple(names)
        return self._taken[route.endpoint]


def _hint(unknown: str, known: tuple[str, ...]) -> str:
    if not known:
        return "Leave it out."
    near = get_close_matches(unknown.lower(), known, n=2)
    return f"Did you mean {' or '.join(near)}?" if near else f"There are: {', '.join(sorted(known))}."
