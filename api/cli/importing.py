"""``regesta import``: event data sets and statements → the graph."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TextIO

import click
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from api import servers
from api.cli.failures import complain
from api.cli.inputs import leave
from api.cli.output import indexing, print_json, print_table, progress_console, remark, working
from api.database import opened
from api.settings import Settings
from graph.bulk import BadRow, Import, Report, Source, open_source
from graph.bulk.load import import_file
from graph.bulk.offline import Offline, import_offline
from graph.bulk.source import FORMATS
from graph.bulk.told import import_statements
from graph.index.keep import index_of
from graph.store import Store
from ontology.errors import ParameterError

COLUMNS = {
    "file": "File",
    "dataset": "Data set",
    "format": "Format",
    "lines": "Lines",
    "new": "New",
    "present": "Known",
    "bad": "Left out",
    "rate": "Lines/s",
}
_SHOWN = 20


@dataclass(slots=True)
class _Bad:
    """Tells of rows left out: the first on standard error, all in a file if there is one."""

    file: TextIO | None
    told: int = 0

    def __call__(self, source: Source, row: BadRow) -> None:
        self.told += 1
        if self.file:
            self.file.write(f"{source.path}\t{row.line}\t{row.reason}\n")
        if self.told <= _SHOWN:
            complain(f"{source.path}, line {row.line}: {row.reason}")
        elif self.told == _SHOWN + 1:
            complain("More rows are left out; --bad FILE lists all of them.")


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--format", "kind", type=click.Choice(["auto", *FORMATS]), default="auto", show_default=True)
@click.option(
    "--name", help="What the data set is called; by default GDELT, ICEWS, POLECAT or the file's name."
)
@click.option("--writers", type=click.IntRange(1, 8), default=1, show_default=True, help="Write in parallel.")
@click.option("--offline", is_flag=True, help="Fill an empty managed database by Neo4j's own import.")
@click.option("--check", is_flag=True, help="Go through files that were loaded before, too.")
@click.option(
    "--bad", type=click.File("w", encoding="utf-8", lazy=True), help="List all rows left out there."
)
@click.option("--output", type=click.Choice(["table", "json"]), default="table", show_default=True)
@click.pass_obj
def command(
    settings: Settings,
    files: tuple[Path, ...],
    kind: str,
    name: str | None,
    writers: int,
    offline: bool,
    check: bool,
    bad: TextIO | None,
    output: str,
) -> None:
    """Add events of GDELT, ICEWS, POLECAT or benchmarks, or statements as JSON lines, to the graph.

    Files may be packed (.gz, .xz, .bz2, .zip). What is in the graph already is left as it is, and a load that
    was cut off goes on where it stopped. Rows that can't be used are told and left out; then the exit code is
    1. At the end the index for paths is brought up to date, so that the first path need not wait for it.
    """
    sources = [open_source(path, kind, name) for path in files]
    teller = _Bad(bad)
    done = _offline(settings, sources, teller) if offline else []
    with opened(settings, remark) as store:
        if not offline:
            done = [_load(store, source, writers, check, teller) for source in sources]
        with indexing() as show:
            index_of(store, show)
    if output == "json":
        print_json(done)
    else:
        print_table(COLUMNS, done)
    leave(range(teller.told))


def _load(store: Store, source: Source, writers: int, check: bool, bad: _Bad) -> dict[str, object]:
    start = perf_counter()
    with _progress(source) as show:
        how = Import(writers, check, show, partial(bad, source))
        report = (import_statements if source.format == "statements" else import_file)(store, source, how)
    return _outcome(source, report, perf_counter() - start)


def _offline(settings: Settings, sources: list[Source], bad: _Bad) -> list[dict[str, object]]:
    """Fill the empty managed database; rates count from the first row to the indexes made at the end."""
    if settings.neo4j_uri:
        raise ParameterError("offline", "--offline needs the managed server: unset REGESTA_NEO4J_URI.")
    start = perf_counter()
    with working("Reading the data files") as say:
        server = Offline(servers.managed(settings), settings.cache_dir, servers.options(settings), say)
        reports = import_offline(
            server, sources, bad, lambda source, _, rows: say(f"{source.path.name}: {rows:,} lines")
        )
    seconds = perf_counter() - start
    return [_outcome(source, report, seconds) for source, report in zip(sources, reports, strict=True)]


def _outcome(source: Source, report: Report, seconds: float) -> dict[str, object]:
    if report.complete:
        remark(f"{source.path} was loaded before; --check goes through it again.")
    return {
        "file": str(source.path),
        "dataset": source.name,
        "format": source.format,
        "lines": report.lines,
        "new": report.new,
        "present": report.present,
        "bad": report.bad,
        "rate": round(report.lines / seconds),
    }


@contextmanager
def _progress(source: Source) -> Iterator[Callable[[int, int], None]]:
    """A bar by bytes read, with the rate in lines a second; without a terminal there is none."""
    shown = progress_console()
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rows]:,} lines, {task.fields[rate]:,.0f}/s"),
        TimeRemainingColumn(),
    )
    begun = perf_counter()
    with Progress(*columns, console=shown, disable=not shown.is_terminal) as progress:
        task = progress.add_task(f"Loading {source.path.name[:40]}", total=source.size, rows=0, rate=0.0)

        def show(position: int, rows: int) -> None:
            rate = rows / (perf_counter() - begun)
            progress.update(task, completed=position, rows=rows, rate=rate)

        yield show
