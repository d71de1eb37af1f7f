"""Order that a text says between its events: *before the meeting*, *after he had met*, *thereupon*."""

from collections.abc import Sequence

from extract.claims.repetition import Told
from extract.claims.rules import ClaimRules
from extract.claims.statements import Story
from extract.events.lexicon import NOUN
from extract.events.tree import PHRASES, Tree
from ontology.model import Order, Relation, Statement

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
    statements = tuple(item.statement for item in story.told)
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
    for kid in tree.kids(clause, "mark", "case"):
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
