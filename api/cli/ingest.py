"""``regesta ingest``: articles → the graph."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli.failures import complain
from api.cli.forms import format_option
from api.cli.inputs import Files, files_argument, leave
from api.cli.output import print_jsonl, print_table, progress_console, remark
from api.database import opened, warming
from api.ingest import FAILED, Outcome, ingest
from api.reading import Reader
from api.settings import Settings
from graph.store import Store

COLUMNS = {
    "article": "Article",
    "status": "Outcome",
    "statements": "Statements",
    "events_new": "New events",
    "events_joined": "Known events",
    "warnings": "Remarks",
}


@click.command("ingest")
@files_argument
@format_option
@click.option(
    "--replace", is_flag=True, help="Each article takes the place of those with the same key or address."
)
@click.pass_obj
def command(settings: Settings, files: Files, form: str, replace: bool) -> None:
    """Read articles and add what they say to the graph, one transaction for each article.

    An article that is in the graph already is left as it is, and one that was withdrawn or replaced stays
    out, unless --replace is given. One that can't be used is told and left out; the exit code is then 1.
    """
    with opened(settings, remark) as store:
        reader = Reader(settings.article_limit_bytes)
        outcomes = ingest_with_progress(files, reader, store, sys.stdin.buffer, replace=replace)
    if form == "jsonl":
        print_jsonl(asdict(outcome) for outcome in outcomes)
    else:
        print_table(COLUMNS, [asdict(outcome) for outcome in outcomes])
    leave(outcome for outcome in outcomes if outcome.status == FAILED)


def ingest_with_progress(
    files: Sequence[Path],
    reader: Reader,
    store: Store,
    stdin: BinaryIO | None = None,
    *,
    replace: bool = False,
) -> list[Outcome]:
    """Ingest under a progress bar on standard error; without a terminal there is a line for each article."""
    outcomes: list[Outcome] = []
    with warming(store) as ready, _progress() as progress:
        task = progress.add_task("Reading articles", total=_count(files))
        for outcome in ingest(files, reader, store, stdin, replace=replace, ready=ready):
            outcomes.append(outcome)
            progress.update(task, advance=1, description=f"Read {outcome.article[:40]}")
            if outcome.error:
                complain(outcome.error)
            elif not progress.console.is_terminal:
                remark(
                    f"{len(outcomes)}. {outcome.article}: {outcome.status}, {outcome.statements} statements"
                )
        progress.update(task, description="Articles read", total=len(outcomes))
    return outcomes


def _count(files: Sequence[Path]) -> int | None:
    """How many articles will come; None where a file may hold many."""
    one_each = all(path.is_file() and path.suffix in (".txt", ".html", ".htm", ".json") for path in files)
    return len(files) if one_each else None


def _progress() -> Progress:
    shown = progress_console()
    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=shown,
        disable=not shown.is_terminal,
    )
