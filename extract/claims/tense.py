"""Background: what a text tells as earlier than its story, by tense or by an adverb (*repeatedly*)."""

import re

from extract.claims.rules import ClaimRules
from extract.events.frames import Frame
from extract.events.labels import PHRASES
from extract.events.tree import Tree
from ontology.model import Order

_YEAR = re.compile(r"\b\d{4}\b")
_PAST = ("Tense=Past", "Tense=Imp", "Tense=Pqp")


def is_background(tree: Tree, frame: Frame, rules: ClaimRules) -> bool:
    """Whether a frame's clause looks back from the time of the story."""
    verb = frame.verb
    background = rules.file.background
    if is_pluperfect(tree, verb) or (background.perfect and is_perfect(tree, verb)):
        return True
    words = (tree.lower[kid] for kid in tree.kids(verb, "advmod", "obl", "obl:mod"))
    return not set(background.adverbs).isdisjoint(words)


def looks_ahead(tree: Tree, verb: int, rules: ClaimRules) -> bool:
    """*telephoned before the summit*: what comes before something else may come before the story, too."""
    words = [("preposition", word) for kid in tree.kids(verb, *PHRASES) for word in tree.prepositions[kid]]
    for clause in tree.kids(verb, "advcl"):
        words += [("mark", tree.lower[kid]) for kid in tree.kids(clause, "mark", "case", "advmod")]
    return any(rules.order.get(word) is Order.BEFORE for word in words)


def is_pluperfect(tree: Tree, verb: int) -> bool:
    """*had met*, *hatte getroffen*, *avait rencontré*, *había visitado*: past of the past, as a fact."""
    if "Tense=Pqp" in tree.feats[verb]:
        return True
    return any(
        any(tense in tree.feats[kid] for tense in _PAST) and "Mood=Sub" not in tree.feats[kid]
        for kid in _auxiliaries(tree, verb)
    )


def is_caption(tree: Tree, verb: int, expression: str) -> bool:
    """*Kim inspects a ship, 18 August 2025*: the present tense with a full date."""
    feats = tree.feats[verb]
    return bool(_YEAR.search(expression)) and "Tense=Pres" in feats and "VerbForm=Fin" in feats


def is_perfect(tree: Tree, verb: int) -> bool:
    """*has met*, *hat getroffen*, *a rencontré*, *ha visitado*."""
    return any("Tense=Pres" in tree.feats[kid] for kid in _auxiliaries(tree, verb))


def is_past(tree: Tree, verb: int) -> bool:
    """*met*, *traf*, *rencontra*, *visitó*, *was attacked*: a finite past tense, not the perfect."""
    group = (verb, *tree.kids(verb, "aux", "aux:pass", "aux:tense", "cop"))
    return any("VerbForm=Fin" in tree.feats[word] and "Tense=Past" in tree.feats[word] for word in group)


def is_perfect_infinitive(tree: Tree, verb: int) -> bool:
    """*may have met*, *könnte getroffen haben*, *pourrait avoir rencontré*: over, if it was at all."""
    auxiliaries = tree.kids(verb, "aux", "aux:tense")
    return "VerbForm=Part" in tree.feats[verb] and any(
        "VerbForm=Inf" in tree.feats[kid] for kid in auxiliaries
    )


def is_main(tree: Tree, verb: int) -> bool:
    """Whether a verb tells in a main clause, or in one joined to it."""
    while tree.deps[verb] in ("conj", "parataxis", "xcomp") and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return tree.heads[verb] == verb


def _auxiliaries(tree: Tree, verb: int) -> list[int]:
    """The finite auxiliaries of a participle, without that of a simple passive (*were* killed)."""
    if "VerbForm=Part" not in tree.feats[verb]:
        return []
    passive = tree.kids(verb, "aux:pass")
    labels = ("aux", "aux:tense", *(("aux:pass",) if len(passive) > 1 else ()))
    return [kid for kid in tree.kids(verb, *labels) if "VerbForm=Fin" in tree.feats[kid]]
