"""What an ingest depends on, as one hash: the articles, and the code and data that read them."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path

_READERS = ("extract", "graph", "ontology")


def fingerprint(articles: Iterable[Path]) -> str:
    """A hash that changes when an article does, or any file of the packages that read and load it.

    Articles count with their bytes, files of the packages with name, size and time of change.
    """
    digest = hashlib.sha256()
    for path in sorted(articles):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for path in _sources():
        status = path.stat()
        digest.update(f"{path.name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    for package in _READERS:
        for path in sorted(Path(str(resources.files(package))).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path
