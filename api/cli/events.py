"""``regesta events``: which statements are one event, why, and what people decided about it."""

import click
from rich.console import Console
from rich.text import Text

from api import shapes
from api.cli.forms import decision_options, format_option
from api.cli.output import console, print_jsonl, print_table, remark
from api.database import opened
from api.settings import Settings
from graph.decisions import merge, split, undo
from graph.rulings import Ruling, explain, merged, rulings

_COLUMNS = {
    "id": "Decision",
    "kind": "Kind",
    "events": "Events",
    "recorded": "Taken",
    "by": "By",
    "because": "Because",
    "score": "Score",
    "undone": "Undone",
}


@click.group("events")
def command() -> None:
    """Say why statements are one event; merge two events, split one, undo that.

    A decision holds for what comes later too, until it is undone; then the graph is as if it had not been.
    """


@command.command("merges")
@click.argument("event", metavar="[EVENT]", required=False)
@click.option(
    "--all", "everything", is_flag=True, help="Also all events that rules made of several statements."
)
@format_option
@click.pass_obj
def merges(settings: Settings, event: str | None, everything: bool, form: str) -> None:
    """List decisions about identity; or explain why the statements of an EVENT are one event."""
    with opened(settings, remark) as store:
        if event is None and not everything:
            _print(rulings(store), form)
            return
        after = ""
        while page := (explain(store, event),) if event else merged(store, after=after):
            after = page[-1].event
            found = [shapes.explanation(one) for one in page]
            if form == "jsonl":
                print_jsonl(found)
            else:
                for one in found:
                    _explain(one, console())
            if event:
                return


@command.command("merge")
@click.argument("first", metavar="EVENT")
@click.argument("second", metavar="EVENT")
@decision_options
@click.pass_obj
def merging(
    settings: Settings, first: str, second: str, because: str | None, by: str | None, form: str
) -> None:
    """Decide that two events are one."""
    with opened(settings, remark) as store:
        _print((merge(store, first, second, because=because, by=by),), form)


@command.command("split")
@click.argument("event", metavar="EVENT")
@click.argument("statements", metavar="STATEMENT…", nargs=-1, required=True)
@decision_options
@click.pass_obj
def splitting(
    settings: Settings,
    event: str,
    statements: tuple[str, ...],
    because: str | None,
    by: str | None,
    form: str,
) -> None:
    """Decide that some statements of an EVENT mean another one than the rest."""
    with opened(settings, remark) as store:
        _print((split(store, event, statements, because=because, by=by),), form)


@command.command("undo")
@click.argument("decision", metavar="DECISION")
@decision_options
@click.pass_obj
def undoing(settings: Settings, decision: str, because: str | None, by: str | None, form: str) -> None:
    """Undo a decision; it stays on record."""
    with opened(settings, remark) as store:
        _print((undo(store, decision, because=because, by=by),), form)


def _print(found: tuple[Ruling, ...], form: str) -> None:
    rows = [shapes.ruling(one) for one in found]
    if form == "jsonl":
        print_jsonl(rows)
    else:
        print_table(_COLUMNS, rows)


def _explain(found: shapes.Json, out: Console) -> None:
    out.print(Text(found["event"], "bold"))
    for join in found["joins"]:
        out.print(Text(f"  {join['statement']} with {join['to']}: {join['score']} points"))
        for feature in join["features"]:
            gained = f" (+{feature['points']})" if feature["points"] else ""
            out.print(Text(f"    {feature['name']}: {feature['found']}{gained}"))
    for one in found["decisions"]:
        out.print(Text(f"  {one['kind']} {one['id']}: {one['because'] or 'no reason given'}"))
