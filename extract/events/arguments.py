"""From tokens to actors: the mention at a token, its conjuncts, or the actor inside its noun phrase."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.actors.lexicon import ActorLexicon
from extract.events.roles import Roles
from extract.events.syntax import Groups, antecedent, is_relative
from extract.events.tree import Tree
from extract.events.voices import Voices
from extract.mentions import ActorMention, MentionKind
from ontology.folding import fold
from ontology.model import ActorRef, ActorType

_INSIDE = ("members", "agent", "poss", "amod", "of", "compound", "between", "with", "origin", "inside")
_INSIDE_SYMMETRIC = (
    "members",
    *("between", "agent", "poss", "of", "amod", "with", "compound", "target", "origin", "inside"),
)
_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor on one side of an event, the token that names it, and how it was reached (for people)."""

    actor: ActorRef
    token: int
    how: str


class Arguments:
    """Reads actors off tokens of one text."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[ActorMention],
        roles: Roles,
        words: ActorLexicon,
        voices: Voices,
        gatherings: frozenset[int] = frozenset(),
    ) -> None:
        """``gatherings`` are nouns for treaties and meetings."""
        self._tree = tree
        self._gatherings = gatherings
        self._voices = voices
        self._words = words
        self._roles = roles
        self._heads: dict[int, ActorMention] = {}
        self._parts: dict[int, ActorMention] = {}
        self._inner: dict[int, ActorMention] = {}
        for mention in mentions:
            if mention.start not in tree.datelines:
                self._place(mention)

    def _place(self, mention: ActorMention) -> None:
        tree, start = self._tree, mention.start
        whole = tree.span(start, mention.end)
        part = mention.span != whole or (mention.kind is MentionKind.ADJECTIVE and "-" in tree.words[start])
        if mention.end - start == 1 and part and tree.pos[start] in ("NOUN", "PROPN", "ADJ"):
            self._inner[start] = mention
            return
        known = self._heads.get(mention.head)
        if known is None or known.end - known.start < mention.end - start:
            self._heads[mention.head] = mention
        for token in range(start, mention.end):
            self._parts.setdefault(token, mention)

    def mention(self, token: int) -> ActorMention | None:
        """The mention that a token heads, or else belongs to."""
        return self._heads.get(token) or self._parts.get(token)

    def first(self, groups: Groups, symmetric: bool = False, without: Iterable[int] = ()) -> list[Argument]:
        """The actors of the first group that has any besides those of the tokens ``without``."""
        taken = frozenset(without)
        for group in groups:
            found = [
                item
                for token in group
                for item in self.of(token, symmetric, without=taken)
                if item.token not in taken
            ]
            if found:
                return _distinct(found)
        return []

    def of(
        self, token: int, symmetric: bool = False, depth: int = _DEPTH, without: frozenset[int] = frozenset()
    ) -> list[Argument]:
        """The actors that a token and its conjuncts stand for: by mention, else inside the phrase.

        Inside a phrase, what the tokens ``without`` name is passed over.
        """
        tree = self._tree
        if is_relative(tree, token) and token not in self._heads:
            return self._of_antecedent(token, symmetric, depth)
        if "Person=1" in tree.feats[token] and tree.pos[token] == "PRON" and depth == _DEPTH:
            return self.of_first_person(token)
        if self._is_place_of_signing(token):
            return []
        found = self._named_beside(token) or self._own(token) or self._beside(token)
        found = found or self._inside(token, symmetric, depth, without)
        for kid in tree.kids(token, "conj"):
            if tree.pos[kid] not in ("VERB", "AUX"):
                found = found + self.of(kid, symmetric, depth, without)
        return found

    def _is_place_of_signing(self, token: int) -> bool:
        """*the Paris Agreement*, *el tratado de Londres*: a city by whose name treaties and summits go."""
        tree, mention = self._tree, self._heads.get(token)
        if mention is None or mention.kind is not MentionKind.METONYM or tree.kids(token, "conj"):
            return False
        noun = tree.heads[token]
        if tree.deps[token] not in ("nmod", "compound", "nmod:unmarked") or noun not in self._gatherings:
            return False
        return tree.deps[token] != "nmod" or not self._roles.of_words.isdisjoint(tree.prepositions[token])

    def is_private(self, item: Argument) -> bool:
        """Whether only an adjective named a state, at somebody who doesn't act for it: *a Russian singer*."""
        head = self._tree.heads[item.token]
        return self._tree.deps[item.token] == "amod" and self._is_any(head, self._words.private)

    def compounded(self, noun: int) -> list[Argument]:
        """The actor that is a part of the word itself: *US-Angriff*; no town of a meeting: *Genf-Treffen*."""
        mention = self._inner.get(noun)
        placed = mention is not None and mention.place is not None and noun in self._gatherings
        return _read(mention, noun) if mention and not placed else []

    def _own(self, token: int) -> list[Argument]:
        mention = self._heads.get(token)
        if (
            mention is None
            and token in self._parts
            and self._tree.heads[token] not in range(self._parts[token].start, self._parts[token].end)
        ):
            mention = self._parts[token]
        if mention is None:
            return []
        actor = mention.actors[0]
        if actor.type is ActorType.PERSON and actor.state is None and not actor.resolved:
            mention = self._with_state(mention, token)
        return _read(mention, token)

    def _with_state(self, mention: ActorMention, token: int) -> ActorMention:
        """*Jane Doe, a spokeswoman for the Iranian army*: the description tells her state."""
        tree = self._tree
        for title in tree.kids(token, "appos", "nmod", "amod"):
            if tree.deps[title] != "appos" and title > token:
                continue
            for inner in (title, *tree.kids(title, "nmod", "nmod:poss", "amod", "obl")):
                found = self._heads.get(inner)
                if found is not None and found.kind in (MentionKind.BODY, MentionKind.TITLE):
                    state = found.actors[0].state
                    return replace(mention, actors=(replace(mention.actors[0], state=state),))
        return mention

    def _of_antecedent(self, pronoun: int, symmetric: bool, depth: int) -> list[Argument]:
        """Whom a relative pronoun stands for: the name right before it rather than a far head without one."""
        noun = antecedent(self._tree, pronoun)
        if noun is None or noun == pronoun:
            return []
        near = self._name_before(pronoun)
        if noun not in self._heads and near is not None and near > noun:
            return self._own(near)
        return self.of(noun, symmetric, depth)

    def _name_before(self, token: int) -> int | None:
        tree = self._tree
        before = token - 1
        while before >= 0 and (tree.pos[before] in ("PUNCT", "SPACE") or "case" in tree.deps[before]):
            before -= 1
        mention = self._parts.get(before)
        return mention.head if mention is not None and mention.kind is not MentionKind.ADJECTIVE else None

    def of_first_person(self, token: int) -> list[Argument]:
        """Whom *we* or *I* means: *„Wir …“, sagte Tusk*, a release's own government."""
        for group in self._voices.speakers(token):
            found = [item for kid in group for item in self.of(kid, depth=1)]
            if found:
                return found
        issuer = self._voices.issuer(token)
        return [replace(item, how="issuer") for item in _read(issuer, token)] if issuer else []

    def _named_beside(self, token: int) -> list[Argument]:
        """*the Russian state agency TASS*: the name says more than the description before it."""
        mention = self._heads.get(token)
        if mention is None or mention.kind not in (MentionKind.BODY, MentionKind.TITLE):
            return []
        for kid in self._tree.kids(token, "appos", "flat", "flat:name"):
            name = self._heads.get(kid)
            if name is not None and name.kind is MentionKind.NAME and _states(name) == _states(mention):
                return _read(name, token)
        return []

    def _beside(self, token: int) -> list[Argument]:
        for kid in self._tree.kids(token, "appos", "flat", "flat:name"):
            found = self._own(kid)
            if found:
                more = self._tree.kids(kid, "conj") if self._tree.deps[kid] == "appos" else []
                return [*found, *(item for other in more for item in self._own(other))]
        return []

    def _inside(self, token: int, symmetric: bool, depth: int, without: frozenset[int]) -> list[Argument]:
        if self._is_any(token, self._words.others) and not symmetric:
            return []
        if depth == 0 or self._tree.pos[token] not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "X"):
            return []
        for role in _INSIDE_SYMMETRIC if symmetric else _INSIDE:
            if role == "compound":
                found = self.compounded(token)
                if found:
                    return found
            deeper = 0 if role == "amod" else depth - 1
            for group in self._roles.within(token, role):
                found = [
                    item
                    for kid in group
                    for item in self.of(kid, symmetric, deeper, without)
                    if item.token not in without
                ]
                if found:
                    return found
        return self._in_relative(token, symmetric, depth) or self._in_participle(token, symmetric, depth)

    def _is_any(self, token: int, words: frozenset[str]) -> bool:
        return any(fold(key) in words for key in self._tree.keys[token])

    def _in_participle(self, token: int, symmetric: bool, depth: int) -> list[Argument]:
        """*the embargo imposed on Syria*: the side at which the participle is aimed."""
        for kid in self._tree.kids(token, "acl"):
            for group in self._roles.within(kid, "target"):
                found = [item for aim in group for item in self.of(aim, symmetric, depth - 1)]
                if found:
                    return found
        return []

    def _in_relative(self, token: int, symmetric: bool, depth: int) -> list[Argument]:
        """*alle Maßnahmen, die Moskau ergreift*: whoever acts in the relative clause."""
        tree = self._tree
        for clause in tree.kids(token, "acl:relcl"):
            between = range(token + 1, min(tree.subtree(clause)))
            if any(tree.pos[part] in ("NOUN", "PROPN", "VERB") for part in between):
                continue
            found = [
                item
                for kid in tree.kids(clause, "nsubj")
                if not is_relative(tree, kid)
                for item in self.of(kid, symmetric, depth - 1)
            ]
            if found:
                return found
        return []


def _states(mention: ActorMention) -> set[str | None]:
    return {actor.state for actor in mention.actors}


def _read(mention: ActorMention, token: int) -> list[Argument]:
    return [Argument(actor, token, f"{mention.kind.value}: {mention.rule}") for actor in mention.actors]


def _distinct(found: list[Argument]) -> list[Argument]:
    return list({item.actor.id: item for item in reversed(found)}.values())[::-1]
