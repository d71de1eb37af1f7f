"""From files into the graph: each article on its own, with an outcome for each."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from api.reading import Reader, Unread
from graph.load import LoadReport, load
from graph.store import Store
from ontology.errors import ArticleError
from ontology.model import Extraction

FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article.

    ``article`` is the key under which its user knows it, or its file or line where it could not be read.
    ``status`` is ``new``, ``unchanged``, ``updated`` (an older Regesta had read it otherwise),
    ``replaced`` or ``withdrawn`` (left out: it is no longer valid) or ``failed``.
    """

    article: str
    status: str
    id: str | None = None
    statements: int = 0
    events_new: int = 0
    events_joined: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


def ingest(
    paths: Iterable[Path | str],
    reader: Reader,
    store: Store,
    stdin: BinaryIO | None = None,
    *,
    replace: bool = False,
    ready: Callable[[], None] = lambda: None,
) -> Iterator[Outcome]:
    """Read articles and load them one after the other; one that fails does not stop the rest.

    With ``replace`` each takes the place of those with its key or address (:func:`graph.load.load`).
    ``ready`` is called before each load.

    Raises:
        ServiceError: Neo4j fails; what was loaded before stays.
    """
    for found in reader.extractions(paths, stdin):
        if isinstance(found, Unread):
            yield Outcome(found.source, FAILED, error=str(found.error))
        else:
            ready()
            yield _load(store, found, replace)


def _load(store: Store, extraction: Extraction, replace: bool) -> Outcome:
    try:
        return outcome(load(store, extraction, replace=replace), extraction.warnings)
    except ArticleError as error:
        return Outcome(extraction.article.key, FAILED, extraction.article.id, error=str(error))


def outcome(report: LoadReport, warnings: tuple[str, ...]) -> Outcome:
    """The outcome of an article that was loaded."""
    return Outcome(
        report.key,
        report.status,
        report.article_id,
        report.statements,
        report.events_new,
        report.events_joined,
        warnings,
    )
