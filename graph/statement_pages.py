"""Statements as pages, and one by id: what was said, event or not."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from graph.statements import StatementDetail, statements
from graph.store import Store
from graph.timelines.scope import check_types
from ontology.errors import NotFoundError, ParameterError
from ontology.model import LANGUAGES, Modality, Polarity

_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements; None and empty ask for nothing.

    ``event`` that they report, ``article`` that they stand in, ``actor`` who takes part in the event that
    they report, ``speaker`` who vouches: each by id.
    """

    event: str | None = None
    article: str | None = None
    actor: str | None = None
    speaker: str | None = None
    types: tuple[str, ...] = ()
    langs: tuple[str, ...] = ()
    polarity: Polarity | None = None
    modality: Modality | None = None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Statements by id; ``exact`` is false where there are more than ``total``."""

    total: int
    exact: bool
    results: tuple[StatementDetail, ...]
    next: str | None


def statement_page(
    store: Store, wanted: StatementFilter, *, limit: int = 100, cursor: str | None = None
) -> StatementPage:
    """A page of statements.

    Args:
        store: The graph.
        wanted: Which of them.
        limit: At most so many.
        cursor: ``next`` of the page before.

    Raises:
        ParameterError: A type or language doesn't exist.
    """
    check_types(wanted.types)
    for lang in wanted.langs:
        if lang not in LANGUAGES:
            raise ParameterError(
                "lang", f"There is no language {lang!r} here. Choose from: {', '.join(LANGUAGES)}."
            )
    row = asdict(wanted) | {"types": _list(wanted.types), "langs": _list(wanted.langs)}
    found = [r["id"] for r in store.read("statements_page", wanted=row, after=cursor, limit=limit + 1)]
    (count,) = store.read("statements_total", wanted=row, most=_COUNTED + 1)
    shown, total = found[:limit], min(count["total"], _COUNTED)
    following = shown[-1] if len(found) > limit else None
    told = statements(store, shown) if shown else ()
    return StatementPage(total, count["total"] <= _COUNTED, told, following)


def statement(store: Store, statement_id: str) -> StatementDetail:
    """The statement of this id.

    Raises:
        NotFoundError: There is none.
    """
    found = statements(store, [statement_id])
    if not found:
        raise NotFoundError(f"There is no statement {statement_id!r}. GET /statements lists all.")
    return found[0]


def _list(words: Sequence[str]) -> list[str] | None:
    return list(words) or None
