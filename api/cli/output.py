"""How commands print: tables for people, JSON lines and CSV for programs, progress on standard error."""

import csv
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TextIO

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from graph.known import Known

Row = Mapping[str, object]


def console() -> Console:
    """Where tables go; a pipe gets lines of up to 200 columns, as nothing tells its width."""
    width = None if sys.stdout.isatty() else 200
    return Console(width=width, highlight=False, soft_wrap=False)


def progress_console() -> Console:
    """Where progress and remarks go."""
    return Console(stderr=True, highlight=False)


@contextmanager
def working(message: str) -> Iterator[Callable[[str], None]]:
    """Show what is being done; gives a function that changes the message. Without a terminal, plain lines."""
    shown = progress_console()
    if not shown.is_terminal:
        shown.print(f"{message} …", markup=False)
        yield lambda changed: shown.print(f"{changed} …", markup=False)
        return
    with shown.status(f"{message} …") as status:
        yield lambda changed: status.update(f"{changed} …")


@contextmanager
def indexing() -> Iterator[Callable[[int, int], None]]:
    """Show how many events have been read into the temporal index; gives what is to be told so."""
    shown = progress_console()
    with Progress(
        TextColumn("Building the index of events"),
        BarColumn(),
        MofNCompleteColumn(),
        console=shown,
        transient=True,
        disable=not shown.is_terminal,
    ) as progress:
        task = progress.add_task("", total=None, visible=False)
        yield lambda done, total: progress.update(task, completed=done, total=total, visible=True)


def remark(message: str) -> None:
    """Tell people something beside the output."""
    click.echo(message, err=True)


def tell_known(known: Known) -> None:
    """Say what an answer was made from, unless it is all that is known now."""
    if known.as_of:
        remark(f"As of {known.text['as_of']}: what had been published by the end of that day.")
    if known.recorded_before:
        remark(f"Recorded before {known.text['recorded_before']}: what this graph had loaded by then.")


def print_json(value: object) -> None:
    """One JSON document, indented."""
    click.echo(orjson.dumps(value, option=orjson.OPT_INDENT_2))


def print_jsonl(values: Iterable[object]) -> None:
    """One JSON document on each line."""
    for value in values:
        click.echo(orjson.dumps(value))


def print_csv(columns: Sequence[str], rows: Iterable[Row], out: TextIO | None = None) -> None:
    """Comma-separated values after RFC 4180, with a line of column names."""
    writer = csv.writer(out or sys.stdout)
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)


def print_table(
    columns: Mapping[str, str], rows: Iterable[Row], title: str | None = None, caption: str | None = None
) -> None:
    """A table whose ``columns`` map keys of the rows to headings; text is never read as markup."""
    table = Table(
        title=title, caption=caption, title_justify="left", caption_justify="left", box=None, pad_edge=False
    )
    for heading in columns.values():
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(row.get(column))) for column in columns))
    console().print(table)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(_cell(part) for part in value)
    return str(value)
