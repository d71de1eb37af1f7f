"""``regesta db``: the managed Neo4j servers."""

import click

from api import servers
from api.cli.output import print_json, print_table, remark, working
from api.database import of, open_target
from api.settings import Settings
from graph.server import Running

COLUMNS = {
    "name": "Server",
    "uri": "Bolt",
    "browser": "Browser",
    "user": "User",
    "password": "Password",
    "pid": "Process",
}


@click.group("db")
def command() -> None:
    """Start, stop or look at the managed Neo4j server.

    It runs on this machine only, keeps its databases in REGESTA_DATA_DIR, and goes on until it is stopped.
    """


@command.command()
@click.pass_obj
def start(settings: Settings) -> None:
    """Start the server, and fetch its programs the first time."""
    if settings.neo4j_uri:
        remark("REGESTA_NEO4J_URI is set: the commands use that server and not the managed one.")
    with working("Looking for Neo4j") as say:
        found = servers.start(settings, progress=say)
        say("Bringing the graph's model up to date")
        with open_target(settings, of(found)):
            pass
    print_table(COLUMNS, [_row(servers.MAIN, found)])


@command.command()
@click.option("--all", "everything", is_flag=True, help="Stop the demo's server too.")
@click.pass_obj
def stop(settings: Settings, everything: bool) -> None:
    """Stop the server cleanly."""
    for name in (servers.MAIN, servers.DEMO) if everything else (servers.MAIN,):
        stopped = servers.managed(settings, name).stop(servers.options(settings))
        click.echo(f"{name}: {'stopped' if stopped else 'was not running'}")


@command.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def status(settings: Settings, form: str) -> None:
    """Show the servers that run, and how to log in."""
    rows = [_row(name, found) for name, found in servers.running(settings).items() if found]
    if form == "json":
        print_json(rows)
    elif rows:
        print_table(COLUMNS, rows)
    else:
        click.echo("No managed server is running. `regesta db start` starts one.")


def _row(name: str, server: Running) -> dict[str, object]:
    return {
        "name": name,
        "uri": server.uri,
        "browser": server.browser_uri,
        "user": server.user,
        "password": server.password,
        "pid": server.pid,
    }
