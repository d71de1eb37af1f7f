"""Frames: a trigger word with the lexicon entry that explains it best, and the actors on its two sides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.events.arguments import Argument, Arguments
from extract.events.conditions import Conditions
from extract.events.lexicon import ADJ, NOUN, PHRASE, VERB, Lexicon, Trigger, is_symmetric
from extract.events.roles import Roles
from extract.events.syntax import agents, is_participle, is_passive, modifies_noun, subjects
from extract.events.tree import Tree
from extract.mentions import ActorMention, MentionKind
from ontology.event_types import event_types, predicates
from ontology.model import ActorType

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


_BY = frozenset(("agent",))
_TWO = 2
_MUTUAL = ("AGREE", "CONSULT")
_UNADDRESSED = ("OTHER", "STATE-CHANGE")
_ONE_WAY = ("visit", "travel", "meet-multilaterally", "attend-summit", "join")
_UNDONE = ("SANCTION", "ASSAULT", "COERCE")
_PARTICLES = ("compound:prt", "advmod", "obl", "xcomp", "obl:arg", "case", "mark")


@dataclass(frozen=True, slots=True)
class Frame:
    """An event in the text: trigger token, entry, both sides, and the tokens that its conditions used up.

    ``verb`` is the token whose negation, mood and adverbials bear on the event: the trigger itself, or the
    light verb that governs an event noun. ``attributive``: a participle at a noun.
    ``inferred``: a side was filled with the other state of the sentence.
    """

    trigger: int
    kind: str
    match: Trigger
    event_type: str
    subject: tuple[Argument, ...]
    object: tuple[Argument, ...]
    verb: int
    used: frozenset[int]
    attributive: bool = False
    inferred: bool = False

    @property
    def predicate(self) -> str:
        """The predicate's id."""
        return self.match.entry.predicate


