"""``regesta partners``: with whom an actor has had to do."""

from collections.abc import Mapping

import click

from api import shapes
from api.asking import meant
from api.cli.forms import format_option
from api.cli.options import known_options
from api.cli.output import print_jsonl, print_table, remark
from api.cli.scopes import filter_options, filter_question
from api.database import opened
from api.scopes import filter_of
from api.settings import Settings
from graph.known import Known
from graph.partners import neighbourhood, shared_partners

COLUMNS = {"name": "Actor", "id": "Id", "events": "Events", "score": "Score", "first": "From", "last": "To"}
SHARED = {
    "name": "Actor",
    "id": "Id",
    "one_events": "Events with the first",
    "one_score": "Score",
    "other_events": "Events with the second",
    "other_score": "Score",
}


@click.command("partners")
@click.argument("name")
@click.option("--shared-with", "other", metavar="NAME", help="Only partners that this actor has as well.")
@filter_options
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="At most so many.")
@format_option
@known_options
@click.pass_obj
def command(
    settings: Settings,
    /,
    name: str,
    other: str | None,
    limit: int,
    form: str,
    as_of: str | None,
    recorded_before: str | None,
    **given: object,
) -> None:
    """List all who take part in an actor's events, with the number of events and their mean score.

    NAME is an id (Q7747) or a name in German, English, French or Spanish.
    """
    known, wanted = Known.parse(as_of, recorded_before), filter_question(given)
    with opened(settings, remark) as store:
        actor = meant(store, name, "id", wanted.day, known)
        chosen = filter_of(store, wanted, known)
        if other is None:
            found = [shapes.partner(one) for one in neighbourhood(store, actor.id, chosen, known=known)]
        else:
            second = meant(store, other, "shared-with", wanted.day, known)
            shared = shared_partners(store, actor.id, second.id, chosen, known=known)
            found = [shapes.shared_partner(one) for one in shared]
    if form == "jsonl":
        print_jsonl(found[:limit])
        return
    shown = f"{min(limit, len(found))} of {len(found)}" if len(found) > limit else str(len(found))
    rows = [_row(one) if other is None else _shared(one) for one in found[:limit]]
    print_table(COLUMNS if other is None else SHARED, rows, f"{actor.name} [{actor.id}] · {shown} partners")


def _row(one: shapes.Json) -> Mapping[str, object]:
    return {**one, "name": one["actor"]["name"], "id": one["actor"]["id"], "score": f"{one['score']:+.1f}"}


def _shared(one: shapes.Json) -> Mapping[str, object]:
    sides = {f"{side}_{key}": one[side][key] for side in ("one", "other") for key in ("events", "score")}
    scores = {key: f"{value:+.1f}" for key, value in sides.items() if key.endswith("score")}
    return {"name": one["actor"]["name"], "id": one["actor"]["id"], **sides, **scores}
