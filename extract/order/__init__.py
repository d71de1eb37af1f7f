"""Order that a text says between its events: *before the meeting*, *after he had met*, *thereupon*."""

from collections.abc import Sequence

from extract.claims.rules import ClaimRules
from extract.claims.statements import Story
from extract.events.tree import Tree
from extract.mentions import TimeMention
from extract.order.bounds import agrees, narrowed
from extract.order.distance import Distances, distances
from extract.order.echoes import by_answer, by_echo
from extract.order.found import Found
from extract.order.story import by_nature, by_news, by_past, by_reaction, by_reply, by_scene, by_sequence
from extract.order.words import by_adverb, by_clause, by_noun, by_preposition, by_result, by_verb, elsewhen
from ontology.model import Relation, Statement

__all__ = ["elsewhen", "find_relations"]


def find_relations(
    tree: Tree, story: Story, rules: ClaimRules, times: Sequence[TimeMention] = ()
) -> tuple[tuple[Statement, ...], tuple[Relation, ...]]:
    """The statements, narrowed by their order, and the relations between them, in the order of the text.

    What words say comes first; what only the course of the story tells must not contradict the dates.
    Lengths of time among ``times`` say how far apart events lie.
    """
    told = sorted((*story.told, *story.again), key=lambda item: item.frame.trigger)
    said: list[Found] = []
    implied: list[Found] = []
    for index, item in enumerate(told):
        before = told[:index]
        said += by_preposition(tree, item, told, rules)
        said += by_clause(tree, item, told, rules)
        said += by_noun(tree, item, told, rules)
        said += by_result(tree, item, told, rules)
        said += by_adverb(tree, item, before, rules)
        implied += by_sequence(tree, item, before)
        implied += by_reaction(tree, item, told, rules)
        implied += by_scene(item, before)
        implied += by_nature(item, told)
        implied += by_echo(tree, item, told, rules)
        implied += by_reply(tree, item, before)
        implied += by_past(tree, item, before)
        implied += by_news(item, before)
    said += by_verb(tree, told, rules)
    said += by_answer(tree, told, rules)
    found = [*said, *implied]
    far = distances(tree, times, said)
    statements = narrowed(tuple(item.statement for item in story.told), found, far)
    return statements, _relations(found, {item.id: item for item in statements}, far)


def _relations(found: list[Found], known: dict[str, Statement], far: Distances) -> tuple[Relation, ...]:
    seen: set[frozenset[str]] = set()
    relations = []
    for source, order, target, word in found:
        one, other = known.get(source.statement.id), known.get(target.statement.id)
        if one is None or other is None or one.id == other.id or not agrees(one, order, other):
            continue
        pair = frozenset((one.id, other.id))
        if pair not in seen:
            seen.add(pair)
            distance = far.get((one.id, other.id))
            span = source.statement.sentence
            relations.append(Relation(one.id, order, other.id, span, f"order: {word}", distance))
    return tuple(relations)
