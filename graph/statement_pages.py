"""Statements as pages, and one by id: what was said, event or not."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from graph.ended import no_statement
from graph.known import NOW, Known
from graph.statements import StatementDetail, statements
from graph.store import Row, Store
from graph.then import Then, known_then
from graph.then.reports import statement_ids, told
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
    store: Store,
    wanted: StatementFilter,
    *,
    limit: int = 100,
    cursor: str | None = None,
    known: Known = NOW,
) -> StatementPage:
    """A page of statements.

    Args:
        store: The graph.
        wanted: Which of them.
        limit: At most so many.
        cursor: ``next`` of the page before.
        known: As of when; by default those that are valid now.

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
    if not known.now:
        return _past(store, wanted, row, limit, cursor, known)
    found = [r["id"] for r in store.read("statements_page", wanted=row, after=cursor, limit=limit + 1)]
    (count,) = store.read("statements_total", wanted=row, most=_COUNTED + 1)
    shown, total = found[:limit], min(count["total"], _COUNTED)
    following = shown[-1] if len(found) > limit else None
    results = statements(store, shown) if shown else ()
    return StatementPage(total, count["total"] <= _COUNTED, results, following)


def statement(store: Store, statement_id: str, known: Known = NOW) -> StatementDetail:
    """The statement of this id.

    Raises:
        EndedError: The article that said it is no longer valid.
        NotFoundError: There is none, or there was none in what was ``known``.
    """
    if known.now:
        found = statements(store, [statement_id])
    else:
        found = told(store, known_then(store, known), [statement_id])
    if not found:
        raise no_statement(store.read, statement_id)
    return found[0]


def _past(
    store: Store, wanted: StatementFilter, row: Row, limit: int, cursor: str | None, known: Known
) -> StatementPage:
    then = known_then(store, known)
    found = statement_ids(store, known, row, _reporting(then, wanted))
    rest = [name for name in found if cursor is None or name > cursor]
    shown = rest[:limit]
    following = shown[-1] if len(rest) > limit else None
    return StatementPage(len(found), True, told(store, then, shown), following)


def _reporting(then: Then, wanted: StatementFilter) -> set[str] | None:
    """The statements that report events of the wanted kinds; None where any will do."""
    sets: list[set[str]] = []
    if wanted.event:
        try:
            sets.append(set(then.event(wanted.event).statements))
        except NotFoundError:
            sets.append(set())
    if wanted.actor:
        events = then.of_actor(wanted.actor)
        sets.append({name for event in events for name in event.statements})
    return set.intersection(*sets) if sets else None


def _list(words: Sequence[str]) -> list[str] | None:
    return list(words) or None
