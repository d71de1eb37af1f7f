"""Repairs of parses: what treebanks label differently and parsers often attach wrongly.

All functions change the lists of a text in place: labels, heads and children by token.
"""

from extract.events.labels import PHRASES, SUBJECTS
from extract.events.schema import Defaults

_ACTIVE = {"nsubj:pass": "nsubj", "aux:pass": "aux:tense", "obl:agent": "obl"}


def reattach_objects(
    words: list[str],
    deps: list[str],
    heads: list[int],
    children: list[list[int]],
    signs: frozenset[str] = frozenset(),
) -> None:
    """*bat Paris, Moskau zu meiden*: an object before the comma belongs to the verb above the infinitive.

    ``signs`` of infinitives never stand behind their object: *urged China to leave*.
    """
    for verb, dep in enumerate(deps):
        above = heads[verb]
        if dep != "xcomp" or above >= verb or any(deps[kid] == "obj" for kid in children[above]):
            continue
        objects = [kid for kid in children[verb] if deps[kid] in ("obj", "iobj") and above < kid < verb]
        commas = [token for token in range(above, verb) if words[token] == "," or words[token] in signs]
        if objects and commas and objects[0] < commas[0]:
            children[verb].remove(objects[0])
            children[above].append(objects[0])
            children[above].sort()
            heads[objects[0]] = above
            deps[objects[0]] = "obj"


def join_prepositions(pos: list[str], deps: list[str], heads: list[int], children: list[list[int]]) -> None:
    """*auprès de la Chine*, *cerca de*: an adverb with a phrase of its own is a preposition of two words."""
    for adverb, dep in enumerate(deps):
        if dep != "advmod" or pos[adverb] != "ADV" or len(children[adverb]) != 1:
            continue
        phrase, above = children[adverb][0], heads[adverb]
        cases = [kid for kid in children[phrase] if deps[kid] == "case"]
        if phrase < adverb or deps[phrase] not in PHRASES or cases[:1] != [adverb + 1]:
            continue
        _move(phrase, above, "nmod" if pos[above] in ("NOUN", "PROPN") else "obl", deps, heads, children)
        _move(adverb, phrase, "case", deps, heads, children)
        _move(adverb + 1, adverb, "fixed", deps, heads, children)


def join_phrases(
    words: list[str],
    pos: list[str],
    deps: list[str],
    heads: list[int],
    children: list[list[int]],
    defaults: Defaults,
) -> None:
    """*por parte de Irán*: a listed phrase around a noun is a preposition of the phrase behind it.

    Right after its verb only as an agent: *se puso de acuerdo con Irán* is no source.
    """
    for noun, dep in enumerate(deps):
        before = (
            [kid for kid in children[noun] if kid < noun and deps[kid] != "punct"] if dep in PHRASES else []
        )
        start, above = min(before, default=noun), heads[noun]
        text = " ".join(words[start : noun + 2]).lower()
        behind = [kid for kid in children[noun] if noun + 1 in children[kid] and deps[noun + 1] == "case"]
        near = above == start - 1 and pos[above] in ("VERB", "AUX") and text not in defaults.agent
        if text not in defaults.phrases or not behind or near:
            continue
        _move(behind[0], above, "nmod" if pos[above] in ("NOUN", "PROPN") else "obl", deps, heads, children)
        _move(noun, behind[0], "case", deps, heads, children)
        for part in (*before, noun + 1):
            _move(part, noun, "fixed", deps, heads, children)


def join_members(
    words: tuple[list[str], list[str]],
    deps: list[str],
    heads: list[int],
    children: list[list[int]],
    members: frozenset[str],
) -> None:
    """*vingt pays, dont la Chine, ont signé*: a second subject behind such a word is among the first.

    ``words`` are forms and parts of speech; ``members`` are the words.
    """
    forms, pos = words
    for token, form in enumerate(forms):
        member = heads[token]
        if (
            form not in members
            or deps[token] not in ("nmod", "obl", "obl:mod", "case", "advmod")
            or member < token
        ):
            continue
        whole = [kid for kid in children[heads[member]] if deps[kid] == deps[member] and kid < token]
        if not whole or not deps[member].startswith("nsubj") or pos[member] not in ("NOUN", "PROPN"):
            continue
        _move(member, whole[-1], "nmod", deps, heads, children)
        deps[token] = "case"


def _move(
    token: int, to: int, dep: str, deps: list[str], heads: list[int], children: list[list[int]]
) -> None:
    children[heads[token]].remove(token)
    children[to] = sorted((*children[to], token))
    heads[token], deps[token] = to, dep


def mend_voice(
    keys: list[tuple[str, ...]],
    deps: list[str],
    feats: list[str],
    children: list[list[int]],
    defaults: Defaults,
) -> None:
    """Undo *sont entrées* read as a passive, and *se firmó un tratado* read as an active."""
    active, passive = frozenset(defaults.never_passive), frozenset(defaults.reflexive_passive)
    for verb, names in enumerate(keys):
        if not active.isdisjoint(names):
            for kid in children[verb]:
                deps[kid] = _ACTIVE.get(deps[kid], deps[kid])
        elif not passive.isdisjoint(names):
            reflexive = [kid for kid in children[verb] if "Reflex=Yes" in feats[kid] and deps[kid] != "iobj"]
            for kid in (*reflexive, *(kid for kid in children[verb] if deps[kid] == "nsubj" and reflexive)):
                deps[kid] = "nsubj:pass" if deps[kid] == "nsubj" else "expl:pass"


def mend_infinitives(
    words: tuple[list[str], list[str], list[str]],
    deps: list[str],
    heads: list[int],
    children: list[list[int]],
    marks: frozenset[str],
) -> None:
    """*amenazó con cerrar la frontera*: some prepositions open what a verb is about, not a circumstance.

    ``words`` are lower-cased forms, parts of speech and features.
    """
    lower, pos, feats = words
    for verb, dep in enumerate(deps):
        kids = children[verb]
        infinitive = any(
            "VerbForm=Inf" in feats[node] or "VerbForm=Ger" in feats[node]
            for node in (verb, *kids)
            if node == verb or pos[node] == "AUX"
        )
        opens = (kid for kid in kids if deps[kid] in ("mark", "case"))
        if dep == "advcl" and infinitive and any(lower[kid] in marks for kid in opens):
            bare = not any(deps[kid] in SUBJECTS for kid in kids)
            deps[verb] = "acl" if pos[heads[verb]] == "NOUN" else "xcomp" if bare else dep
