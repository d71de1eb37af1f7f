"""Writing articles, their statements, and the difference that they make to events.

Each query gets its rows as one map: Neo4j plans a query anew for each combination of kinds and orders of
magnitude of its parameters, but doesn't look into maps. It also plans anew as a graph grows, which takes
longer than a load; queries that find all they touch by unique ids or by block, so that growth changes
nothing about how, begin with ``CYPHER replan=skip``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.identity import Occurrence, Report
from graph.identity.occurrence import OBJECT, SUBJECT
from graph.loading import rows
from graph.loading.days import STAMPS, edge_days, event_caption, stamps
from graph.loading.numbers import Numbers
from graph.loading.plan import Plan
from graph.loading.times import Dates, Dating
from graph.store import Row, Transaction
from ontology.edtf import edtf
from ontology.errors import ServiceError
from ontology.event_types import predicates
from ontology.model import Extraction

Kind = Literal["load", "update", "replace", "withdraw", "merge", "split", "actor"]


def write_articles(
    transaction: Transaction,
    extractions: Sequence[Extraction],
    reports: Mapping[str, Report],
    recorded: str,
    begun_on: date | None = None,
) -> None:
    """Everything that is kept for ever.

    ``reports`` has what each statement brings to identity, ``recorded`` is the instant of loading (ISO 8601),
    and ``begun_on`` is given for a version that counts only from that day on.
    """
    statements = [statement for extraction in extractions for statement in extraction.statements]
    days: Numbers[date] = Numbers()
    kept = {
        "recorded": recorded,
        "articles": [_article_row(extraction, reports, begun_on, days) for extraction in extractions],
        "days": days.values,
        "actors": rows.actor_rows(extractions),
        "places": rows.place_rows(extractions),
        "speakers": [row for statement in statements for row in rows.speaker_rows(statement)],
        "orders": [row for extraction in extractions for row in rows.order_rows(extraction)],
    }
    transaction.run("load_kept", rows=kept)


def _article_row(
    extraction: Extraction, reports: Mapping[str, Report], begun_on: date | None, days: Numbers[date]
) -> Row:
    article, said = extraction.article, extraction.statements
    return {
        "article": {**rows.article_row(extraction), "begun_on": begun_on},
        "statements": [rows.statement_row(one, article, reports[one.id], days) for one in said],
    }


@dataclass(frozen=True, slots=True)
class Change:
    """What a change is about, for those who follow the graph: see ``Change`` in ``docs/graph-model.md``.

    ``articles`` come, go or are read anew; ``actors`` turn out to be others.
    """

    kind: Kind
    articles: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()


def write_events(
    transaction: Transaction,
    plan: Plan,
    found: Mapping[str, Dating],
    dates: Dates,
    ordered: list[str],
    change: Change,
    ends: Iterable[str],
) -> None:
    """Everything that is derived, for the events whose telling or days have changed.

    ``ordered`` has those whose order to others is to be worked out anew, ``ends`` the events at the ends of
    orders that come, go or move.
    """
    written = [(plan.new[name], found[name]) for name in plan.written]
    anew = [(event, days) for event, days in written if not _as_before(event, days, plan, dates)]
    changed = [event.id for event, _ in anew if event.id in plan.old]
    void = [row for name in (*changed, *plan.gone) for row in _void(plan.old[name])]
    redated = list(_redated(found, dates, plan))
    touched = {*plan.written, *plan.gone, *ordered, *ends, *(row["id"] for row in redated)}
    derived: Row = {
        "gone": plan.gone,
        "changed": changed,
        "moved": [name for name, _ in plan.moved if name in plan.event_before],
        **_events(written, {event.id for event, _ in anew}, plan.moved),
        "ordered": ordered,
        "change": {
            "kind": change.kind,
            "articles": list(change.articles),
            "actors": list(change.actors),
            "events": sorted(touched),
        },
    }
    if void:
        transaction.run("load_void", rows={"void": void})
    (done,) = transaction.run("load_derived", rows=derived)
    if not done["whole"]:
        raise ServiceError("The graph lacks an actor that its statements name. Load it into an empty graph.")
    if redated:
        transaction.run("load_redated", rows={"redated": redated})


def _as_before(event: Occurrence, dating: Dating, plan: Plan, dates: Dates) -> bool:
    """Whether all relationships of an event stay: only how often it is told has changed, or by whom."""
    old = plan.old.get(event.id)
    if old is None or _ties(event) != _ties(old):
        return False
    known = dates.kept.get(event.id)
    # Without any order its statements alone say when it was.
    return known.interval == dating.interval if known else not dates.linked and plan.same_times(event.id)


def _ties(event: Occurrence) -> tuple[object, ...]:
    """What the relationships of an event depend on, apart from its days."""
    stance = (event.polarity, event.modality)
    return event.predicate, event.type, *stance, event.place, event.participants


def _redated(found: Mapping[str, Dating], dates: Dates, plan: Plan) -> Iterator[Row]:
    """New days for events that are otherwise as they were."""
    written = set(plan.written)
    for name, kept in sorted(dates.kept.items()):
        if name in found and name not in written and found[name] != kept:
            yield {
                "id": name,
                "properties": _dating_row(dates.predicates[name], found[name]),
                **edge_days(found[name].interval),
            }


def _events(
    written: Sequence[tuple[Occurrence, Dating]], anew: Collection[str], moved: Iterable[tuple[str, str]]
) -> Row:
    """Events, and the relationships of those ``anew``, in the orders of ``load_derived.cypher``."""
    days: Numbers[date] = Numbers()
    actors: Numbers[str] = Numbers()
    number = {event.id: place for place, (event, _) in enumerate(written)}
    tied = [event for event, _ in written if event.id in anew]
    return {
        "events": [_event_row(event, dating, days) for event, dating in written],
        "reports": [[statement, number[event]] for statement, event in moved],
        "subjects": [row for event in tied for row in _participants(SUBJECT, event, number, actors)],
        "objects": [row for event in tied for row in _participants(OBJECT, event, number, actors)],
        "sites": [[number[event.id], event.place] for event in tied if event.place],
        "dyads": [
            [number[event.id], actors.of(source.id), actors.of(target.id)]
            for event in tied
            for source, target in event.dyads
            if event.happened
        ],
        "days": days.values,
        "actors": actors.values,
    }


def _event_row(event: Occurrence, dating: Dating, days: Numbers[date]) -> list[object]:
    proofs = dict(dating.proofs)
    return [
        event.id,
        event.block,
        event.predicate,
        predicates()[event.predicate].edge,
        event.type,
        event.mode,
        str(event.polarity),
        str(event.modality),
        event.disputed,
        event.place,
        len(event.statements),
        event.articles,
        event.score,
        *(days.of(getattr(dating.interval, stamp)) for stamp in STAMPS),
        *(days.of(getattr(dating.stated, stamp)) for stamp in STAMPS),
        *(list(proofs[stamp]) if stamp in proofs else None for stamp in STAMPS),
        dating.consistent,
        edtf(dating.interval),
        event_caption(event.predicate, dating.interval),
        *map(days.of, edge_days(dating.interval).values()),
        dating.interval.approximate or None,
        dating.stated.approximate or None,
    ]


def _dating_row(predicate: str, dating: Dating) -> Row:
    proofs = {f"proof_{stamp}": None for stamp in STAMPS} | {
        f"proof_{stamp}": list(sources) for stamp, sources in dating.proofs
    }
    return {
        **stamps(dating.interval),
        **stamps(dating.stated, "stated_"),
        **proofs,
        "consistent": dating.consistent,
        "when": edtf(dating.interval),
        "caption": event_caption(predicate, dating.interval),
    }


def _participants(
    role: str, event: Occurrence, number: Mapping[str, int], actors: Numbers[str]
) -> Iterator[list[object]]:
    """Those who take part in one role."""
    for part in event.participants:
        if part.role == role:
            yield [number[event.id], actors.of(part.party.id), part.party.state, part.rank, part.general]


def _void(event: Occurrence) -> Iterator[Row]:
    """As much of the direct edges of an event as tells which they are."""
    edge = predicates()[event.predicate].edge
    for source, target in event.dyads if event.happened else ():
        yield {"source": source.id, "target": target.id, "edge": edge, "event": event.id}
