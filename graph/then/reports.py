"""Articles and statements as they were known then."""

from collections.abc import Collection, Sequence

from graph.known import Known
from graph.statements import StatementDetail
from graph.store import Row, Store
from graph.then.said import visible
from graph.then.telling import details
from graph.then.then import Then


def article_rows(
    store: Store, known: Known, *, lang: str | None = None, name: str | None = None
) -> list[Row]:
    """The articles that count: all, or those in a language, or (with its text) that of an id or key."""
    rows = store.read("then_article_rows", lang=lang, name=name)
    return [row for row in rows if visible(row, known)]


def statement_ids(store: Store, known: Known, wanted: Row, ids: Collection[str] | None = None) -> list[str]:
    """The ids of the statements that count and have what is ``wanted``, in order; only those of ``ids``."""
    rows = store.read("then_statement_ids", wanted=wanted, ids=None if ids is None else sorted(ids))
    return sorted({row["id"] for row in rows if visible(row, known)})


def told(store: Store, then: Then, statements: Sequence[str]) -> tuple[StatementDetail, ...]:
    """Statements in full, in the order asked for; those that did not count then are left out."""
    then.settle(statements)
    return details(store, then.pool, [name for name in statements if name in then.pool.said])
