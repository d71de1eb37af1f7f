"""What commands share that read articles: the argument, and the exit when some could not be used."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from api.cli.failures import complain
from api.reading import Unread

Files = tuple[Path, ...]
F = TypeVar("F", bound=Callable[..., Any] | click.Command)


def files_argument(function: F) -> F:
    """``FILE…``: files, folders, or ``-`` for standard input."""
    kind = click.Path(path_type=Path, allow_dash=True)
    return click.argument("files", nargs=-1, required=True, type=kind, metavar="FILE…")(function)


def tell(unread: Unread) -> None:
    """Say on standard error why an article was left out."""
    complain(str(unread.error))


def leave(failures: Iterable[object]) -> None:
    """End with exit code 1 where there was a failure."""
    if any(True for _ in failures):
        sys.exit(1)
