"""Values that many rows share, said once in a query's parameters and named by number in the rows.

Rows as lists with numbers are a third cheaper to send and to write than maps that spell everything out: the
driver turns each date into a value of its own, and the server reads each key of each map.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K")


def _itself(thing: object) -> object:
    return thing


@dataclass(slots=True)
class Numbers(Generic[K]):
    """Numbers things by their first use; ``values`` has how each is shown, by number."""

    shown: Callable[[K], object] = _itself
    known: dict[K, int] = field(default_factory=dict)
    values: list[object] = field(default_factory=list)

    def of(self, thing: K | None) -> int | None:
        """The number of a thing; None of None."""
        if thing is None:
            return None
        number = self.known.get(thing)
        if number is None:
            number = self.known[thing] = len(self.values)
            self.values.append(self.shown(thing))
        return number
