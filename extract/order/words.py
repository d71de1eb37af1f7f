"""Order by words: prepositions, conjunctions, adverbs, nouns and verbs of following and causing."""

from collections.abc import Sequence

from extract.claims.repetition import Told
from extract.claims.rules import ClaimRules
from extract.events.labels import PHRASES, SUBJECTS
from extract.events.lexicon import NOUN
from extract.events.syntax import is_passive
from extract.events.tree import Tree
from extract.order.found import Found, carried_by, in_clause, is_fact
from ontology.model import Order

_DEPENDENT = ("obj", "xcomp", "ccomp", *PHRASES)
_REACH = 4


def elsewhen(tree: Tree, rules: ClaimRules) -> frozenset[int]:
    """The nouns that lie before or after what they hang on: *spoke before the summit*."""
    return frozenset(
        token
        for token, words in enumerate(tree.prepositions)
        if any(rules.order.get(("preposition", word)) in (Order.BEFORE, Order.AFTER) for word in words)
    )


def by_preposition(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*telephoned before the meeting*: the noun's phrase depends on the other event's word."""
    noun = item.frame.trigger
    if item.frame.kind != NOUN or tree.deps[noun] not in PHRASES:
        return []
    for word in tree.prepositions[noun]:
        order = rules.order.get(("preposition", word))
        if order is None:
            continue
        for head in tree.ancestors(noun):
            others = in_clause(tree, told, head, item)
            if others:
                shared = _joined(tree, told, head, item) if noun < head else []
                return [(other, order, item, word) for other in (*others, *shared)]
    return []


def _joined(tree: Tree, told: Sequence[Told], head: int, besides: Told) -> list[Told]:
    """*At the summit X met Y and praised Z*: a phrase in front holds for all clauses that are joined."""
    clauses = tree.kids(tree.clause(head), "conj")
    clauses += [kid for clause in clauses for kid in tree.kids(clause, "ccomp")]
    found = [item for clause in clauses for item in carried_by(told, clause, besides)]
    return [item for item in found if item.frame.kind != NOUN]


def by_clause(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*left after he had met her*: the clause of one event under that of the other."""
    clause = item.frame.verb
    if tree.deps[clause] not in ("advcl", "acl", "advcl:relcl"):
        return []
    for kid in tree.kids(clause, "mark", "case", "advmod"):
        order = rules.order.get(("mark", tree.lower[kid]))
        if order is not None:
            others = in_clause(tree, told, tree.heads[clause], item)
            return [(other, order, item, tree.lower[kid]) for other in others]
    return []


def by_result(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*fell, allowing X to return*: a participle of causing makes its content follow the clause above."""
    verb = item.frame.verb
    for clause in (verb, *tree.ancestors(verb)):
        if tree.deps[clause] == "advcl" and not tree.is_finite(clause):
            word = next((key for key in tree.verb_keys(clause) if ("verb", key) in rules.order), None)
            if word is None or (clause == item.frame.trigger):
                return []
            above = in_clause(tree, told, tree.heads[clause], item)
            return [(other, rules.order["verb", word], item, word) for other in above]
        if tree.deps[clause] not in ("xcomp", "ccomp", "obj", "obl", "obl:arg"):
            return []
    return []


def by_noun(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*in response to the attack*: a noun of reacting stands between both events."""
    head, order, word = item.frame.trigger, None, ""
    for node in tree.ancestors(item.frame.trigger):
        word = next((key for key in tree.keys[node] if ("noun", key) in rules.order), "")
        if word:
            head, order = node, rules.order["noun", word]
            break
        if tree.is_finite(node):
            return []
    if order is None:
        return []
    for node in tree.ancestors(head):
        others = in_clause(tree, told, node, item)
        if others:
            return [(other, order, item, word) for other in others]
    before = [other for other in told if other.frame.trigger < head and is_fact(other)]
    near = before and tree.sentence[head] - tree.sentence[before[-1].frame.trigger] == 1
    return [(before[-1], order, item, word)] if near and tree.heads[head] == head else []


def by_adverb(tree: Tree, item: Told, before: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*thereupon* points to the event told last: in the story itself rather than in somebody's words."""
    for token in dict.fromkeys((item.frame.trigger, item.frame.verb)):
        for kid in tree.kids(token, "advmod", "obl", "obl:tmod", "obl:mod"):
            order = rules.order.get(("adverb", _phrase(tree, kid)))
            target = _told_last(tree, item, before) if order is not None else None
            if order is not None and target is not None:
                return [(item, order, target, tree.lower[kid])]
    return []


def _phrase(tree: Tree, token: int) -> str:
    """The words of a short phrase: *la veille*, *am Vortag*."""
    if tree.deps[token] == "advmod":
        return tree.lower[token]
    return " ".join(tree.lower[part] for part in tree.subtree(token)[:_REACH])


def _told_last(tree: Tree, item: Told, before: Sequence[Told]) -> Told | None:
    others = [old for old in before if old.statement.id != item.statement.id]
    here = tree.sentence[item.frame.trigger]
    own = [old for old in others if not old.statement.attributed_to and is_fact(old)]
    near = [old for old in own if here - tree.sentence[old.frame.trigger] <= _REACH]
    return next(iter(reversed(near or others)), None)


def by_verb(tree: Tree, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*the attack led to sanctions*: the event that is subject, and those that depend on the verb."""
    found: list[Found] = []
    for cause in told:
        noun = cause.frame.trigger
        if cause.frame.kind != NOUN or tree.deps[noun] not in SUBJECTS:
            continue
        verb = tree.heads[noun]
        word = next((key for key in tree.verb_keys(verb) if ("verb", key) in rules.order), None)
        if word is None:
            continue
        order = rules.order["verb", word]
        order = order.inverse if is_passive(tree, verb) else order
        effects = (other for kid in tree.kids(verb, *_DEPENDENT) for other in carried_by(told, kid, cause))
        found += [(cause, order, effect, word) for effect in effects]
    return found