class FrameFinder:
    """Finds all frames of one text."""

    def __init__(self, tree: Tree, mentions: Sequence[ActorMention], lexicon: Lexicon) -> None:
        self.tree = tree
        self.lexicon = lexicon
        self.roles = Roles(tree, lexicon.defaults)
        self.arguments = Arguments(tree, mentions, self.roles)
        self._conditions = Conditions(tree, self.roles, self.arguments, lexicon.defaults)
        self._parties = _parties(tree, mentions)
        self._light = frozenset(lexicon.defaults.light)
        self._inverse = frozenset(lexicon.defaults.light_inverse)

    def frames(self) -> list[Frame]:
        """One frame for each trigger that an entry explains, in the order of the text.

        A noun that a verb's entry uses up, or that repeats the type of the verb that governs it, gives none.
        """
        found = [frame for token in range(len(self.tree)) if (frame := self._best(token))]
        found = self._with_shared_objects(found)
        used = {token for frame in found for token in frame.used}
        found = [self._undone(frame, found) if frame.trigger in used else frame for frame in found]
        used -= {
            frame.trigger for frame in found if frame.event_type in _UNDONE and frame.subject and frame.object
        }
        verbs = {frame.trigger: frame for frame in found if frame.kind != NOUN}
        return [
            frame
            for frame in found
            if frame.kind != NOUN or not (frame.trigger in used or self._repeats(frame, verbs))
        ]

    def _with_shared_objects(self, found: list[Frame]) -> list[Frame]:
        """*sent soldiers to X and supplied shells*: joined acts of one type share the object."""
        verbs = {frame.trigger: frame for frame in found if frame.kind != NOUN}
        shared = []
        for frame in found:
            head = (
                verbs.get(self.tree.heads[frame.trigger]) if self.tree.deps[frame.trigger] == "conj" else None
            )
            if (
                head is not None
                and head.event_type == frame.event_type
                and frame.subject
                and not frame.object
            ):
                shared.append(replace(frame, object=head.object))
            else:
                shared.append(frame)
        return shared

    def _undone(self, frame: Frame, found: list[Frame]) -> Frame:
        """*lifted the sanctions against X*: who ends something had begun it."""
        if frame.event_type not in _UNDONE or frame.subject or not frame.object:
            return frame
        ending = next((other for other in found if frame.trigger in other.used), None)
        if ending is None or ending.event_type not in ("CONCEDE", "RETREAT"):
            return frame
        return replace(frame, subject=ending.subject)

    def _repeats(self, frame: Frame, verbs: dict[int, Frame]) -> bool:
        governor = self.roles.governor(frame.trigger)
        above = verbs.get(governor) if governor is not None else None
        if above is None or above.event_type != frame.event_type:
            return False
        if self.tree.deps[frame.trigger] in ("obj", "nsubj", "nsubj:pass") and is_symmetric(
            above.match.entry
        ):
            return True
        return _states(frame.subject, frame.object) <= _states(above.subject, above.object)

    def _best(self, token: int) -> Frame | None:
        best: Frame | None = None
        rank: tuple[int, int, int] = (-1, -1, 0)
        for kind, trigger, place, parts in self._candidates(token):
            used = self._conditions.hold(trigger.entry, place, kind == NOUN)
            if used is None:
                continue
            frame = self._fill(kind, trigger, place, used | parts)
            conditions = len(trigger.entry.with_) + len(trigger.phrase)
            new = (conditions, bool(frame.subject) + bool(frame.object), -trigger.order)
            if new > rank:
                best, rank = frame, new
        return best

    def _candidates(self, token: int) -> Iterator[tuple[str, Trigger, int, frozenset[int]]]:
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
        if pos in ("NOUN", "PROPN"):
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

    def _verbal(self, token: int) -> Iterator[tuple[str, Trigger, int, frozenset[int]]]:
        tree = self.tree
        if tree.pos[token] == "ADJ" and not (
            modifies_noun(tree, token) or tree.kids(token, "aux:pass", "obl:agent")
        ):
            return
        found = [trigger for trigger in self._lookup(VERB, self._joined(token)) if not trigger.phrase]
        if not found and not tree.kids(token, "compound:prt"):
            found = [trigger for trigger in self._lookup(VERB, tree.keys[token]) if not trigger.phrase]
        near = {tree.lower[kid] for kid in tree.children[token] if tree.deps[kid] in _PARTICLES}
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

    # ---- sides

    def _fill(self, kind: str, trigger: Trigger, token: int, used: frozenset[int]) -> Frame:
        entry, symmetric = trigger.entry, is_symmetric(trigger.entry)
        if kind == NOUN:
            subject, object_, verb = self._noun_sides(trigger, token, symmetric)
            if not symmetric:
                subject, object_ = self._mutual(token, subject, object_)
        else:
            subject = self._side(token, entry.subject or ("nsubj",), symmetric, ())
            object_ = self._side(token, entry.object or ("obj",), symmetric, subject)
            verb = token
        if symmetric:
            subject, object_ = _split(subject, object_)
            if kind == NOUN and object_ and not subject:
                subject = self._host(token, object_)
            elif kind == NOUN and subject and not object_ and self._is_attended(token):
                subject, object_ = self._host(token, subject), subject
        elif not subject or subject != object_:
            subject, object_ = _disjoint(
                [*subject, *self._companions(token, kind)] if subject else [], object_
            )
        event_type = predicates()[entry.predicate].type
        inferred = self._may_infer(kind, event_type, subject, object_) and not self._has_partner(
            kind, trigger, token
        )
        if inferred:
            given = (subject, object_)
            subject, object_ = self._dyad(token, subject or object_)
            inferred = bool(subject and object_)
            subject, object_ = (subject, object_) if inferred else given
        attributive = kind == VERB and modifies_noun(self.tree, token)
        return Frame(
            token,
            kind,
            trigger,
            event_type,
            tuple(subject),
            tuple(object_),
            verb,
            used - {token},
            attributive,
            inferred,
        )

    def _mutual(
        self, noun: int, subject: list[Argument], object_: list[Argument]
    ) -> tuple[list[Argument], list[Argument]]:
        """*clashes between X and Y*, *the truce between X and Y*: each does it to the other."""
        both = self._noun_side(noun, ("between",), ())
        return (both, both) if len(both) > 1 else (subject, object_)

    def _side(
        self, token: int, roles: Sequence[str], symmetric: bool, other: Sequence[Argument]
    ) -> list[Argument]:
        """The actors at the first role that has any besides those of the ``other`` side."""
        taken, known = [item.token for item in other], {item.actor.id for item in other}
        for far in (False, True):
            for role in roles:
                groups = self.roles.of_verb(token, role, far)
                found = [
                    item
                    for item in self.arguments.first(groups, symmetric, taken)
                    if item.actor.id not in known
                ]
                if found:
                    return found
        return []

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
            subject = self._noun_side(noun, _BY & set(to_subject), ())
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
        token = noun
        while tree.deps[token] == "conj":
            token = tree.heads[token]
        passive = is_passive(tree, verb)
        is_object = tree.deps[token] == ("nsubj:pass" if passive else "obj") or (
            passive and tree.deps[token] == "nsubj"
        )
        if is_object and self._is_light(verb):
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

    @staticmethod
    def _may_infer(kind: str, event_type: str, subject: list[Argument], object_: list[Argument]) -> bool:
        """Meetings and treaties have two parties; speech has an addressee where the speaker is known."""
        if event_type in _MUTUAL:
            return not (subject and object_)
        addressed = event_types()[event_type].verbal and event_type not in _UNADDRESSED
        return addressed and kind == VERB and bool(subject) and not object_

    def _has_partner(self, kind: str, trigger: Trigger, token: int) -> bool:
        """Whether a partner is named whom nobody knows, or there can be none: *met commanders*, *travels*."""
        entry = trigger.entry
        if entry.predicate in _ONE_WAY:
            return True
        roles = [
            role for role in (entry.object or ()) if role == "with" or role.startswith(("obl:", "nmod:"))
        ]
        return kind != NOUN and any(self.roles.of_verb(token, role, False) for role in roles)

    def _dyad(self, token: int, known: list[Argument]) -> tuple[list[Argument], list[Argument]]:
        """The two parties of a meeting or treaty, where the sentence speaks of exactly two states."""
        parties = self._parties[self.tree.sentence[token]]
        states = {item.actor.state for item in known}
        if len(parties) != _TWO or len(known) > 1 or not states <= set(parties):
            return [], []
        others = [party for state, party in parties.items() if state not in states]
        return ([*known, *others][:1], [*known, *others][1:])

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


