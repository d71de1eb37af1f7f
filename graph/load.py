"""Loading what was understood of articles, once however often it is called.

Statements are kept for ever. Events are what follows from them (:mod:`graph.identity`) and so are their
days (:mod:`graph.solver`): with each article they are worked out anew for what is near its statements
(:mod:`graph.identity.nearby`), and the difference is written. So the graph depends on which articles are in
it, not on the order in which they came. Loads take turns: each begins by locking the one node that counts
changes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal

from graph.loading import rows
from graph.loading.begun import Begun, begin
from graph.loading.plan import Plan
from graph.loading.regroup import Ending, regroup
from graph.loading.reports import reports_of
from graph.loading.write import Change, Kind
from graph.store import Store, Transaction
from ontology.errors import ArticleError, RegestaError
from ontology.event_types import predicates
from ontology.model import Extraction

Status = Literal["new", "unchanged", "updated", "replaced", "withdrawn"]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading one article.

    ``status`` is "updated" where an earlier version of Regesta had understood the same article otherwise:
    the new reading has replaced the old one. "replaced" and "withdrawn" are left out: another version has
    taken their place, or they were withdrawn, and none was asked to come back. ``events_new`` counts events
    that this article alone tells of, ``events_joined`` those that others tell of too. ``replaces`` has the
    articles whose place it took.
    """

    article_id: str
    key: str
    status: Status
    statements: int
    events_new: int
    events_joined: int
    replaces: tuple[str, ...] = ()


def load(store: Store, extraction: Extraction, *, replace: bool = False) -> LoadReport:
    """Add one article to the graph, all or nothing.

    Args:
        store: The graph.
        extraction: What was understood of the article.
        replace: Whether it takes the place of others with its key or address, which are kept as former
            versions; then an article that was itself replaced or withdrawn becomes valid again.

    Raises:
        ArticleError: The extraction contradicts itself; nothing is written.
        ServiceError: Neo4j fails; nothing is written.
    """
    _check(extraction)
    return store.transact(lambda transaction: _load(transaction, extraction, replace))


def load_many(
    store: Store, extractions: Iterable[Extraction], *, together: int = 20
) -> Iterator[LoadReport | ArticleError]:
    """Load articles, some of them together in one transaction; each gives its report, in their order.

    One that cannot be loaded gives its error instead, and the others are loaded. What was loaded before, and
    what comes when the transaction as a whole fails, goes one by one.

    Args:
        store: The graph.
        extractions: What was understood of the articles.
        together: How many articles are written in one transaction.

    Raises:
        ServiceError: Neo4j fails; what was reported is written.
    """
    source = iter(extractions)
    while share := list(islice(source, together)):
        found = _load_together(store, share) if together > 1 else {}
        for extraction in share:
            report = found.pop(extraction.article.id, None)
            yield report or _load_alone(store, extraction)


def rehearse(store: Store, extractions: Sequence[Extraction]) -> None:
    """Load some articles in one transaction and undo it: afterwards the server knows how it is done.

    Raises:
        ServiceError: Neo4j fails.
    """

    def work(transaction: Transaction) -> None:
        for extraction in extractions:
            _load(transaction, extraction, replace=False)
        raise _UndoError

    with suppress(_UndoError):
        store.transact(work)


class _UndoError(Exception):
    """Rolls a transaction back."""


def _load_alone(store: Store, extraction: Extraction) -> LoadReport | ArticleError:
    try:
        return load(store, extraction)
    except ArticleError as error:
        return error


def _load_together(store: Store, extractions: Sequence[Extraction]) -> dict[str, LoadReport]:
    """Add those articles that are new, all or nothing; the reports of what was added or is there already."""
    sound: dict[str, Extraction] = {}
    for extraction in extractions:
        try:
            _check(extraction)
        except ArticleError:
            continue
        sound.setdefault(extraction.article.id, extraction)
    try:
        return store.transact(lambda transaction: _add(transaction, sound))
    except RegestaError:  # whatever it is, it shows again with the one article that it is about
        return {}


