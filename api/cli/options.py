"""Options that several commands take."""

import click

from ontology.event_types import event_types

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
