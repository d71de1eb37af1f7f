"""Dropped subjects: the subject of the sentence before goes on (*Llegó a Roma.*)."""

from extract.events.arguments import Argument, Arguments
from extract.events.schema import Defaults
from extract.events.syntax import subjects
from extract.events.tree import Tree

SENTENCES = 2
"""How many sentences back a dropped subject may stand."""


def dropped_subject(
    tree: Tree, defaults: Defaults, arguments: Arguments, verb: int, reach: int = SENTENCES
) -> list[Argument]:
    """Whom the main verb of a sentence without subject means: same person, same number; else nobody.

    In the first person it is whoever speaks (*Condenamos el ataque.*).
    """
    number = tree.sentence[verb]
    if defaults.pro_drop and tree.deps[verb] == "xcomp":  # *Prometió enviar armas.*
        return dropped_subject(tree, defaults, arguments, tree.heads[verb], reach)
    if defaults.pro_drop and reach == SENTENCES and is_first_person(tree, verb, defaults):
        return arguments.of_first_person(verb)
    if not defaults.pro_drop or not reach or not number or subjects(tree, verb, defaults):
        return []
    forms = [node for node in (verb, *tree.kids(verb, "aux", "aux:pass", "cop")) if _is_third(tree, node)]
    if not forms or tree.deps[verb] not in ("root", "ROOT", "conj"):
        return []
    before = next((node for node in range(*tree.sentences[number - 1]) if tree.heads[node] == node), verb)
    found = arguments.first(subjects(tree, before, defaults)) or dropped_subject(
        tree, defaults, arguments, before, reach - 1
    )
    many = len(found) > 1 or any("Number=Plur" in tree.feats[item.token] for item in found)
    return found if many == ("Number=Plur" in tree.feats[forms[0]]) else []


def is_first_person(tree: Tree, verb: int, defaults: Defaults) -> bool:
    """Whether a verb without subject is in the first person."""
    finite = (verb, *tree.kids(verb, "aux", "aux:pass", "aux:tense", "cop"))
    return not subjects(tree, verb, defaults) and any("Person=1" in tree.feats[node] for node in finite)


def _is_third(tree: Tree, token: int) -> bool:
    return "VerbForm=Fin" in tree.feats[token] and "Person=3" in tree.feats[token]
