"""Options that several commands take."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ontology.event_types import event_types

F = TypeVar("F", bound=Callable[..., Any])

DAY = click.DateTime(["%Y-%m-%d"])

from_option = click.option("--from", "start", type=DAY, metavar="DAY", help="First day, as 2025-08-01.")
to_option = click.option("--to", "end", type=DAY, metavar="DAY", help="Last day, included.")
type_option = click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(list(event_types()), case_sensitive=False),
    metavar="TYPE",
    help="Only this event type, such as CONSULT; may be given several times.",
)
certainty_option = click.option(
    "--certainty",
    type=click.Choice(["possible", "certain"]),
    default="possible",
    show_default=True,
    help="Whether the dates must only allow it, or leave no doubt.",
)


def known_options(function: F) -> F:
    """``--as-of`` and ``--recorded-before``; the command gets ``as_of`` and ``recorded_before`` as text."""
    as_of = click.option(
        "--as-of",
        metavar="DAY",
        help="Use only what had been published by the end of this day, as 2025-08-31.",
    )
    recorded = click.option(
        "--recorded-before",
        metavar="INSTANT",
        help="Use only what this graph had loaded before, as 2025-08-31T12:00Z.",
    )
    decorated: F = as_of(recorded(function))
    return decorated
