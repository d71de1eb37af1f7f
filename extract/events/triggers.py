"""Triggers: where the words of lexicon entries stand in a text."""

from collections.abc import Iterator, Sequence

from extract.events.lexicon import ADJ, NOUN, PHRASE, VERB, Lexicon, Trigger
from extract.events.syntax import modifies_noun
from extract.events.tree import Tree

_PARTICLES = ("compound:prt", "advmod", "obl", "xcomp", "obl:arg", "case", "mark")

Candidate = tuple[str, Trigger, int, frozenset[int]]


class Triggers:
    """Looks up the triggers of one text."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon

    def at(self, token: int) -> Iterator[Candidate]:
        """Triggers whose words stand at a token: kind, trigger, its head token, further tokens used."""
        tree, words = self.tree, self.lexicon.words
        pos = tree.pos[token]
        for key in tree.keys[token]:
            for trigger in words.get((PHRASE, key), ()):
                span = self._phrase_span(token, trigger)
                if span is not None:
                    yield NOUN, trigger, self._head_of(span), frozenset(span)
        if pos in ("VERB", "AUX", "ADJ"):
            yield from self._verbal(token)
        if pos in ("NOUN", "PROPN") and tree.deps[token] != "compound":
            yield from ((NOUN, trigger, token, frozenset()) for trigger in self._nominal(token))
        if pos in ("ADJ", "VERB", "ADV"):
            for trigger in self._lookup(ADJ, tree.keys[token]):
                if not modifies_noun(tree, token):
                    yield ADJ, trigger, token, frozenset()

    def _lookup(self, kind: str, keys: Sequence[str]) -> Iterator[Trigger]:
        seen = set()
        for key in keys:
            for trigger in self.lexicon.words.get((kind, key), ()):
                if id(trigger) not in seen:
                    seen.add(id(trigger))
                    yield trigger

    def _verbal(self, token: int) -> Iterator[Candidate]:
        tree = self.tree
        if tree.pos[token] == "ADJ" and not (
            modifies_noun(tree, token) or tree.kids(token, "aux:pass", "obl:agent")
        ):
            return
        found = [trigger for trigger in self._lookup(VERB, self._joined(token)) if not trigger.phrase]
        if not found and not tree.kids(token, "compound:prt"):
            found = [trigger for trigger in self._lookup(VERB, tree.keys[token]) if not trigger.phrase]
        near = {tree.lower[kid] for kid in tree.children[token] if tree.deps[kid] in _PARTICLES}
        near |= {tree.lower[part] for part in tree.strays(token)}
        for trigger in self._lookup(VERB, tree.keys[token]):
            if trigger.phrase and near.issuperset(trigger.phrase[1:]):
                found.append(trigger)
        for trigger in found:
            yield VERB, trigger, token, frozenset()

    def _joined(self, token: int) -> list[str]:
        """The verb's lemmas with its particle, also with one that was parsed as an adverb."""
        tree = self.tree
        particles = tree.kids(token, "compound:prt") or [
            kid for kid in tree.kids(token, "advmod") if not tree.children[kid] and kid >= token - 1
        ]
        return [tree.lower[part] + key for part in particles for key in tree.keys[token]]

    def _nominal(self, token: int) -> Iterator[Trigger]:
        keys = self.tree.keys[token]
        found = list(self._lookup(NOUN, keys))
        if found:
            yield from found
            return
        for key in keys:
            for length in self.lexicon.lengths:
                if len(key) > length:
                    yield from self.lexicon.endings.get(key[-length:], ())

    def _phrase_span(self, token: int, trigger: Trigger) -> list[int] | None:
        tree = self.tree
        end = token + len(trigger.phrase)
        if end > len(tree):
            return None
        for word, node in zip(trigger.phrase, range(token, end), strict=True):
            if word not in tree.keys[node] and word != tree.lower[node]:
                return None
        return list(range(token, end))

    def _head_of(self, span: list[int]) -> int:
        heads = [
            token for token in span if self.tree.heads[token] not in span or self.tree.heads[token] == token
        ]
        return heads[0] if heads else span[0]
