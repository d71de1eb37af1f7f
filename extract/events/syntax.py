"""Voice and subjects: who acts in a clause, through passives, infinitives, relative clauses and conjunction.

A subject is given as *alternatives*: groups of tokens, the likeliest first; the first group that names an
actor is taken. Labels are Universal Dependencies, so that the same rules serve every language.
"""

from extract.events.labels import PHRASES, SUBJECTS
from extract.events.schema import Defaults
from extract.events.tree import Tree

Groups = list[list[int]]

_VERBS = ("VERB", "AUX")
_DEPTH = 6


def is_relative(tree: Tree, token: int) -> bool:
    """Whether the token is a relative pronoun."""
    return tree.pos[token] in ("PRON", "DET", "ADV", "SCONJ") and "Rel" in tree.feats[token]


def antecedent(tree: Tree, token: int) -> int | None:
    """The noun that a relative pronoun stands for."""
    for node in (token, *tree.ancestors(token)):
        if tree.deps[node] == "acl:relcl":
            return tree.heads[node]
    return None


def is_reflexive(tree: Tree, verb: int) -> bool:
    """Whether a reflexive pronoun depends on the verb or is part of it."""
    return "Clitic=Reflex" in tree.feats[verb] or any(
        "Reflex=Yes" in tree.feats[kid] for kid in tree.children[verb]
    )


def is_present_participle(tree: Tree, token: int) -> bool:
    """Whether the form is active: English -ing, French -ant, a gerund."""
    feats = tree.feats[token]
    return "VerbForm=Ger" in feats or ("Tense=Pres" in feats and "VerbForm=Part" in feats)


def modifies_noun(tree: Tree, token: int) -> bool:
    """Whether the token is a participle or adjective at a noun (no relative clause, no infinitive)."""
    if tree.deps[token] == "conj" and tree.heads[token] != token:
        return modifies_noun(tree, tree.heads[token])
    gerund = "VerbForm=Ger" in tree.feats[token] and bool(tree.kids(token, "mark"))
    if gerund or "VerbForm=Inf" in tree.feats[token]:
        return False
    return tree.deps[token] in ("amod", "acl") and tree.pos[tree.heads[token]] not in _VERBS


def is_participle(tree: Tree, token: int) -> bool:
    """Whether the token is a bare past participle or an adjective, without an auxiliary of its own."""
    if tree.pos[token] == "ADJ":
        return True
    return "VerbForm=Part" in tree.feats[token] and not tree.kids(
        token, "aux", "aux:tense", "aux:pass", "cop"
    )


def is_passive(tree: Tree, verb: int) -> bool:
    """Whether the grammatical subject suffers the act."""
    kids = tree.children[verb]
    if any(
        tree.deps[kid] in ("aux:pass", "nsubj:pass", "csubj:pass", "expl:pass", "obl:agent") for kid in kids
    ):
        return not any("Reflex=Yes" in tree.feats[kid] and tree.deps[kid] != "expl:pass" for kid in kids)
    if is_present_participle(tree, verb):
        return False
    if tree.pos[verb] == "VERB" and "VerbForm=Part" in tree.feats[verb] and tree.kids(verb, "cop"):
        return True
    if not is_participle(tree, verb):
        return False
    if tree.deps[verb] == "conj" and not tree.kids(verb, *SUBJECTS):
        head = tree.heads[verb]
        return modifies_noun(tree, verb) or (tree.pos[head] in _VERBS and is_passive(tree, head))
    if modifies_noun(tree, verb):
        return True
    return tree.pos[verb] == "VERB" and not tree.kids(verb, "nsubj", "obj")


def subjects(tree: Tree, verb: int, defaults: Defaults, depth: int = _DEPTH) -> Groups:
    """The grammatical subject of a verb as alternatives; through the clauses above where it has none."""
    own = _own_subjects(tree, verb)
    if own:
        return [_without_second(tree, own)]
    if depth == 0 or tree.heads[verb] == verb:
        return []
    head, dep = tree.heads[verb], tree.deps[verb]
    if dep in ("aux", "aux:pass", "cop"):
        return subjects(tree, head, defaults, depth - 1)
    if dep in ("acl", "amod", "acl:relcl"):
        return _of_modifier(tree, verb, head, defaults, depth)
    if tree.pos[head] not in _VERBS and not tree.kids(head, *SUBJECTS):
        above = dep == "conj" or (dep == "xcomp" and tree.deps[head] == "xcomp")  # *tiene previsto viajar*
        return subjects(tree, head, defaults, depth - 1) if above else []
    if dep == "xcomp":
        return _controllers(tree, head, defaults, depth)
    if dep == "advcl" and any(
        tree.lower[kid] in defaults.object_marks for kid in tree.kids(verb, "mark", "case")
    ):
        return _controllers(tree, head, defaults, depth)
    if dep == "conj" or (dep == "advcl" and not tree.is_finite(verb)):
        return subjects(tree, _nearest_clause(tree, head, verb), defaults, depth - 1)
    if defaults.pro_drop and dep in ("ccomp", "advcl", "parataxis"):
        return subjects(tree, head, defaults, depth - 1)
    return []


