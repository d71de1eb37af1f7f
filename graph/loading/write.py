"""Writing one article, its statements, and the difference that they make to events."""

from collections.abc import Iterator, Mapping

from graph.identity import Occurrence
from graph.loading import rows
from graph.loading.plan import Plan
from graph.loading.times import Dates, Dating
from graph.store import Row, Transaction
from ontology.event_types import predicates
from ontology.model import Extraction


def write_article(transaction: Transaction, extraction: Extraction, blocks: Mapping[str, str]) -> None:
    """Everything that is kept for ever; ``blocks`` has the block of each statement."""
    article, statements = extraction.article, extraction.statements
    transaction.run("load_article", article=rows.article_row(extraction))
    moved = transaction.run("load_actors", actors=rows.actor_rows(extraction))
    _run(transaction, "load_acts_for", actors=[row["id"] for row in moved])
    _run(transaction, "load_places", places=rows.place_rows(extraction))
    said = [rows.statement_row(statement, article, blocks[statement.id]) for statement in statements]
    _run(transaction, "load_statements", statements=said, article=article.id)
    speakers = [row for statement in statements for row in rows.speaker_rows(statement)]
    _run(transaction, "load_speakers", speakers=speakers)
    _run(transaction, "load_orders", orders=rows.order_rows(extraction))


def write_events(transaction: Transaction, plan: Plan, dates: Mapping[str, Dating]) -> None:
    """Everything that is derived: events told anew, their relationships, and the direct edges."""
    written = [plan.new[name] for name in plan.written]
    changed = [name for name in plan.written if name in plan.old]
    if changed or plan.gone:
        dyads = [row for name in (*changed, *plan.gone) for row in _dyads(plan.old[name], None)]
        moved = [statement for statement, _ in plan.moved]
        transaction.run("load_clear", dyads=dyads, gone=plan.gone, changed=changed, moved=moved)
    _run(transaction, "load_events", events=[_event_row(event, dates[event.id]) for event in written])
    reports = [{"statement": statement, "event": event} for statement, event in plan.moved]
    _run(transaction, "load_reports", reports=reports)
    parts = [row for event in written for row in _participants(event, dates[event.id])]
    _run(transaction, "load_participants", participants=parts)
    sites = [{"event": event.id, "place": event.place} for event in written if event.place]
    _run(transaction, "load_sites", sites=sites)
    dyads = [row for event in written for row in _dyads(event, dates[event.id])]
    _run(transaction, "load_dyads", dyads=dyads)


def redate(transaction: Transaction, found: Mapping[str, Dating], dates: Dates, plan: Plan) -> None:
    """New days for events that are otherwise as they were."""
    events = [
        {
            "id": name,
            "properties": _dating_row(dates.predicates[name], found[name]),
            **rows.edge_days(found[name].interval),
        }
        for name, kept in sorted(dates.kept.items())
        if name in found and name not in plan.written and found[name] != kept
    ]
    _run(transaction, "load_redate", events=events)


def _run(transaction: Transaction, query: str, **parameters: object) -> None:
    """Run a query if its first parameter has any rows."""
    if next(iter(parameters.values())):
        transaction.run(query, **parameters)


def _event_row(event: Occurrence, dating: Dating) -> Row:
    return {
        "id": event.id,
        "block": event.block,
        "predicate": event.predicate,
        "edge": predicates()[event.predicate].edge,
        "type": event.type,
        "mode": event.mode,
        "polarity": str(event.polarity),
        "modality": str(event.modality),
        "disputed": event.disputed,
        "place": event.place,
        "statements": len(event.statements),
        "articles": event.articles,
        "score": event.score,
        **_dating_row(event.predicate, dating),
    }


def _dating_row(predicate: str, dating: Dating) -> Row:
    proofs = {f"proof_{stamp}": None for stamp in rows.STAMPS} | {
        f"proof_{stamp}": list(sources) for stamp, sources in dating.proofs
    }
    return {
        **rows.stamps(dating.interval),
        **rows.stamps(dating.stated, "stated_"),
        **proofs,
        "consistent": dating.consistent,
        "when": rows.when(dating.interval),
        "caption": rows.event_caption(predicate, dating.interval),
    }


def _participants(event: Occurrence, dating: Dating) -> Iterator[Row]:
    days = rows.edge_days(dating.interval)
    for part in event.participants:
        yield {
            "event": event.id,
            "actor": part.party.id,
            "role": part.role,
            "properties": {
                "actor": part.party.id,
                "state": part.party.state,
                "rank": part.rank,
                "general": part.general,
                "event": event.id,
                "type": event.type,
                "predicate": event.predicate,
                "polarity": str(event.polarity),
                "modality": str(event.modality),
                **days,
            },
        }


def _dyads(event: Occurrence, dating: Dating | None) -> Iterator[Row]:
    """The direct edges of an event that happened; without days, as much as tells which they are."""
    edge = predicates()[event.predicate].edge
    for source, target in event.dyads if event.happened else ():
        yield {
            "source": source.id,
            "target": target.id,
            "edge": edge,
            "event": event.id,
            "properties": _dyad_properties(event, dating) if dating else None,
        }


def _dyad_properties(event: Occurrence, dating: Dating) -> Row:
    days = rows.when(dating.interval)
    return {
        "event": event.id,
        "type": event.type,
        "predicate": event.predicate,
        "when": days,
        "caption": days,
        **rows.edge_days(dating.interval),
    }
