"""``regesta keys``: who may use the REST API."""

import click

from api.cli.output import print_json, print_table, remark
from api.keys import Scope, ring
from api.settings import Settings

COLUMNS = {"id": "Id", "name": "Name", "scope": "Allows", "created": "Made"}


@click.group("keys")
def command() -> None:
    """Make, list and revoke keys for the REST API.

    Only hashes are kept, in REGESTA_DATA_DIR: a key is shown once, when it is made. A running server knows of
    changes at once.
    """


@command.command()
@click.argument("name")
@click.option(
    "--scope",
    type=click.Choice([scope.name.lower() for scope in Scope]),
    default="read",
    show_default=True,
    help="What it allows: reading; changing articles too; deciding about events and actors too.",
)
@click.pass_obj
def create(settings: Settings, name: str, scope: str) -> None:
    """Make a key called NAME and print it; it can't be shown again."""
    key, secret = ring(settings).create(name, Scope[scope.upper()])
    remark(f"Key {key.id} allows to {scope}. Keep it well, it is shown only now:")
    click.echo(secret)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_keys(settings: Settings, as_json: bool) -> None:
    """List the keys, without their secrets."""
    rows = [
        {"id": key.id, "name": key.name, "scope": key.scope.name.lower(), "created": key.created}
        for key in ring(settings).all()
    ]
    if as_json:
        print_json(rows)
    else:
        print_table(COLUMNS, rows)


@command.command()
@click.argument("name")
@click.pass_obj
def revoke(settings: Settings, name: str) -> None:
    """End the key with this id or NAME."""
    gone = ring(settings).revoke(name)
    remark(f"Key {gone.id} ({gone.name}) is no longer accepted.")
