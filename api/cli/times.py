"""``regesta times``: articles → time expressions, without a database."""

import sys

import click

from api.cli.forms import format_or_csv_option
from api.cli.inputs import Files, files_argument, leave, tell
from api.cli.output import Row, print_csv, print_jsonl, print_table
from api.reading import Reader, Unread
from api.settings import Settings
from extract.language import pipeline
from extract.times import find_times, timexes_as_json
from extract.times.export import Record
from ontology.model import Article

COLUMNS = {
    "text": "Expression",
    "type": "Type",
    "value": "Value",
    "earliest": "Earliest",
    "latest": "Latest",
    "start": "Start",
    "end": "End",
}


@click.command("times")
@files_argument
@format_or_csv_option
@click.option("--explain", is_flag=True, help="Say step by step how each value was found.")
@click.pass_obj
def command(settings: Settings, files: Files, form: str, explain: bool) -> None:
    """Read articles and print their time expressions: TIMEX3 type and value, first and last day.

    Needs no database. Days are included at both ends; an open or unknown end is empty.
    """
    columns = {**COLUMNS, "anchor": "Bound", "trace": "Because"} if explain else COLUMNS
    rows: list[Row] = []
    unread: list[Unread] = []
    for found in Reader(settings.article_limit_bytes).articles(files, sys.stdin.buffer):
        if isinstance(found, Unread):
            tell(found)
            unread.append(found)
            continue
        times = _times(found, explain)
        if form == "jsonl":
            print_jsonl([{**_head(found), "timexes": times}])
        rows += [{"id": found.key, **time, **_told(time)} for time in times]
    if form == "csv":
        print_csv(["id", *columns], rows)
    elif form == "table":
        print_table({"id": "Article", **columns}, rows)
    leave(unread)


def _told(time: Record) -> Row:
    """The trace in one cell, where there is one."""
    trace = time.get("trace")
    return {"trace": "; ".join(trace)} if isinstance(trace, list) else {}


def _times(article: Article, explain: bool) -> list[Record]:
    doc = pipeline(article.lang)(article.text)
    return timexes_as_json(find_times(doc, article.published), article.text, explain)


def _head(article: Article) -> Row:
    day = article.published.isoformat() if article.published else None
    return {"id": article.key, "lang": article.lang, "date": day}
