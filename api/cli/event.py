"""``regesta event``: one event with its sources."""

from collections.abc import Iterable, Mapping
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from api import shapes
from api.cli.options import known_options
from api.cli.output import console, print_json, remark, tell_known
from api.cli.wording import names, sources, stance, when
from api.database import opened
from api.settings import Settings
from graph.events import event
from graph.known import Known
from ontology.event_types import label

Json = Mapping[str, Any]


@click.command("event")
@click.argument("event_id", metavar="ID")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@known_options
@click.pass_obj
def command(
    settings: Settings, event_id: str, form: str, as_of: str | None, recorded_before: str | None
) -> None:
    """Show an event: what each source says, in which sentence, and why its dates are what they are."""
    known = Known.parse(as_of, recorded_before)
    with opened(settings, remark) as store:
        found = shapes.event(event(store, event_id, known))
    if form == "json":
        print_json({**found, "known": known.text})
    else:
        _print(found, console())
        tell_known(known)


def _print(found: Json, out: Console) -> None:
    act = " ".join(filter(None, (names(found["subject"]), label(found["predicate"]), names(found["object"]))))
    out.print(Text(act, "bold"))
    kind = f"{found['type']}/{found['mode']}" if found["mode"] else found["type"]
    where = found["place"]["name"] if found["place"] else None
    facts = (found["id"], kind, when(found), where, stance(found), "disputed" if found["disputed"] else None)
    out.print(Text(" · ".join(filter(None, facts))))
    if found["statements"]:
        out.print(Text(sources(found)))
    for bound in found["proof"]:
        out.print(Text(f"\n{bound['bound'].replace('_', ' ')}: {bound['date']}, because", "bold"))
        print_sentences(bound["because"], out)
    for order in found["order"]:
        other = order["event"]
        out.print(
            Text(f"\n{order['order']} {label(other['predicate'])} ({other['when']}, {other['id']})", "bold")
        )
        print_sentences(order["because"], out)
    if found["coded"]:
        _coded(found["coded"], out)
        return
    out.print(Text("\nStatements", "bold"))
    for said in found["statements"]:
        out.print(
            Text(f"  {names(said['attributed_to']) or 'the article itself'} ({stance(said)}, {when(said)}):")
        )
        print_sentences([said], out)


def _coded(row: Json, out: Console) -> None:
    """The row of the data set, in place of statements."""
    out.print(Text(f"\nCoded {row['code']} by {row['dataset']}, not stated in a sentence", "bold"))
    learnt = f", learnt of on {row['published']}" if row["published"] else ""
    known = f", event {row['own_id']}" if row["own_id"] else ""
    out.print(Text(f"    [{row['file']}, row {row['row']}{known}{learnt}]", "dim"))
    if row["url"]:
        out.print(Text(f"    {row['url']}", "dim"))


def print_sentences(sources: Iterable[Json], out: Console) -> None:
    """Each sentence with its evidence underlined, and the article it stands in."""
    for one in sources:
        sentence, evidence, article = one["sentence"], one["evidence"], one["article"]
        text = Text("    " + sentence["text"].replace("\n", " "))
        start = 4 + evidence["start"] - sentence["start"]
        text.stylize("underline", start, start + evidence["end"] - evidence["start"])
        out.print(text)
        out.print(Text(f"    [{article['key']}, {article['date'] or 'no date'}]", "dim"))