def _add(transaction: Transaction, extractions: Mapping[str, Extraction]) -> dict[str, LoadReport]:
    (states,) = transaction.run("load_states", rows={"articles": list(extractions)})
    known = dict(states["known"])
    found = {
        name: LoadReport(name, one.article.key, "unchanged", len(one.statements), 0, 0)
        for name, one in extractions.items()
        if name in known and known[name] == rows.digest(one)
    }
    new = {name: extraction for name, extraction in extractions.items() if name not in known}
    if not new:
        return found
    said = reports_of(new.values())
    begun = begin(transaction)
    changes = regroup(transaction, begun, Change("load", tuple(new)), list(new.values()), said=said)
    return found | {report.article_id: report for report in _reports(new, changes)}


def _reports(new: Mapping[str, Extraction], changes: Plan) -> Iterator[LoadReport]:
    """The reports that the articles would give one after the other."""
    before = changes.event_before
    told = {
        name: any(report.id in before for report in group.reports) for name, group in changes.after.items()
    }
    for name, one in new.items():
        mine = {changes.event_of[statement.id] for statement in one.statements}
        joined = {event for event in mine if told[event]}
        told |= dict.fromkeys(mine, True)
        count = len(one.statements)
        yield LoadReport(name, one.article.key, "new", count, len(mine - joined), len(joined))


def _load(transaction: Transaction, extraction: Extraction, replace: bool) -> LoadReport:
    article = extraction.article
    named = {"article": article.id, "key": article.key, "url": article.url}
    rivals = [str(row["id"]) for row in transaction.run("load_rivals", **named)] if replace else []
    said = reports_of([extraction])
    digest = rows.digest(extraction)
    begun = begin(transaction, article=article.id, digest=digest, leaving=rivals, again=replace)
    if begun.idle:
        ended = begun.ended if begun.digest is None and begun.ended != "reread" else None
        return LoadReport(article.id, article.key, ended or "unchanged", len(extraction.statements), 0, 0)
    known = begun.digest == digest
    status: Status = "new" if begun.digest is None else "unchanged" if known else "updated"
    kind: Kind = "replace" if rivals else "load" if status == "new" else "update"
    change = Change(kind, (*rivals,) if known else (article.id, *rivals))
    coming = () if known else (extraction,)
    endings = _endings(begun, extraction)
    changes = regroup(transaction, begun, change, coming, endings, said=() if known else said)
    return _report(extraction, status, changes, tuple(rivals))


def _endings(begun: Begun, extraction: Extraction) -> list[Ending]:
    article = extraction.article
    day = article.published or date.fromisoformat(begun.moment[:10])
    return [
        Ending(name, "reread")
        if name == article.id
        else Ending(name, "replaced", day, replaced_by=article.id)
        for name in begun.leaving
    ]


def _report(extraction: Extraction, status: Status, changes: Plan, rivals: tuple[str, ...]) -> LoadReport:
    article, count = extraction.article, len(extraction.statements)
    mine = {event for s in extraction.statements if (event := changes.event_of.get(s.id))}
    alone = {name for name in mine if {r.article for r in changes.after[name].reports} == {article.id}}
    return LoadReport(article.id, article.key, status, count, len(alone), len(mine - alone), rivals)


def _check(extraction: Extraction) -> None:
    """Whether the extraction is sound: what it is made of belongs together.

    Raises:
        ArticleError: It isn't; a mistake of whoever made it.
    """
    article = extraction.article
    ids = [statement.id for statement in extraction.statements]
    faults = [f"statement {name} stands twice" for name in sorted(set(ids)) if ids.count(name) > 1]
    for statement in extraction.statements:
        if statement.article_id != article.id:
            faults.append(f"statement {statement.id} is of article {statement.article_id}")
        if statement.predicate not in predicates():
            faults.append(f"statement {statement.id} has the unknown predicate {statement.predicate!r}")
    for relation in extraction.relations:
        missing = {relation.source, relation.target} - set(ids)
        faults += [f"an order names statement {name}, which is not there" for name in sorted(missing)]
    if faults:
        raise ArticleError("it can't be loaded, as its reading is unsound: " + "; ".join(faults), article.key)
