"""``regesta sequences``: events that are followed by others between the same sides."""

from datetime import datetime

import click

from api import shapes
from api.asking import meant
from api.cli.forms import format_option
from api.cli.options import certainty_option, from_option, known_options, to_option
from api.cli.output import print_jsonl, print_table, remark
from api.cli.wording import names, when
from api.database import opened
from api.scopes import FilterQuestion, filter_of, kind_of
from api.settings import Settings
from graph.known import Known
from graph.sequences import sequences
from graph.timelines import Certainty
from ontology.event_types import label

COLUMNS = {
    "first": "First",
    "when": "When",
    "second": "Then",
    "then": "When",
    "days": "Days",
    "certainty": "",
}


@click.command("sequences")
@click.argument("first")
@click.argument("second")
@click.option(
    "--within", "within_days", type=click.IntRange(1), default=30, show_default=True, metavar="DAYS"
)
@click.option("--actor", metavar="NAME", help="Only events in which this actor takes part.")
@from_option
@to_option
@click.option("--include", default="none", metavar="KINDS", help="Also planned, denied, possible events.")
@certainty_option
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many.")
@format_option
@known_options
@click.pass_obj
def command(
    settings: Settings,
    first: str,
    second: str,
    within_days: int,
    actor: str | None,
    start: datetime | None,
    end: datetime | None,
    include: str,
    certainty: Certainty,
    limit: int,
    form: str,
    as_of: str | None,
    recorded_before: str | None,
) -> None:
    """List events of one kind that are followed by events of another kind between the same two sides.

    FIRST and SECOND are event types, or modes of them: CONSULT/visit AGREE. --from and --to bound both.
    """
    days = (start and start.date(), end and end.date())
    kinds = [
        FilterQuestion(*days, *kind_of(text, name), include=include)
        for name, text in (("first", first), ("second", second))
    ]
    known = Known.parse(as_of, recorded_before)
    with opened(settings, remark) as store:
        one, other = (filter_of(store, kind, known) for kind in kinds)
        whose = meant(store, actor, "actor", kinds[0].day, known).id if actor else None
        found = sequences(
            *(store, one, other),
            within_days=within_days,
            actor_id=whose,
            certainty=certainty,
            limit=limit,
            known=known,
        )
    rows = [shapes.sequence(one) for one in found.results]
    if form == "jsonl":
        print_jsonl(rows)
    else:
        shown = f"{len(rows)} of {found.total}" if found.total > len(rows) else str(found.total)
        print_table(COLUMNS, [_row(row) for row in rows], f"{first} → {second} · {shown} sequences")


def _row(row: shapes.Json) -> shapes.Json:
    one, other = row["first"], row["second"]
    most = "" if row["most_days"] is None else f" … {row['most_days']}"
    return {
        "first": _words(one),
        "when": when(one),
        "second": _words(other),
        "then": when(other),
        "days": f"{row['least_days']}{most}",
        "certainty": row["certainty"],
    }


def _words(event: shapes.Json) -> str:
    return f"{names(event['subject'])} {label(event['predicate'])} {names(event['object'])}".strip()
