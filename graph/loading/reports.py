"""What statements bring to identity, whether they come with an article or are in the graph already."""

from collections.abc import Iterable

from graph.identity import UNDECIDED, Decisions, Party, Report, Site
from graph.loading.days import day_of, interval_of_row
from graph.loading.rows import place_id
from graph.store import Row
from ontology.model import ActorType, Article, Extraction, Modality, Polarity, Statement


def report_of(statement: Statement, article: Article, decisions: Decisions = UNDECIDED) -> Report:
    """What a statement brings to identity, with those for whom its actors are taken."""
    place = statement.place
    return Report(
        id=statement.id,
        article=article.id,
        published=article.published,
        predicate=statement.predicate,
        type=statement.event_type,
        mode=statement.mode,
        polarity=statement.polarity,
        modality=statement.modality,
        subjects=tuple(decisions.party(Party(a.id, a.state, a.type)) for a in statement.subject),
        objects=tuple(decisions.party(Party(a.id, a.state, a.type)) for a in statement.object),
        interval=statement.time.stated if statement.time else None,
        place=Site(place_id(place), place.state) if place else None,
    )


def reports_of(extractions: Iterable[Extraction], decisions: Decisions = UNDECIDED) -> list[Report]:
    """The reports of all statements of some articles."""
    return [report_of(said, one.article, decisions) for one in extractions for said in one.statements]


def report_of_row(row: Row, decisions: Decisions = UNDECIDED) -> Report:
    """The same from what ``load_present.cypher`` tells of a statement that is in the graph already."""
    return Report(
        id=row["id"],
        article=row["article"],
        published=day_of(row["published"]),
        predicate=row["predicate"],
        type=row["type"],
        mode=row["mode"],
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        subjects=tuple(map(decisions.party, _parties(row, "subject"))),
        objects=tuple(map(decisions.party, _parties(row, "object"))),
        interval=interval_of_row(row) if row["timed"] else None,
        place=Site(row["place"], row["place_state"]) if row["place"] else None,
    )


def _parties(row: Row, role: str) -> tuple[Party, ...]:
    columns = zip(row[f"{role}s"], row[f"{role}_states"], row[f"{role}_types"], strict=True)
    return tuple(Party(name, state or None, ActorType(kind)) for name, state, kind in columns)
