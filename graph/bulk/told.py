"""Loading a file of statements: each line is an article's, and goes the way of every article."""

from collections import Counter

from graph.bulk.load import Import, Report
from graph.bulk.rows import BadRow
from graph.bulk.source import Lines, Source
from graph.bulk.statements import extractions
from graph.load import load
from graph.store import Store
from ontology.errors import ArticleError
from ontology.model import Extraction


def import_statements(store: Store, source: Source, how: Import | None = None) -> Report:
    """Load the articles of a file of statements; those that are in the graph already are left as they are.

    A load that is cut off starts again: what is loaded already is only looked at.

    Raises:
        ServiceError: Neo4j fails; what was loaded stays.
    """
    how, counts, line = how or Import(), Counter[str](), 0
    with Lines(source.path) as lines:
        for found in extractions(source, lines):
            if isinstance(found, BadRow):
                line = found.line
                counts["bad"] += 1
                how.bad(found)
                continue
            line, extraction = found
            try:
                counts["new" if _load(store, extraction) else "present"] += len(extraction.statements)
            except ArticleError as error:
                counts["bad"] += 1
                how.bad(BadRow(line, str(error)))
            how.progress(lines.position, line)
    return Report(line, counts["new"], counts["present"], counts["bad"])


def _load(store: Store, extraction: Extraction) -> bool:
    """Whether the article was not there yet; also an article that was read from its whole text is there."""
    ids = [statement.id for statement in extraction.statements]
    (known,) = store.read("bulk_statements", ids=ids)
    if ids and len(known["present"]) == len(ids):
        return False
    if set(known["articles"]) - {extraction.article.id}:
        raise ArticleError(
            "some of its statements are in the graph, in another reading of the article; withdraw that first",
            extraction.article.key,
        )
    return load(store, extraction).status != "unchanged"
