"""Event data files, plain or packed, as streams of rows; what format they have, and what identifies them."""

import bz2
import gzip
import hashlib
import io
import lzma
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import chain, dropwhile, islice
from pathlib import Path
from typing import IO, Literal

from graph.bulk import formats
from graph.bulk.rows import BadRow, Coded, RowError
from ontology.errors import InputError, ParameterError

Format = Literal["statements", "gdelt", "icews", "polecat", "tkg"]
FORMATS: tuple[Format, ...] = ("statements", "gdelt", "icews", "polecat", "tkg")
NAMES = {"gdelt": "GDELT", "icews": "ICEWS", "polecat": "POLECAT"}
_DAY = re.compile(r"\d{4}-?\d\d-?\d\d")


@dataclass(frozen=True, slots=True)
class Source:
    """A data file. ``name`` is what the data set is called; ``digest`` is the SHA-256 of the file's bytes."""

    path: Path
    format: Format
    name: str
    digest: str

    @property
    def id(self) -> str:
        """The id of the data set's node in the graph."""
        return f"d{self.digest[:16]}"

    @property
    def size(self) -> int:
        """The size of the file as it lies on the disk, in bytes."""
        return self.path.stat().st_size


def open_source(path: Path, kind: str = "auto", name: str | None = None) -> Source:
    """Look at a file: its format, unless it is told, and its digest.

    Raises:
        InputError: The file can't be read, or its format isn't recognised.
        ParameterError: There is no such format.
    """
    if kind not in ("auto", *FORMATS):
        raise ParameterError("format", f"There is no format {kind!r}. Choose from: {', '.join(FORMATS)}.")
    try:
        with Lines(path) as lines:
            found = detect(list(islice(lines, 2)), path) if kind == "auto" else _format(kind)
        return Source(path, found, name or NAMES.get(found) or path.name.split(".")[0], _digest(path))
    except (OSError, EOFError, lzma.LZMAError, zipfile.BadZipFile, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read: {error}") from error


def detect(lines: list[str], path: Path) -> Format:
    """The format of a file that begins with these lines.

    Raises:
        InputError: It is none of ours.
    """
    first = lines[0].rstrip("\r\n") if lines else ""
    head = first.casefold()
    fields = first.split("\t")
    if first.lstrip().startswith("{"):
        return "statements"
    if "cameo code" in head:
        return "icews"
    if "event type" in head and "event mode" in head:
        return "polecat"
    if len(fields) in formats.GDELT_WIDTHS and _DAY.fullmatch(fields[1]):
        return "gdelt"
    if len(fields) == 4 and (_DAY.match(fields[3]) or _is_tkg_header(fields)):
        return "tkg"
    raise InputError(
        f"{path} is in no format that is known: neither statements as JSON lines, nor events of GDELT, ICEWS "
        "or POLECAT, nor lines of subject, relation, object, date with tabs between. --format names one."
    )


class Lines:
    """The lines of a file as text; ``position`` says how many bytes of the file are read, for progress."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stack = ExitStack()

    def __enter__(self) -> "Lines":
        self._raw = self._stack.enter_context(self._path.open("rb"))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    @property
    def position(self) -> int:
        """Bytes of the file that are read."""
        return self._raw.tell()

    def __iter__(self) -> Iterator[str]:
        for stream in self._streams():
            with io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="\n") as text:
                yield from text

    def _streams(self) -> Iterator[IO[bytes]]:
        openers = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open}
        suffix = self._path.suffix.lower()
        if suffix == ".zip":
            archive = self._stack.enter_context(zipfile.ZipFile(self._raw))
            yield from (archive.open(item) for item in archive.infolist() if not item.is_dir())
        elif suffix in openers:
            yield openers[suffix](self._raw, "rb")  # type: ignore[operator]
        else:
            yield io.BufferedReader(io.FileIO(self._raw.fileno(), closefd=False))


def rows(source: Source, lines: Lines, after: int = 0) -> Iterator[Coded | BadRow]:
    """The rows of an opened file behind line ``after``; one that can't be used gives its line and reason."""
    parse, numbered = _begun(source, lines)
    return _read(parse, dropwhile(lambda one: one[0] <= after, numbered) if after else numbered)


def shares(
    source: Source, lines: Lines, size: int, turn: int = 0, turns: int = 1
) -> Iterator[list[Coded | BadRow]]:
    """The rows of an opened file in shares of so many lines; ``turns`` readers take them in turn."""
    parse, numbered = _begun(source, lines)
    _skip(numbered, turn * size)
    while share := list(islice(numbered, size)):
        yield list(_read(parse, share))
        _skip(numbered, (turns - 1) * size)


def _begun(source: Source, lines: Lines) -> tuple["Parser", Iterator[tuple[int, str]]]:
    """How the lines of a file are read, and those behind its header with their numbers."""
    numbered = enumerate(lines, start=1)
    first = next(numbered, (1, ""))
    fields = first[1].rstrip("\r\n").split("\t")
    begin = () if _is_header(source.format, fields) else (first,)
    return _parser(source.format, fields), chain(begin, numbered)


def _read(parse: "Parser", numbered: Iterable[tuple[int, str]]) -> Iterator[Coded | BadRow]:
    for number, line in numbered:
        fields = line.rstrip("\r\n").split("\t")
        if fields == [""]:
            continue
        try:
            yield parse(fields, number)
        except RowError as error:
            yield BadRow(number, str(error))


def _skip(items: Iterator[object], count: int) -> None:
    next(islice(items, count, count), None)


Parser = Callable[[formats.Fields, int], Coded]


def _parser(kind: Format, first: list[str]) -> Parser:
    if kind == "gdelt":
        return formats.gdelt
    if kind == "tkg":
        return formats.tkg
    return formats.icews(first) if kind == "icews" else formats.polecat(first)


def _is_header(kind: Format, fields: list[str]) -> bool:
    return kind in ("icews", "polecat") or (kind == "tkg" and _is_tkg_header(fields))


def _is_tkg_header(fields: list[str]) -> bool:
    return fields[3].strip().casefold() in ("date", "time", "timestamp")


def _format(kind: str) -> Format:
    return next(known for known in FORMATS if known == kind)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
