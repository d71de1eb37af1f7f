"""``regesta order``: how two events lie to one another in time."""

from collections.abc import Mapping
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from api import shapes
from api.cli.event import print_sentences
from api.cli.options import known_options
from api.cli.output import console, print_json, remark, tell_known
from api.database import opened
from api.settings import Settings
from graph.known import Known
from graph.orders import compare

WORDING = {
    "precedes": "the first is over before the second begins",
    "follows": "the second is over before the first begins",
    "overlaps": "they share some time",
}


@click.command("order")
@click.argument("first", metavar="ID")
@click.argument("second", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@known_options
@click.pass_obj
def command(
    settings: Settings, first: str, second: str, form: str, as_of: str | None, recorded_before: str | None
) -> None:
    """Say whether one event must, may or cannot precede or overlap another, and which sentences prove it."""
    known = Known.parse(as_of, recorded_before)
    with opened(settings, remark) as store:
        found = shapes.comparison(compare(store, first, second, known))
    if form == "json":
        print_json({**found, "known": known.text})
    else:
        _print(found, console())
        tell_known(known)


def _print(found: Mapping[str, Any], out: Console) -> None:
    for name, words in WORDING.items():
        answer = found[name]
        because = ", because" if answer["because"] else ""
        out.print(Text(f"\n{name}: {answer['possibility']} ({words}){because}", "bold"))
        print_sentences(answer["because"], out)
