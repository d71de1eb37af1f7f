"""Whether the conditions of an entry hold around a trigger."""

from extract.events.arguments import Arguments
from extract.events.roles import Roles
from extract.events.schema import Defaults, Entry
from extract.events.syntax import antecedent, is_passive, is_reflexive, is_relative
from extract.events.tree import Tree
from ontology.model import ActorType

_SPECIAL = {
    "ACTOR": frozenset(ActorType),
    "PERSON": frozenset({ActorType.PERSON}),
    "STATE": frozenset({ActorType.STATE, ActorType.GOVERNMENT_BODY}),
}


class Conditions:
    """Checks ``with``, ``unless``, ``reflexive`` and ``voice`` in one text."""

    def __init__(self, tree: Tree, roles: Roles, arguments: Arguments, defaults: Defaults) -> None:
        self._tree = tree
        self._roles = roles
        self._arguments = arguments
        self._quantities = frozenset(defaults.quantity)

    def hold(self, entry: Entry, token: int, noun: bool) -> frozenset[int] | None:
        """The tokens that satisfy ``with``, or None where a condition fails."""
        if not noun and not self._verb_form(entry, token):
            return None
        used: set[int] = set()
        for role, words in entry.with_.items():
            found = self._find(token, role, words, noun)
            if not found:
                return None
            used.update(found)
        if any(self._find(token, role, words, noun) for role, words in entry.unless.items()):
            return None
        return frozenset(used)

    def _verb_form(self, entry: Entry, verb: int) -> bool:
        if entry.reflexive is not None and entry.reflexive != is_reflexive(self._tree, verb):
            return False
        return entry.voice is None or (entry.voice == "passive") == is_passive(self._tree, verb)

    def _find(self, token: int, role: str, words: tuple[str, ...], noun: bool) -> list[int]:
        groups = self._roles.of_noun(token, role) if noun else self._roles.of_verb(token, role)
        found = []
        for group in groups:
            for place in group:
                found += [node for node in self._with_conjuncts(place) if self._fits(node, words)]
        return found

    def _with_conjuncts(self, token: int) -> list[int]:
        tree = self._tree
        if is_relative(tree, token):
            noun = antecedent(tree, token)
            return [token] if noun is None else [noun]
        return [token, *self._counted(token), *tree.kids(token, "conj")]

    def _counted(self, token: int) -> list[int]:
        """*thousands of soldiers*, *Tausende Soldaten*: the soldiers."""
        tree = self._tree
        if tree.pos[token] not in ("NUM", "SYM") and self._quantities.isdisjoint(tree.keys[token]):
            return []
        return tree.kids(token, "nmod", "appos", "flat", "obl:arg")

    def _fits(self, token: int, words: tuple[str, ...]) -> bool:
        return any(self._is(token, word) for word in words)

    def _is(self, token: int, word: str) -> bool:
        if word == "*":
            return True
        if word in _SPECIAL:
            return any(item.actor.type in _SPECIAL[word] for item in self._arguments.of(token, depth=0))
        keys = self._tree.keys[token]
        low = word.lower()
        if low.startswith("-"):
            return any(key.endswith(low[1:]) for key in keys)
        return low in keys or any("-" in key and key.rsplit("-", 1)[1] == low for key in keys)
