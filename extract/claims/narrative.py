"""Narrative time: what the same people say next to each other was said at one time.

A speech act without an expression of its own takes the time of the nearest dated statement before it, when
its participants all took part there.
"""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.repetition import Told
from extract.events.tree import Tree
from ontology.event_types import event_types
from ontology.model import Modality, Statement, StatementTime

_FIRM = (Modality.ASSERTED, Modality.REPORTED)
SENTENCES = 4
"""How far back a story reaches; farther, another scene is likelier than the same one."""


def with_narrative_times(tree: Tree, told: Sequence[Told]) -> list[Told]:
    """The statements, with times carried over from the dated statements before them."""
    done: list[Told] = []
    for item in told:
        earlier = _scene(tree, item, done) if _is_open(item.statement) else None
        if earlier is None or earlier.statement.time is None:
            done.append(item)
            continue
        time = StatementTime(earlier.statement.time.interval)
        why = f"time: as '{earlier.statement.predicate}' before"
        statement = replace(item.statement, time=time, trace=(*item.statement.trace, why))
        done.append(Told(statement, item.frame, earlier.scene or earlier.statement.id))
    return done


def _is_open(statement: Statement) -> bool:
    kind = event_types()[statement.event_type]
    if statement.modality not in _FIRM:
        return False
    return kind.verbal and statement.time is not None and statement.time.text is None


def _scene(tree: Tree, item: Told, before: Sequence[Told]) -> Told | None:
    here = tree.sentence[item.frame.trigger]
    speakers = {actor.id for actor in item.statement.subject}
    if not speakers:
        return None
    for old in reversed(before):
        if here - tree.sentence[old.frame.trigger] > SENTENCES:
            return None
        dated = old.statement.time is not None and (old.statement.time.text or old.scene)
        if dated and old.statement.modality in _FIRM and speakers <= _people(old) and _fits(item, old):
            return old
    return None


def _fits(item: Told, old: Told) -> bool:
    """What is said in a conversation is said to those who take part; other words of his always fit."""
    if event_types()[old.statement.event_type].verbal:
        return True
    present = {actor.state for actor in (*old.statement.subject, *old.statement.object)}
    return old.statement.event_type == "CONSULT" and present >= {
        actor.state for actor in item.statement.object
    }


def _people(told: Told) -> set[str]:
    kind = event_types()[told.statement.event_type]
    sides = (*told.statement.subject, *(told.statement.object if kind.symmetric else ()))
    return {actor.id for actor in sides}
