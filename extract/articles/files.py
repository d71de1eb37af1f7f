"""Articles from files and standard input. What cannot be read becomes an error value; the rest goes on."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import orjson

from extract.articles.records import (
    Meta,
    ReadOptions,
    article_from_dated_text,
    article_from_record,
    article_from_text,
    too_large,
)
from extract.articles.web import read_page
from ontology.errors import ArticleError
from ontology.model import Article

Outcome = Article | ArticleError
STDIN = "-"
_MARKUP_FACTOR = 8
"""How much larger than its text a page or an escaped JSON line may be."""
_MANY_FACTOR = 256
"""How much larger than one text a JSON list of articles may be; JSON Lines have no such limit."""
_SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".ndjson")
_HTML = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_articles(
    paths: Iterable[Path | str], options: ReadOptions | None = None, stdin: BinaryIO | None = None
) -> Iterator[Outcome]:
    """Read articles in the order of ``paths``, each as an article or as the error that it gave.

    Args:
        paths: files (``.txt``, ``.html``, ``.json``, ``.jsonl``; of others the content decides), folders
            (their files of these kinds, by name, with subfolders), or ``-`` for ``stdin``.
        options: limits and defaults.
        stdin: the stream that ``-`` stands for.
    """
    options = options or ReadOptions()
    for path in paths:
        if str(path) == STDIN and stdin is not None:
            yield from _read_stream(stdin, "stdin", "", None, options)
        elif Path(path).is_dir():
            yield from _read_folder(Path(path), options)
        else:
            yield from _read_file(Path(path), options)


def _read_folder(folder: Path, options: ReadOptions) -> Iterator[Outcome]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _SUFFIXES)
    files = [path for path in found if path.is_file()]
    if not files:
        yield ArticleError(f"no {', '.join(_SUFFIXES)} files here", str(folder))
    for path in files:
        yield from _read_file(path, options)


def _read_file(path: Path, options: ReadOptions) -> Iterator[Outcome]:
    try:
        with path.open("rb") as file:
            yield from _read_stream(file, str(path), path.suffix.lower(), path.stem, options)
    except OSError as error:
        yield ArticleError(f"cannot be read: {error.strerror or error}", str(path))


def _read_stream(
    file: BinaryIO, origin: str, suffix: str, key: str | None, options: ReadOptions
) -> Iterator[Outcome]:
    """Read one file by its suffix, or by its first bytes where the suffix says nothing."""
    if suffix in (".jsonl", ".ndjson"):
        yield from _read_lines(file, origin, options)
        return
    reader = _READERS.get(suffix)
    limit = options.max_bytes * (_MANY_FACTOR if reader in (None, _read_json) else _MARKUP_FACTOR)
    data = file.read(limit + 1)
    if len(data) > limit:
        yield ArticleError(too_large(len(data), options.max_bytes), origin)
        return
    yield from (reader or _sniffed(data))(data, origin, key, options)


def _sniffed(data: bytes) -> Callable[[bytes, str, str | None, ReadOptions], Iterator[Outcome]]:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in (b"{", b"["):
        return _read_json
    return _read_html if _HTML.match(data) else _read_text


def _read_text(data: bytes, origin: str, key: str | None, options: ReadOptions) -> Iterator[Outcome]:
    yield _outcome(lambda: article_from_dated_text(_decode(data, origin), Meta(key), options, origin))


def _read_html(data: bytes, origin: str, key: str | None, options: ReadOptions) -> Iterator[Outcome]:
    def read() -> Article:
        text, found = read_page(_decode(data, origin, _charset(data)), origin)
        meta = Meta(key, found.lang, found.published, found.title, found.url, found.source)
        return article_from_text(text, meta, options, origin)

    yield _outcome(read)


def _read_json(data: bytes, origin: str, key: str | None, options: ReadOptions) -> Iterator[Outcome]:
    """A JSON article, a list of them, or JSON Lines under another name."""
    try:
        content = orjson.loads(_decode(data, origin))
    except ArticleError as error:
        yield error
    except orjson.JSONDecodeError as error:
        if _is_json_lines(data):
            yield from _read_lines(iter(data.splitlines()), origin, options)
        else:
            yield ArticleError(f"not valid JSON: {error}", origin)
    else:
        if not isinstance(content, list):
            yield _outcome(lambda: article_from_record(content, options, origin, key))
            return
        for number, record in enumerate(content, 1):
            yield _record_outcome(record, options, f"{origin}, article {number}")


def _read_lines(lines: Iterable[bytes], origin: str, options: ReadOptions) -> Iterator[Outcome]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_line(line, f"{origin}, line {number}", options)


def _read_line(line: bytes, origin: str, options: ReadOptions) -> Outcome:
    limit = options.max_bytes * _MARKUP_FACTOR
    if len(line) > limit:
        return ArticleError(too_large(len(line), options.max_bytes), origin)
    try:
        record = orjson.loads(_decode(line, origin))
    except ArticleError as error:
        return error
    except orjson.JSONDecodeError as error:
        return ArticleError(f"not valid JSON: {error}", origin)
    return _record_outcome(record, options, origin)


def _record_outcome(record: object, options: ReadOptions, origin: str) -> Outcome:
    return _outcome(lambda: article_from_record(record, options, origin))


def _is_json_lines(data: bytes) -> bool:
    first = data.lstrip().splitlines()[0]
    try:
        return isinstance(orjson.loads(first), dict)
    except orjson.JSONDecodeError:
        return False


def _charset(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4096])
    return found.group(1).decode("ascii", "replace") if found else None


def _decode(data: bytes, origin: str, declared: str | None = None) -> str:
    """Decode UTF-8, with or without its mark; else as the page declares."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if declared and declared.lower().replace("_", "-") not in ("utf-8", "utf8"):
            return _decode_declared(data, origin, declared)
        hint = "it looks like UTF-16" if data.startswith(_UTF16) else f"byte {data[error.start]:#04x}"
        message = f"not UTF-8 at byte {error.start} ({hint}): convert the file to UTF-8, e.g. with iconv"
        raise ArticleError(message, origin) from error


def _decode_declared(data: bytes, origin: str, declared: str) -> str:
    try:
        return data.decode(declared)
    except (LookupError, UnicodeDecodeError) as error:
        raise ArticleError(f"neither UTF-8 nor {declared}, which it declares: {error}", origin) from error


def _outcome(read: Callable[[], Article]) -> Outcome:
    try:
        return read()
    except ArticleError as error:
        return error


_READERS = {".txt": _read_text, ".html": _read_html, ".htm": _read_html, ".json": _read_json}
