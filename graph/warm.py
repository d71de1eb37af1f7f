"""The first load after a server's start takes seconds, as queries are planned: that can be done before."""

from datetime import date

from graph.load import rehearse
from graph.store import Store
from ontology.model import (
    ActorRef,
    ActorType,
    Article,
    Extraction,
    Interval,
    Modality,
    Order,
    Place,
    Polarity,
    Relation,
    Span,
    Statement,
    StatementTime,
    article_id,
    statement_id,
)

_DAY = date(1, 1, 1)
_TEXT = "A met B before A called B."
_ACTS = (("meet", "CONSULT", "third-party", Span(0, 7)), ("phone", "CONSULT", "phone", Span(15, 25)))


def warm(store: Store) -> None:
    """Let the server plan all that a load asks of it; the graph stays as it is.

    Raises:
        ServiceError: Neo4j fails.
    """
    rehearse(store, [_article("1"), _article("2")])


def _article(key: str) -> Extraction:
    """One of two articles that tell the same two acts of nobody, in order."""
    name = article_id(_TEXT, "en", _DAY, f"regesta:warm/{key}")
    article = Article(name, f"regesta:warm/{key}", _TEXT, "en", _DAY)
    first, second = (_statement(article, *act) for act in _ACTS)
    order = Relation(first.id, Order.BEFORE, second.id, first.evidence)
    return Extraction(article, (first, second), (order,))


def _statement(article: Article, predicate: str, kind: str, mode: str, span: Span) -> Statement:
    one, other = (ActorRef(f"regesta:warm/{name}", name, None, ActorType.OTHER) for name in "AB")
    return Statement(
        id=statement_id(article.id, predicate, ((one,), (other,)), span),
        article_id=article.id,
        subject=(one,),
        predicate=predicate,
        event_type=kind,
        mode=mode,
        object=(other,),
        time=StatementTime(Interval.within(_DAY, _DAY)),
        place=Place("nowhere", "regesta:warm/nowhere"),
        polarity=Polarity.POSITIVE,
        modality=Modality.ASSERTED,
        attributed_to=(other,),
        evidence=span,
        sentence=Span(0, len(_TEXT)),
    )
