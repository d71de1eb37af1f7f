"""Options that several commands take."""

import click

DAY = click.DateTime(["%Y-%m-%d"])

from_option = click.option("--from", "start", type=DAY, metavar="DAY", help="First day, as 2025-08-01.")
to_option = click.option("--to", "end", type=DAY, metavar="DAY", help="Last day, included.")
certainty_option = click.option(
    "--certainty",
    type=click.Choice(["possible", "certain"]),
    default="possible",
    show_default=True,
    help="Whether the dates must only allow it, or leave no doubt.",
)
