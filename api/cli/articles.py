"""``regesta articles``: what is in the graph, and corrections of it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from api.cli.failures import complain
from api.cli.forms import format_option
from api.cli.ingest import COLUMNS as OUTCOMES
from api.cli.inputs import leave
from api.cli.options import DAY
from api.cli.output import print_jsonl, print_table, remark
from api.database import opened
from api.ingest import FAILED, ingest
from api.reading import Reader
from api.settings import Settings
from api.shapes import Json, article_summary, version
from graph.articles import ArticleSummary, articles
from graph.copies import find_copies
from graph.corrections import versions, withdraw
from graph.store import Store

_LISTED = {
    "date": "Date",
    "key": "Key",
    "lang": "Language",
    "statements": "Statements",
    "events": "Events",
    "id": "Id",
}
_VERSIONS = {
    "id": "Id",
    "recorded": "Loaded",
    "until": "Valid until",
    "state": "State",
    "ended_on": "Ended on",
    "because": "Because",
    "by": "By",
    "replaced_by": "Replaced by",
}


@click.group("articles")
def command() -> None:
    """List articles and their versions; withdraw or replace one.

    Nothing is deleted: what an article said stays for those who ask as of a time at which it was valid.
    """


@command.command("list")
@click.option("--lang", metavar="CODE", help="Only articles in this language: de, en, fr or es.")
@format_option
@click.pass_obj
def listing(settings: Settings, lang: str | None, form: str) -> None:
    """List the valid articles, the latest first."""
    with opened(settings, remark) as store:
        rows = [article_summary(one) for one in _all(store, lang)]
    print_jsonl(rows) if form == "jsonl" else print_table(_LISTED, rows)


@command.command("versions")
@click.argument("article", metavar="ARTICLE")
@format_option
@click.pass_obj
def history(settings: Settings, article: str, form: str) -> None:
    """List the versions of an ARTICLE (an id or a key), those that ended too."""
    with opened(settings, remark) as store:
        _print([version(one) for one in versions(store, article)], form)


@command.command("withdraw")
@click.argument("article", metavar="ARTICLE")
@click.option("--because", metavar="TEXT", help="Why; shown with its versions.")
@click.option("--by", metavar="NAME", help="Who says so.")
@click.option(
    "--on", "day", type=DAY, metavar="DAY", help="The day from which it no longer counts; today by default."
)
@format_option
@click.pass_obj
def withdrawing(
    settings: Settings, article: str, because: str | None, by: str | None, day: datetime | None, form: str
) -> None:
    """Withdraw an ARTICLE (an id or a key): the graph of now is as if it had never come."""
    with opened(settings, remark) as store:
        gone = withdraw(store, article, because=because, by=by, on=day.date() if day else None)
    _print([version(gone)], form)


@command.command("replace")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def replacing(settings: Settings, file: Path) -> None:
    """Read FILE and put its articles in the place of those with the same key or address.

    Brings back an article that was withdrawn or replaced.
    """
    with opened(settings, remark) as store:
        outcomes = list(ingest([file], Reader(settings.article_limit_bytes), store, replace=True))
    for outcome in outcomes:
        if outcome.error:
            complain(outcome.error)
    print_table(OUTCOMES, [{name: getattr(outcome, name) for name in OUTCOMES} for outcome in outcomes])
    leave(outcome for outcome in outcomes if outcome.status == FAILED)


@command.command("copies")
@click.pass_obj
def copies(settings: Settings) -> None:
    """Compare articles that an earlier version of Regesta loaded with all others, to find copies."""
    with opened(settings, remark) as store:
        compared = find_copies(store)
    remark(f"Articles compared: {compared}.")


def _all(store: Store, lang: str | None) -> Iterator[ArticleSummary]:
    cursor = None
    while True:
        page = articles(store, lang=lang, cursor=cursor, limit=1000)
        yield from page.results
        cursor = page.next
        if cursor is None:
            return


def _print(rows: list[Json], form: str) -> None:
    if form == "jsonl":
        print_jsonl(rows)
    else:
        print_table(_VERSIONS, [{**row, "state": row["ended"] or "valid"} for row in rows])
