"""``regesta extract``: articles → statements, without a database."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from api.cli.forms import format_option
from api.cli.inputs import Files, files_argument, leave, tell
from api.cli.output import print_jsonl, print_table, remark
from api.cli.wording import stance, when
from api.reading import Reader, Unread
from api.settings import Settings
from extract.page import Marked, mark, page
from extract.render import Record, extraction_record
from ontology.errors import RegestaError
from ontology.model import Extraction

COLUMNS = {
    "when": "When",
    "subject": "Subject",
    "predicate": "Act",
    "object": "Object",
    "event_type": "Type",
    "stands": "Stands as",
    "attributed_to": "According to",
    "evidence": "Evidence",
}


@click.command("extract")
@files_argument
@format_option
@click.option("--explain", is_flag=True, help="Add the rule and the reasons of each statement.")
@click.option(
    "--html",
    "target",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help="Write a page with marked texts and their statements instead; - is standard output.",
)
@click.pass_obj
def command(settings: Settings, files: Files, form: str, explain: bool, target: Path | None) -> None:
    """Read articles (text, HTML, JSON, JSONL, folders; - is standard input) and print their statements.

    Needs no database. A file that can't be read is told and left out; the exit code is then 1.
    """
    unread: list[Unread] = []
    if target is not None:
        _write(page(_marked(Reader(settings.article_limit_bytes), files, unread)), target)
        leave(unread)
        return
    for found in Reader(settings.article_limit_bytes).extractions(files, sys.stdin.buffer):
        if isinstance(found, Unread):
            tell(found)
            unread.append(found)
        elif form == "jsonl":
            print_jsonl([extraction_record(found, explain)])
        else:
            _table(found, explain)
    leave(unread)


def _marked(reader: Reader, files: Files, unread: list[Unread]) -> Iterator[Marked]:
    """The articles for the page; what can't be read is told and kept in ``unread``."""
    for article in reader.articles(files, sys.stdin.buffer):
        if isinstance(article, Unread):
            tell(article)
            unread.append(article)
            continue
        try:
            yield mark(article)
        except RegestaError as error:
            unread.append(Unread(article.key, error))
            tell(unread[-1])


def _write(text: str, target: Path) -> None:
    with click.open_file(str(target), "w", encoding="utf-8") as file:
        file.write(text)


def _table(extraction: Extraction, explain: bool) -> None:
    article = extraction.article
    record = extraction_record(extraction, explain)
    statements = record["statements"]
    if not isinstance(statements, list):
        raise TypeError("statements are a list")
    columns = COLUMNS | ({"rule": "Rule", "trace": "Because"} if explain else {})
    count = f"{len(statements)} statement{'' if len(statements) == 1 else 's'}"
    title = f"{article.key} · {article.lang} · {article.published or 'no date'} · {count}"
    print_table(columns, [_row(statement) for statement in statements], title)
    for warning in extraction.warnings:
        remark(f"{article.key}: {warning}")


def _row(statement: Record) -> Record:
    time = statement["time"]
    return {
        **statement,
        "when": when(time) if isinstance(time, Mapping) else "",
        "stands": stance(statement),
        "trace": _lines(statement.get("trace")),
    }


def _lines(parts: object) -> str:
    return "\n".join(map(str, parts)) if isinstance(parts, Iterable) else ""
