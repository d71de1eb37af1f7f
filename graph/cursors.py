"""Cursors: what the last result shown is sorted by, as text that clients give back."""

from collections.abc import Iterator
from contextlib import contextmanager

from ontology.errors import ParameterError


@contextmanager
def given_out() -> Iterator[None]:
    """Around the reading of a cursor: where its parts have no value, it is refused.

    Raises:
        ParameterError: It was not given out.
    """
    try:
        yield
    except ValueError:
        raise ParameterError("cursor", "This cursor was not given out; start without one.") from None
