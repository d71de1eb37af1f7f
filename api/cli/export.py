"""``regesta export``: the graph → RDF."""

import sys
import tempfile
from pathlib import Path

import click

from api.cli.options import known_options
from api.cli.output import remark, tell_known
from api.database import opened
from api.settings import Settings
from graph.known import Known
from graph.rdf import FORMATS, export
from graph.store import Store
from ontology.errors import InputError


@click.command("export")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="trig", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A file instead of standard output.",
)
@click.option(
    "--texts", is_flag=True, help="Whole texts of the articles too, not only the sentences of statements."
)
@known_options
@click.pass_obj
def command(
    settings: Settings,
    form: str,
    output: Path | None,
    texts: bool,
    as_of: str | None,
    recorded_before: str | None,
) -> None:
    """Write the graph as RDF in Regesta's ontology; docs/rdf.md describes it.

    trig, nq and jsonld have a named graph for each article; ttl and nt name no graphs. As of another time
    the export is that of a graph that knows nothing else.
    """
    known = Known.parse(as_of, recorded_before)
    with opened(settings, remark) as store:
        if output is None:
            export(store, sys.stdout.buffer, form, texts=texts, known=known)
            sys.stdout.buffer.flush()
        else:
            _write(store, output, form, texts, known)
    tell_known(known)


def _write(store: Store, output: Path, form: str, texts: bool, known: Known) -> None:
    """Write the file whole or not at all."""
    try:
        with tempfile.TemporaryDirectory(dir=output.parent, prefix=f".{output.name}.") as folder:
            part = Path(folder) / output.name
            with part.open("wb") as file:
                export(store, file, form, texts=texts, known=known)
            part.replace(output)
    except OSError as error:
        raise InputError(f"{output} cannot be written: {error.strerror or error}.") from error
