"""The two sides of an event: by role, or lent by a light verb."""

from collections.abc import Iterable, Sequence

from extract.events.arguments import Argument, Arguments
from extract.events.dropped import dropped_subject
from extract.events.lexicon import NOUN, Lexicon, Trigger
from extract.events.pairs import Pair, disjoint, is_many, split
from extract.events.roles import Roles
from extract.events.schema import Entry
from extract.events.syntax import agents, is_participle, is_passive, is_reflexive, subjects
from extract.events.tree import Tree
from ontology.event_types import predicates

_SUBJECT_ROLES = {
    "subject": ("agent", "poss", "of", "amod", "compound"),
    "object": ("agent", "amod", "poss"),
    "both": ("agent", "poss", "amod", "of"),
}
_OBJECT_ROLES = {
    "subject": ("target",),
    "object": ("of", "target", "poss", "compound"),
    "both": ("target", "of", "compound"),
}
_TWO = 2
_EACH_OTHER = ("ASSAULT", "ACCUSE", "RETREAT")
_OWN_FORCES = ("RETREAT", "MOBILIZE", "AID", "SANCTION")


class Sides:
    """Finds who stands on the two sides of the events of one text."""

    def __init__(
        self,
        tree: Tree,
        lexicon: Lexicon,
        roles: Roles,
        arguments: Arguments,
    ) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.roles = roles
        self.arguments = arguments
        self._light = frozenset(lexicon.defaults.light)
        self._inverse = frozenset(lexicon.defaults.light_inverse)

    def of(self, kind: str, trigger: Trigger, token: int, symmetric: bool) -> tuple[Pair, int]:
        """Both sides, and the token that bears the event's negation and mood."""
        entry = trigger.entry
        if kind == NOUN:
            subject, object_, verb = self._noun_sides(trigger, token, symmetric)
            if not symmetric:
                subject, object_ = self._mutual(trigger, token, subject, object_)
        else:
            subject = self._side(token, entry.subject or ("nsubj",), symmetric, ())
            if predicates()[entry.predicate].type != "PROTEST":
                subject = [item for item in subject if not self.arguments.is_private(item)]
            subject = subject or self._understood(token, entry, "nsubj")
            object_ = self._side(token, entry.object or ("obj",), symmetric, subject)
            object_ = object_ or self._understood(token, entry, "obj")
            object_ = self.threatened(token, entry, subject) or object_
            verb = token
            if not (symmetric or object_) and self._is_mutual(trigger, token, subject):
                object_ = subject
        if symmetric:
            subject, object_ = split(subject, object_)
            if kind == NOUN and object_ and not subject:
                subject = self._host(token, object_)
            elif (
                kind == NOUN and subject and not (object_ or is_many(subject[0])) and self._is_attended(token)
            ):
                subject, object_ = self._host(token, subject), subject
        elif not subject or subject != object_:
            subject, object_ = disjoint(
                [*subject, *self._companions(token, kind)] if subject else [], object_
            )
        if predicates()[entry.predicate].type in _OWN_FORCES and subject != object_:
            own = {item.actor.state for item in subject}
            object_ = [item for item in object_ if item.actor.state not in own]
        return (subject, object_), verb

    def _understood(self, verb: int, entry: Entry, role: str) -> list[Argument]:
        """*Llegó a Roma.*: where a language drops subjects, the one of the sentence before goes on."""
        roles = entry.subject if role == "nsubj" else entry.object
        suffers = is_passive(self.tree, verb)
        if role not in (roles or (role,)) or suffers != (role == "obj"):
            return []
        return dropped_subject(self.tree, self.lexicon.defaults, self.arguments, verb)

    def threatened(self, verb: int, entry: Entry, subject: list[Argument]) -> list[Argument]:
        """*threatened to strike if X attacked*: whoever must not do something is threatened."""
        tree, words = self.tree, frozenset(self.lexicon.defaults.conditions)
        if predicates()[entry.predicate].type != "THREATEN" or not words:
            return []
        own = {item.actor.state or item.actor.id for item in subject}
        for clause in tree.subtree(verb):
            opened = any(tree.lower[kid] in words for kid in tree.kids(clause, "mark", "aux", "advmod"))
            if tree.deps[clause] == "advcl" and opened:
                found = self.arguments.first(subjects(tree, clause, self.lexicon.defaults)[:1])
                found = [item for item in found if item.actor.state and item.actor.state not in own]
                if found:
                    return found
        return []

    def _mutual(self, trigger: Trigger, noun: int, subject: list[Argument], object_: list[Argument]) -> Pair:
        """*clashes between X and Y*: each does it to the other; of other acts the first is the subject."""
        both = self._noun_side(noun, ("between",), ())
        if len(both) < _TWO:
            return subject, object_
        mutual = predicates()[trigger.entry.predicate].type in _EACH_OTHER
        return (both, both) if mutual else (both[:1], both[1:])

    def _is_mutual(self, trigger: Trigger, verb: int, subject: list[Argument]) -> bool:
        """*X und Y beschuldigten sich gegenseitig*, *lieferten sich Gefechte*: each does it to the other."""
        if len({item.actor.state for item in subject}) < _TWO:
            return False
        words = frozenset(self.lexicon.defaults.each_other)
        marked = any(not words.isdisjoint(self.tree.keys[kid]) for kid in self.tree.children[verb])
        fight = predicates()[trigger.entry.predicate].type == "ASSAULT" and is_reflexive(self.tree, verb)
        return marked or fight or trigger.entry.mutual

    def _side(
        self, token: int, roles: Sequence[str], symmetric: bool, other: Sequence[Argument]
    ) -> list[Argument]:
        """The actors at the first role that has any besides those of the ``other`` side.

        *reaffirmed Britain's support for Moldova*: the other side's people count where no role has better.
        """
        taken, known = [item.token for item in other], {item.actor.id for item in other}
        own, fallback = {item.actor.state for item in other} - {None}, list[Argument]()
        for far in (False, True):
            for role in roles:
                groups = self.roles.of_verb(token, role, far)
                found = [
                    item
                    for item in self.arguments.first(groups, symmetric, taken)
                    if item.actor.id not in known
                ]
                if found and (symmetric or own.isdisjoint(item.actor.state for item in found)):
                    return found
                fallback = fallback or found
        return fallback

    def _noun_side(self, noun: int, roles: Iterable[str], taken: Sequence[int]) -> list[Argument]:
        for far in (False, True):
            for role in roles:
                if role in ("amod", "compound") and noun not in taken:
                    found = self.arguments.compounded(noun)
                    if found:
                        return found
                found = self.arguments.first(self.roles.of_noun(noun, role, far), False, taken)
                if found:
                    return found
        return []

    def _noun_sides(
        self, trigger: Trigger, noun: int, symmetric: bool
    ) -> tuple[list[Argument], list[Argument], int]:
        entry = trigger.entry
        genitive = entry.genitive or "subject"
        to_subject = entry.noun_subject or (("between",) if symmetric else ()) + _SUBJECT_ROLES[genitive]
        to_object = entry.noun_object or (("with",) if symmetric else ()) + _OBJECT_ROLES[genitive]
        if genitive == "subject":
            subject = self._noun_side(noun, to_subject, ())
            object_ = self._noun_side(noun, to_object, [item.token for item in subject])
        else:
            subject = self._noun_side(noun, ("agent",), ()) if "agent" in to_subject else []
            object_ = self._noun_side(noun, to_object, [item.token for item in subject])
            subject = subject or self._noun_side(noun, to_subject, [item.token for item in object_])
        return self._lent(noun, subject, object_)

    def _lent(
        self, noun: int, subject: list[Argument], object_: list[Argument]
    ) -> tuple[list[Argument], list[Argument], int]:
        """What a light verb or participle lends to its noun: the missing side, its negation and mood."""
        tree = self.tree
        for kid in tree.kids(noun, "acl", "amod"):
            if self._is_light(kid) and is_participle(tree, kid) and not subject:
                subject = self.arguments.first([agents(tree, kid, self.lexicon.defaults)])
        verb = self.roles.governor(noun)
        if verb is None:
            return subject, object_, noun
        token = self.roles.outermost(noun)
        passive = is_passive(tree, verb)
        is_object = tree.deps[token] == ("nsubj:pass" if passive else "obj") or (
            passive and tree.deps[token] == "nsubj"
        )
        if (is_object and self._is_light(verb)) or self._is_oblique(verb, token):
            groups = (
                [agents(tree, verb, self.lexicon.defaults)]
                if passive
                else subjects(tree, verb, self.lexicon.defaults)
            )
            subject = subject or self.arguments.first(groups, False, [item.token for item in object_])
            return subject, object_, verb
        if is_object and not passive and not self._inverse.isdisjoint(tree.keys[verb]):
            groups = subjects(tree, verb, self.lexicon.defaults)
            object_ = object_ or self.arguments.first(groups, False, [item.token for item in subject])
            return subject, object_, verb
        return subject, object_, verb if tree.deps[token] in ("nsubj", "nsubj:pass") else noun

    def _is_oblique(self, verb: int, token: int) -> bool:
        """*procéder à une arrestation*: light verbs whose event noun stands behind a preposition."""
        tree, words = self.tree, self.lexicon.defaults.light_oblique
        wanted = {words[key] for key in tree.verb_keys(verb) if key in words}
        return tree.deps[token].startswith("obl") and not wanted.isdisjoint(tree.prepositions[token])

    def _is_attended(self, noun: int) -> bool:
        """*came to a summit of X*: the phrase belongs to a verb and names its hosts after the noun."""
        tree = self.tree
        own = tree.kids(noun, "nmod:poss", "det:poss", "det")
        return tree.deps[noun] in ("obl", "obl:arg") and not any("Poss=Yes" in tree.feats[kid] for kid in own)

    def _host(self, noun: int, partners: list[Argument]) -> list[Argument]:
        """*nach einem Treffen mit Putin sagte Trump*: who met is the subject of a clause above."""
        tree = self.tree
        others = {item.actor.state or item.actor.id for item in partners}
        taken = [item.token for item in partners]
        for node in tree.ancestors(noun):
            if tree.pos[node] not in ("VERB", "AUX", "ADJ"):
                continue
            groups = subjects(tree, node, self.lexicon.defaults)
            found = self.arguments.first([group for group in groups if noun not in group], False, taken)
            if found and others.isdisjoint(item.actor.state or item.actor.id for item in found):
                return found[:1]
        return []

    def _companions(self, verb: int, kind: str) -> list[Argument]:
        """*together with X*: those who act beside the subject."""
        tree, defaults = self.tree, self.lexicon.defaults
        if kind == NOUN or not defaults.together:
            return []
        adverb = any(tree.lower[kid] in defaults.together for kid in tree.kids(verb, "advmod"))
        for group in self.roles.of_verb(verb, "with", False):
            for token in group:
                if adverb or any(
                    tree.lower[kid] in defaults.together for kid in tree.kids(token, "advmod", "case")
                ):
                    return self.arguments.of(token)
        return []

    def _is_light(self, verb: int) -> bool:
        return not self._light.isdisjoint(self.tree.verb_keys(verb))
