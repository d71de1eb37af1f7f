"""How a command ends when something goes wrong: one paragraph on standard error, and an exit code."""

import shutil
import sys
import textwrap
from typing import IO, Any

import click

from ontology.errors import AmbiguousActorError, DataError, ParameterError, RegestaError, ServiceError

_AMBIGUOUS = "Several actors bear this name. Give the full name, or the id, of the one that you mean:"


class Failure(click.ClickException):
    """A :class:`RegestaError` as click shows it, without a traceback: some input could not be used."""

    exit_code = 1

    def __init__(self, error: RegestaError) -> None:
        self.candidates = error.candidates if isinstance(error, AmbiguousActorError) else ()
        super().__init__(_AMBIGUOUS if self.candidates else str(error))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message, and the candidates of an ambiguous name, one on a line."""
        complain(self.message, file)
        for actor, label in self.candidates:
            click.echo(f"  {actor}\t{label}", file=file or sys.stderr)


class Misuse(Failure):
    """The command was called wrongly: click's own exit code for that."""

    exit_code = 2


class Missing(Failure):
    """A service or a part of the installation is missing."""

    exit_code = 3


def failure(error: RegestaError) -> Failure:
    """The way to end that fits an error."""
    if isinstance(error, ParameterError):
        return Misuse(error)
    if isinstance(error, ServiceError | DataError):
        return Missing(error)
    return Failure(error)


def complain(message: str, file: IO[Any] | None = None) -> None:
    """Print one paragraph to standard error (or ``file``), as wide as the terminal."""
    width = max(40, min(100, shutil.get_terminal_size().columns))
    paragraph = textwrap.fill(
        f"Error: {message}", width, break_long_words=False, break_on_hyphens=False, subsequent_indent="  "
    )
    click.echo(paragraph, file=file or sys.stderr)
