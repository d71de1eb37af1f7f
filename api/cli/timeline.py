"""``regesta timeline``: the events of an actor."""

from datetime import datetime

import click

from api import shapes
from api.asking import Certainty, TimelineQuestion, ask
from api.cli.options import certainty_option, from_option, to_option
from api.cli.output import print_csv, print_jsonl, print_table, remark
from api.cli.wording import names, reports, stance, when
from api.database import opened
from api.settings import Settings
from ontology.event_types import event_types, label

COLUMNS = {
    "when": "When",
    "subject": "Subject",
    "act": "Act",
    "object": "Object",
    "type": "Type",
    "stands": "Stands as",
    "reports": "Reports",
    "id": "Event",
}


@click.command("timeline")
@click.argument("name")
@from_option
@to_option
@click.option("--with", "with_actor", metavar="NAME", help="Only events in which this actor takes part too.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(list(event_types()), case_sensitive=False),
    metavar="TYPE",
    help="Only this event type, such as CONSULT; may be given several times.",
)
@click.option(
    "--include",
    default="none",
    metavar="KINDS",
    help="Also planned, denied, possible, hypothetical events; several separated by commas, or all.",
)
@certainty_option
@click.option(
    "--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many events."
)
@click.option(
    "--format", "form", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True
)
@click.pass_obj
def command(
    settings: Settings,
    name: str,
    start: datetime | None,
    end: datetime | None,
    with_actor: str | None,
    types: tuple[str, ...],
    include: str,
    certainty: Certainty,
    limit: int,
    form: str,
) -> None:
    """List the events of an actor in the order of their dates.

    NAME is an id (Q7747) or a name in German, English, French or Spanish. By default those events are listed
    of which somebody says that they happened.
    """
    question = TimelineQuestion(
        name, start and start.date(), end and end.date(), with_actor, types, include, certainty, limit
    )
    with opened(settings, remark) as store:
        actor, page = ask(store, question)
    rows = [shapes.event_row(row) for row in page.rows]
    if form == "jsonl":
        print_jsonl(rows)
    elif form == "csv":
        columns = shapes.EVENT_COLUMNS
        print_csv(columns, [dict(zip(columns, shapes.flat(row), strict=True)) for row in rows])
    else:
        shown = f"{len(rows)} of {page.total_value}" if page.next else str(len(rows))
        print_table(COLUMNS, [_row(row) for row in rows], f"{actor.name} [{actor.id}] · {shown} events")


def _row(row: shapes.Json) -> shapes.Json:
    return {
        **row,
        "when": when(row),
        "subject": names(row["subject"]),
        "act": label(row["predicate"]),
        "object": names(row["object"]),
        "stands": stance(row) + (", disputed" if row["disputed"] else ""),
        "reports": reports(row),
    }
