"""Who speaks or acts in a clause, whether or not the clause makes an event."""

from collections.abc import Mapping
from dataclasses import dataclass

from extract.claims.rules import ClaimRules
from extract.events.arguments import Arguments
from extract.events.frames import Frame
from extract.events.labels import PHRASES
from extract.events.schema import Defaults
from extract.events.syntax import agents, is_passive, modifies_noun, subjects
from extract.events.tree import Tree
from ontology.model import ActorRef, ActorType

_CORPORATE = (ActorType.STATE, ActorType.GOVERNMENT_BODY)


@dataclass(frozen=True, slots=True)
class Speakers:
    """Finds the actors of clauses in one text; ``frames`` are its events by trigger."""

    tree: Tree
    rules: ClaimRules
    defaults: Defaults
    arguments: Arguments
    frames: Mapping[int, Frame]

    def of(self, token: int) -> tuple[ActorRef, ...]:
        """The subject of a verb, the agent of a passive, the owner of an account (*a statement by …*)."""
        tree = self.tree
        if token in self.frames and self.frames[token].subject:
            return tuple(item.actor for item in self.frames[token].subject)
        if tree.pos[token] not in ("VERB", "AUX"):
            noun = tree.heads[token] if modifies_noun(tree, token) else token
            return self._inside(noun)
        passive = is_passive(tree, token)
        groups = [agents(tree, token, self.defaults)] if passive else subjects(tree, token, self.defaults)
        found = tuple(item.actor for item in self.arguments.first(groups[:1]))
        return found or self._of_account(token)

    def reports(self, verb: int) -> bool:
        """Whether the verb is one of saying."""
        return not self.rules.verbs.isdisjoint(self.tree.verb_keys(verb))

    def avows(self, frame: Frame) -> bool:
        """*said that they would not give in*: whether the actor himself says what he will do."""
        head = self.tree.heads[frame.verb]
        inside = self.tree.deps[frame.verb] in ("ccomp", "parataxis", "xcomp") and self.reports(head)
        return inside and same_voice(tuple(item.actor for item in frame.subject), self.of(head))

    def _of_account(self, verb: int) -> tuple[ActorRef, ...]:
        for kid in self.tree.kids(verb, *PHRASES, "nsubj", "nsubj:pass"):
            if not self.rules.nouns.isdisjoint(self.tree.keys[kid]):
                return self._inside(kid)
        return ()

    def _inside(self, noun: int) -> tuple[ActorRef, ...]:
        return tuple(item.actor for item in self.arguments.of(noun))


def same_voice(one: tuple[ActorRef, ...], other: tuple[ActorRef, ...]) -> bool:
    """Whether all of ``one`` are among the ``other``, or speak for the same states as these.

    A state or a government body and its members are one voice; two members of a government are not.
    """
    if not one or not other:
        return False
    if {actor.id for actor in one} <= {actor.id for actor in other}:
        return True
    states = {actor.state for actor in one}
    if None in states or not states <= {actor.state for actor in other}:
        return False
    return any(actor.type in _CORPORATE for actor in (*one, *other))
