"""A parsed text as plain lists: heads and labels are asked for so often that token objects cost too much."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Slice

from extract.events.labels import CLAUSES
from extract.events.mending import (
    join_members,
    join_phrases,
    join_prepositions,
    mend_infinitives,
    mend_voice,
    reattach_objects,
)
from extract.events.reattaching import (
    Lists,
    mend_contents,
    mend_insertions,
    mend_relatives,
    unwrap_quantities,
)
from extract.events.schema import Defaults
from ontology.model import Span

_AUXILIARIES = ("aux", "aux:tense", "aux:pass", "cop")
_DASHES = ("-", "–", "—", "_", "--", ")_", ")-")
_DATELINE = 9
_LABELS = {
    "obj:lvc": "obj",
    "obj:agent": "obj",
    "nsubj:caus": "nsubj",
    "parataxis:insert": "parataxis",
    "flat:foreign": "flat",
}

Lemmatise = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Tree:
    """All tokens of a text. Lists run parallel; ``keys`` are the lower-cased lemmas that a token may have.

    ``sentence`` numbers sentences; ``prepositions`` says what introduces each token (empty if nothing);
    ``datelines`` are the tokens of *Moscow (AP) –* before a sentence.
    """

    text: str
    words: list[str]
    lower: list[str]
    lemmas: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    feats: list[str]
    starts: list[int]
    children: list[list[int]]
    sentence: list[int]
    sentences: list[tuple[int, int]]
    keys: list[tuple[str, ...]]
    prepositions: list[tuple[str, ...]]
    datelines: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """The characters of tokens ``start`` to ``end`` (exclusive)."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.words[end - 1]))

    def kids(self, token: int, *labels: str) -> list[int]:
        """The dependents of a token that bear one of the labels, in the order of the text."""
        deps = self.deps
        return [kid for kid in self.children[token] if deps[kid] in labels]

    def strays(self, verb: int) -> list[int]:
        """*sealed off the port*: the word after a verb, if a parser made it the preposition of its object."""
        part = verb + 1
        if part >= len(self) or self.deps[part] != "case":
            return []
        noun = self.heads[part]
        return [part] if self.heads[noun] == verb and self.deps[noun] in ("obj", "obl") else []

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        heads = self.heads
        while heads[token] != token:
            token = heads[token]
            yield token

    def subtree(self, token: int) -> list[int]:
        """A token and all that depends on it, in the order of the text."""
        found, stack = [], [token]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(self.children[node])
        return sorted(found)

    def clause(self, token: int) -> int:
        """The head of the clause that a token stands in: the nearest verb or clause head at or above it."""
        while self.heads[token] != token and not (
            self.deps[token] in CLAUSES or (self.deps[token] == "conj" and self.pos[token] in ("VERB", "AUX"))
        ):
            token = self.heads[token]
        return token

    def is_finite(self, verb: int) -> bool:
        """Whether a verb or one of its auxiliaries is finite."""
        auxiliaries = self.kids(verb, *_AUXILIARIES)
        return any(_is_finite(self.feats[token]) for token in (verb, *auxiliaries))

    def verb_keys(self, token: int) -> tuple[str, ...]:
        """The lemmas of a verb together with its particles: ``auffordern``, ``carry out``."""
        particles = [self.lower[kid] for kid in self.kids(token, "compound:prt")]
        if not particles:
            return self.keys[token]
        return tuple(
            form for part in particles for key in self.keys[token] for form in (part + key, f"{key} {part}")
        )


def build(doc: Doc, lemmatise: Lemmatise, defaults: Defaults, saying: frozenset[str] = frozenset()) -> Tree:
    """The tree of a parsed ``doc``.

    ``lemmatise`` is a dictionary's second opinion on a word form. Of the ``defaults`` count the contracted
    prepositions, word forms and participles, and the verbs without a passive. ``saying`` are the
    lemmas of verbs of saying.
    """
    words, heads, children = [], [], [list[int]() for _ in doc]
    lemmas, pos, deps, feats, starts = [], [], [], [], []
    for token in doc:
        words.append(token.text)
        lemmas.append(token.lemma_)
        pos.append(token.pos_)
        deps.append(_LABELS.get(token.dep_, token.dep_))
        feats.append(_features(token, defaults))
        starts.append(token.idx)
        head = token.head.i
        heads.append(head)
        if head != token.i:
            children[head].append(token.i)
    lower = [word.lower() for word in words]
    text = Lists(lower, pos, deps, feats, heads, children)
    _mend_heads(text, words, defaults)
    sentence, bounds = _sentences(doc)
    keys = [
        _keys(word, low, lemma, tag, lemmatise, defaults)
        for word, low, lemma, tag in zip(words, lower, lemmas, pos, strict=True)
    ]
    mend_insertions(text, keys, saying)
    contractions = defaults.prepositions
    prepositions = [_prepositions(kids, deps, lower, lemmas, children, contractions) for kids in children]
    mend_voice(keys, deps, feats, children, defaults)
    mend_infinitives((lower, pos, feats), deps, heads, children, frozenset(defaults.object_marks))
    _add_adverbial(prepositions, deps, heads, lower, children)
    return Tree(
        doc.text,
        words,
        lower,
        lemmas,
        pos,
        _with_relative_clauses(deps, feats, children),
        heads,
        feats,
        starts,
        children,
        sentence,
        bounds,
        keys,
        prepositions,
        frozenset(token for start, end in bounds for token in _dateline(doc[start:end], pos)),
    )


