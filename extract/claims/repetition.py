"""What is worth telling, and what only tells again what was told before."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.events.arguments import Argument
from extract.events.frames import Frame
from extract.events.lexicon import NOUN
from extract.events.tree import Tree
from ontology.event_types import event_types
from ontology.model import ActorRef, ActorType, Interval, Modality, Polarity, Statement

_FIRM = (Modality.ASSERTED, Modality.REPORTED)
_ONE_SIDED_NOUNS = ("STATE-CHANGE", "MOBILIZE", "RETREAT", "CONCEDE", "PROTEST", "OTHER")
_BY_SOMEBODY = (
    *("REQUEST", "REJECT", "SUPPORT", "THREATEN", "COOPERATE", "SANCTION", "AID", "CONSULT", "MOBILIZE"),
    "PROTEST",
)
_BETWEEN = ("SANCTION", "AID")
_HARD = ("ASSAULT", "COERCE", "PROTEST")
_HARD_IF_NAMED = ("STATE-CHANGE", "RETREAT", "CONCEDE", "MOBILIZE", "THREATEN")
_GATHERINGS = ("meet-multilaterally", "attend-summit")
_MEETING = "CONSULT"
_MIXED = ("OTHER", "STATE-CHANGE")
Sides = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement and the frame that tells it.

    ``scene`` is the statement whose time it took over, ``news`` the fresh one since which it must have been.
    """

    statement: Statement
    frame: Frame
    scene: str | None = None
    news: str | None = None


def worth_telling(frame: Frame) -> bool:
    """Whether a political actor takes part; a mere noun must name both sides of a dyadic act."""
    if frame.kind != NOUN and not frame.attributive and _is_hard(frame):
        return True
    subject, object_ = any(map(_is_known, frame.subject)), any(map(_is_known, frame.object))
    if _is_session(frame) and any((item.actor.state or "").startswith("IGO:") for item in frame.subject):
        return True
    if frame.event_type in _BY_SOMEBODY and not frame.subject:
        return False
    if frame.event_type in _BETWEEN and not (frame.subject and frame.object):
        return False
    if frame.event_type == "ACCUSE" and frame.verb != frame.trigger and object_:
        return True
    if frame.attributive or (frame.kind == NOUN and frame.event_type not in _ONE_SIDED_NOUNS):
        return (subject and bool(frame.object)) or (object_ and bool(frame.subject))
    return subject or object_


def _is_session(frame: Frame) -> bool:
    """*the G7 summit*, *a meeting of the Security Council*: an organisation meets among its members."""
    called = frame.kind == NOUN and frame.event_type == _MEETING and frame.predicate != "visit"
    return called or frame.predicate in _GATHERINGS


def _is_hard(frame: Frame) -> bool:
    """An attack, an arrest, a protest is told even without known parties, if states are near."""
    if not (frame.staged or _sided(frame)):
        return False
    named = bool(frame.subject or frame.object)
    if named and not any(map(_is_known, (*frame.subject, *frame.object))):
        return False
    return frame.event_type in _HARD or (named and frame.event_type in _HARD_IF_NAMED)


def _is_known(item: Argument) -> bool:
    """Whether a side is a state, acts for one, or is an armed group of the gazetteer; no firm or singer."""
    powers = (ActorType.ARMED_GROUP, ActorType.STATE)  # such as Macedon, which no state of today succeeds
    return bool(item.actor.state) or (item.actor.resolved and item.actor.type in powers)


def _sided(frame: Frame) -> bool:
    return any(item.actor.state for item in (*frame.subject, *frame.object))


def earlier_telling(
    tree: Tree, frame: Frame, new: Statement | Told | None, told: Sequence[Told]
) -> Told | None:
    """The statement that a frame tells again: same act, same sides, no time of its own.

    A noun without participants (*das Telefonat*) points back to the last act of its predicate; one of
    meeting (*the talks*) also to a meeting by another word.
    """
    if frame.kind == NOUN and (frame.inferred or not _names_parties(tree, frame)):
        echo = _last_such(tree, frame, told)
        if echo is not None:
            return echo
    if new is None:
        if frame.kind != NOUN or (frame.subject and frame.object):
            return None
        sides = _frame_sides(frame)
        fitting = [old for old in told if _within(sides, statement_sides(old.statement), frame.event_type)]
        return _last_such(tree, frame, fitting)
    statement = new.statement if isinstance(new, Told) else new
    return next((old for old in told if _same_act(statement, old.statement)), None)


