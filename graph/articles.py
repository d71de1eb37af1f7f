"""The articles of the graph: a list in pages, and one with its statements."""

from dataclasses import dataclass
from datetime import date, datetime

from graph.cursors import given_out
from graph.instants import moment
from graph.known import NOW, Known
from graph.statements import Source, StatementDetail, source_of_row, statements
from graph.store import Row, Store
from graph.then import known_then
from graph.then.reports import article_rows, told
from ontology.errors import NotFoundError

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
    store: Store,
    *,
    lang: str | None = None,
    cursor: str | None = None,
    limit: int = 100,
    known: Known = NOW,
) -> ArticlePage:
    """A page of articles.

    Args:
        store: The graph.
        lang: Only articles in this language.
        cursor: ``next`` of the page before.
        limit: How many at most.
        known: As of when; by default those that are valid now.

    Raises:
        ParameterError: The cursor is none that was given out.
    """
    after_day, after_id = _position(cursor)
    if not known.now:
        return _past(store, known, lang, (after_day, after_id) if after_day and after_id else None, limit)
    found = store.read("articles", lang=lang, after_day=after_day, after_id=after_id, limit=limit + 1)
    (count,) = store.read("articles_count", lang=lang)
    page = found[:limit]
    return ArticlePage(
        count["total"], tuple(map(_summary, page)), _cursor(page[-1]) if len(found) > limit else None
    )


def article(store: Store, article_id: str, known: Known = NOW) -> ArticleDetail:
    """The article of this id, or the last that was loaded under this key.

    Raises:
        NotFoundError: There is none, or there was none in what was ``known``.
    """
    if not known.now:
        return _past_article(store, article_id, known)
    rows = store.read("article", id=article_id)
    if not rows:
        raise NotFoundError(f"There is no article {article_id!r}. /v1/articles lists all.")
    row = rows[0]
    return ArticleDetail(
        source_of_row(row), moment(row["recorded"]), row["text"], statements(store, row["statements"])
    )


def _summary(row: Row) -> ArticleSummary:
    return ArticleSummary(source_of_row(row), moment(row["recorded"]), row["statements"], row["events"])


def _past(
    store: Store, known: Known, lang: str | None, after: tuple[date, str] | None, limit: int
) -> ArticlePage:
    rows = sorted(article_rows(store, known, lang=lang), key=_key)
    rest = [row for row in rows if after is None or _key(row) > (-after[0].toordinal(), after[1])]
    page = rest[:limit]
    events = known_then(store, known).settle(name for row in page for name in row["statements"])
    results = tuple(
        ArticleSummary(
            source_of_row(row),
            moment(row["recorded"]),
            len(row["statements"]),
            len({events[name] for name in row["statements"]}),
        )
        for row in page
    )
    return ArticlePage(len(rows), results, _cursor(page[-1]) if len(rest) > limit else None)


def _past_article(store: Store, article_id: str, known: Known) -> ArticleDetail:
    rows = article_rows(store, known, name=article_id)
    if not rows:
        raise NotFoundError(f"There was no article {article_id!r} in what was known then.")
    row = max(rows, key=lambda row: (row["article_id"] == article_id, moment(row["recorded"])))
    said = told(store, known_then(store, known), row["statements"])
    return ArticleDetail(source_of_row(row), moment(row["recorded"]), row["text"], said)


def _key(row: Row) -> tuple[int, str]:
    """The latest first; undated ones come last."""
    day = date.fromisoformat(row["published"]) if row["published"] else _UNDATED
    return -day.toordinal(), row["article_id"]


def _cursor(row: Row) -> str:
    return f"{row['published'] or _UNDATED.isoformat()}~{row['article_id']}"


def _position(cursor: str | None) -> tuple[date | None, str | None]:
    if cursor is None:
        return None, None
    day, _, name = cursor.partition("~")
    with given_out():
        return date.fromisoformat(day), name
