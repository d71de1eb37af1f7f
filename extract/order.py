"""Order that a text says between its events: *before the meeting*, *after he had met*, *thereupon*."""

from collections.abc import Sequence
from dataclasses import replace

from extract.claims.repetition import Told
from extract.claims.rules import ClaimRules
from extract.claims.statements import Story
from extract.events.lexicon import NOUN, lexicon
from extract.events.tree import PHRASES, Tree
from ontology.event_types import event_types, predicates
from ontology.model import Interval, Modality, Order, Polarity, Relation, Statement, StatementTime

_ANSWERS = ("ACCUSE", "SUPPORT", "COERCE", "SANCTION")
Found = tuple[Told, Order, Told, str]


def find_relations(
    tree: Tree, story: Story, rules: ClaimRules
) -> tuple[tuple[Statement, ...], tuple[Relation, ...]]:
    """The statements and the relations between them, in the order of the text."""
    told = sorted((*story.told, *story.again), key=lambda item: item.frame.trigger)
    found: list[Found] = []
    for index, item in enumerate(told):
        found += _by_preposition(tree, item, told, rules)
        found += _by_clause(tree, item, told, rules)
        found += _by_adverb(tree, item, told[:index], rules)
    for index, item in enumerate(told):
        found += _by_sequence(tree, item, told[:index])
        found += _by_reaction(tree, item, told)
        found += _by_scene(item, told[:index])
        found += _by_cause(tree, item, told, rules)
        found += _by_nature(item, told)
    statements = _narrowed(tuple(item.statement for item in story.told), found)
    seen: set[tuple[str, str]] = set()
    relations = []
    for source, order, target, word in found:
        pair = (source.statement.id, target.statement.id)
        if pair[0] != pair[1] and pair not in seen and pair[::-1] not in seen:
            seen.add(pair)
            relations.append(
                Relation(
                    source.statement.id,
                    order,
                    target.statement.id,
                    source.statement.sentence,
                    f"order: {word}",
                )
            )
    return statements, tuple(relations)


def _carried_by(told: Sequence[Told], token: int, besides: Told) -> list[Told]:
    """The statements whose event a token carries."""
    found = [item for item in told if item is not besides and token == item.frame.trigger]
    return found or [item for item in told if item is not besides and token == item.frame.verb]


