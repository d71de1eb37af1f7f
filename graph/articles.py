"""The articles of the graph: a list in pages, and one with its statements."""

from dataclasses import dataclass
from datetime import date, datetime

from graph.statements import Source, StatementDetail, source_of_row, statements
from graph.store import Row, Store
from ontology.errors import NotFoundError, ParameterError

_UNDATED = date.min


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """An article in a list; ``recorded`` is when this graph loaded it (UTC)."""

    article: Source
    recorded: datetime
    statements: int
    events: int


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Articles, the latest first; ``next`` is the cursor of the page that follows, or None."""

    total: int
    results: tuple[ArticleSummary, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class ArticleDetail:
    """One article with its text and its statements in the order of the text."""

    article: Source
    recorded: datetime
    text: str
    statements: tuple[StatementDetail, ...]


def articles(
    store: Store, *, lang: str | None = None, cursor: str | None = None, limit: int = 100
) -> ArticlePage:
    """A page of articles.

    Args:
        store: The graph.
        lang: Only articles in this language.
        cursor: ``next`` of the page before.
        limit: How many at most.

    Raises:
        ParameterError: The cursor is none that was given out.
    """
    after_day, after_id = _position(cursor)
    found = store.read("articles", lang=lang, after_day=after_day, after_id=after_id, limit=limit + 1)
    (count,) = store.read("articles_count", lang=lang)
    page = found[:limit]
    return ArticlePage(
        count["total"], tuple(map(_summary, page)), _cursor(page[-1]) if len(found) > limit else None
    )


def article(store: Store, article_id: str) -> ArticleDetail:
    """The article of this id, or the last that was loaded under this key.

    Raises:
        NotFoundError: There is none.
    """
    rows = store.read("article", id=article_id)
    if not rows:
        raise NotFoundError(f"There is no article {article_id!r}. GET /articles lists all.")
    row = rows[0]
    return ArticleDetail(source_of_row(row), _moment(row), row["text"], statements(store, row["statements"]))


def _summary(row: Row) -> ArticleSummary:
    return ArticleSummary(source_of_row(row), _moment(row), row["statements"], row["events"])


def _moment(row: Row) -> datetime:
    # Neo4j tells nanoseconds, which Python cannot read.
    return datetime.fromisoformat(row["recorded"][:19] + "+00:00")


def _cursor(row: Row) -> str:
    return f"{row['published'] or _UNDATED.isoformat()}~{row['article_id']}"


def _position(cursor: str | None) -> tuple[date | None, str | None]:
    if cursor is None:
        return None, None
    day, _, name = cursor.partition("~")
    try:
        return date.fromisoformat(day), name
    except ValueError:
        raise ParameterError("cursor", "This cursor was not given out; start without one.") from None
