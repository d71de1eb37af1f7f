"""``regesta actors``: who unresolved actors are."""

import click

from api import shapes
from api.cli.forms import decision_options, format_option
from api.cli.output import print_jsonl, print_table, remark
from api.database import opened
from api.settings import Settings
from graph.moves import link, unlink, unresolved
from graph.rulings import Ruling

_COLUMNS = {
    "id": "Decision",
    "actor": "Actor",
    "target": "Is",
    "recorded": "Taken",
    "by": "By",
    "because": "Because",
    "undone": "Undone",
}
_UNRESOLVED = {"id": "Id", "name": "Name", "type": "Type", "state": "State", "events": "Events"}


@click.group("actors")
def command() -> None:
    """List unresolved actors; say who they are, and undo that.

    Statements stay as they were read; events take the actor for whom it is, in what comes later too.
    """


@command.command("unresolved")
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many.")
@format_option
@click.pass_obj
def listing(settings: Settings, limit: int, form: str) -> None:
    """List actors that the gazetteer lacks, those with most events first."""
    with opened(settings, remark) as store:
        rows = [
            {**shapes.actor_ref(one.actor), "events": one.events} for one in unresolved(store, limit=limit)
        ]
    print_jsonl(rows) if form == "jsonl" else print_table(_UNRESOLVED, rows)


@command.command("merge")
@click.argument("actor", metavar="ACTOR")
@click.argument("target", metavar="ACTOR")
@decision_options
@click.pass_obj
def merging(
    settings: Settings, actor: str, target: str, because: str | None, by: str | None, form: str
) -> None:
    """Decide that an unresolved ACTOR is another ACTOR of the graph or the gazetteer (ids)."""
    with opened(settings, remark) as store:
        _print(link(store, actor, target, because=because, by=by), form)


@command.command("link")
@click.argument("actor", metavar="ACTOR")
@click.argument("qid", metavar="QID")
@decision_options
@click.pass_obj
def linking(settings: Settings, actor: str, qid: str, because: str | None, by: str | None, form: str) -> None:
    """Decide that an unresolved ACTOR (an id) is the one that Wikidata knows as QID."""
    with opened(settings, remark) as store:
        _print(link(store, actor, qid, because=because, by=by), form)


@command.command("undo")
@click.argument("decision", metavar="DECISION")
@decision_options
@click.pass_obj
def undoing(settings: Settings, decision: str, because: str | None, by: str | None, form: str) -> None:
    """Undo a decision about who an actor is; it stays on record."""
    with opened(settings, remark) as store:
        _print(unlink(store, decision, because=because, by=by), form)


def _print(found: Ruling, form: str) -> None:
    rows = [shapes.ruling(found)]
    print_jsonl(rows) if form == "jsonl" else print_table(_COLUMNS, rows)
