"""Where an event was: a phrase of place at the event's word or clause."""

from collections.abc import Sequence

from extract.claims.rules import ClaimRules
from extract.events.frames import Frame
from extract.events.labels import PHRASES
from extract.events.tree import Tree
from extract.mentions import ActorMention
from ontology.event_types import is_symmetric
from ontology.model import Place


class PlaceReader:
    """Finds the places of events in one text."""

    def __init__(self, tree: Tree, rules: ClaimRules, mentions: Sequence[ActorMention]) -> None:
        self._tree = tree
        self._prepositions, self._called, self._topics = rules.places, rules.called, rules.topics
        self._places = {mention.head: mention.place for mention in mentions if mention.place is not None}

    def read(self, frame: Frame) -> Place | None:
        """The place that a meeting is called by, or the one named nearest to the event, or None."""
        wanted = self._prepositions
        if is_symmetric(frame.event_type):
            place = self._name_of(frame.trigger)
            if place is not None:
                return place
            wanted = wanted - self._topics
        for token in dict.fromkeys((frame.trigger, frame.verb)):
            place = self._below(token, 2, wanted)
            if place is not None:
                return place
        return None

    def _name_of(self, noun: int) -> Place | None:
        """*the Alaska summit*, *der Alaska-Gipfel*, *la cumbre de Alaska*."""
        tree = self._tree
        if noun in self._places:
            return self._places[noun]
        for kid in tree.kids(noun, "compound", "nmod"):
            named = tree.deps[kid] == "compound" or not self._called.isdisjoint(tree.prepositions[kid])
            if named and kid in self._places:
                return self._places[kid]
        return None

    def _below(self, token: int, depth: int, wanted: frozenset[str]) -> Place | None:
        tree = self._tree
        kids = [kid for kid in tree.children[token] if tree.deps[kid] in (*PHRASES, "obj", "advmod")]
        for kid in kids:
            if not wanted.isdisjoint(tree.prepositions[kid]):
                found = self._named(kid)
                if found is not None:
                    return found
        for kid in kids if depth > 1 else ():
            found = self._below(kid, depth - 1, wanted)
            if found is not None:
                return found
        return None

    def _named(self, token: int) -> Place | None:
        tree = self._tree
        if token in self._places:
            return self._places[token]
        for kid in tree.kids(token, "nmod", "appos", "flat", "compound"):
            if kid in self._places:
                return self._places[kid]
        return None