def _by_preposition(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*telephoned before the meeting*: the noun's phrase depends on the other event's word."""
    noun = item.frame.trigger
    if item.frame.kind != NOUN or tree.deps[noun] not in PHRASES:
        return []
    for word in tree.prepositions[noun]:
        order = rules.order.get(("preposition", word))
        if order is None:
            continue
        for head in tree.ancestors(noun):
            others = _carried_by(told, head, item)
            if others:
                return [(other, order, item, word) for other in others]
    return []


def _by_clause(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*left after he had met her*: the clause of one event under that of the other."""
    clause = item.frame.verb
    if tree.deps[clause] not in ("advcl", "acl"):
        return []
    for kid in tree.kids(clause, "mark", "case", "advmod"):
        order = rules.order.get(("mark", tree.lower[kid]))
        if order is not None:
            return [
                (other, order, item, tree.lower[kid]) for other in _carried_by(told, tree.heads[clause], item)
            ]
    return []


def _by_adverb(tree: Tree, item: Told, before: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*thereupon* points to the event told last."""
    if not before:
        return []
    for token in dict.fromkeys((item.frame.trigger, item.frame.verb)):
        for kid in tree.kids(token, "advmod"):
            order = rules.order.get(("adverb", tree.lower[kid]))
            if order is not None:
                return [(item, order, before[-1], tree.lower[kid])]
    return []


def _by_sequence(tree: Tree, item: Told, before: Sequence[Told]) -> list[Found]:
    """*was defeated and ceded*, *visited Rome and met the pope*: acts joined by *and* follow each other."""
    verb = item.frame.trigger
    if tree.deps[verb] != "conj" or item.frame.kind == NOUN or not _is_finished_deed(item):
        return []
    for head in _carried_by(before, tree.heads[verb], item):
        if head.frame.trigger == tree.heads[verb] and _is_finished_deed(head):
            return [
                (item, Order.DURING if head.frame.predicate == "visit" else Order.AFTER, head, "conjunction")
            ]
    return []


def _is_finished_deed(item: Told) -> bool:
    statement = item.statement
    return (
        not event_types()[statement.event_type].verbal
        and statement.modality in (Modality.ASSERTED, Modality.REPORTED)
        and statement.polarity is Polarity.POSITIVE
    ) or statement.event_type == "AGREE"


def _by_reaction(tree: Tree, item: Told, told: Sequence[Told]) -> list[Found]:
    """*condemned the attack*: praise and blame come after what they speak of."""
    if item.statement.event_type not in ("ACCUSE", "SUPPORT") or item.frame.kind == NOUN:
        return []
    objects = tree.kids(item.frame.trigger, "obj", "nsubj:pass")
    return [
        (item, Order.AFTER, other, "reaction")
        for noun in objects
        for other in told
        if other.frame.kind == NOUN and other.frame.trigger == noun
    ]


def _by_scene(item: Told, before: Sequence[Told]) -> list[Found]:
    """What was said in a conversation was said during it."""
    scene = next((old for old in before if old.statement.id == item.scene), None)
    if scene is None or scene.statement.event_type != "CONSULT":
        return []
    return [(item, Order.DURING, scene, "scene")]


def _by_cause(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*criticised X for attacking Y*: what someone is blamed, praised or punished for came before."""
    clause = item.frame.verb
    marks = lexicon(rules.lang).defaults.object_marks
    if tree.deps[clause] != "advcl" or not any(
        tree.lower[kid] in marks for kid in tree.kids(clause, "mark", "case")
    ):
        return []
    above = _carried_by(told, tree.heads[clause], item)
    return [(other, Order.AFTER, item, "cause") for other in above if other.frame.event_type in _ANSWERS]


def _by_nature(item: Told, told: Sequence[Told]) -> list[Found]:
    """Who ratifies has signed, who is released was arrested: between the same states."""
    needed = predicates()[item.statement.predicate].after
    if not needed or not _is_told_as_fact(item):
        return []
    mine = _involved(item)
    return [
        (item, Order.AFTER, other, "nature")
        for other in told
        if other.statement.predicate in needed
        and _is_told_as_fact(other)
        and _involved(other) == mine
        and len(mine) > 1
    ][:1]


def _involved(item: Told) -> set[str]:
    statement = item.statement
    return {actor.state for actor in (*statement.subject, *statement.object) if actor.state}


def _is_told_as_fact(item: Told) -> bool:
    statement = item.statement
    return statement.polarity is Polarity.POSITIVE and statement.modality in (
        Modality.ASSERTED,
        Modality.REPORTED,
    )


def _narrowed(statements: tuple[Statement, ...], found: Sequence[Found]) -> tuple[Statement, ...]:
    """Statements without an expression of their own take bounds from the events that they relate to."""
    known = {item.id: item for item in statements}
    for source, order, target, _ in found:
        for one, relation, other in (
            (source.statement.id, order, target.statement.id),
            (target.statement.id, order.inverse, source.statement.id),
        ):
            if one in known and other in known and one != other:
                known[one] = _bounded(known[one], relation, known[other])
    return tuple(known[item.id] for item in statements)


def _bounded(item: Statement, order: Order, other: Statement) -> Statement:
    if (
        other.time is None
        or other.time.text is None
        or (item.time is not None and item.time.text is not None)
    ):
        return item
    interval = item.time.interval if item.time else Interval()
    earliest, latest = interval.earliest, interval.latest
    if order is not Order.BEFORE:
        earliest = max((day for day in (earliest, other.time.interval.earliest) if day), default=None)
    if order is not Order.AFTER:
        latest = min((day for day in (latest, other.time.interval.latest) if day), default=None)
    if earliest and latest and earliest > latest:
        return item
    time = StatementTime(Interval.within(earliest, latest))
    return replace(item, time=time, trace=(*item.trace, f"time: {order.value} '{other.predicate}'"))
