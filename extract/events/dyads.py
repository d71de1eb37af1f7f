"""Dyads: the unsaid other side of an act, where its sentence speaks of exactly two states."""

from collections.abc import Sequence

from extract.events.arguments import Argument
from extract.events.labels import SUBJECTS
from extract.events.lexicon import NOUN, VERB, Trigger
from extract.events.pairs import Pair, is_many, parties
from extract.events.roles import Roles
from extract.events.tree import Tree
from extract.mentions import ActorMention
from ontology.event_types import event_types, predicates
from ontology.model import ActorType

_TWO = 2
_MUTUAL = ("AGREE", "CONSULT")
_UNADDRESSED = ("OTHER", "STATE-CHANGE")
_ONE_SIDED = ("accept", "approve", "promise", "offer", "admit-member")
_ONE_WAY = ("visit", "travel", "meet-multilaterally", "attend-summit", "join")


class Dyads:
    """Fills the missing sides of the events of one text."""

    def __init__(self, tree: Tree, mentions: Sequence[ActorMention], roles: Roles) -> None:
        self.tree = tree
        self.roles = roles
        self._parties = parties(tree, mentions)

    def inferred(self, kind: str, trigger: Trigger, token: int, event_type: str, pair: Pair) -> Pair | None:
        """Both sides, the missing one filled from a sentence of two states; None where that isn't safe."""
        subject, object_ = pair
        if event_type not in _MUTUAL and self.tree.deps[token] in ("acl", "acl:relcl", "amod"):
            return None
        withdraws = trigger.entry.predicate == "withdraw-troops" and bool(subject) and not object_
        allowed = withdraws or self._may_infer(kind, trigger.entry.predicate, subject, object_)
        if not allowed or (self._has_partner(kind, trigger, token) and not withdraws):
            return None
        found = self._dyad(token, subject or object_, anywhere=withdraws)
        if event_type in _MUTUAL and any(is_many(item) for side in found for item in side):
            return None
        if event_type == "CONSULT" and any(item.actor.type is ActorType.IGO for item in subject):
            return None  # its members meet among themselves
        return found if all(found) else None

    @staticmethod
    def _may_infer(kind: str, predicate: str, subject: list[Argument], object_: list[Argument]) -> bool:
        """Meetings and treaties have two parties; speech has an addressee where the speaker is known."""
        event_type = predicates()[predicate].type
        if event_type in _MUTUAL and predicate not in _ONE_SIDED:
            return not (subject and object_) and not any(is_many(item) for item in subject)
        addressed = event_types()[event_type].verbal and event_type not in _UNADDRESSED
        return addressed and kind == VERB and bool(subject) and not object_

    def _has_partner(self, kind: str, trigger: Trigger, token: int) -> bool:
        """Whether a partner is named whom nobody knows, or there can be none: *met commanders*, *travels*."""
        entry = trigger.entry
        if entry.predicate in _ONE_WAY:
            return True
        if kind == NOUN:
            return self._is_mere(self.roles.outermost(token))
        if self._asks_somebody(trigger, token):
            return True
        roles = [
            role for role in (entry.object or ()) if role == "with" or role.startswith(("obl:", "nmod:"))
        ]
        if event_types()[predicates()[entry.predicate].type].factive:
            objects = (token for group in self.roles.of_verb(token, "obj") for token in group)
            if any(self.tree.pos[noun] == "NOUN" for noun in objects):
                return True
        return any(self.roles.of_verb(token, role, False) for role in roles)

    def _is_mere(self, noun: int) -> bool:
        """*a host of negotiations*: a bare noun inside a phrase speaks of no particular ones."""
        tree = self.tree
        return tree.deps[noun] == "nmod" and not tree.kids(noun, "det", "det:poss", "nmod:poss", "nummod")

    def _asks_somebody(self, trigger: Trigger, verb: int) -> bool:
        """*asked the rebels to leave*: somebody is asked, though nobody knows for whom he acts."""
        asked = self.tree.kids(verb, "obj", "iobj", "obl:arg") and self.tree.kids(verb, "xcomp", "ccomp")
        return bool(asked) and predicates()[trigger.entry.predicate].type == "REQUEST"

    def _dyad(
        self, token: int, known: list[Argument], anywhere: bool
    ) -> tuple[list[Argument], list[Argument]]:
        """The two parties of a meeting or treaty, where the sentence speaks of exactly two states.

        ``anywhere``: the other one may be named in a clause of time or cause beside the act.
        """
        here = self._parties[self.tree.sentence[token]]
        states = {item.actor.state for item in known}
        if len(here) != _TWO or len(known) > 1 or not states <= set(here):
            return [], []
        others = [
            party
            for state, party in here.items()
            if state not in states
            and not self._acts_elsewhere(party.token, token)
            and not self._is_told(party.token, token)
            and (anywhere or not self._in_adjunct(party.token, token))
        ]
        return ([*known, *others][:1], [*known, *others][1:])

    def _acts_elsewhere(self, party: int, token: int) -> bool:
        """*X welcomed the deal and Y offered help*: the subject of a clause beside this one takes no part."""
        tree, here = self.tree, self.tree.clause(token)
        verb = tree.heads[party]
        if tree.deps[party] not in ("nsubj", "nsubj:pass") or verb in (here, token):
            return False
        return (tree.deps[verb] == "conj" and tree.heads[verb] == here) or (
            tree.deps[here] == "conj" and tree.heads[here] == verb
        )

    def _in_adjunct(self, party: int, token: int) -> bool:
        """A clause of time or cause, or about somebody, beside which the act stands.

        *asked for help after X had attacked*, *the minister, who had flown home from X, asked …*.
        """
        tree = self.tree
        inside = {token, *tree.ancestors(token)}
        return any(
            (tree.deps[node] == "advcl" and tree.is_finite(node) and tree.kids(node, *SUBJECTS))
            or (tree.deps[node] == "acl:relcl" and tree.heads[node] in tree.kids(token, "nsubj"))
            for node in (party, *tree.ancestors(party))
            if node not in inside
        )

    def _is_told(self, party: int, token: int) -> bool:
        """*told X that it would host talks*: who is only told of an act takes no part in it."""
        tree, verb = self.tree, self.tree.heads[party]
        addressed = tree.deps[party] in ("obj", "iobj", "obl:arg")
        return addressed and not set(tree.kids(verb, "ccomp")).isdisjoint((token, *tree.ancestors(token)))
