"""Cursors: the key of the last result shown, so that what is added meanwhile moves nothing."""

import orjson

from graph.cursors import given_out

Key = tuple[int | str, ...]
"""By what a list is sorted; whole keys are compared, so each is of one result alone."""

_MOST = 2**63


def cursor_of(key: Key) -> str:
    """A key as text."""
    return orjson.dumps(key).decode()


def key_of(cursor: str, *kinds: type) -> Key:
    """The key of a cursor whose parts are of these kinds.

    Raises:
        ParameterError: It was not given out.
    """
    with given_out():
        found = orjson.loads(cursor)
        sound = isinstance(found, list) and [type(part) for part in found] == list(kinds)
        if not sound or any(isinstance(part, int) and abs(part) >= _MOST for part in found):
            raise ValueError(cursor)
        return tuple(found)
