"""``regesta counts``: timelines counted by periods."""

from dataclasses import asdict

import click

from api.cli.forms import format_or_csv_option
from api.cli.options import known_options
from api.cli.output import print_csv, print_jsonl, print_table, remark
from api.cli.scopes import filter_options, filter_question, scope_options, scope_question, title
from api.database import opened
from api.scopes import filter_of, scope_of
from api.settings import Settings
from graph.known import Known
from graph.timelines import PERIODS, PeriodKind, counts

COLUMNS = {
    "first": "From",
    "last": "To",
    "certain": "Certain",
    "possible": "Possible",
    "expected": "Expected",
    "score": "Score",
}


@click.command("counts")
@scope_options
@filter_options
@click.option(
    "--by", type=click.Choice(PERIODS), default="month", show_default=True, help="Length of a period."
)
@format_or_csv_option
@known_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    by: PeriodKind,
    form: str,
    as_of: str | None,
    recorded_before: str | None,
    **given: object,
) -> None:
    """Count the events of a timeline by periods, with mean scores from -10 (conflict) to +10 (cooperation).

    An event that is not known to the day counts as possible in each period that it can have touched; the
    expected number and the score spread it evenly over its days.
    """
    known = Known.parse(as_of, recorded_before)
    asked, wanted = scope_question(given), filter_question(given)
    with opened(settings, remark) as store:
        scope, actors = scope_of(store, asked, wanted.day, known)
        found = counts(store, scope, filter_of(store, wanted, known), by=by, known=known)
    rows = [asdict(period) for period in found.periods]
    if form == "jsonl":
        print_jsonl(rows)
    elif form == "csv":
        print_csv(list(COLUMNS), rows)
    else:
        told = [{**row, "expected": f"{row['expected']:.1f}", "score": _score(row["score"])} for row in rows]
        caption = f"mean score {_score(found.score)}" if found.total else None
        print_table(COLUMNS, told, f"{title(asked, actors)} · {found.total} events", caption)


def _score(score: float | None) -> str:
    return "" if score is None else f"{score:+.1f}"
