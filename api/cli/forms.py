"""In which form commands print, and what those that decide something take; light to import."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def _format(*forms: str) -> Callable[[F], F]:
    return click.option("--format", "form", type=click.Choice(forms), default=forms[0], show_default=True)


format_option = _format("table", "jsonl")
format_or_csv_option = _format("table", "jsonl", "csv")


def decision_options(function: F) -> F:
    """``--because``, ``--by`` and ``--format`` of a command that decides something."""
    because = click.option("--because", metavar="TEXT", help="Why; stays on record.")
    by = click.option("--by", metavar="NAME", help="Who decides; stays on record.")
    decorated: F = because(by(format_option(function)))
    return decorated
