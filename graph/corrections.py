"""Corrections: articles that are withdrawn, and the versions that an article had.

Nothing is deleted. A version that ends is valid no more: it says nothing to events, lists and exports of
now, and all it said to those who ask as of a time at which it was valid (:class:`graph.known.Known`). To put
a new version in an old one's place, load it with ``replace`` (:func:`graph.load.load`).
"""

from dataclasses import dataclass
from datetime import date, datetime

from graph.instants import moment
from graph.loading.begun import Ended, begin
from graph.loading.days import day_of
from graph.loading.regroup import Ending, regroup
from graph.loading.write import Change
from graph.statements import Source, source_of_row
from graph.store import Row, Store, Transaction
from ontology.errors import NotFoundError, ParameterError


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an article, as this graph knew it from ``recorded`` until ``until`` (None: still).

    ``begun_on`` and ``ended_on`` bound the days for which it counts, the second excluded. ``because`` and
    ``by`` say why it was withdrawn and by whom; ``replaced_by`` is the id of the article in its place.
    """

    article: Source
    recorded: datetime
    begun_on: date
    statements: int
    until: datetime | None = None
    ended: Ended | None = None
    ended_on: date | None = None
    because: str | None = None
    by: str | None = None
    replaced_by: str | None = None


def withdraw(
    store: Store, name: str, *, because: str | None = None, by: str | None = None, on: date | None = None
) -> Version:
    """Withdraw an article; what it alone said is no longer part of the graph of now.

    Args:
        store: The graph.
        name: The article's id, or its key: then the one that was loaded last.
        because: Why, for those who ask.
        by: Who says so.
        on: The day from which it no longer counts; by default today (UTC).

    Raises:
        NotFoundError: There is no such article, or it is not valid any more.
        ParameterError: The day lies ahead.
    """
    valid = [version.article.id for version in versions(store, name) if version.until is None]
    if not valid:
        raise NotFoundError(f"There is no valid article {name!r}. `regesta articles list` names them all.")
    ident = valid[0]
    store.transact(lambda transaction: _withdraw(transaction, ident, because, by, on))
    return next(version for version in versions(store, ident) if version.until is not None)


def versions(store: Store, name: str) -> tuple[Version, ...]:
    """All versions of an article, by id or key; those that are valid come first, then the last ended.

    Raises:
        NotFoundError: There is none.
    """
    rows = store.read("versions", id=name)
    if not rows:
        raise NotFoundError(f"There is no article {name!r}. `regesta articles list` names them all.")
    return tuple(map(_version, rows))


def _withdraw(
    transaction: Transaction, article: str, because: str | None, by: str | None, on: date | None
) -> None:
    begun = begin(transaction, leaving=[article])
    today = date.fromisoformat(begun.moment[:10])
    if on is not None and on > today:
        raise ParameterError("on", f"{on} lies ahead; an article is withdrawn today or was before.")
    ending = Ending(article, "withdrawn", on or today, because, by)
    regroup(transaction, begun, Change("withdraw", (article,)), endings=[ending])


def _version(row: Row) -> Version:
    until = row["until"]
    return Version(
        article=source_of_row(row),
        recorded=moment(row["recorded"]),
        begun_on=date.fromisoformat(row["begun_on"]),
        statements=row["statements"],
        until=moment(until) if until else None,
        ended=row["ended"],
        ended_on=day_of(row["ended_on"]),
        because=row["because"],
        by=row["by"],
        replaced_by=row["replaced_by"],
    )