def _nearest_clause(tree: Tree, head: int, verb: int) -> int:
    """Which clause a joined verb continues: the last one before it that has a subject of its own.

    *X called it …, while Y opened an inquiry and demanded …*: parsers hang the last verb on the first.
    A comma closes a clause put in between: *X met Y, while Z flew home, and signed …*.
    """
    if tree.deps[verb] != "conj" or not tree.is_finite(verb):
        return head
    start = min([verb, *tree.kids(verb, "cc")])
    if tree.deps[head] == "advcl" and tree.heads[head] < head and tree.words[start - 1] == ",":
        return tree.heads[head]
    beside = [
        kid for kid in tree.kids(head, "conj", "advcl") if head < kid < verb and tree.kids(kid, *SUBJECTS)
    ]
    near = [kid for kid in beside if tree.deps[kid] == "conj" or max(tree.subtree(kid)) == start - 1]
    return near[-1] if near else head


def _own_subjects(tree: Tree, verb: int) -> list[int]:
    """The subjects at the verb, or at its predicate noun; what a dateline holds back is freed from it."""
    own = tree.kids(verb, *SUBJECTS)
    if not own:
        own = [
            kid
            for noun in tree.kids(verb, "xcomp")
            if tree.pos[noun] == "NOUN"
            for kid in tree.kids(noun, *SUBJECTS)
        ]
    found = []
    for token in own:
        if token not in tree.datelines:
            found.append(token)
        else:
            found += [
                kid for kid in tree.kids(token, "appos", "flat", "nmod", "dep") if kid not in tree.datelines
            ]
    return found


def _without_second(tree: Tree, own: list[int]) -> list[int]:
    """Of two subjects, which a parser may give in free word order, the nominative or else the first."""
    if len(own) == 1:
        return own
    nominative = [token for token in own if "Case=Nom" in tree.feats[token]]
    return [(nominative or own)[0]]


def second_subject(tree: Tree, verb: int) -> list[int]:
    """A further token labelled as subject: an object that the parser misread."""
    own = [kid for kid in tree.kids(verb, "nsubj", "nsubj:pass") if kid not in tree.datelines]
    chosen = _without_second(tree, own) if own else []
    return [token for token in own if token not in chosen]


def _of_modifier(tree: Tree, verb: int, noun: int, defaults: Defaults, depth: int) -> Groups:
    """A participle's subject is its noun; that of an infinitive after a noun whoever the noun belongs to."""
    if defaults.pro_drop and _relates_another(tree, verb):
        return subjects(tree, tree.clause(noun), defaults, depth - 1)
    if "VerbForm=Inf" not in tree.feats[verb]:
        return [[noun]] if tree.deps[verb] != "acl:relcl" or _lacks_subject(tree, verb) else []
    above = tree.clause(noun)
    return [[noun], *(subjects(tree, above, defaults, depth - 1) if above != verb else [])]


def _relates_another(tree: Tree, verb: int) -> bool:
    """*recibió a Modi, con quien firmó …*: the relative is no subject, so the subject above goes on."""
    relatives = [
        kid for kid in tree.children[verb] if is_relative(tree, kid) and tree.deps[verb] == "acl:relcl"
    ]
    return any(tree.prepositions[kid] and tree.deps[kid] in PHRASES for kid in relatives)


def _lacks_subject(tree: Tree, verb: int) -> bool:
    """*el país, que había ocupado Crimea*: a relative read as a conjunction, beside an object of its own."""
    return bool(tree.kids(verb, "mark")) and bool(tree.kids(verb, "obj"))


def _controllers(tree: Tree, head: int, defaults: Defaults, depth: int) -> Groups:
    """Who carries out an infinitive: the object of *ask, force, allow*, else the subject above."""
    own = subjects(tree, head, defaults, depth - 1)
    if is_passive(tree, head) or set(tree.keys[head]) & set(defaults.subject_control):
        return own
    objects = [
        kid
        for kid in tree.children[head]
        if (tree.deps[kid] in ("obj", "iobj") or (tree.deps[kid] == "obl:arg" and kid < head + 8))
        and "Reflex=Yes" not in tree.feats[kid]
        and "Gender=Neut" not in tree.feats[kid] * (tree.pos[kid] == "PRON")
    ]
    return [objects, *own] if objects else own


def agents(tree: Tree, verb: int, defaults: Defaults) -> list[int]:
    """The tokens that name who acts in a passive."""
    found = tree.kids(verb, "obl:agent")
    return found or [
        kid
        for kid in tree.children[verb]
        if tree.deps[kid] in PHRASES and set(tree.prepositions[kid]) & set(defaults.agent)
    ]
