"""Repairs of heads: what hangs on the wrong word, above all around quantities, *que*, and inserted clauses.

All functions change the lists of a text in place; ``Lists`` bundles them.
"""

from dataclasses import dataclass

from extract.events.labels import PHRASES, SUBJECTS

_SIDES = (*SUBJECTS, *PHRASES, "obj", "iobj", "conj", "appos")
_RELATIVE = "PronType=Rel"
_FINITE = "VerbForm=Fin"
_ADDRESSED = ("iobj", "obl", "obl:arg")


@dataclass(frozen=True, slots=True)
class Lists:
    """A text's tokens as parallel lists: lower-cased forms, parts of speech, labels, features, heads."""

    lower: list[str]
    pos: list[str]
    deps: list[str]
    feats: list[str]
    heads: list[int]
    children: list[list[int]]

    def kids(self, token: int, *labels: str) -> list[int]:
        """The dependents of a token that bear one of the labels."""
        return [kid for kid in self.children[token] if self.deps[kid] in labels]

    def move(self, token: int, to: int, dep: str) -> None:
        """Hang a token on another one."""
        self.children[self.heads[token]].remove(token)
        self.children[to] = sorted((*self.children[to], token))
        self.heads[token], self.deps[token] = to, dep


def unwrap_quantities(text: Lists, quantities: frozenset[str]) -> None:
    """*plus de 300 soldats*, *près de mille hommes*: the adverb counts, the noun behind it takes part."""
    for adverb, dep in enumerate(text.deps):
        if dep not in _SIDES or text.pos[adverb] != "ADV" or text.lower[adverb] not in quantities:
            continue
        nouns = [kid for kid in text.kids(adverb, *PHRASES) if kid > adverb]
        cases = text.kids(nouns[0], "case") if nouns else []
        if cases[:1] != [adverb + 1]:
            continue
        noun = nouns[0]
        for kid in [kid for kid in text.children[adverb] if kid != noun]:
            text.move(kid, noun, text.deps[kid])
        text.move(noun, text.heads[adverb], dep)
        text.move(adverb, noun, "advmod")
        text.move(cases[0], adverb, "fixed")


def mend_relatives(text: Lists) -> None:
    """*los países a los que pidió ayuda*: article and *que* are one pronoun, however they were read."""
    for token, dep in enumerate(text.deps):
        clause, before = text.heads[token], token - 1
        if dep != "mark" or before < 0 or text.deps[clause] != "acl:relcl":
            continue
        if text.heads[before] == clause and text.pos[before] == "PRON" and text.kids(before, "case"):
            text.feats[before] = _RELATIVE
        elif text.heads[before] == token and text.deps[before] == "det":
            for case in text.kids(before, "case"):
                text.move(case, token, "case")
            text.pos[token], text.feats[token] = "PRON", _RELATIVE
            text.deps[token] = "obl" if text.kids(token, "case") else "nsubj"


def mend_contents(text: Lists) -> None:
    """*exige de X qu'elle libère Y*: a clause that lacks nothing says what is asked, it describes nobody."""
    for verb, dep in enumerate(text.deps):
        noun = text.heads[verb]
        above = text.heads[noun]
        if dep != "acl:relcl" or text.deps[noun] not in _ADDRESSED or text.pos[above] != "VERB":
            continue
        opened = any(text.pos[kid] == "SCONJ" for kid in text.kids(verb, "mark"))
        full = text.kids(verb, "obj", "expl:pv", "expl:pass", "aux:pass", "xcomp", "ccomp")
        if opened and full and text.kids(verb, *SUBJECTS):
            text.move(verb, above, "ccomp")


def mend_insertions(text: Lists, keys: list[tuple[str, ...]], saying: frozenset[str]) -> None:
    """*…, a annoncé hier le ministère*: the noun behind an inserted verb of saying is who speaks.

    ``keys`` are the lemmas of the tokens, ``saying`` those of verbs of saying.
    """
    for verb, dep in enumerate(text.deps):
        above = text.heads[verb]
        if dep not in ("parataxis", "conj") or above > verb or saying.isdisjoint(keys[verb]):
            continue
        finite = any(_FINITE in text.feats[node] for node in (verb, *text.kids(verb, "aux", "aux:tense")))
        complete = text.kids(verb, "ccomp", "xcomp", "obl:arg", "iobj", "cc", "mark")
        speakers = text.kids(verb, *SUBJECTS) or text.kids(verb, "obj")
        if finite and not complete and len(speakers) == 1 and speakers[0] > verb:
            text.deps[speakers[0]] = "nsubj"
            text.deps[verb] = "parataxis"
