"""``regesta path``: chains of events from one actor to another."""

from datetime import datetime

import click

from api import shapes
from api.asking import Certainty, PathQuestion, ask_path
from api.cli.forms import format_option
from api.cli.options import certainty_option, from_option, known_options, to_option, type_option
from api.cli.output import indexing, print_jsonl, print_table, remark
from api.cli.wording import evidence, reports, when
from api.database import opened
from api.settings import Settings
from graph.known import Known
from graph.paths import MAX_HOPS, MAX_PATHS, OBJECTIVES, Objective
from ontology.event_types import label

COLUMNS = {
    "hop": "",
    "from": "From",
    "act": "Act",
    "to": "To",
    "when": "When",
    "reports": "Reports",
    "evidence": "Evidence",
    "event": "Event",
}


@click.command("path")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@from_option
@to_option
@click.option(
    "--max-hops",
    type=click.IntRange(1, MAX_HOPS),
    default=4,
    show_default=True,
    help="At most so many.",
)
@click.option(
    "--objective",
    type=click.Choice(OBJECTIVES),
    default="earliest-arrival",
    show_default=True,
    help="What counts most.",
)
@click.option(
    "--count", type=click.IntRange(1, MAX_PATHS), default=1, show_default=True, help="So many of the best."
)
@type_option
@click.option(
    "--include", default="none", metavar="KINDS", help="Also planned, possible, hypothetical events."
)
@click.option("--directed", is_flag=True, help="Only from those who act to those acted upon.")
@certainty_option
@format_option
@known_options
@click.pass_obj
def command(
    settings: Settings,
    source: str,
    target: str,
    start: datetime | None,
    end: datetime | None,
    max_hops: int,
    objective: Objective,
    count: int,
    types: tuple[str, ...],
    include: str,
    directed: bool,
    certainty: Certainty,
    form: str,
    as_of: str | None,
    recorded_before: str | None,
) -> None:
    """Find chains of events from one actor to another, each of which can follow the one before it in time.

    FROM and TO are ids (Q7747) or names in German, English, French or Spanish.
    """
    days = (start and start.date(), end and end.date())
    question = PathQuestion(
        *(source, target, *days, max_hops, objective, certainty, types, include, directed, count),
        known=Known.parse(as_of, recorded_before),
    )
    with opened(settings, remark) as store, indexing() as progress:
        one, other, found = ask_path(store, question, progress)
    paths = [shapes.path(path) for path in found]
    if form == "jsonl":
        print_jsonl(paths)
        return
    if not paths:
        click.echo(f"No chain of at most {max_hops} events leads from {one.name} to {other.name}.")
    for path in paths:
        facts = (
            f"{len(path['hops'])} events",
            path["certainty"],
            f"arrives from {path['earliest_arrival']}",
            f"takes {path['days']} days or more",
        )
        title = f"{one.name} → {other.name} · {' · '.join(facts)}"
        print_table(COLUMNS, [_row(number, hop) for number, hop in enumerate(path["hops"], 1)], title)


def _row(number: int, hop: shapes.Json) -> shapes.Json:
    event = hop["event"]
    return {
        "hop": number,
        "from": hop["from"]["name"],
        "act": label(event["predicate"]),
        "to": hop["to"]["name"],
        "when": when(event),
        "reports": reports(event),
        "evidence": evidence(event),
        "event": event["id"],
    }
