"""Order by what points at another event without telling it: *condemned the move*, *answers a decision*."""

from collections.abc import Iterator, Sequence

from extract.claims.repetition import Told, is_definite
from extract.claims.rules import ClaimRules
from extract.events.frames import Frame
from extract.events.labels import PHRASES
from extract.events.lexicon import NOUN, lexicon
from extract.events.tree import Tree
from extract.order.found import JUDGED, Found, is_fact
from ontology.event_types import event_types, predicates
from ontology.model import Order

_FULL = ("nmod", "nmod:poss", "acl", "acl:relcl", "ccomp", "advcl", "obl", "appos", "amod")
_HARD = ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
_REACH = 4
_NEAR = 2


def by_echo(tree: Tree, item: Told, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*condemned the move*, *made X responsible for it*: the act judged is the one told before.

    A noun of violence without parties (*condemned the attack*) may also stand for the attack told next.
    """
    if item.frame.kind == NOUN or item.statement.event_type not in JUDGED or not is_fact(item):
        return []
    for noun in tree.kids(item.frame.verb, "obj", "nsubj:pass", "advmod", *PHRASES):
        word = next(
            (key for key in (tree.lower[noun], *tree.keys[noun]) if ("echo", key) in rules.order), None
        )
        if word is not None and _is_bare(tree, noun):
            old = next(_before(tree, item, told), None)
            return [(item, rules.order["echo", word], old, word)] if old is not None else []
        kinds = _kinds(tree, noun, rules)
        if kinds and is_definite(tree, noun) and not any(other.frame.trigger == noun for other in told):
            others = (*_before(tree, item, told), *_behind(tree, item, told))
            same = next((other for other in others if other.statement.event_type in kinds), None)
            return [(item, Order.AFTER, same, tree.lower[noun])] if same is not None else []
    return []


def _is_bare(tree: Tree, noun: int) -> bool:
    """Whether a word says by itself nothing of what it stands for: *this*, *the move*."""
    if tree.pos[noun] not in ("NOUN", "PROPN"):
        beside = tree.kids(tree.heads[noun], "ccomp", "xcomp", "advcl")
        return not tree.kids(noun, *_FULL) and all(tree.pos[kid] == "ADJ" for kid in beside)
    return is_definite(tree, noun) and not tree.kids(noun, *_FULL)


def _kinds(tree: Tree, noun: int, rules: ClaimRules) -> frozenset[str]:
    """The types of violence that a noun can mean."""
    if tree.pos[noun] != "NOUN":
        return frozenset()
    words = lexicon(rules.lang)
    keys = tree.keys[noun]
    found = [trigger for key in keys for trigger in words.words.get((NOUN, key), ())]
    found += [
        trigger for key in keys for size in words.lengths for trigger in words.endings.get(key[-size:], ())
    ]
    return frozenset(predicates()[trigger.entry.predicate].type for trigger in found).intersection(_HARD)


def _before(tree: Tree, item: Told, told: Sequence[Told]) -> Iterator[Told]:
    """Acts of others told in the sentences right before, nearest first."""
    here, own = tree.sentence[item.frame.trigger], _parties(item.frame)
    for old in reversed(told):
        distance = here - tree.sentence[old.frame.trigger]
        hard = not event_types()[old.statement.event_type].verbal
        if 0 < distance <= _NEAR and hard and is_fact(old) and not own & _parties(old.frame):
            yield old


def _behind(tree: Tree, item: Told, told: Sequence[Told]) -> Iterator[Told]:
    """Acts told in the sentences after, nearest first."""
    here, own = tree.sentence[item.frame.trigger], _parties(item.frame)
    for other in told:
        distance = tree.sentence[other.frame.trigger] - here
        if 0 < distance <= _REACH and is_fact(other) and not own & _parties(other.frame):
            yield other


def _parties(frame: Frame) -> set[str]:
    return {item.actor.id for item in frame.subject}


def by_answer(tree: Tree, told: Sequence[Told], rules: ClaimRules) -> list[Found]:
    """*That answers a decision of the EU. The EU had banned …*: what somebody answers is told beside it."""
    found: list[Found] = []
    for noun, pos in enumerate(tree.pos):
        word = next((key for key in tree.keys[noun] if ("noun", key) in rules.order), None)
        if pos != "NOUN" or word is None:
            continue
        phrase = set(tree.subtree(noun))
        if any(item.frame.trigger in phrase for item in told):
            continue
        answer = _answering(tree, told, noun)
        words = {tree.lower[token] for token in phrase if tree.pos[token] == "PROPN"}
        cause = _caused_by(tree, told, noun, words) if answer is not None else None
        if answer is not None and cause is not None and answer.statement.id != cause.statement.id:
            found.append((answer, rules.order["noun", word], cause, word))
    return found


def _answering(tree: Tree, told: Sequence[Told], noun: int) -> Told | None:
    """The event that is the answer: that of the clause, or the one told before a clause of its own."""
    for node in tree.ancestors(noun):
        for item in told:
            if item.frame.kind != NOUN and node in (item.frame.trigger, item.frame.verb):
                return item
    if tree.heads[noun] != noun:
        return None
    before = [item for item in told if item.frame.trigger < noun and is_fact(item)]
    near = before and tree.sentence[noun] - tree.sentence[before[-1].frame.trigger] == 1
    return before[-1] if near else None


def _caused_by(tree: Tree, told: Sequence[Told], noun: int, words: set[str]) -> Told | None:
    """The act of one who is named, told in the same sentence or next to it."""
    here = tree.sentence[noun]
    for item in sorted(told, key=lambda item: abs(item.frame.trigger - noun)):
        near = abs(tree.sentence[item.frame.trigger] - here) <= 1
        doers = {tree.lower[each.token] for each in item.frame.subject}
        if near and is_fact(item) and not words.isdisjoint(doers):
            return item
    return None
