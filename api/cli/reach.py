"""``regesta reach``: all whom an actor's acts can have reached."""

from datetime import datetime

import click

from api import shapes
from api.asking import Certainty, ReachQuestion, ask_reach
from api.cli.forms import format_option
from api.cli.options import certainty_option, from_option, known_options, to_option, type_option
from api.cli.output import indexing, print_jsonl, print_table, remark
from api.database import opened
from api.settings import Settings
from graph.known import Known
from graph.paths import MAX_HOPS, Direction

COLUMNS = {"day": "Day", "hops": "Hops", "name": "Actor", "id": "Id"}


@click.command("reach")
@click.argument("name")
@from_option
@to_option
@click.option(
    "--backwards", is_flag=True, help="Instead, all whose acts can have reached NAME, the last ones first."
)
@click.option("--max-hops", type=click.IntRange(1, MAX_HOPS), default=4, show_default=True)
@type_option
@click.option(
    "--include", default="none", metavar="KINDS", help="Also planned, possible, hypothetical events."
)
@click.option("--directed", is_flag=True, help="Only from those who act to those acted upon.")
@certainty_option
@click.option(
    "--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many actors."
)
@format_option
@known_options
@click.pass_obj
def command(
    settings: Settings,
    name: str,
    start: datetime | None,
    end: datetime | None,
    backwards: bool,
    max_hops: int,
    types: tuple[str, ...],
    include: str,
    directed: bool,
    certainty: Certainty,
    limit: int,
    form: str,
    as_of: str | None,
    recorded_before: str | None,
) -> None:
    """List all actors that an act of an actor can have reached along chains of events, the earliest first.

    NAME is an id (Q7747) or a name in German, English, French or Spanish.
    """
    direction: Direction = "to" if backwards else "from"
    days = (start and start.date(), end and end.date())
    question = ReachQuestion(
        name,
        *days,
        direction,
        max_hops,
        certainty,
        types,
        include,
        directed,
        limit,
        known=Known.parse(as_of, recorded_before),
    )
    with opened(settings, remark) as store, indexing() as progress:
        actor, page = ask_reach(store, question, progress)
    rows = [shapes.reached_actor(one) for one in page.results]
    if form == "jsonl":
        print_jsonl(rows)
        return
    shown = f"{len(rows)} of {page.total}" if page.next else str(len(rows))
    title = (
        f"{actor.name} [{actor.id}] · {'reached by' if backwards else 'reaches'} {shown} · {page.certainty}"
    )
    print_table(
        COLUMNS, [{**row, "name": row["actor"]["name"], "id": row["actor"]["id"]} for row in rows], title
    )