def _mend_heads(text: Lists, words: list[str], defaults: Defaults) -> None:
    pos, deps, heads, children = text.pos, text.deps, text.heads, text.children
    reattach_objects(words, deps, heads, children, frozenset(defaults.infinitive_signs))
    join_prepositions(pos, deps, heads, children)
    join_phrases(words, pos, deps, heads, children, defaults)
    join_members((words, pos), deps, heads, children, frozenset(defaults.members))
    unwrap_quantities(text, frozenset(defaults.quantity))
    mend_relatives(text)
    mend_contents(text)


def _sentences(doc: Doc) -> tuple[list[int], list[tuple[int, int]]]:
    """The number of each token's sentence, and where each sentence begins and ends."""
    sentence, bounds = [0] * len(doc), []
    for number, sent in enumerate(doc.sents):
        bounds.append((sent.start, sent.end))
        sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)
    return sentence, bounds


def _features(token: Token, defaults: Defaults) -> str:
    """The features of a token, and whether a reflexive pronoun is part of the word (*reunirse*)."""
    enclitic = token.pos_ == "VERB" and token.lower_.endswith(defaults.reflexive_endings)
    return f"{token.morph}|Clitic=Reflex" if enclitic else str(token.morph)


def _with_relative_clauses(deps: list[str], feats: list[str], children: list[list[int]]) -> list[str]:
    """Treebanks differ: a finite clause at a noun without a conjunction is a relative clause everywhere."""
    return [
        "acl:relcl" if dep == "acl" and _is_finite_clause(token, deps, feats, children[token]) else dep
        for token, dep in enumerate(deps)
    ]


def _is_finite_clause(token: int, deps: list[str], feats: list[str], kids: list[int]) -> bool:
    if any(deps[kid] == "mark" for kid in kids):
        return False
    verbs = [token, *(kid for kid in kids if deps[kid] in _AUXILIARIES)]
    return any(_is_finite(feats[verb]) for verb in verbs)


def _is_finite(feats: str) -> bool:
    return "VerbForm=Fin" in feats or "Mood=" in feats


def _dateline(sentence: Slice, pos: list[str]) -> range:
    """*Moskau/Kiew – …*, *MOSCOW (AP) _ …*: places and agencies before a dash that opens a sentence."""
    start = sentence.start
    for token in sentence[:_DATELINE]:
        if token.text in _DASHES and token.i > start and (token.whitespace_ or token.nbor(-1).whitespace_):
            return range(start, token.i)
        if pos[token.i] not in ("PROPN", "PUNCT", "SYM", "SPACE", "X", "NUM"):
            break
    return range(start, start)


def _keys(
    word: str, low: str, lemma: str, tag: str, lemmatise: Lemmatise, defaults: Defaults
) -> tuple[str, ...]:
    if tag in ("PUNCT", "SPACE", "NUM", "SYM"):
        return (low,)
    own = lemma.lower()
    if tag not in ("VERB", "ADJ", "NOUN", "AUX"):
        return (own,) if own == low else (own, low)
    dictionary = lemmatise(low).lower()
    if tag == "VERB" and dictionary not in (own, low) and own[:1] != low[:1] == dictionary[:1]:
        own = dictionary  # *met* is no form of *take*
    found = [own]
    participle = lemmatise(own).lower() if tag == "ADJ" else own
    for other in (lemmatise(word if tag == "NOUN" else low).lower(), participle, low):
        if other not in found:
            found.append(other)
    if tag != "NOUN":
        found += [verb for form in tuple(found) for verb in _infinitives(form, defaults)]
    elif low in defaults.forms:
        found.append(defaults.forms[low])
    return tuple(dict.fromkeys(found))


def _infinitives(form: str, defaults: Defaults) -> Iterator[str]:
    """Lemmas of a form that lists and regular endings give, where models and dictionaries fail."""
    if form in defaults.forms:
        yield defaults.forms[form]
    for ending, verbs in defaults.participles.items():
        if form.endswith(ending) and len(form) > len(ending) + 1:
            yield from (form.removesuffix(ending) + verb for verb in verbs)


def _prepositions(
    kids: list[int],
    deps: list[str],
    lower: list[str],
    lemmas: list[str],
    children: list[list[int]],
    contractions: dict[str, str],
) -> tuple[str, ...]:
    """What the ``case`` dependents say: each word, contracted forms resolved, and all of them joined."""
    found: list[str] = []
    for kid in kids:
        if deps[kid] != "case":
            continue
        fixed = [part for part in children[kid] if deps[part] == "fixed"]
        for name in (lower[kid], lemmas[kid].lower(), contractions.get(lower[kid], "")):
            if name and name not in found:
                found.append(name)
        if fixed:
            found.append(" ".join(lower[part] for part in sorted((kid, *fixed))))
    return tuple(found)


def _add_adverbial(
    prepositions: list[tuple[str, ...]],
    deps: list[str],
    heads: list[int],
    lower: list[str],
    children: list[list[int]],
) -> None:
    """*antes de*, *ahead of* parsed as an adverb with a fixed part: they introduce the next phrase."""
    for part, dep in enumerate(deps):
        adverb = heads[part]
        if dep != "fixed" or deps[adverb] != "advmod" or part != adverb + 1:
            continue
        for phrase in children[heads[adverb]]:
            if phrase > part and not prepositions[phrase] and min((*children[phrase], phrase)) == part + 1:
                prepositions[phrase] = (f"{lower[adverb]} {lower[part]}",)