def _parties(tree: Tree, mentions: Sequence[ActorMention]) -> list[dict[str, Argument]]:
    """For each sentence the states that it speaks of, each with its first mention."""
    found: list[dict[str, Argument]] = [{} for _ in tree.sentences]
    for mention in mentions:
        if mention.start in tree.datelines or mention.kind is MentionKind.METONYM:
            continue
        parties = found[tree.sentence[mention.start]]
        for actor in mention.actors:
            if actor.state is not None and actor.type is not ActorType.MEDIA:
                parties.setdefault(
                    actor.state, Argument(actor, mention.head, "one of the two of the sentence")
                )
    return found


def _states(*sides: Sequence[Argument]) -> frozenset[str | None]:
    return frozenset(item.actor.state for side in sides for item in side)


def _split(subject: list[Argument], object_: list[Argument]) -> tuple[list[Argument], list[Argument]]:
    """The sides of a symmetric event: without a partner the first-named is the subject, others the object."""
    names = {item.actor.id for item in subject}
    object_ = [item for item in object_ if item.actor.id not in names]
    if not object_ and len(subject) > 1:
        return subject[:1], subject[1:]
    if not subject and len(object_) > 1:
        return object_[:1], object_[1:]
    return subject, object_


def _disjoint(subject: list[Argument], object_: list[Argument]) -> tuple[list[Argument], list[Argument]]:
    """Nobody acts on himself: no mention stands on both sides, and no state opposite its own people."""
    tokens = {item.token for item in subject}
    own = {item.actor.state for item in subject}
    return subject, [
        item
        for item in object_
        if item.token not in tokens and not (item.actor.type is ActorType.STATE and item.actor.state in own)
    ]


def with_verb(frame: Frame, verb: int) -> Frame:
    """The frame with another bearer of negation and mood."""
    return replace(frame, verb=verb)
