"""The command ``regesta``.

Exit codes: 0 done; 1 some of the input could not be used, or nothing was found under an id; 2 the command
was called wrongly (an option, a date, a name that no actor or several actors bear); 3 a service or a part
of the installation is missing.
"""

import importlib
from importlib.metadata import version

import click
from typing_extensions import override

from api.cli.failures import failure
from api.settings import Settings
from ontology.errors import RegestaError

# Help texts live here so that `regesta --help` imports no command.
COMMANDS = {
    "extract": "Read articles and print the statements found in them; needs no database.",
    "times": "Read articles and print the time expressions found in them; needs no database.",
    "ingest": "Read articles and add what they say to the graph.",
    "import": "Add event data sets (GDELT, ICEWS, POLECAT, …) or statements as JSON lines to the graph.",
    "timeline": "List events in the order of their dates: of actors, a place, an event, or of some types.",
    "counts": "Count the events of a timeline by days, weeks, months or years, with their mean score.",
    "partners": "List with whom an actor has had to do, or whom two actors share as partners.",
    "sequences": "List events that are followed by others between the same sides.",
    "path": "Find chains of events from one actor to another that follow one another in time.",
    "reach": "List all whom an actor's acts can have reached by chains of events.",
    "event": "Show an event with its statements, their sources, and the proof of its dates.",
    "order": "Say whether one event must, may or cannot precede another, with the sentences that prove it.",
    "actors": "List unresolved actors; say who they are, and undo that.",
    "events": "Say why statements are one event; merge two events, split one, undo that.",
    "articles": "List articles and their versions; withdraw or replace one.",
    "export": "Write the graph as RDF.",
    "serve": "Start the REST API and the web page.",
    "mcp": "Serve the graph to language models (Model Context Protocol).",
    "demo": "Start everything with the sample articles; stays until Ctrl-C.",
    "keys": "Make, list and revoke keys for the REST API.",
    "db": "Start, stop or look at the managed Neo4j server.",
}


class _Commands(click.Group):
    """Commands that are imported when they are called, and errors told in one paragraph."""

    @override
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    @override
    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = "importing" if cmd_name == "import" else cmd_name  # Python keeps its own word
        command = importlib.import_module(f"api.cli.{module}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"api.cli.{cmd_name}.command is no command")
        return command

    @override
    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    @override
    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except RegestaError as error:
            raise failure(error) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("regesta"), prog_name="regesta")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Regesta turns the news into a graph of who did what to whom, when, and who says so.

    Settings are taken from environment variables named REGESTA_…; docs/configuration.md lists them.
    """
    ctx.obj = Settings.from_environment()
