"""Order by the course of the story: conjuncts, reactions, conversations, what acts presuppose, tense."""

from collections.abc import Iterator, Sequence

from extract.claims.repetition import Told
from extract.claims.rules import ClaimRules
from extract.claims.tense import is_pluperfect
from extract.events.labels import PHRASES
from extract.events.lexicon import NOUN, lexicon
from extract.events.tree import Tree
from extract.order.found import JUDGED, PLUPERFECT, Found, carried_by, is_deed, is_fact, states
from ontology.event_types import predicates
from ontology.model import ActorRef, Order

_ANSWERS = (*JUDGED, "COERCE", "SANCTION")
_REPLIES = ("REJECT", "CONCEDE", "AGREE")
_ASKS = ("REQUEST", "ACCUSE", "THREATEN", "SANCTION")
_NEAR = 2


def by_sequence(tree: Tree, item: Told, before: Sequence[Told]) -> list[Found]:
    """*was defeated and ceded*, *visited Rome and met the pope*: acts joined by *and* follow each other."""
    verb = item.frame.trigger
    if tree.deps[verb] != "conj" or item.frame.kind == NOUN or not is_deed(item):
        return []
    for head in carried_by(before, tree.heads[verb], item):
        if head.frame.trigger == tree.heads[verb] and is_deed(head):
            order = Order.DURING if head.frame.predicate == "visit" else Order.AFTER
            return [(item, order, head, "conjunction")]
    return []


def by_reaction(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*condemned the attack*, *criticised X for attacking Y*: what somebody judges came before.

    So did what somebody is punished for, if a preposition says so.
    """
    if item.frame.kind == NOUN or item.statement.event_type not in _ANSWERS:
        return []
    judged = _judged(tree, item, rules)
    return [
        (item, Order.AFTER, other, "reaction")
        for token in judged
        for other in carried_by(told, token, item)
        if is_fact(other)
    ]


def _judged(tree: Tree, item: Told, rules: ClaimRules) -> Iterator[int]:
    verb, marks = item.frame.verb, lexicon(rules.lang).defaults.object_marks
    if item.statement.event_type in JUDGED:
        for noun in tree.kids(item.frame.trigger, "obj", "nsubj:pass", *PHRASES):
            if not any(("preposition", word) in rules.order for word in tree.prepositions[noun]):
                yield noun
        yield from tree.kids(verb, "ccomp")
    for clause in tree.kids(verb, "advcl", "xcomp"):
        if any(tree.lower[kid] in marks for kid in tree.kids(clause, "mark", "case")):
            yield clause


def by_scene(item: Told, before: Sequence[Told]) -> list[Found]:
    """What was said in a conversation was said during it."""
    scene = next((old for old in before if old.statement.id == item.scene), None)
    if scene is None or scene.statement.event_type != "CONSULT":
        return []
    return [(item, Order.DURING, scene, "scene")]


def by_news(item: Told, before: Sequence[Told]) -> list[Found]:
    """What the story goes on to tell of its fresh news came after that."""
    news = next((old for old in before if old.statement.id == item.news), None)
    return [(item, Order.AFTER, news, "news")] if news is not None and is_fact(item) else []


def by_nature(item: Told, told: Sequence[Told]) -> list[Found]:
    """Who ratifies has signed, who is released was arrested: between the same states, told nearest."""
    needed, mine = predicates()[item.statement.predicate].after, states(item)
    if not needed or not is_fact(item) or len(mine) < 2:
        return []
    others = [
        other
        for other in told
        if other.statement.predicate in needed and is_fact(other) and states(other) == mine
    ]
    here = item.frame.trigger
    nearest = min(
        others, key=lambda other: (other.frame.trigger > here, abs(other.frame.trigger - here)), default=None
    )
    return [(item, Order.AFTER, nearest, "nature")] if nearest is not None else []


def by_reply(tree: Tree, item: Told, before: Sequence[Told]) -> list[Found]:
    """*rejected the accusations*: who refuses, gives in or agrees answers those who asked or accused."""
    if item.statement.event_type not in _REPLIES or not is_fact(item):
        return []
    own, others = _states_of(item.statement.subject), _states_of(item.statement.object)
    here = tree.sentence[item.frame.trigger]
    for old in reversed(before):
        if here - tree.sentence[old.frame.trigger] > _NEAR:
            return []
        asked = old.statement.event_type in _ASKS and is_fact(old)
        theirs = _states_of(old.statement.subject)
        answered = others & theirs or (not others and not own & theirs)
        if asked and own & _states_of(old.statement.object) and answered:
            return [(item, Order.AFTER, old, "reply")]
    return []


def by_past(tree: Tree, item: Told, before: Sequence[Told]) -> list[Found]:
    """*had asked*: the pluperfect looks back from the act that the story told last, or else from its lead."""
    if item.frame.kind == NOUN or not is_fact(item) or not is_pluperfect(tree, item.frame.verb):
        return []
    here = tree.sentence[item.frame.trigger]
    told = [
        old
        for old in before
        if old.frame.kind != NOUN and is_fact(old) and not is_pluperfect(tree, old.frame.verb)
    ]
    near = [old for old in told if here - tree.sentence[old.frame.trigger] <= _NEAR]
    return [(item, Order.BEFORE, old, PLUPERFECT) for old in (*near[-1:], *told[:1])[:1]]


def _states_of(side: tuple[ActorRef, ...]) -> set[str]:
    return {actor.state for actor in side if actor.state}
