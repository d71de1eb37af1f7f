"""Loading what was understood of articles: one transaction each, once however often it is called.

Statements are kept for ever. Events are what follows from them (:mod:`graph.identity`) and so are their
days (:mod:`graph.solver`): with each article they are worked out anew for the blocks of statements that it
touches, and the difference is written. So the graph depends on which articles are in it, not on the order
in which they came. Loads take turns: each begins by locking the one node that counts changes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.identity import Report
from graph.loading import rows
from graph.loading.plan import Plan, plan
from graph.loading.times import Dates, date_events, links_of
from graph.loading.write import write_article, write_events
from graph.store import Row, Store, Transaction
from ontology.errors import ArticleError
from ontology.event_types import predicates
from ontology.model import Extraction

Status = Literal["new", "unchanged", "updated"]


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What came of loading one article.

    ``status`` is "updated" where an earlier version of Regesta had understood the same article otherwise:
    the new reading has replaced the old one. ``events_new`` counts events that this article alone tells of,
    ``events_joined`` those that others tell of too.
    """

    article_id: str
    key: str
    status: Status
    statements: int
    events_new: int
    events_joined: int


def load(store: Store, extraction: Extraction) -> LoadReport:
    """Add one article to the graph, all or nothing.

    Raises:
        ArticleError: The extraction contradicts itself; nothing is written.
        ServiceError: Neo4j fails; nothing is written.
    """
    _check(extraction)
    return store.transact(lambda transaction: _load(transaction, extraction))


def load_many(store: Store, extractions: Iterable[Extraction]) -> Iterator[LoadReport | ArticleError]:
    """Load articles one by one, as they are asked for; one that cannot be loaded gives its error instead."""
    for extraction in extractions:
        try:
            yield load(store, extraction)
        except ArticleError as error:
            yield error


def _load(transaction: Transaction, extraction: Extraction) -> LoadReport:
    article, digest = extraction.article, rows.digest(extraction)
    reports = [rows.report(statement, article) for statement in extraction.statements]
    blocks = sorted({report.block for report in reports})
    (begun,) = transaction.run("load_begin", rows={"article": article.id, "digest": digest, "blocks": blocks})
    if begun["digest"] == digest:
        return LoadReport(article.id, article.key, "unchanged", len(reports), 0, 0)
    present, known = begun["present"], begun["digest"] is not None
    old = [(rows.report_of_row(row), str(row["event"])) for row in present]
    changes = plan(old, begun["removed"], reports)
    if known:
        transaction.run("load_forget", article=article.id)
    links = links_of(extraction, changes.event_of)
    dates = Dates(transaction, changes, links, present)
    found = date_events(dates, changes, links)
    write_article(transaction, extraction, {report.id: report.block for report in reports})
    ordered = sorted({*changes.written, *(link.event for link in links)}) if dates.linked else []
    write_events(transaction, changes, found, dates, ordered)
    if known:
        _drop_orphans(transaction, present, set(begun["removed"]))
    return _report(extraction, "updated" if known else "new", changes, reports)


def _drop_orphans(transaction: Transaction, present: list[Row], removed: set[str]) -> None:
    gone = [row for row in present if row["id"] in removed]
    actors = {actor for row in gone for actor in (*row["subjects"], *row["objects"], *row["speakers"])}
    places = {row["place"] for row in gone if row["place"]}
    transaction.run("load_orphans", actors=sorted(actors), places=sorted(places))


def _report(extraction: Extraction, status: Status, changes: Plan, reports: list[Report]) -> LoadReport:
    article = extraction.article
    mine = {changes.event_of[report.id] for report in reports}
    alone = {name for name in mine if {r.article for r in changes.after[name].reports} == {article.id}}
    return LoadReport(article.id, article.key, status, len(reports), len(alone), len(mine - alone))


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