def _names_parties(tree: Tree, frame: Frame) -> bool:
    """Whether the noun's own phrase names who takes part; otherwise the sentence lends them."""
    phrase = set(tree.subtree(frame.trigger))
    return any(item.token in phrase for item in (*frame.subject, *frame.object))


def _last_such(tree: Tree, frame: Frame, told: Sequence[Told]) -> Told | None:
    """The last act of the frame's predicate; with a definite article the last meeting of any kind."""
    same = next((old for old in reversed(told) if old.statement.predicate == frame.predicate), None)
    if same is not None or frame.event_type != _MEETING or not is_definite(tree, frame.trigger):
        return same
    here = tree.sentence[frame.trigger]
    earlier = (old for old in reversed(told) if tree.sentence[old.frame.trigger] < here)
    return next((old for old in earlier if _was_met(old)), None)


def is_definite(tree: Tree, noun: int) -> bool:
    """Whether a noun has a definite article, a demonstrative or a possessive."""
    kids = tree.kids(noun, "det", "det:poss", "nmod:poss")
    case = tree.kids(noun, "case")
    feats = [tree.feats[kid] for kid in (*kids, *case)]
    return any("Definite=Def" in each or "PronType=Dem" in each or "Poss=Yes" in each for each in feats)


def _was_met(old: Told) -> bool:
    statement = old.statement
    return statement.event_type == _MEETING and statement.predicate != "visit" and statement.modality in _FIRM


def without_fragments(
    told: Sequence[Told], again: Sequence[Told]
) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Leave out statements with an empty side that a fuller statement of the same type covers."""
    kept: list[Told] = []
    more = list(again)
    for item in told:
        fuller = next((other for other in told if other is not item and _fragment(item, other)), None)
        if fuller is None:
            kept.append(item)
        else:
            more.append(Told(fuller.statement, item.frame))
    moved = {item.statement.id for item in kept}
    return tuple(kept), tuple(item for item in more if item.statement.id in moved)


def statement_sides(statement: Statement) -> Sides:
    """The states (or else ids) on both sides."""
    return _states(statement.subject), _states(statement.object)


def _frame_sides(frame: Frame) -> Sides:
    return _states(tuple(item.actor for item in frame.subject)), _states(
        tuple(item.actor for item in frame.object)
    )


def _states(side: tuple[ActorRef, ...]) -> frozenset[str]:
    return frozenset(actor.state or actor.id for actor in side)


def _within(part: Sides, whole: Sides, event_type: str) -> bool:
    if event_types()[event_type].symmetric:
        return part[0] | part[1] <= whole[0] | whole[1]
    return part[0] <= whole[0] and part[1] <= whole[1]


def _fragment(item: Told, other: Told) -> bool:
    new, old = item.statement, other.statement
    if new.event_type != old.event_type or (new.subject and new.object) or new.polarity != old.polarity:
        return False
    if new.event_type in _MIXED and new.predicate != old.predicate:
        return False
    if new.predicate != old.predicate and new.sentence != old.sentence:
        return False
    mine, yours = statement_sides(new), statement_sides(old)
    return mine != yours and _within(mine, yours, new.event_type) and _time_agrees(new, old)


def _same_act(new: Statement, old: Statement) -> bool:
    if new.predicate != old.predicate or new.polarity != old.polarity:
        return False
    if new.modality != old.modality and not (new.modality in _FIRM and old.modality in _FIRM):
        return False
    mine, yours = statement_sides(new), statement_sides(old)
    same = mine == yours
    if event_types()[new.event_type].symmetric:
        same = mine[0] | mine[1] == yours[0] | yours[1]
    return same and _time_agrees(new, old) and new.polarity is old.polarity is not Polarity.NEGATIVE


def _time_agrees(new: Statement, old: Statement) -> bool:
    """Whether the new statement has no time of its own besides that of the old one."""
    if new.time is None or new.time.text is None or old.time is None or old.time.text is None:
        return True
    return _holds(new.time.interval, old.time.interval) or _holds(old.time.interval, new.time.interval)


def _holds(outer: Interval, inner: Interval) -> bool:
    """Whether one interval lies within the other."""
    early = outer.earliest is None or (inner.earliest is not None and outer.earliest <= inner.earliest)
    late = outer.latest is None or (inner.latest is not None and inner.latest <= outer.latest)
    return early and late
