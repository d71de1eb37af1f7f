"""``regesta timeline``: events of actors, a place, an event, or of some types."""

import click

from api import shapes
from api.cli.forms import format_or_csv_option
from api.cli.options import known_options
from api.cli.output import print_csv, print_jsonl, print_table, remark
from api.cli.scopes import filter_options, filter_question, scope_options, scope_question, title
from api.cli.wording import names, reports, stance, when
from api.database import opened
from api.scopes import filter_of, scope_of
from api.settings import Settings
from graph.known import Known
from graph.timelines import page
from ontology.event_types import label

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
@scope_options
@filter_options
@click.option(
    "--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many events."
)
@click.option("--cursor", help="Go on after a page; given where there are more events than --limit.")
@format_or_csv_option
@known_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    limit: int,
    cursor: str | None,
    form: str,
    as_of: str | None,
    recorded_before: str | None,
    **given: object,
) -> None:
    """List events in the order of their dates.

    Each NAME is an id (Q7747) or a name in German, English, French or Spanish; the events of all are listed.
    By default those are listed of which somebody says that they happened.
    """
    known = Known.parse(as_of, recorded_before)
    asked, wanted = scope_question(given), filter_question(given)
    with opened(settings, remark) as store:
        scope, actors = scope_of(store, asked, wanted.day, known)
        found = page(store, scope, filter_of(store, wanted, known), limit=limit, cursor=cursor, known=known)
    rows = [shapes.event_row(row) for row in found.rows]
    if form == "jsonl":
        print_jsonl(rows)
    elif form == "csv":
        columns = shapes.EVENT_COLUMNS
        print_csv(columns, [dict(zip(columns, shapes.flat(row), strict=True)) for row in rows])
    else:
        shown = f"{len(rows)} of {found.total_value}" if found.next else str(len(rows))
        print_table(COLUMNS, [_row(row) for row in rows], f"{title(asked, actors)} · {shown} events")
    if found.next:
        remark(f"There are more: --cursor {found.next}")


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
